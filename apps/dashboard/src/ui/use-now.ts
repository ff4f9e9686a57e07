import { useInterval } from '@mantine/hooks';
import { useState } from 'react';

/** The time in milliseconds, told anew after so many of them for as long as the page stays open. */
export function useNow(everyMs: number): number {
  const [now, setNow] = useState(() => Date.now());
  useInterval(() => setNow(Date.now()), everyMs, { autoInvoke: true });
  return now;
}
