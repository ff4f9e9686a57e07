import { PROVIDERS, type ProviderId } from '@octavo/providers';
import { paceTable } from './pace-table.js';

const NOBODY: ReadonlySet<ProviderId> = new Set();

describe('the pace of providers', () => {
  it('is that of a reader where pages are made for people, and half as long between where they are not', () => {
    const table = paceTable({ gapMs: 3_000, pagesPerDay: 50, elsewhere: NOBODY });
    expect(table.amazon).toEqual({ gapMs: 3_000, jitterMs: 3_000, pagesPerDay: 50 });
    expect(table.goodreads).toEqual(table.amazon);
    for (const id of ['open-library', 'audnexus', 'audible'] as const)
      expect(table[id]).toEqual({ gapMs: 1_500, jitterMs: 0 });
  });

  it('is never faster than they bear in their own place, whatever is wished', () => {
    const table = paceTable({ gapMs: 1, pagesPerDay: 100_000, elsewhere: NOBODY });
    for (const id of PROVIDERS) expect(table[id].gapMs).toBeGreaterThanOrEqual(1_000);
    expect(table.amazon).toEqual({ gapMs: 2_000, jitterMs: 2_000, pagesPerDay: 1_000 });
  });

  it('is as wished where somebody put another in their place', () => {
    const table = paceTable({ gapMs: 10, pagesPerDay: 100_000, elsewhere: new Set(['amazon']) });
    expect(table.amazon).toEqual({ gapMs: 10, jitterMs: 10, pagesPerDay: 100_000 });
    expect(table.goodreads.gapMs).toBe(2_000);
  });
});
