import { exactly, waitUntil } from './dates.js';
import { useNow } from './use-now.js';

const OFTEN_ENOUGH = 15_000;

/** A time that is to come, by how long it is until then; the exact time is shown on hover. */
export function Upcoming({ at }: { at: string }) {
  const now = useNow(OFTEN_ENOUGH);
  return (
    <time dateTime={at} title={exactly(at)}>
      {waitUntil(at, now)}
    </time>
  );
}
