import type { Asked } from '../ask.js';
import { AudibleError } from '../audible-error.js';
import { skewOf } from './clock-skew.js';

/** In seconds. How far a signature's time may be off is nowhere written; what other services of Amazon's allow. */
const MOST_SKEW_SEC = 5 * 60;

/**
 * Why an account is not accepted, whatever was tried: by a clock that is far off, or for good. `now` is our own time in
 * milliseconds.
 */
export function refusal({ status, headers }: Asked, now: number): AudibleError {
  const ahead = skewOf(headers['date'], now) ?? 0;
  if (Math.abs(ahead) <= MOST_SKEW_SEC) return new AudibleError('reauth_required', { status });
  const off = `${Math.round(Math.abs(ahead) / 60)} minutes ${ahead > 0 ? 'ahead of' : 'behind'} Audible’s`;
  const words = `The clock here is ${off}, so what it is asked counts as out of date. Set the clock; the account itself may be fine.`;
  return new AudibleError('clock_wrong', { status, words });
}
