import { readDate, readModified } from './dates.js';
import { readRetryAfter } from './retry-after.js';

const NOON = '2026-03-03T10:00:00.000Z';

describe('a date', () => {
  it.each([
    'Tue, 03 Mar 2026 10:00:00 GMT',
    'Tue, 3 Mar 2026 10:00:00 GMT',
    '3 Mar 2026 10:00:00 GMT',
    'Tue, 03 Mar 2026 12:00:00 +0200',
    'Tue, 03 Mar 2026 05:30:00 -0430',
    'Tuesday, 03-Mar-26 10:00:00 GMT',
    'Tue Mar  3 10:00:00 2026',
    'Tue Mar 3 10:00:00 UTC 2026',
    '2026-03-03T10:00:00Z',
    '2026-03-03T10:00:00.123Z',
    '2026-03-03 10:00:00',
    '2026-03-03T11:00:00+01:00',
    '  tue, 03 mar 2026 10:00:00 gmt ',
  ])('is read from %s', (text) => expect(readDate(text)?.toISOString()).toBe(NOON));

  it.each([
    '',
    'yesterday',
    'Tue, 31 Feb 2026 10:00:00 GMT',
    '2026-13-01T00:00:00Z',
    '2026-03-03',
    'Tue, 03 Mar 2026 25:00:00 GMT',
    '1772532000',
    'x'.repeat(100_000),
  ])('is not read from %s', (text) => expect(readDate(text)).toBeUndefined());

  it.each(['Mon, 01 Jan 1601 00:00:00 GMT', 'Mon, 31 Dec 1979 23:59:59 GMT', 'Fri, 06 Mar 2026 10:00:00 GMT'])(
    '%s is no time at which a file was changed',
    (text) => expect(readModified(text, Date.parse(NOON))).toBeUndefined(),
  );

  it('may be a little ahead, since clocks are', () => {
    expect(readModified('Wed, 04 Mar 2026 10:00:00 GMT', Date.parse(NOON))).toBeDefined();
  });
});

describe('how long a server wants to be left alone', () => {
  it.each([
    ['7', 7],
    [' 120 ', 120],
    ['0', 0],
    ['-5', 0],
    ['1.5', 2],
    ['864000', 86_400],
    ['Tue, 03 Mar 2026 10:01:00 GMT', 60],
    ['Tue, 03 Mar 2026 09:00:00 GMT', 0],
    ['Fri, 13 Mar 2026 10:00:00 GMT', 86_400],
    ['soon', undefined],
    ['', undefined],
    [undefined, undefined],
  ])('%s is read as %s seconds', (text, seconds) => expect(readRetryAfter(text, Date.parse(NOON))).toBe(seconds));
});
