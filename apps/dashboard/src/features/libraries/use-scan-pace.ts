import type { Scan } from '@octavo/contracts';
import { useEffect, useState } from 'react';
import { type PaceSample, paceWords, rateOf, withSample } from './scan-pace.js';

/** Asked this often even while nothing moves, so that a scan that hangs is not said to be fast. In milliseconds. */
const EVERY = 2_000;

/** How fast a scan's reading goes and how long it may still take, in words, from what this page has seen of it. */
export function useScanPace({ state, done, added, changed }: Scan): string | undefined {
  const [samples, setSamples] = useState<PaceSample[]>([]);
  const importing = state === 'IMPORTING';
  useEffect(() => {
    const take = () => setSamples((known) => (importing ? withSample(known, { at: Date.now(), done }) : []));
    take();
    if (!importing) return;
    const timer = setInterval(take, EVERY);
    return () => clearInterval(timer);
  }, [importing, done]);
  return importing ? paceWords(rateOf(samples), added + changed - done) : undefined;
}
