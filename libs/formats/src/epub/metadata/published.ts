import { parseDate, type PartialDate } from '@octavo/domain';
import type { PackageMetadata } from './package-metadata.js';

/** Events of the file, not of the book (OPF 2.0 §2.2.7). */
const OF_THE_FILE = new Set(['creation', 'conversion', 'modification', 'ops-publication']);

/** The publication date: the date called so, else the first that is not the file's own. */
export function publishedOf(metadata: PackageMetadata): { published?: PartialDate; warning?: string } {
  const dates = metadata
    .fields('date')
    .map(({ attributes, text }) => ({ event: attributes['event']?.trim().toLowerCase() ?? '', text }))
    .filter(({ event }) => !OF_THE_FILE.has(event))
    .sort((a, b) => trust(a.event) - trust(b.event));
  const published = dates.map(({ text }) => parseDate(text)).find((date) => date !== undefined && !isEpoch(date));
  const [first] = dates;
  if (published !== undefined || first === undefined) return { published };
  return { warning: `The date "${first.text.slice(0, 40)}" is not a publication date.` };
}

function trust(event: string): number {
  return event.includes('publication') ? 0 : 1;
}

/** 1970-01-01 is what a missing time stamp looks like. */
function isEpoch({ year, month, day }: PartialDate): boolean {
  return year === 1970 && month === 1 && day === 1;
}
