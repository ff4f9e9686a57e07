import type { SeriesEntry } from '@octavo/domain';
import { plainText } from '../../text/plain-text.js';
import { seriesNumber } from '../../epub/metadata/series.js';
import type { PdfMetadata } from './pdf-metadata.js';

/** The series as calibre writes it: a structure of the name and, with a namespace of its own, the number. */
export function seriesOf(metadata: PdfMetadata): SeriesEntry[] {
  const [value] = metadata.values('calibre', 'series');
  const name = plainText(value?.text ?? '');
  if (name === '') return [];
  const index = value?.parts.find((part) => part.name === 'series_index')?.values[0]?.text;
  const number = seriesNumber(index ?? metadata.texts('calibre', 'series_index')[0] ?? '');
  return [{ name, ...(number !== undefined && { number }) }];
}
