import { DomainError, type RandomAccess } from '@octavo/domain';
import { openEpub } from '@octavo/formats';
import { pagesOf } from './book-files.js';
import { LARGEST_PAGE } from './limits.js';
import { pageText } from './page-text.js';

const SPAN = /\sclass\s*=\s*["'](?:[^"']*\s)?koboSpan[\s"']/g;

/**
 * Opens a KEPUB, unpacks every page and counts the spans: a result is only worth keeping when a device can use it.
 * Throws 'conversion.failed' for one without pages or spans, and what openEpub throws for one that does not open.
 */
export async function verifyKepub(source: RandomAccess): Promise<{ pages: number; spans: number }> {
  const epub = await openEpub(source);
  const pages = pagesOf(epub);
  let spans = 0;
  for (const page of pages) {
    const text = pageText(await epub.archive.bytes(page, LARGEST_PAGE));
    spans += text.match(SPAN)?.length ?? 0;
  }
  if (pages.size === 0) throw new DomainError('conversion.failed', 'The converted book has no pages.');
  if (spans === 0) throw new DomainError('conversion.failed', 'The converted book has not one Kobo span.');
  return { pages: pages.size, spans };
}
