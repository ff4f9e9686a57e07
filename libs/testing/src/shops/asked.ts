import type { IncomingHttpHeaders } from 'node:http';

/** A request as it came, and when. */
export interface AskedRequest {
  /** Milliseconds since 1970. */
  at: number;
  method: string;
  path: string;
  query: Readonly<Record<string, string>>;
  headers: IncomingHttpHeaders;
  /** On a clock that never jumps and is the same for all servers of a process, in milliseconds. */
  startedAt: number;
  /** When the answer was sent or the client gave up; undefined while neither is so. */
  endedAt?: number;
  /** What went wrong with it on command. */
  fault?: string;
}

/** Milliseconds from the start of each request to the start of the next. */
export function gapsBetween(asked: readonly AskedRequest[]): number[] {
  const starts = asked.map(({ startedAt }) => startedAt).sort((a, b) => a - b);
  return starts.slice(1).map((start, at) => start - starts[at]!);
}

/** How many requests were under way at once, at most; one that begins when another ends does not overlap it. */
export function mostAtOnce(asked: readonly AskedRequest[]): number {
  const changes = asked
    .flatMap(({ startedAt, endedAt = Infinity }) => [
      { at: startedAt, by: 1 },
      { at: endedAt, by: -1 },
    ])
    .sort((a, b) => a.at - b.at || a.by - b.by);
  let [now, most] = [0, 0];
  for (const { by } of changes) {
    now += by;
    most = Math.max(most, now);
  }
  return most;
}
