import { isForeign, isVoid } from './element-rules.js';
import { inUtf8 } from './head.js';
import type { XmlTag } from './xml-listener.js';
import { closeItself, leaveOpen, setAttribute } from './tag-source.js';

const XHTML = 'http://www.w3.org/1999/xhtml';
const SVG = 'http://www.w3.org/2000/svg';
const XLINK = 'http://www.w3.org/1999/xlink';
const MATHML = 'http://www.w3.org/1998/Math/MathML';

/**
 * An element's start tag as the result writes it: the source's own, except where it would mean something else to a
 * parser of the other kind. [important] The device shows some pages by the rules of HTML and some by those of XML.
 */
export function rewriteStartTag(tag: XmlTag, source: string): string {
  if (isForeign(tag.name)) return withNamespace(tag, source);
  if (isVoid(tag.name)) return closeItself(tag.name === 'meta' ? inUtf8(tag, source) : source);
  return leaveOpen(completed(tag, source));
}

function completed(tag: XmlTag, source: string): string {
  const has = (name: string) => tag.attributes[name] !== undefined;
  if (tag.name === 'html' && !has('xmlns')) return setAttribute(source, 'xmlns', XHTML);
  // [extra] XHTML 1.1 asks for the type.
  if (tag.name === 'style' && !has('type')) return setAttribute(source, 'type', 'text/css');
  if (tag.name === 'script' && !has('type')) return setAttribute(source, 'type', 'text/javascript');
  return source;
}

/** [important] In HTML the names svg and math are enough; in XHTML the drawing is not shown without its namespace. */
function withNamespace(tag: XmlTag, source: string): string {
  const known = tag.attributes['xmlns'] !== undefined;
  if (known || tag.name.includes(':')) return source;
  if (tag.name === 'math') return setAttribute(source, 'xmlns', MATHML);
  const named = setAttribute(source, 'xmlns', SVG);
  return tag.attributes['xmlns:xlink'] === undefined ? setAttribute(named, 'xmlns:xlink', XLINK) : named;
}
