import render from 'dom-serializer';
import { isTag, type Element } from 'domhandler';
import { attribute, elementsBelow, localName, textOf } from '../xml/xml.js';

/** The elements of FB2 text (schema 2.1) that HTML calls otherwise. What has no like is left out, its text stays. */
const IN_HTML = new Map([
  ['emphasis', 'em'],
  ['strikethrough', 's'],
  ['cite', 'blockquote'],
  ['subtitle', 'p'],
  ['text-author', 'p'],
  ['v', 'p'],
]);

/** The text of an annotation, and its markup as HTML where it has any. The elements are renamed in place. */
export function annotationText(annotation: Element): { text: string; markup?: string } {
  for (const element of elementsBelow(annotation)) {
    const name = localName(element);
    const href = name === 'a' ? outwardHref(element) : undefined;
    element.attribs = href === undefined ? {} : { href };
    element.name = name === 'a' && href === undefined ? 'span' : (IN_HTML.get(name) ?? name);
  }
  const text = textOf(annotation).trim();
  return annotation.children.some(isTag) ? { text, markup: render(annotation.children, { xmlMode: true }) } : { text };
}

/** Notes are linked by "#id", which leads nowhere outside the book. */
function outwardHref(link: Element): string | undefined {
  const href = attribute(link, 'href')?.trim() ?? '';
  return /^https?:/i.test(href) ? href : undefined;
}
