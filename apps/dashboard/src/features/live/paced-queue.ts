/** At most two rounds a second, and never more than a quarter of the time: a slow server is asked less often. */
const SHORTEST_PAUSE = 500;
const PAUSE_PER_ROUND = 3;

export interface PacedQueue<Thing> {
  add: (things: Thing[]) => void;
  stop: () => void;
}

/**
 * Collects things and hands them over in rounds, each thing once a round. A round begins only after the one before
 * has ended and a pause has passed. Times in milliseconds; `name` says which things are the same.
 */
export function pacedQueue<Thing>(
  name: (thing: Thing) => string,
  round: (things: Thing[]) => Promise<unknown>,
): PacedQueue<Thing> {
  const waiting = new Map<string, Thing>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let busy = false;

  const run = async () => {
    const things = [...waiting.values()];
    waiting.clear();
    const started = Date.now();
    await round(things);
    const pause = Math.max(SHORTEST_PAUSE, PAUSE_PER_ROUND * (Date.now() - started));
    timer = setTimeout(next, pause);
  };
  const next = () => {
    busy = waiting.size > 0;
    if (busy) void run();
  };
  const add = (things: Thing[]) => {
    for (const thing of things) waiting.set(name(thing), thing);
    if (!busy) next();
  };
  const stop = () => {
    clearTimeout(timer);
    waiting.clear();
  };
  return { add, stop };
}
