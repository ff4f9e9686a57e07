import type { Doubt } from '@octavo/domain';
import { holdBack, isBelievedByNow } from './held-back.js';

const DAY = 86_400_000;
const doubt: Doubt = { guard: 'G4', because: '', confirmable: true };
const at = (day: number) => new Date(Date.UTC(2026, 0, 1) + day * DAY);

describe('a removal that is held back', () => {
  it('is remembered as long as it is the same files, in whatever order', () => {
    const first = holdBack(null, doubt, ['a', 'b'], at(0));
    const kept = JSON.parse(JSON.stringify(first)) as unknown;
    expect(holdBack(kept, doubt, ['b', 'a'], at(1))).toEqual({ ...first, listings: 2 });
    expect(holdBack(kept, doubt, ['a', 'c'], at(1))).toMatchObject({ listings: 1, since: at(1).toISOString() });
    expect(holdBack(kept, { ...doubt, guard: 'G5' }, ['a', 'b'], at(1))).toMatchObject({ listings: 1 });
    expect(holdBack(kept, undefined, [], at(1))).toBeNull();
  });

  it('is believed after ten listings in a week, and not before', () => {
    let held = holdBack(null, doubt, ['a'], at(0))!;
    for (let listing = 2; listing <= 9; listing += 1) held = holdBack(held, doubt, ['a'], at(listing))!;
    expect(isBelievedByNow(held, at(9))).toBe(false);
    held = holdBack(held, doubt, ['a'], at(9))!;
    expect(isBelievedByNow(held, at(6))).toBe(false);
    expect(isBelievedByNow(held, at(9))).toBe(true);
  });
});
