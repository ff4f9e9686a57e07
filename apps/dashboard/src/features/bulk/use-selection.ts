import { useCallback, useEffect, useState } from 'react';
import { NOTHING_SELECTED, type Selection, withToggledBook } from './selection.js';

export interface Selecting {
  /** Undefined while nobody selects: then books are links. */
  selection: Selection | undefined;
  select: (selection: Selection) => void;
  toggle: (bookId: string, range: boolean) => void;
  begin: () => void;
  leave: () => void;
}

/**
 * Books being selected in a list. What was chosen one by one stays chosen in another search (`scope`); "all that the search
 * shows" does not, since those would be others. Escape ends it.
 */
export function useSelection(scope: string): Selecting {
  const [selection, select] = useState<Selection>();
  const [known, setKnown] = useState(scope);
  if (scope !== known) {
    setKnown(scope);
    if (selection?.everything) select(NOTHING_SELECTED);
  }
  const leave = useCallback(() => select(undefined), []);
  useLeaveByEscape(selection !== undefined, leave);
  const toggle = useCallback((bookId: string, range: boolean) => {
    select((before) => {
      if (!before || before.everything) return before;
      return withToggledBook(before, bookId, { range, order: shownOnPage() });
    });
  }, []);
  return { selection, select, toggle, begin: () => select(NOTHING_SELECTED), leave };
}

function useLeaveByEscape(isSelecting: boolean, leave: () => void): void {
  useEffect(() => {
    if (!isSelecting) return;
    const onKeyDown = ({ key, target }: KeyboardEvent) => {
      const isElsewhere = target instanceof HTMLInputElement || document.querySelector('[role="dialog"]') !== null;
      if (key === 'Escape' && !isElsewhere) leave();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [isSelecting, leave]);
}

function shownOnPage(): string[] {
  const cards = document.querySelectorAll<HTMLElement>('[data-book-id]');
  return [...cards].flatMap(({ dataset }) => dataset['bookId'] ?? []);
}
