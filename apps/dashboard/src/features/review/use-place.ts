import { useState } from 'react';
import { placeInList } from './place-in-list.js';

/** What one looks at in a list that others work through too, and the way to the others. `idOf` names each. */
export function usePlace<Item>(items: readonly Item[], idOf: (item: Item) => string) {
  const [{ id, last }, setPlace] = useState<{ id: string | undefined; last: number }>({ id: undefined, last: 0 });
  const ids = items.map(idOf);
  const at = placeInList(ids, id, last);
  // Whoever comes next is kept hold of too.
  if (at !== undefined && (ids[at] !== id || at !== last)) setPlace({ id: ids[at], last: at });
  const move = (by: number) => {
    if (at === undefined) return;
    const next = Math.min(Math.max(at + by, 0), ids.length - 1);
    setPlace({ id: ids[next], last: next });
  };
  return { at, current: at === undefined ? undefined : items[at], move };
}
