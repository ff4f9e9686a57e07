import { setAttribute } from './tag-source.js';
import type { XmlTag } from './scan-xml.js';

/** The rule by which a style of ours is recognised, whoever wrote it. */
export const MARGIN_RULE = 'div#book-inner { margin-top: 0; margin-bottom: 0;}';

// [extra] Identifiers of Adobe's DRM that outlive it.
const ADEPT_NAMES = new Set(['Adept.resource', 'Adept.expected.resource']);

/**
 * [important] The device sets the margins itself; without this the wrappers add the publisher's once more. The class is
 * what other tools know it by; XHTML 1.1, the language of EPUB 2, does not allow one on a style.
 */
export function marginStyle(epubVersion: string): string {
  const known = epubVersion.startsWith('2') ? '' : ' class="kobostylehacks"';
  return `<style type="text/css"${known}>${MARGIN_RULE}</style>`;
}

export function isAdeptMeta(tag: XmlTag): boolean {
  return tag.name === 'meta' && ADEPT_NAMES.has(tag.attributes['name'] ?? '');
}

/** [important] A meta's source, with an encoding it names changed to UTF-8, which is what the page now is. */
export function inUtf8(tag: XmlTag, source: string): string {
  const { charset, content } = tag.attributes;
  if (charset !== undefined && !isUtf8(charset)) return setAttribute(source, 'charset', 'UTF-8');
  if (tag.attributes['http-equiv']?.toLowerCase() !== 'content-type' || content === undefined) return source;
  const named = /charset\s*=\s*["']?([^\s;"']+)["']?/i.exec(content);
  if (!named || isUtf8(named[1] ?? '')) return source;
  return setAttribute(source, 'content', content.replace(named[0], 'charset=utf-8'));
}

function isUtf8(charset: string): boolean {
  return /^\s*utf-?8\s*$/i.test(charset);
}
