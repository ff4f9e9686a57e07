import { bytesAccess } from '@octavo/domain';
import { countedAccess } from '../testing/counted-access.js';
import { frontAccess } from './front-access.js';
import { PalmDatabase } from './palm-database.js';

/** Records of four bytes, "aaaa", "bbbb" and "cccc", unless they are said to begin elsewhere. */
function database(starts: number[] = [104, 108, 112]): Promise<PalmDatabase> {
  const bytes = Buffer.alloc(116);
  bytes.write('BOOKMOBI', 60);
  bytes.writeUInt16BE(starts.length, 76);
  for (const [index, start] of starts.entries()) bytes.writeUInt32BE(start, 78 + index * 8);
  bytes.write('aaaabbbbcccc', 104);
  return PalmDatabase.open(bytesAccess(bytes));
}

async function text(starts: number[] | undefined, index: number, maxBytes = 100): Promise<string | undefined> {
  const record = await (await database(starts)).record(index, maxBytes);
  return record === undefined ? undefined : Buffer.from(record).toString();
}

describe('a record of a Palm database', () => {
  it.each([
    [0, 'aaaa'],
    [1, 'bbbb'],
    [2, 'cccc'],
    [3, undefined],
    [-1, undefined],
    [0.5, undefined],
    [NaN, undefined],
    [2 ** 40, undefined],
  ])('number %d is %s', async (index, record) => expect(await text(undefined, index)).toBe(record));

  it('is none beyond the table, whatever the bytes there say', async () => {
    const bytes = Buffer.alloc(200);
    bytes.writeUInt16BE(1, 76);
    for (const at of [78, 86, 94]) bytes.writeUInt32BE(at + 50, at);
    expect(await (await PalmDatabase.open(bytesAccess(bytes))).record(1, 10)).toBeUndefined();
  });

  it('is given no further than asked for', async () => expect(await text(undefined, 0, 3)).toBe('aaa'));

  it.each([
    ['empty', [104, 104, 112]],
    ['behind the next', [108, 104, 112]],
    ['in the table', [90, 104, 112]],
    ['before one in the table', [104, 90, 112]],
    ['beyond the end', [200, 204, 208]],
    ['across the end', [104, 200, 204]],
  ])('is none where it is %s', async (_, starts) => expect(await text(starts, 0)).toBeUndefined());
});

describe('the end of a Palm database', () => {
  it.each([
    ['within a record', [104, 108, 112], false],
    ['before the last record', [104, 108, 116], true],
    ['far before it', [104, 108, 4_000_000_000], true],
    ['nowhere: the last record is in the table', [104, 108, 80], true],
  ])('is missing when it is %s: %s', async (_, starts, cutOff) => {
    expect(await (await database(starts)).isCutOff()).toBe(cutOff);
  });
});

it('the front of a file is asked for once, and nothing outside the file', async () => {
  const bytes = Buffer.alloc(100_000, 'x');
  const source = countedAccess(bytes);
  const access = frontAccess(source);
  expect((await access.read(0, 78)).byteLength).toBe(78);
  expect((await access.read(60_000, 1000)).byteLength).toBe(1000);
  expect((await access.read(65_000, 1000)).byteLength).toBe(1000);
  expect((await access.read(99_000, 5000)).byteLength).toBe(1000);
  expect((await access.read(200_000, 10)).byteLength).toBe(0);
  expect(source.reads).toEqual([
    { offset: 0, length: 65_536 },
    { offset: 65_000, length: 1000 },
    { offset: 99_000, length: 1000 },
  ]);
});
