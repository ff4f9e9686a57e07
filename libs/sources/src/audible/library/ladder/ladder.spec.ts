import {
  absorb,
  beginLadder,
  mayMarkAbsent,
  nextStep,
  pageSeen,
  stepFailed,
  type LadderEnd,
  type LadderState,
  type LadderStep,
} from './index.js';
import { readPage } from '../read-page.js';
import { isHollowPage } from '../hollow.js';
import { itemContext } from '../items/index.js';

const begin = (more: Partial<LadderState> = {}): LadderState => ({
  ...beginLadder({ groups: 'product_desc' }),
  ...more,
});
const stepOf = (state: LadderState): LadderStep => {
  const step = nextStep(state);
  if (step.kind === 'end') throw new Error(step.words);
  return step;
};
const dated = (...days: (number | null)[]) =>
  readPage(
    days.map((day, at) => ({
      asin: `B00000000${at}`,
      purchase_date: day && new Date(Date.UTC(2020, 0, day)).toISOString(),
    })),
    {},
  );
const end = (more: Partial<LadderEnd>): LadderEnd => ({
  kind: 'end',
  complete: true,
  reason: 'all_read',
  words: '',
  partial: false,
  mayConcludeAbsence: true,
  seen: 100,
  rows: 100,
  calls: 1,
  ...more,
});

describe('how a page is sorted', () => {
  it.each<[(number | null)[], boolean, string, number | undefined]>([
    [[1, 2, 3], true, 'ascending', 3],
    [[3, 2, 1], false, 'descending', 1],
    [[2, 2], true, 'level', 2],
    [[null, null, 1, 2], true, 'ascending', 2],
    [[1, null, 2], true, 'mixed', 1],
    [[1, 9, 3], true, 'mixed', 1],
    [[3, 9, 1], false, 'mixed', 9],
    [[null], true, 'undated', undefined],
    [[], true, 'undated', undefined],
  ])('%j', (days, isUp, order, edge) => {
    const seen = pageSeen(dated(...days), 0, isUp, false);
    expect([seen.order, seen.edge]).toEqual([order, edge && Date.UTC(2020, 0, edge)]);
  });

  it('believes no total that is less than what was given', () => {
    const page = (total: string) => readPage([{}, {}], { 'total-count': total });
    expect([pageSeen(page('1'), 1, true, false).total, pageSeen(page('2'), 1, true, false).total]).toEqual([
      undefined,
      2,
    ]);
  });
});

describe('a step that failed', () => {
  it('halves the page down to 50, and begins it where the larger one did', () => {
    let state: LadderState | undefined = begin({ phase: 'pages-newest', page: 4 });
    const sizes: number[][] = [];
    while (state) {
      const step: LadderStep = stepOf(state);
      sizes.push([step.pageSize, step.page]);
      state = stepFailed(state, step, 'heavy');
    }
    expect(sizes).toEqual([
      [1000, 4],
      [500, 7],
      [250, 13],
      [125, 25],
      [62, 49],
      [50, 60],
    ]);
  });

  it('asks three times more for a page without titles, and twelve times in all', () => {
    const again = (more: Partial<LadderState>) => stepFailed(begin(more), stepOf(begin()), 'hollow');
    expect(again({})).toMatchObject({ askedAgain: 1, askedAgainHere: 1, calls: 0 });
    expect([again({ askedAgainHere: 3 }), again({ askedAgain: 12 })]).toEqual([undefined, undefined]);
  });

  it('is final at either end', () => {
    for (const phase of ['newest', 'oldest', 'head'] as const)
      expect(stepFailed(begin({ phase }), stepOf(begin({ phase })), 'rejected')).toBeUndefined();
  });
});

describe('guards', () => {
  it('bounds what may be configured', () => {
    const sizes = [1, 10, 500.4, 5000].map((pageSize) => beginLadder({ pageSize, groups: '' }).pageSize);
    expect(sizes).toEqual([10, 10, 500, 1000]);
  });

  it('ends after too many calls', () => {
    expect(nextStep(begin({ calls: 200 }))).toMatchObject({ kind: 'end', reason: 'too_many_calls', complete: false });
    expect(nextStep(begin({ calls: 32, total: 12_000 }))).toMatchObject({ kind: 'end', complete: false });
    expect(nextStep(begin({ calls: 31, total: 12_000 }))).toMatchObject({ kind: 'step' });
  });

  it('takes no count of a window for that of the library', () => {
    const state = begin({
      phase: 'windows',
      cursor: Date.UTC(2020, 0, 1),
      upper: Date.UTC(2020, 0, 9),
      total: 5000,
      firstTotal: 5000,
      seen: 100,
    });
    const page = { ...dated(1, 2, 3), total: 4000 };
    expect(absorb(state, stepOf(state), pageSeen(page, 2, true, false))).toMatchObject({
      total: 5000,
      totalChanged: false,
      totalFell: false,
      seen: 102,
    });
  });
});

describe('absence', () => {
  it.each<[Partial<LadderEnd>, number, number | undefined, boolean]>([
    [{}, 100, 100, true],
    [{}, 100, undefined, true],
    [{ mayConcludeAbsence: false }, 100, 100, false],
    [{ seen: 0 }, 300, 300, false],
    [{ seen: 0 }, 0, 0, true],
    [{ seen: 49 }, 100, 100, false],
    [{ seen: 50 }, 100, 100, true],
  ])('%j', (of, present, lastComplete, may) => expect(mayMarkAbsent(end(of), { present, lastComplete })).toBe(may));
});

describe('a page without titles', () => {
  const page = (bare: number, whole: number) =>
    readPage(
      [
        ...Array.from({ length: bare }, () => ({ asin: 'B000000001' })),
        ...Array.from({ length: whole }, () => ({ title: 'T' })),
      ],
      {},
    ).rows;
  it.each([
    [3, 12, true],
    [3, 13, false],
    [2, 2, false],
    [1, 0, true],
    [2, 0, true],
    [0, 0, false],
    [200, 800, true],
    [199, 801, false],
  ])('%i of %i others', (bare, whole, hollow) => {
    expect(isHollowPage(page(bare, whole), itemContext('product_desc'))).toBe(hollow);
    expect(isHollowPage(page(bare, whole), itemContext('percent_complete'))).toBe(false);
  });
});
