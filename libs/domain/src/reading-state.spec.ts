import fc from 'fast-check';
import { mergeReading, type ReadingParts } from './reading-state.js';

const at = (minute: number) => new Date(Date.UTC(2026, 0, 1, 0, minute));
const place = { value: 'kobo.1.1', type: 'KoboSpan', source: 'c.xhtml' };

describe('taking in where a reader is', () => {
  it('takes each part by its own date, the device on a tie', () => {
    const kept: ReadingParts = {
      bookmark: { modifiedAt: at(5), progressPercent: 50 },
      statistics: { modifiedAt: at(1), spentReadingMinutes: 1 },
    };
    const { merged, taken } = mergeReading(kept, {
      bookmark: { modifiedAt: at(4), progressPercent: 40 },
      statistics: { modifiedAt: at(1), spentReadingMinutes: 2 },
    });
    expect(taken).toEqual({ bookmark: false, statistics: true, status: false });
    expect(merged).toEqual({ bookmark: kept.bookmark, statistics: { modifiedAt: at(1), spentReadingMinutes: 2 } });
  });

  it('keeps the place when only the percentage is told, and a percentage of nothing', () => {
    const kept: ReadingParts = { bookmark: { modifiedAt: at(1), progressPercent: 30, location: place } };
    const { merged } = mergeReading(kept, { bookmark: { modifiedAt: at(2), progressPercent: 0 } });
    expect(merged.bookmark).toEqual({ modifiedAt: at(2), progressPercent: 0, location: place });
  });

  it('counts each turn to reading as a start', () => {
    const states = ['Reading', 'Reading', 'Finished', 'Reading'] as const;
    let kept: ReadingParts = {};
    states.forEach(
      (status, minute) => (kept = mergeReading(kept, { status: { modifiedAt: at(minute), status } }).merged),
    );
    expect(kept.status).toMatchObject({ status: 'Reading', timesStartedReading: 2, lastTimeStartedReading: at(3) });
  });

  it('ends the same in whatever order updates of different times arrive, and however often', () => {
    const update = fc.record({ minute: fc.integer({ min: 0, max: 9 }), percent: fc.integer({ min: 0, max: 100 }) });
    fc.assert(
      fc.property(
        fc.uniqueArray(update, { selector: ({ minute }) => minute, minLength: 1 }),
        fc.integer(),
        (updates, seed) => {
          const take = (list: typeof updates) =>
            list.reduce<ReadingParts>(
              (kept, { minute, percent }) =>
                mergeReading(kept, { bookmark: { modifiedAt: at(minute), progressPercent: percent } }).merged,
              {},
            );
          const shuffled = [...updates, ...updates].sort(
            (a, b) => ((a.minute * 7 + seed) % 11) - ((b.minute * 7 + seed) % 11),
          );
          expect(take(shuffled)).toEqual(take([...updates].sort((a, b) => a.minute - b.minute)));
        },
      ),
    );
  });
});
