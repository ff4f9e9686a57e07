import { nameOf } from '@octavo/domain';
import type { ArchiveEntry, EpubPackage } from '@octavo/formats';
import { isPage } from './book-files.js';
import type { KepubOptions } from './kepub-options.js';
import { LARGEST_PAGE } from './limits.js';
import { pageContent, type PageContent } from './page-content.js';
import { pageText } from './page-text.js';
import { TITLE_PAGE } from './title-page.js';

// A book whose first page is one of these begins well already.
const FRONT_PAGE = /cover|title/i;

const MOST_PARAGRAPHS = 4;
const MOST_WORDS = 20;
const MOST_IMAGES = 4;
const FEWEST_WORDS = 5;

/**
 * Whether a page is to be put before the book: never a second one, nor before a spine that shows nothing. Left to us, it
 * is where the first page has text that would stand without margins, by the counts other tools decide by: the same book
 * shall look the same. Throws what reading and converting that page would.
 */
export async function wantsTitlePage(epub: EpubPackage, wish: KepubOptions['titlePage']): Promise<boolean> {
  const first = epub.spine.find(({ linear }) => linear)?.item;
  if (wish === 'never' || first === undefined || hasTitlePage(epub)) return false;
  if (wish === 'always') return true;
  if (!first.entry || !isPage(first) || FRONT_PAGE.test(nameOf(first.href))) return false;
  const content = pageContent(await textOf(epub, first.entry));
  return content !== undefined && !content.marked && lacksMargins(content);
}

async function textOf({ archive }: EpubPackage, page: ArchiveEntry): Promise<string> {
  return pageText(await archive.bytes(page, LARGEST_PAGE));
}

/** In the package document, under whatever name, or lying unused where it would go. */
function hasTitlePage({ archive, path, text }: EpubPackage): boolean {
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  return text.includes(TITLE_PAGE.id) || archive.find(folder + TITLE_PAGE.name) !== undefined;
}

/** A text, or a page with nothing on it; not a picture with a line below. */
function lacksMargins({ paragraphs, words, images }: PageContent): boolean {
  if (paragraphs > MOST_PARAGRAPHS || words > MOST_WORDS || images > MOST_IMAGES) return true;
  return images === 0 && words < FEWEST_WORDS;
}
