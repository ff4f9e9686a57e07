import { nameOf } from '@octavo/domain';
import type { ArchiveEntry, EpubPackage, ManifestItem } from '@octavo/formats';
import { TITLE_PAGE } from './title-page.js';

export interface BookFile {
  entry: ArchiveEntry;
  /** In the result. */
  name: string;
}

const PAGE_TYPES = new Set(['application/xhtml+xml', 'text/html']);
const CONTAINER = /^(.*\/)?META-INF\/container\.xml$/i;
const SYSTEM_FOLDER = /(?:^|\/)__MACOSX\//;

// What operating systems and programs leave in an archive, in lower case.
const LITTER = new Set([
  '.ds_store',
  'thumbs.db',
  'desktop.ini',
  'calibre_bookmarks.txt',
  'itunesmetadata.plist',
  'itunesartwork',
  'itunesartwork.plist',
]);

/** True for what is transformed: by type or by extension, in the spine or not, the navigation document included. */
export function isPage({ mediaType, href }: ManifestItem): boolean {
  return PAGE_TYPES.has(mediaType.trim().toLowerCase()) || /\.(?:x?html|htm)$/i.test(href);
}

/** The entries of the book's own content documents. A title page that a conversion put in is none of them. */
export function pagesOf({ manifest }: EpubPackage): Set<ArchiveEntry> {
  const pages = manifest.filter((item) => isPage(item) && item.id !== TITLE_PAGE.id);
  return new Set(pages.flatMap(({ entry }) => entry ?? []));
}

/**
 * What goes into the result, in the archive's order, without litter, folders and second files of one name. The mimetype
 * is not among them, since it is written anew.
 *
 * [mandatory] META-INF stands at the root and in capitals (EPUB 3.3 §4.2.3): a book that lies in a folder is taken out.
 */
export function bookFiles({ archive }: EpubPackage): BookFile[] {
  const root = rootOf(archive.entries);
  const names = new Set(['mimetype']);
  return archive.entries.flatMap((entry) => {
    const name = nameBelow(root, entry.name);
    if (entry.directory || isLitter(name) || names.has(name)) return [];
    names.add(name);
    return [{ entry, name }];
  });
}

/** What the book's own content documents are called in the result. */
export function pageNames(epub: EpubPackage): string[] {
  const pages = pagesOf(epub);
  return bookFiles(epub).flatMap(({ entry, name }) => (pages.has(entry) ? [name] : []));
}

function rootOf(entries: readonly ArchiveEntry[]): string {
  const roots = entries.map(({ name }) => CONTAINER.exec(name)).flatMap((match) => (match ? [match[1] ?? ''] : []));
  return roots.sort((a, b) => a.length - b.length)[0] ?? '';
}

function nameBelow(root: string, name: string): string {
  const inside = name.startsWith(root) ? name.slice(root.length) : name;
  return inside.replace(/^META-INF\//i, 'META-INF/');
}

function isLitter(name: string): boolean {
  const file = nameOf(name);
  return LITTER.has(file.toLowerCase()) || file.startsWith('._') || SYSTEM_FOLDER.test(name);
}
