import { percentDecoded, resolveSegments } from '../zip/entry-names.js';

/**
 * The archive name an href leads to from the file `from`: 'OEBPS/content.opf' + '../img/a%20b.jpg#x' -> 'img/a b.jpg'.
 * Undefined for addresses outside the archive.
 */
export function resolveHref(from: string, href: string): string | undefined {
  const path = percentDecoded((href.trim().split(/[?#]/)[0] ?? '').replaceAll('\\', '/'));
  if (path === '' || /^[a-z][a-z0-9+.-]*:/i.test(path) || path.startsWith('//')) return undefined;
  const folder = path.startsWith('/') ? '' : from.slice(0, from.lastIndexOf('/') + 1);
  return resolveSegments(folder + path);
}
