import type { UndoAnswer } from '@octavo/contracts';
import { fieldWords } from '../books/provenance-words.js';
import { counted } from '../libraries/library-words.js';

type Kept = UndoAnswer['kept'][number];

const WHY: Record<Kept['reason'], string> = {
  'changed since': 'it was changed again since',
  locked: 'it is locked',
};
const WHY_MANY: Record<Kept['reason'], string> = {
  'changed since': 'they were changed again since',
  locked: 'they are locked',
};

/** What was taken back, and what stays and why. */
export function undoWords({ undone, kept }: UndoAnswer): string {
  if (undone === 0 && kept.length === 0) return 'It was taken back already.';
  const books = new Set(kept.map(({ bookId }) => bookId)).size;
  const did = undone === 0 ? 'Nothing was taken back.' : `Taken back: ${counted(undone, 'change')}.`;
  return [did, ...(books > 1 ? ofManyBooks(kept) : ofOneBook(kept))].join(' ');
}

function ofOneBook(kept: readonly Kept[]): string[] {
  return kept.map(({ field, reason }) => `${fieldWords(field)} stays: ${WHY[reason]}.`);
}

/** A line for each book would say less than a number. */
function ofManyBooks(kept: readonly Kept[]): string[] {
  const byReason = Map.groupBy(kept, ({ reason }) => reason);
  return [...byReason].map(([reason, some]) => {
    return some.length === 1
      ? `One stays: ${WHY[reason]}.`
      : `${counted(some.length, 'change')} stay: ${WHY_MANY[reason]}.`;
  });
}
