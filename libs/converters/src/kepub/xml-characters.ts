// XML 1.0 §2.2 allows no other control characters. A form feed is white space in HTML and in CSS.
// eslint-disable-next-line no-control-regex
const NOT_IN_XML = /[\0-\x08\x0B\x0E-\x1F\uFFFE\uFFFF]/g;

/** Text without what XML does not allow: control characters, half of a surrogate pair. */
export function withoutIllegal(text: string): string {
  return text.toWellFormed().replace(NOT_IN_XML, '').replaceAll('\f', ' ');
}
