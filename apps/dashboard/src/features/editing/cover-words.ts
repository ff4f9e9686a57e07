import type { BookDetail } from '@octavo/contracts';
import { originWords } from '../books/provenance-words.js';

/** Where a book's cover comes from, or why there is none. */
export function coverWords({ coverUrl, provenance }: Pick<BookDetail, 'coverUrl' | 'provenance'>): string {
  const origin = provenance['cover'];
  const byHand = origin?.source === 'manual';
  if (coverUrl === null) return byHand ? 'taken away by hand' : 'none';
  if (byHand) return 'chosen by hand';
  return origin ? `from ${originWords(origin)}` : '';
}
