import type { ConversionReport } from '@octavo/converters';

const NAMED = 3;

/** What a conversion did beside converting, in a few sentences for the book's page; null when there is nothing to say. */
export function remarkOn({ converted, fallbacks, skipped, remarks = [] }: ConversionReport): string | null {
  const mended = fallbacks > 0 ? [`${pages(fallbacks)} of ${converted} had faults and were mended.`] : [];
  const left = skipped.map(({ name, reason }) => `${name} (${reason})`);
  const partly = remarks.map(({ name, remark }) => `${name} (${remark})`);
  const stayed = left.length > 0 ? [`${pages(left.length)} stayed as they were: ${list(left)}.`] : [];
  const others = partly.length > 0 ? [`Not all that was asked for could be done on ${list(partly)}.`] : [];
  return [...mended, ...stayed, ...others].join(' ') || null;
}

const pages = (count: number) => (count === 1 ? '1 page' : `${count} pages`);

function list(named: string[]): string {
  const more = named.length - NAMED;
  return [...named.slice(0, NAMED), ...(more > 0 ? [`${more} more`] : [])].join(', ');
}
