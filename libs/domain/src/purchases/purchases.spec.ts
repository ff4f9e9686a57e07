import { doubtOf, type LookSeen } from './missed-titles.js';
import { type StoreMemory, whichLook } from './which-look.js';

const NOW = new Date('2026-11-22T12:00:00Z');
const hoursAgo = (hours: number) => new Date(NOW.getTime() - hours * 3_600_000);
const memory = (over: Partial<StoreMemory> = {}): StoreMemory => ({
  ...{ now: NOW, verifiedAt: hoursAgo(6), total: 5_000, stateToken: '1785499200123' },
  ...{ tokenGroups: 'a,b', groups: 'a,b', hollow: 0 },
  ...over,
});

describe('which look at a shop is taken', () => {
  it('is a question for changes where all was seen lately, and there is much of it', () => {
    expect(whichLook(memory())).toBe('delta');
  });

  it.each([
    ['it was never seen completely', { verifiedAt: null }],
    ['nobody knows where changes begin', { stateToken: null }],
    ['other fields are asked for now', { groups: 'a,b,c' }],
    ['some titles came without their fields', { hollow: 1 }],
    ['one answer holds all of it', { total: 1_000 }],
    ['nobody knows how much it is', { total: null }],
    ['it was a day ago', { verifiedAt: hoursAgo(24) }],
  ])('is for everything where %s', (_, over) => {
    expect(whichLook(memory(over))).toBe('full');
  });
});

describe('titles that did not come', () => {
  const seen = (over: Partial<LookSeen> = {}): LookSeen => ({
    ...{ isVerified: true, distinct: 299, present: 300, unseen: 1, totalBefore: 300 },
    ...over,
  });

  it('count as missed where all was seen', () => {
    expect(doubtOf(seen())).toBeNull();
    expect(doubtOf(seen({ distinct: 150, unseen: 150 }))).toBeNull();
  });

  it.each([
    ['not all was seen', { isVerified: false }, 'not-all-seen'],
    ['nothing came', { distinct: 0, unseen: 300 }, 'nothing-there'],
    ['less than half came', { distinct: 149, unseen: 151 }, 'too-few'],
    ['less than half of the last count came', { distinct: 300, present: 300, totalBefore: 700 }, 'too-few'],
  ])('do not where %s', (_, over, doubt) => {
    expect(doubtOf(seen(over))).toBe(doubt);
  });

  it('are no matter where there are none', () => {
    expect(doubtOf(seen({ isVerified: false, unseen: 0 }))).toBeNull();
  });
});
