import fc from 'fast-check';
import { parseDate } from './parse-date.js';
import { formatPartialDate } from './partial-date.js';

const read = (text: string) => {
  const date = parseDate(text, 2026);
  return date && formatPartialDate(date);
};

describe('a date', () => {
  it.each([
    ['1969', '1969'],
    ['c1998', '1998'],
    ['©1998', '1998'],
    ['(c) 1998', '1998'],
    ['1969-03', '1969-03'],
    ['1969-03-01', '1969-03-01'],
    ['1969-03-01T23:30:00-08:00', '1969-03-01'],
    ['2014-05-25T00:00:00Z', '2014-05-25'],
    ['1969/3/1', '1969-03-01'],
    ['19690301', '1969-03-01'],
    ['1.3.1969', '1969-03-01'],
    ['March 1969', '1969-03'],
    ['Mar. 1, 1969', '1969-03-01'],
    ['1 March 1969', '1969-03-01'],
    ['Sat, 01 Mar 1969 10:00:00 +0000', '1969-03-01'],
    ['2001-00-00', '2001'],
    ['2001-02-30', '2001-02'],
    ['2001-13-01', '2001'],
    ['2031', '2031'],
  ])('%j is %s, no more precise than it was written', (text, date) => expect(read(text)).toBe(date));

  it.each(['', 'soon', '0101-01-01T00:00:00+00:00', '0000-00-00', '999', '2032', '19', '2002-2015'])(
    '%j is none',
    (text) => expect(read(text)).toBeUndefined(),
  );

  it('survives being written and read again', () => {
    const dates = fc.record({
      year: fc.integer({ min: 1000, max: 2031 }),
      month: fc.integer({ min: 1, max: 12 }),
      day: fc.integer({ min: 1, max: 28 }),
    });
    fc.assert(fc.property(dates, (date) => expect(parseDate(formatPartialDate(date), 2026)).toEqual(date)));
  });
});
