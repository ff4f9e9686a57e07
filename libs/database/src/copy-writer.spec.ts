import { CopyWriter } from './copy-writer.js';

const bytes = (writer: CopyWriter) => Buffer.concat(writer.end());

describe('rows to copy', () => {
  it('are written as PostgreSQL reads them', () => {
    const writer = new CopyWriter();
    writer
      .row(6)
      .text('é')
      .text(null)
      .integer(-2)
      .bigint(2 ** 40 + 5)
      .boolean(true)
      .raw(Buffer.from('ab', 'hex'));
    writer.row(1).timestamp(new Date(Date.UTC(2000, 0, 1, 0, 0, 1)));
    const hex = bytes(writer).subarray(19).toString('hex');
    const cells = [
      '00000002c3a9',
      'ffffffff',
      '00000004fffffffe',
      '000000080000010000000005',
      '0000000101',
      '00000001ab',
    ];
    expect(hex).toBe(`0006${cells.join('')}0001${'0000000800000000000f4240'}ffff`);
  });

  it('come in parts once they are many, of which none is lost', () => {
    const writer = new CopyWriter();
    const texts = Array.from({ length: 5_000 }, (_, n) => `${n}é`.repeat(1 + (n % 20)));
    for (const text of texts) writer.row(1).text(text);
    const parts = writer.end();
    expect(parts.length).toBeGreaterThan(3);
    expect(read(Buffer.concat(parts))).toEqual(texts);
  });

  it('are whole wherever a part ends', () => {
    const [some, writer] = [['a', '日', '', 'ab', '日本', 'é😀', 'abcdefg'], new CopyWriter()];
    const texts = Array.from({ length: 300_000 }, (_, n) => some[(n * n + (n >> 3)) % some.length]!);
    for (const text of texts) writer.row(1).text(text);
    const parts = writer.end();
    expect(new Set(parts.map(({ length }) => length)).size).toBeGreaterThan(4);
    expect(read(Buffer.concat(parts))).toEqual(texts);
  });

  it('may be longer than a part', () => {
    const [long, writer] = ['😀'.repeat(100_000), new CopyWriter()];
    writer.row(1).text('a').row(1).text(long).row(1).text('');
    expect(read(bytes(writer))).toEqual(['a', long, '']);
  });
});

/** Rows of one text each. */
function read(bytes: Buffer): string[] {
  const texts: string[] = [];
  let at = 19;
  while (bytes.readInt16BE(at) === 1) {
    const end = at + 6 + bytes.readInt32BE(at + 2);
    texts.push(bytes.toString('utf8', at + 6, end));
    at = end;
  }
  expect(at + 2).toBe(bytes.length);
  return texts;
}
