import type { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { RandomAccess } from '@octavo/domain';
import { writeArchive } from '../archive/archive-writer.js';
import { packAhead } from '../archive/pack-ahead.js';
import type { ConversionReport, Converter, ConvertOptions } from '../converter.js';
import { ComicConversion } from './comic-conversion.js';

/**
 * Comics to KEPUB: a book of fixed pages, one image each. In the report a page counts as a fallback when its image had
 * to be made anew, and as skipped when it is not in the book. Which archive it is, is told by its bytes.
 */
export const cbzToKepub: Converter = { from: 'cbz', to: 'kepub', version: 1, convert };
export const cbrToKepub: Converter = { from: 'cbr', to: 'kepub', version: 1, convert };

async function convert(source: RandomAccess, out: Writable, options: ConvertOptions = {}): Promise<ConversionReport> {
  const { signal } = options;
  const conversion = new ComicConversion(source, options);
  try {
    await pipeline(writeArchive(packAhead(conversion.files())), out, { signal });
  } catch (error) {
    signal?.throwIfAborted();
    throw error;
  }
  return conversion.report;
}
