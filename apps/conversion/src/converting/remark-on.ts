import type { ConversionReport } from '@octavo/converters';

const NAMED = 3;

/** What a conversion did beside converting, in a sentence or two for the book's page; null when there is nothing to say. */
export function remarkOn({ converted, fallbacks, skipped }: ConversionReport): string | null {
  const mended = fallbacks > 0 ? [`${pages(fallbacks)} of ${converted} had faults and were mended.`] : [];
  const left = skipped.length > 0 ? [`${pages(skipped.length)} stayed as they were: ${list(skipped)}.`] : [];
  return [...mended, ...left].join(' ') || null;
}

const pages = (count: number) => (count === 1 ? '1 page' : `${count} pages`);

function list(skipped: ConversionReport['skipped']): string {
  const named = skipped.slice(0, NAMED).map(({ name, reason }) => `${name} (${reason})`);
  return [...named, ...(skipped.length > NAMED ? [`${skipped.length - NAMED} more`] : [])].join(', ');
}
