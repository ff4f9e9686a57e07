import fc from 'fast-check';
import { type PaceSample, paceWords, rateOf, withSample } from './scan-pace.js';

const gathered = (samples: PaceSample[]) => samples.reduce(withSample, [] as PaceSample[]);

describe('the pace of a scan', () => {
  it('is not guessed from a moment', () => {
    expect(rateOf([])).toBeUndefined();
    expect(rateOf(gathered([{ at: 0, done: 0 }]))).toBeUndefined();
    expect(
      rateOf(
        gathered([
          { at: 0, done: 0 },
          { at: 2_000, done: 500 },
        ]),
      ),
    ).toBeUndefined();
  });

  it('is what was done in the time, in files a second', () => {
    expect(
      rateOf(
        gathered([
          { at: 0, done: 0 },
          { at: 1_000, done: 10 },
          { at: 5_000, done: 200 },
        ]),
      ),
    ).toBe(40);
  });

  it('forgets what was long ago', () => {
    const samples = gathered([
      { at: 0, done: 0 },
      { at: 1_000, done: 10_000 },
      { at: 30_000, done: 10_100 },
      { at: 40_000, done: 10_200 },
    ]);
    expect(rateOf(samples)).toBe(10);
  });

  it('is unknown while nothing moves', () => {
    expect(
      rateOf(
        gathered([
          { at: 0, done: 5 },
          { at: 10_000, done: 5 },
        ]),
      ),
    ).toBeUndefined();
  });

  it('begins anew with another scan', () => {
    expect(
      gathered([
        { at: 0, done: 900 },
        { at: 5_000, done: 3 },
      ]),
    ).toEqual([{ at: 5_000, done: 3 }]);
  });

  it('is never negative, endless or no number', () => {
    const sample = fc.record({ at: fc.nat(1e9), done: fc.nat(1e6) });
    fc.assert(
      fc.property(fc.array(sample), (samples) => {
        const inOrder = samples.toSorted((a, b) => a.at - b.at);
        const rate = rateOf(gathered(inOrder));
        expect(rate === undefined || (Number.isFinite(rate) && rate > 0)).toBe(true);
      }),
    );
  });

  it.each([
    [undefined, 100, undefined],
    [40, 0, '40 a second'],
    [40, 100, '40 a second, a few seconds left'],
    [1, 31, '1 a second, about 30 seconds left'],
    [10, 700, '10 a second, about 1 minute left'],
    [10, 6_000, '10 a second, about 10 minutes left'],
    [0.5, 3_600, '30 a minute, about 2 hours left'],
    [0.001, 1, '1 a minute, about 17 minutes left'],
  ])('%s files a second with %i left: %s', (rate, left, words) => {
    expect(paceWords(rate, left)).toBe(words);
  });
});
