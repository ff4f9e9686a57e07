import { providers } from '@octavo/providers';
import { paceTable } from './pace-table.js';

describe('the pace of the providers', () => {
  it.each(Object.values(providers))('is slow and bounded where pages are made for people: $name', ({ id, scrapes }) => {
    const { gapMs, jitterMs, pagesPerDay } = paceTable(50)[id];
    expect([gapMs, jitterMs, pagesPerDay]).toEqual(scrapes ? [2_000, 2_000, 50] : [1_000, 0, undefined]);
  });
});
