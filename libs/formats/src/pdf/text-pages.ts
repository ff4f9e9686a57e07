import type { OpenedPdf } from './opened-pdf.js';
import { labelledIsbns } from './isbn-in-text.js';

const FIRST_PAGES = 10;
const LAST_PAGES = 3;
/** In characters, of one page. */
const MAX_TEXT = 20_000;
/** In milliseconds, for all pages. */
const MAX_TIME = 5_000;

/**
 * The ISBN printed in the book: of those on the first pages the ebook's, else the first; on the last pages, where other
 * books are advertised, only one that stands alone. Undefined when none is found in time.
 */
export async function printedIsbn(pdf: OpenedPdf): Promise<string | undefined> {
  const until = performance.now() + MAX_TIME;
  const { numPages } = pdf.document;
  for (let page = 1; page <= Math.min(FIRST_PAGES, numPages); page++) {
    const [isbn] = labelledIsbns(await textOf(pdf, page, until));
    if (isbn !== undefined) return isbn;
  }
  const last = new Set<string>();
  for (let page = Math.max(FIRST_PAGES, numPages - LAST_PAGES) + 1; page <= numPages; page++)
    for (const isbn of labelledIsbns(await textOf(pdf, page, until))) last.add(isbn);
  return last.size === 1 ? [...last][0] : undefined;
}

/** What pdf.js tells of a page, part by part; marks of its structure have no text. */
interface PageText {
  items: readonly { str?: string; hasEOL?: boolean }[];
}

/** A page whose text cannot be read has none. */
async function textOf(pdf: OpenedPdf, page: number, until: number): Promise<string> {
  const left = until - performance.now();
  const text =
    left > 0
      ? await pdf.attempt(
          left,
          () => textOfPage(pdf, page),
          () => undefined,
        )
      : undefined;
  return text ?? '';
}

async function textOfPage({ document }: OpenedPdf, number: number): Promise<string> {
  const page = await document.getPage(number);
  const reader = (page.streamTextContent() as ReadableStream<PageText>).getReader();
  let text = '';
  while (text.length < MAX_TEXT) {
    const { done, value } = await reader.read();
    if (done) break;
    for (const item of value.items) text += item.hasEOL === true ? `${item.str}\n` : (item.str ?? '');
  }
  await reader.cancel(new Error('That is text enough.'));
  page.cleanup();
  return text;
}
