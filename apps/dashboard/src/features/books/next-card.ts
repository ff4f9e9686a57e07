interface Grid {
  /** How many cards there are, and how many stand in a row. */
  count: number;
  columns: number;
}

/** Which card an arrow key leads to from the card at `index`; undefined where there is none that way. */
export function nextCard(key: string, index: number, { count, columns }: Grid): number | undefined {
  const steps: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -columns, ArrowDown: columns };
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  const step = steps[key];
  if (step === undefined) return undefined;
  const next = index + step;
  return next >= 0 && next < count ? next : undefined;
}
