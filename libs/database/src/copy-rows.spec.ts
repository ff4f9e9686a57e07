import { copyText } from './copy-rows.js';

const LETTERS: Record<string, string> = { t: '\t', n: '\n', r: '\r', '\\': '\\' };
/** As PostgreSQL reads it. */
const read = (parts: Iterable<string>) =>
  [...parts]
    .join('')
    .split('\n')
    .slice(0, -1)
    .map((line) =>
      line.split('\t').map((cell) => (cell === '\\N' ? null : cell.replace(/\\(.)/g, (_, letter) => LETTERS[letter]!))),
    );

describe('rows to copy', () => {
  it('come back as they were: empty cells, nulls, lines and backslashes among them', () => {
    const rows = [
      ['a\n\t"\\N\'\r', '', null],
      [null, '\\.', '😀'],
      ['\\', '\\\\n', '\\t'],
    ];
    expect(read(copyText(rows))).toEqual(rows);
    expect(read(copyText([]))).toEqual([]);
  });

  it('come in parts, of whole rows each', () => {
    const rows = Array.from({ length: 5_000 }, (_, n) => [String(n), 'x'.repeat(50)]);
    const parts = [...copyText(rows)];
    expect(parts.length).toBeGreaterThan(3);
    for (const part of parts) expect(part).toMatch(/\n$/);
    expect(read(parts)).toEqual(rows);
  });
});
