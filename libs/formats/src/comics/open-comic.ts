import { type BookDraft, DomainError, nameOf, type RandomAccess } from '@octavo/domain';
import type { Element } from 'domhandler';
import { HEAD_BYTES, sniff } from '../sniff.js';
import { decodeXml } from '../xml/decode-xml.js';
import { attribute, elementsBelow, firstNamed, localName, parseXml, textOf } from '../xml/xml.js';
import { ZipArchive, type ArchiveEntry } from '../zip/zip-archive.js';
import { MAX_ENTRIES, type ComicArchive, type ComicFile } from './comic-archive.js';
import { draftOfRecord } from './draft/draft-of-record.js';
import { contentOf, pagesIn } from './pages.js';
import { RarArchive } from './rar/rar-archive.js';
import { findRecord } from './record/find-record.js';
import { zipComment } from './zip-comment.js';

/** A comic whose pages are to be read one after another. */
export interface OpenedComic {
  archive: ComicArchive;
  /** In reading order. */
  pages: readonly ComicFile[];
  /** What its record says of it; its cover is not looked for. */
  draft: BookDraft;
  /** The page the record calls the front cover, by its place in `pages`. */
  frontCover: number | undefined;
  rightToLeft: boolean;
  /** Where its parts begin, as the record says, in its order. */
  bookmarks: { page: number; title: string }[];
}

/** In bytes, unpacked, of all pages that are read; a volume of a thousand pages has about 1 GiB. */
const MAX_COMIC = 4 * 1024 ** 3;
/** In bytes. */
const MAX_XML = 5 * 1024 * 1024;

/**
 * Opens a comic of either kind, whatever it is called: its list of files and its record, no page. Throws 'file.empty',
 * 'file.unreadable' for what is neither zip nor RAR, 'format.unsupported' for an EPUB, which is no comic even when it
 * holds one, 'archive.bomb' and 'archive.climbs-out'. A locked comic opens.
 */
export async function openComic(source: RandomAccess): Promise<OpenedComic> {
  const archive = await archiveOf(source);
  const pages = pagesIn(archive.entries);
  const { record } = await findRecord(archive);
  const info = await comicInfoOf(archive);
  const find = pageFinder(pages);
  const front = record.pages.find(({ types }) => types.includes('frontcover'));
  return {
    archive,
    pages,
    draft: draftOfRecord(record, ''),
    frontCover: front && find(front.image),
    rightToLeft: info !== undefined && readsRightToLeft(info),
    bookmarks: info === undefined ? [] : bookmarksIn(info, find),
  };
}

async function archiveOf(source: RandomAccess): Promise<ComicArchive> {
  if (source.size === 0) throw new DomainError('file.empty');
  const kind = sniff(await source.read(0, HEAD_BYTES));
  if (kind === 'rar') return RarArchive.open(source);
  if (kind === 'epub') throw new DomainError('format.unsupported', 'The file is an EPUB and no comic.');
  if (kind !== 'zip') throw new DomainError('file.unreadable', 'The file is neither a zip nor a RAR archive.');
  const zip = await ZipArchive.open(source, { entries: MAX_ENTRIES, totalBytes: MAX_COMIC });
  return {
    entries: zip.entries,
    complete: true,
    drm: zip.entries.some(({ encrypted }) => encrypted) ? 'password' : undefined,
    warnings: [],
    bytes: (entry: ArchiveEntry, maxBytes: number) => zip.bytes(entry, maxBytes),
    comment: () => zipComment(source),
  };
}

/** The root of the topmost ComicInfo.xml; undefined where there is none that can be read, which findRecord warns of. */
async function comicInfoOf(archive: ComicArchive): Promise<Element | undefined> {
  const depth = ({ name }: ComicFile): number => name.split('/').length;
  const [file] = contentOf(archive.entries)
    .filter(({ name, encrypted }) => !encrypted && /(?:^|\/)comicinfo\.xml$/i.test(name))
    .sort((a, b) => depth(a) - depth(b));
  if (file === undefined) return undefined;
  try {
    const { text } = decodeXml(await archive.bytes(file, MAX_XML));
    return firstNamed(parseXml(text), 'comicinfo');
  } catch (error) {
    if (error instanceof DomainError && (error.kind === 'corrupt' || error.kind === 'unsupported')) return undefined;
    throw error;
  }
}

/** ComicInfo 2.0: Manga is Yes, No, Unknown or YesAndRightToLeft; "Yes" alone says nothing of the direction. */
function readsRightToLeft(info: Element): boolean {
  const field = [...elementsBelow(info)].find((element) => localName(element) === 'manga');
  return field !== undefined && textOf(field).trim().toLowerCase() === 'yesandrighttoleft';
}

function bookmarksIn(info: Element, find: FindPage): OpenedComic['bookmarks'] {
  const marked = [...elementsBelow(info)].filter((element) => localName(element) === 'page');
  return marked.flatMap((element) => {
    const title = attribute(element, 'bookmark')?.trim() ?? '';
    const page = find((attribute(element, 'image') ?? '').trim());
    return title === '' || page === undefined ? [] : [{ page, title }];
  });
}

type FindPage = (image: string) => number | undefined;

/** Records name a page by its place in reading order; some programs write its file name instead. */
function pageFinder(pages: readonly ComicFile[]): FindPage {
  const byName = new Map<string, number>();
  for (const [at, { name }] of pages.entries()) {
    for (const key of [name.toLowerCase(), nameOf(name).toLowerCase()]) if (!byName.has(key)) byName.set(key, at);
  }
  return (image) => {
    const at = /^\d{1,6}$/.test(image) ? Number(image) : byName.get(image.toLowerCase());
    return at !== undefined && at < pages.length ? at : undefined;
  };
}
