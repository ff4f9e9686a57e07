import type { ShopBook } from '../books/shop-book.js';

const MINUTE = 60_000;
const INTRO = 3_924;
const OUTRO = 4_945;
/** As long as chapters are. */
const LENGTH = 30 * MINUTE;

/** The chapters of an audiobook: credits before them, then each half an hour, the last as long as is left. */
export function chaptersOf({ minutes = 0 }: ShopBook, asin: string): unknown {
  const runtimeLengthMs = minutes * MINUTE;
  const starts = [0, 20_000];
  for (let at = LENGTH; at < runtimeLengthMs - MINUTE; at += LENGTH) starts.push(at);
  const chapters = starts.map((startOffsetMs, at) => ({
    lengthMs: (starts[at + 1] ?? runtimeLengthMs) - startOffsetMs,
    startOffsetMs,
    startOffsetSec: Math.round(startOffsetMs / 1000),
    title: at === 0 ? 'Opening Credits' : `Chapter ${at}`,
  }));
  return {
    asin,
    brandIntroDurationMs: INTRO,
    brandOutroDurationMs: OUTRO,
    chapters,
    isAccurate: true,
    region: 'us',
    runtimeLengthMs,
    runtimeLengthSec: runtimeLengthMs / 1000,
  };
}
