import fc from 'fast-check';
import { publicationDate, readWireDate, wireDate } from './wire-dates.js';
import { WireDate } from './wire/wire-date.js';

describe('a time we send', () => {
  it('is UTC with whole seconds, whatever the year', () => {
    fc.assert(
      fc.property(fc.date({ noInvalidDate: true }), (date) => {
        expect(WireDate.safeParse(wireDate(date)).success).toBe(true);
      }),
    );
  });

  it('is read back as the same second', () => {
    const dates = fc.date({ min: new Date('1000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(dates, (date) => {
        expect(readWireDate(wireDate(date))?.getTime()).toBe(Math.floor(date.getTime() / 1000) * 1000);
      }),
    );
  });

  it('is never of the years other programs use for "undefined"', () => {
    expect(wireDate(new Date('0101-01-01T00:00:00Z'))).toBe('1000-01-01T00:00:00Z');
    expect(WireDate.safeParse('0101-01-01T00:00:00Z').success).toBe(false);
  });
});

describe('a time a device sends', () => {
  it.each<[string, string | undefined]>([
    ['2026-03-08T21:14:03Z', '2026-03-08T21:14:03.000Z'],
    ['2026-09-22T11:53:24.1234567Z', '2026-09-22T11:53:24.123Z'],
    ['2026-09-22T11:53:24.123456789Z', '2026-09-22T11:53:24.123Z'],
    ['2026-09-22T13:53:24+02:00', '2026-09-22T11:53:24.000Z'],
    ['2026-09-22T13:53:24+0200', '2026-09-22T11:53:24.000Z'],
    ['2026-09-22T11:53:24', '2026-09-22T11:53:24.000Z'],
    [' 2026-09-22T11:53Z ', '2026-09-22T11:53:00.000Z'],
    ['2026-13-22T11:53:24Z', undefined],
    ['2026-09-22T25:53:24Z', undefined],
    ['yesterday', undefined],
    ['', undefined],
  ])('%j', (text, expected) => {
    expect(readWireDate(text)?.toISOString()).toBe(expected);
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        readWireDate(text);
        publicationDate(text);
      }),
    );
  });
});

describe('a date of publication', () => {
  it.each<[string | undefined, string | undefined]>([
    ['1969', '1969-01-01T00:00:00Z'],
    ['1969-03', '1969-03-01T00:00:00Z'],
    ['1969-03-21', '1969-03-21T00:00:00Z'],
    ['2024-02-29', '2024-02-29T00:00:00Z'],
    ['2023-02-29', undefined],
    ['1969-13', undefined],
    ['0101-01-01', undefined],
    ['69', undefined],
    [undefined, undefined],
  ])('%j', (partial, expected) => {
    expect(publicationDate(partial)).toBe(expected);
  });
});
