import { DomainError } from '@octavo/domain';
import fc from 'fast-check';
import { exthFields } from './exth.js';
import { parseMobiHeader } from './mobi-header.js';

const exth = (count: number, body: string) => {
  const bytes = Buffer.from(`EXTH\0\0\0\0\0\0\0\0${body}`, 'latin1');
  bytes.writeUInt32BE(count, 8);
  return bytes;
};

describe('the EXTH header', () => {
  it('is a list of types and texts, of which one may occur twice', () => {
    const found = exthFields(exth(2, '\0\0\0\x64\0\0\0\x0aAB\0\0\0\x64\0\0\0\x09C'), 0);
    expect(found?.whole).toBe(true);
    expect(found?.fields.map(({ type, data }) => [type, Buffer.from(data).toString()])).toEqual([
      [100, 'AB'],
      [100, 'C'],
    ]);
  });

  it.each([
    ['more than there are', exth(2, '\0\0\0\x64\0\0\0\x0aAB'), 1],
    ['a part of one', exth(2, '\0\0\0\x64\0\0\0\x0aAB\0\0\0'), 1],
    ['one longer than the rest', exth(1, '\0\0\0\x64\0\0\0\x0bAB'), 0],
    ['one shorter than its head', exth(1, '\0\0\0\x64\0\0\0\x07AB'), 0],
  ])('that promises %s is not whole', (_, bytes, fields) => {
    const found = exthFields(bytes, 0);
    expect(found?.whole).toBe(false);
    expect(found?.fields).toHaveLength(fields);
  });

  it.each([
    ['is called otherwise', Buffer.from('EXTX\0\0\0\0\0\0\0\0'), 0],
    ['ends in its head', Buffer.from('EXTH\0\0\0\0'), 0],
    ['stands beyond the end', exth(0, ''), 500],
  ])('is none where it %s', (_, bytes, start) => expect(exthFields(bytes, start)).toBeUndefined());
});

it('a first record of any bytes is a header or a problem', () => {
  const mobi = (tail: Uint8Array) => Buffer.concat([Buffer.alloc(16), Buffer.from('MOBI'), tail]);
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (tail) => {
      let outcome: unknown;
      try {
        outcome = parseMobiHeader(mobi(tail));
      } catch (error) {
        outcome = error;
      }
      expect(outcome instanceof DomainError || Array.isArray((outcome as { exth: unknown }).exth)).toBe(true);
    }),
    { numRuns: 500 },
  );
});

it('a header that is shorter than its fields has none of them', () => {
  const record = Buffer.alloc(200, 0xff);
  record.write('MOBI', 16);
  record.writeUInt32BE(16, 20);
  expect(parseMobiHeader(record)).toMatchObject({ version: undefined, locale: undefined, firstImage: undefined });
});
