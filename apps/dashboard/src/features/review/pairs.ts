import type { WorkSuggestion, WorkSuggestionPage } from '@octavo/contracts';

type Pair = Pick<WorkSuggestion, 'book' | 'other'>;

/** What names a pair. */
export const pairId = ({ book, other }: Pair): string => `${book.bookId} ${other.bookId}`;

/** Pairs without one that was answered. */
export function withoutPair(page: WorkSuggestionPage, answered: Pair): WorkSuggestionPage {
  const items = page.items.filter((one) => pairId(one) !== pairId(answered));
  return { ...page, items, total: page.total - (page.items.length - items.length) };
}
