import { type CoverImage, DomainError, nameOf } from '@octavo/domain';
import { coverImage } from '../images/cover-image.js';
import type { ComicArchive, ComicFile } from './comic-archive.js';
import type { PageMark } from './record/comic-record.js';

/** In bytes; scans of double pages reach 20 MiB. */
const MAX_BYTES = 64 * 1024 * 1024;
/** The first page may be a scanner's banner; a comic whose first three are no covers has none. */
const FIRST_PAGES = 3;
/** Of each kind. */
const MAX_MARKS = 3;

/**
 * The cover of a comic, its bytes untouched: the page its record calls so, else a file called so, else the first page.
 * A double page stays whole. Warns of a marked page that is no cover, and of all that were tried when none is.
 */
export async function readCover(
  archive: ComicArchive,
  pages: readonly ComicFile[],
  marks: readonly PageMark[],
): Promise<{ cover?: CoverImage; warnings: string[] }> {
  const marked = new Set(markedPages(pages, marks));
  const warnings: { page: ComicFile; text: string }[] = [];
  for (const page of new Set([...marked, ...namedCovers(pages), ...pages.slice(0, FIRST_PAGES)])) {
    if (page.encrypted) continue;
    const found = await asCover(archive, page);
    if (typeof found !== 'string')
      return { cover: found, warnings: warnings.filter((one) => marked.has(one.page)).map(({ text }) => text) };
    warnings.push({ page, text: found });
  }
  return { warnings: warnings.map(({ text }) => text) };
}

/** Marks name a page by its place in reading order; some programs write its file name instead. */
function markedPages(pages: readonly ComicFile[], marks: readonly PageMark[]): ComicFile[] {
  return ['frontcover', 'innercover']
    .flatMap((type) => marks.filter(({ types }) => types.includes(type)).slice(0, MAX_MARKS))
    .map(({ image }) => (/^\d{1,6}$/.test(image) ? pages[Number(image)] : pages.find(({ name }) => isAt(name, image))))
    .filter((page) => page !== undefined);
}

function isAt(name: string, image: string): boolean {
  return image !== '' && `/${name.toLowerCase()}`.endsWith(`/${image.toLowerCase()}`);
}

/** "Discover" and the like are no covers, and the back of a book is none either. */
const COVER = /(?<!dis|un|re|under)cover/i;

/** In the topmost folder that has pages: chapters have covers of their own. */
function namedCovers(pages: readonly ComicFile[]): ComicFile[] {
  const depth = ({ name }: ComicFile): number => name.split('/').length;
  const top = pages.reduce((least, page) => Math.min(least, depth(page)), Infinity);
  const named = pages.filter((page) => {
    const fileName = nameOf(page.name);
    return depth(page) === top && COVER.test(fileName) && !/back/i.test(fileName);
  });
  return named.slice(0, 1);
}

/** A page that is damaged or too large costs the cover, not the comic. */
async function asCover(archive: ComicArchive, page: ComicFile): Promise<CoverImage | string> {
  try {
    return await coverImage(page.name, await archive.bytes(page, MAX_BYTES));
  } catch (error) {
    if (error instanceof DomainError && (error.kind === 'corrupt' || error.kind === 'unsupported')) return error.detail;
    throw error;
  }
}
