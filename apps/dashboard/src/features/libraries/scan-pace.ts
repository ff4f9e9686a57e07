/** How many files were done at a time in milliseconds. */
export interface PaceSample {
  at: number;
  done: number;
}

/** Long enough that a slow file does not make a slow scan, short enough to notice a slow disk. */
const WINDOW_MS = 20_000;
/** Before that a rate would be a guess. */
const TELLING_MS = 3_000;

/**
 * The samples that say how fast it goes now: the newest, and those of the last twenty seconds. A count that fell is
 * another scan, and begins anew.
 */
export function withSample(samples: readonly PaceSample[], newest: PaceSample): PaceSample[] {
  const last = samples.at(-1);
  if (last && newest.done < last.done) return [newest];
  return [...samples.filter(({ at }) => newest.at - at <= WINDOW_MS), newest];
}

/** Files a second over the samples, or undefined where they do not say. */
export function rateOf(samples: readonly PaceSample[]): number | undefined {
  const [first, last] = [samples[0], samples.at(-1)];
  if (!first || !last || last.at - first.at < TELLING_MS || last.done <= first.done) return undefined;
  return ((last.done - first.done) * 1000) / (last.at - first.at);
}

/** "38 files a second, about 2 minutes left". `left` is how many files are to be done; no rate, no words. */
export function paceWords(rate: number | undefined, left: number): string | undefined {
  if (rate === undefined) return undefined;
  const speed = rate < 1 ? `${Math.max(1, Math.round(rate * 60))} a minute` : `${Math.round(rate)} a second`;
  return left <= 0 ? speed : `${speed}, ${timeWords(left / rate)} left`;
}

const MINUTE = 60;
const HOUR = 3_600;

/** Seconds no more exactly than they can be known. */
function timeWords(seconds: number): string {
  if (seconds < 10) return 'a few seconds';
  if (seconds < MINUTE) return `about ${Math.round(seconds / 10) * 10} seconds`;
  if (seconds < HOUR) return about(Math.round(seconds / MINUTE), 'minute');
  return about(Math.round(seconds / HOUR), 'hour');
}

const about = (count: number, unit: string) => `about ${count} ${unit}${count === 1 ? '' : 's'}`;
