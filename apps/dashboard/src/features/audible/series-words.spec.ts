import { dayOf, divideSeries, haveWords, isToCome, releaseWords } from './series-words.js';

const TODAY = '2026-11-22';
const volume = (releaseDate: string | null) => ({ asin: 'B0', title: 'A volume', number: '1', releaseDate });
const series = (title: string, ...dates: (string | null)[]) => ({
  ...{ country: 'de', asin: `S-${title}`, title, have: 4, fetchedAt: '2026-11-22T12:00:00Z' },
  missing: dates.map(volume),
});

describe('how much of a series is there', () => {
  it.each([
    [series('a', '2020-01-01'), '4 of 5 volumes'],
    [series('a', '2020-01-01', '2027-05-03'), '4 of 6 volumes, 1 of them is still to come'],
    [series('a', '2027-05-03', '2028-05-03'), '4 of 6 volumes, 2 of them are still to come'],
    [{ have: 1, missing: [] }, '1 of 1 volume'],
  ])('%j is “%s”', (one, words) => {
    expect(haveWords(one, TODAY)).toBe(words);
  });
});

describe('a volume', () => {
  it.each([
    ['2026-11-22', false, 'appeared on 22 November 2026'],
    ['2026-11-23', true, 'appears on 23 November 2026'],
    ['2026-11-23T00:00:00Z', true, 'appears on 23 November 2026'],
    [null, false, undefined],
  ])('of %s is to come: %s, “%s”', (releaseDate, expected, words) => {
    expect(isToCome({ releaseDate }, TODAY)).toBe(expected);
    expect(releaseWords({ releaseDate }, TODAY)).toBe(words);
  });
});

describe('series', () => {
  it('come first where something of them can be had, and only count where they lack nothing', () => {
    const all = [
      series('later', '2027-01-01'),
      series('whole'),
      series('now', '2027-01-01', null),
      series('too', '2001'),
    ];
    const { open, complete } = divideSeries(all, TODAY);
    expect(open.map(({ title }) => title)).toEqual(['now', 'too', 'later']);
    expect(complete).toBe(1);
  });
});

describe('a day', () => {
  it('is that of whoever reads', () => {
    expect(dayOf(new Date(2026, 0, 5, 23, 59))).toBe('2026-01-05');
  });
});
