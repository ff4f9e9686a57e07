import type { BulkChange } from '@octavo/contracts';

/** Books that are chosen one by one, or all that the search shows. */
export interface Selection {
  ids: ReadonlySet<string>;
  /** Also those that are not on the page yet. */
  everything: boolean;
  /** The last that was touched: where a range begins. */
  anchor: string | undefined;
}

export const NOTHING_SELECTED: Selection = { ids: new Set(), everything: false, anchor: undefined };

export const EVERYTHING: Selection = { ids: new Set(), everything: true, anchor: undefined };

/** One book more or less; with `range`, as the last one was touched, all between the two. `order`: as they are shown. */
export function withToggledBook(
  { ids, anchor }: Selection,
  id: string,
  { range, order }: { range: boolean; order: readonly string[] },
): Selection {
  const next = new Set(ids);
  const isWanted = range && anchor !== undefined ? ids.has(anchor) : !ids.has(id);
  for (const one of range ? between(order, anchor, id) : [id]) {
    if (isWanted) next.add(one);
    else next.delete(one);
  }
  return { ids: next, everything: false, anchor: id };
}

function between(order: readonly string[], anchor: string | undefined, id: string): readonly string[] {
  const [from, to] = [order.indexOf(anchor ?? id), order.indexOf(id)];
  if (from < 0 || to < 0) return [id];
  return order.slice(Math.min(from, to), Math.max(from, to) + 1);
}

export type Target = Pick<BulkChange, 'ids' | 'query'>;

/** What a selection means to the server. */
export function targetOf(
  { ids, everything }: Selection,
  { q, shelf }: { q: string; shelf?: string | undefined },
): Target {
  if (!everything) return { ids: [...ids] };
  return { query: { ...(q !== '' && { q }), ...(shelf !== undefined && { shelf }) } };
}

/** How many books that is; `total` are shown by the search. */
export const countOf = ({ ids, everything }: Selection, total: number): number => (everything ? total : ids.size);
