import { useInterval } from '@mantine/hooks';
import { useState } from 'react';
import { ageOf, exactly } from './dates.js';

const MINUTE = 60_000;

/** A time by its age, kept true while the page stays open; the exact time is shown on hover. */
export function Moment({ at }: { at: string }) {
  const [now, setNow] = useState(() => Date.now());
  useInterval(() => setNow(Date.now()), MINUTE, { autoInvoke: true });
  return (
    <time dateTime={at} title={exactly(at)}>
      {ageOf(at, Math.max(now, Date.parse(at)))}
    </time>
  );
}
