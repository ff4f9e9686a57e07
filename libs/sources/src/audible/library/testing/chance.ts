/** Numbers that look random and are the same for the same seed. */
export interface Chance {
  /** A whole number from 0, below `most`; 0 where that is 0. */
  below(most: number): number;
}

/** Mulberry32. */
export function chance(seed: number): Chance {
  let state = seed * 2_654_435_761;
  return {
    below(most) {
      state = (state + 0x6d2b79f5) | 0;
      let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
      mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
      return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * most);
    },
  };
}
