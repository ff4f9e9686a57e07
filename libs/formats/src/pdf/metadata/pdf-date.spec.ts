import { momentOfPdfDate, momentOfXmpDate } from './pdf-date.js';

const iso = (moment: number | undefined) => (moment === undefined ? undefined : new Date(moment).toISOString());

describe('a date of a PDF', () => {
  it.each([
    ["D:20240102030405+01'00'", '2024-01-02T02:04:05.000Z'],
    ["D:20240102030405-05'30", '2024-01-02T08:34:05.000Z'],
    ['D:20240102030405Z', '2024-01-02T03:04:05.000Z'],
    ['20240102', '2024-01-02T00:00:00.000Z'],
    ['D:2024', '2024-01-01T00:00:00.000Z'],
    ['yesterday', undefined],
    ['', undefined],
  ])('%s is the moment %s', (text, expected) => expect(iso(momentOfPdfDate(text))).toBe(expected));

  it.each([
    ['2024-01-02T03:04:05+01:00', '2024-01-02T02:04:05.000Z'],
    ['2024-01-02T03:04:05', '2024-01-02T03:04:05.000Z'],
    ['2024-01-02', '2024-01-02T00:00:00.000Z'],
    ['soon', undefined],
  ])('%s of XMP is the moment %s', (text, expected) => expect(iso(momentOfXmpDate(text))).toBe(expected));
});
