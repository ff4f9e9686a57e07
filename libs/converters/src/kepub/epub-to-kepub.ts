import type { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { DomainError, type RandomAccess } from '@octavo/domain';
import { openEpub, type EpubPackage } from '@octavo/formats';
import type { ConversionReport, Converter, ConvertOptions } from '../converter.js';
import { writeArchive } from '../archive/archive-writer.js';
import { BookConversion } from './book-conversion.js';
import { pageNames, pagesOf } from './book-files.js';
import { LARGEST_BOOK } from './limits.js';
import { packAhead } from '../archive/pack-ahead.js';

/** EPUB to KEPUB, Kobo's own dialect: the same book with every sentence numbered, which positions and marks rely on. */
export const epubToKepub: Converter = { from: 'epub', to: 'kepub', version: 2, convert };

async function convert(source: RandomAccess, out: Writable, options: ConvertOptions = {}): Promise<ConversionReport> {
  const { signal } = options;
  signal?.throwIfAborted();
  const epub = await openEpub(source);
  refuseUnsuited(epub);
  options.pages?.(pageNames(epub));
  const conversion = new BookConversion(epub, options);
  try {
    await pipeline(writeArchive(packAhead(conversion.files())), out, { signal });
  } catch (error) {
    signal?.throwIfAborted();
    throw error;
  }
  return conversion.report;
}

function refuseUnsuited(epub: EpubPackage): void {
  const pages = pagesOf(epub);
  if ([...pages].some(({ name }) => epub.encryptedPaths.has(name))) {
    throw new DomainError('format.encrypted', 'The pages are locked by DRM and cannot be converted.');
  }
  if (epub.layout === 'fixed') {
    throw new DomainError('format.unsupported', 'A book of fixed layout is better shown as the EPUB it is.');
  }
  const size = [...pages].reduce((sum, page) => sum + page.size, 0);
  if (size > LARGEST_BOOK) throw new DomainError('archive.bomb', 'The pages of the book unpack to more than 128 MiB.');
  if (pages.size === 0) throw new DomainError('conversion.failed', 'The book holds no pages.');
}
