import { ageOf, exactly } from './dates.js';
import { useNow } from './use-now.js';

const MINUTE = 60_000;

/** A time by its age, kept true while the page stays open; the exact time is shown on hover. */
export function Moment({ at }: { at: string }) {
  const now = useNow(MINUTE);
  return (
    <time dateTime={at} title={exactly(at)}>
      {ageOf(at, Math.max(now, Date.parse(at)))}
    </time>
  );
}
