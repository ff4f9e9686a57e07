import type { EnrichmentCounts } from '@octavo/contracts';
import { counted } from '../libraries/library-words.js';

const number = (count: number) => count.toLocaleString('en-GB');

export interface AskingProgress {
  /** Books that are to be asked about. */
  waiting: number;
  /** How many of all books need not be asked about any more, in percent. */
  percent: number;
}

/** How far the search is; undefined while nothing waits. */
export function askingProgress(counts: EnrichmentCounts): AskingProgress | undefined {
  const { wanted } = counts;
  if (wanted === 0) return undefined;
  return { waiting: wanted, percent: (100 * (allBooks(counts) - wanted)) / allBooks(counts) };
}

export function allBooks({ never, wanted, done, suggested, none, blocked }: EnrichmentCounts): number {
  return never + wanted + done + suggested + none + blocked;
}

/** What came of asking, state by state; states without a book are left out. */
export function countWords(counts: EnrichmentCounts): { words: string; state: keyof EnrichmentCounts }[] {
  const { never, wanted, done, suggested, none, blocked } = counts;
  const lines: [keyof EnrichmentCounts, number, string][] = [
    ['done', done, 'found, and what is known of them taken'],
    ['suggested', suggested, 'with finds that may be theirs'],
    ['none', none, 'that nobody knows'],
    ['blocked', blocked, 'about which somebody refused to answer'],
    ['wanted', wanted, 'waiting to be asked about'],
    ['never', never, 'that nobody was asked about yet'],
  ];
  return lines
    .filter(([, count]) => count > 0)
    .map(([state, count, what]) => ({ state, words: `${number(count)} ${what}` }));
}

/** "3 of 120 books wait". */
export function waitingWords(counts: EnrichmentCounts): string {
  const { wanted } = counts;
  return `${number(wanted)} of ${counted(allBooks(counts), 'book')} ${wanted === 1 ? 'waits' : 'wait'} to be asked about`;
}
