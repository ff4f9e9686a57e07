import { parseDate, type PartialDate } from '@octavo/domain';
import type { PdfMetadata } from './pdf-metadata.js';

/** The publication date; when the file was made or changed says nothing of it. */
export function publishedOf(metadata: PdfMetadata): PartialDate | undefined {
  return [
    ...metadata.texts('dc', 'date'),
    ...metadata.texts('prism', 'publicationdate'),
    ...metadata.texts('prism', 'coverdate'),
  ]
    .map((text) => parseDate(text))
    .find((date) => date !== undefined && !isEpoch(date));
}

/** 1970-01-01 is what a missing time stamp looks like. */
function isEpoch({ year, month, day }: PartialDate): boolean {
  return year === 1970 && month === 1 && day === 1;
}
