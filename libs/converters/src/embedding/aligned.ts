/** A wanted value, and the element that says it already. */
export interface Aligned<E, W> {
  wanted: W;
  element: E | undefined;
}

/**
 * Which elements of a list may stay: each for the wanted value it says, in the order of both. What is left over says
 * something else, or says it in another place.
 */
export function aligned<E, W>(
  elements: readonly E[],
  wanted: readonly W[],
  says: (element: E, value: W) => boolean,
): { pairs: Aligned<E, W>[]; rest: E[] } {
  let from = 0;
  const pairs = wanted.map((value): Aligned<E, W> => {
    const at = elements.findIndex((element, index) => index >= from && says(element, value));
    if (at < 0) return { wanted: value, element: undefined };
    from = at + 1;
    return { wanted: value, element: elements[at] };
  });
  const kept = new Set(pairs.map(({ element }) => element));
  return { pairs, rest: elements.filter((element) => !kept.has(element)) };
}
