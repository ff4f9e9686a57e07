import { setAttribute } from './tag-source.js';
import type { XmlTag } from './xml-listener.js';

// [extra] Identifiers of Adobe's DRM that outlive it.
const ADEPT_NAMES = new Set(['Adept.resource', 'Adept.expected.resource']);

export function isAdeptMeta(tag: XmlTag): boolean {
  return tag.name === 'meta' && ADEPT_NAMES.has(tag.attributes['name'] ?? '');
}

/** [important] A meta's source, with an encoding it names changed to UTF-8, which is what the page now is. */
export function inUtf8(tag: XmlTag, source: string): string {
  const { charset, content } = tag.attributes;
  if (charset !== undefined && !isUtf8(charset)) return setAttribute(source, 'charset', 'UTF-8');
  if (tag.attributes['http-equiv']?.toLowerCase() !== 'content-type' || content === undefined) return source;
  const named = /charset[\t\n\f\r ]*=[\t\n\f\r ]*["']?([^\t\n\f\r ;"']+)["']?/i.exec(content);
  if (!named || isUtf8(named[1] ?? '')) return source;
  return setAttribute(source, 'content', content.replace(named[0], 'charset=utf-8'));
}

function isUtf8(charset: string): boolean {
  return /^[\t\n\f\r ]*utf-?8[\t\n\f\r ]*$/i.test(charset);
}
