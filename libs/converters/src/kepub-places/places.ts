import type { KepubText, SpannedPage } from './kepub-text.js';

/** A span of a KEPUB, as devices name it. */
export interface SpanPlace {
  /** Path of the content document in the archive: "OEBPS/c7.xhtml". */
  source: string;
  /** Id of the span in it: "kobo.12.3". */
  value: string;
}

/** A span, and how far into its document and its book it begins. */
export interface MeasuredPlace extends SpanPlace {
  /** 0 to 100, a whole number as on the wire. */
  contentPercent: number;
  /** 0 to 100. */
  percent: number;
}

/**
 * The place at `percent` (0 to 100, anything beyond is its end) of a book's letters: the span that holds the letter
 * there, at 100 the last. Undefined for a book without spans and for what is no number.
 */
export function placeAt(text: KepubText, percent: number): MeasuredPlace | undefined {
  if (text.length === 0 || Number.isNaN(percent)) return undefined;
  const share = Math.min(Math.max(percent, 0), 100) / 100;
  // A percentage that was made of a letter's number must lead back to that letter.
  const letter = Math.min(Math.floor(share * text.length + ROUNDING), text.length - 1);
  const page = text.pages.findLast(({ start }) => start <= letter)!;
  return placeOf(text, page, page.spans.spanAt(letter - page.start));
}

const ROUNDING = 1e-6;

/** How far into the book a span begins, 0 to 100; undefined when the book has no such span. */
export function percentAt(text: KepubText, place: SpanPlace): number | undefined {
  const found = findSpan(text, place);
  return found && percentOf(text, found.page, found.span);
}

/** A span by its name. */
export function findSpan(
  text: KepubText,
  { source, value }: SpanPlace,
): { page: SpannedPage; span: number } | undefined {
  const page = text.find(source);
  const span = page?.spans.find(value);
  return page && span !== undefined ? { page, span } : undefined;
}

/** A span by its number on its page. */
export function placeOf(text: KepubText, page: SpannedPage, span: number): MeasuredPlace {
  return {
    source: page.name,
    value: page.spans.idOf(span),
    contentPercent: Math.floor((100 * page.spans.startOf(span)) / page.spans.length),
    percent: percentOf(text, page, span),
  };
}

function percentOf(text: KepubText, page: SpannedPage, span: number): number {
  return (100 * (page.start + page.spans.startOf(span))) / text.length;
}
