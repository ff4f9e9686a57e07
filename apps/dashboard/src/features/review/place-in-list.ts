/**
 * Where one is in a list that changes: at the same book as before; where that has left, at the one that came after it.
 * Undefined for an empty list.
 */
export function placeInList(ids: readonly string[], current: string | undefined, last: number): number | undefined {
  if (ids.length === 0) return undefined;
  const at = current === undefined ? -1 : ids.indexOf(current);
  return at >= 0 ? at : Math.min(Math.max(last, 0), ids.length - 1);
}
