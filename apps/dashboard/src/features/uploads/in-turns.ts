/** Runs what it is given, at most `most` at a time and in the order it was given; each call ends as its work does. */
export function inTurns(most: number): <Result>(work: () => Promise<Result>) => Promise<Result> {
  const waiting: (() => void)[] = [];
  let free = most;
  return async (work) => {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await work();
    } finally {
      // Whoever waits takes over the turn; it does not become free in between.
      const next = waiting.shift();
      if (next) next();
      else free += 1;
    }
  };
}
