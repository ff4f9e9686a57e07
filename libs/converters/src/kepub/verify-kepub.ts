import { DomainError, type RandomAccess } from '@octavo/domain';
import { type ArchiveEntry, openEpub } from '@octavo/formats';
import { pagesOf } from './book-files.js';
import { LARGEST_MADE_PAGE } from './limits.js';
import { pageText } from './page-text.js';
import { scanXml } from './scan-xml.js';
import { NOBODY, NotWellFormed } from './xml-listener.js';

const OUR_SPAN = Buffer.from(' class="koboSpan"');
const ANY_SPAN = /\sclass\s*=\s*["'](?:[^"']*\s)?koboSpan[\s"']/g;

/** While one page is looked through, zlib unpacks the next; in bytes, what is larger has the memory for itself. */
const AT_ONCE = 2;
const LARGE = 4 * 1024 * 1024;

export interface VerifiedKepub {
  pages: number;
  spans: number;
}

export interface Expectation {
  /** Each must be a page of the KEPUB: the pages of the book it was made of. */
  pages?: readonly string[] | undefined;
  /** Pages must be well-formed XML too, without which the device shows nothing: for what others' programs made. */
  wellFormed?: boolean;
}

/**
 * Opens a KEPUB, unpacks every page and counts the spans: a result is only worth keeping when a device can use it.
 * Throws 'conversion.failed' for one without pages or spans or with less than is expected, and what openEpub throws for
 * one that does not open.
 */
export async function verifyKepub(
  result: RandomAccess,
  { pages: expected = [], wellFormed = false }: Expectation = {},
): Promise<VerifiedKepub> {
  const epub = await openEpub(result);
  const pages = pagesOf(epub);
  if (pages.size === 0) throw missing('has no pages');
  const names = new Set([...pages].map(({ name }) => name));
  const lost = expected.find((name) => !names.has(name));
  if (lost !== undefined) throw missing(`lacks the page "${lost}"`);
  const verify = async (page: ArchiveEntry) => {
    const bytes = await epub.archive.bytes(page, LARGEST_MADE_PAGE);
    if (wellFormed) checkWellFormed(page.name, pageText(bytes));
    return countSpans(bytes);
  };
  const large = [...pages].filter(({ size }) => size > LARGE);
  const small = [...pages].filter(({ size }) => size <= LARGE);
  const spans = (await sumOf(small, verify, AT_ONCE)) + (await sumOf(large, verify, 1));
  if (spans === 0) throw missing('has not one Kobo span');
  return { pages: pages.size, spans };
}

/** What `count` gives for each, so many at once. */
async function sumOf<Item>(items: readonly Item[], count: (item: Item) => Promise<number>, atOnce: number) {
  const left = items.values();
  const lane = async () => {
    let sum = 0;
    for (const item of left) sum += await count(item);
    return sum;
  };
  const sums = await Promise.all(Array.from({ length: atOnce }, lane));
  return sums.reduce((sum, one) => sum + one, 0);
}

/**
 * Spans are ASCII: in every encoding a device can read, each of their letters is one byte. Nearly all are written in one
 * way, which is found without making a text of the page.
 */
function countSpans(bytes: Uint8Array): number {
  const page = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let count = 0;
  for (let at = page.indexOf(OUR_SPAN); at >= 0; at = page.indexOf(OUR_SPAN, at + OUR_SPAN.length)) count += 1;
  return count > 0 ? count : (page.toString('latin1').match(ANY_SPAN)?.length ?? 0);
}

function checkWellFormed(name: string, text: string): void {
  try {
    scanXml(text.replace(/^\uFEFF/, ''), () => NOBODY);
  } catch (error) {
    if (!(error instanceof NotWellFormed)) throw error;
    throw missing(`has a page "${name}" no device can show: ${error.message}`);
  }
}

function missing(what: string): DomainError {
  return new DomainError('conversion.failed', `The converted book ${what}.`);
}
