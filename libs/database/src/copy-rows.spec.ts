import { copyText } from './copy-rows.js';

const LETTERS: Record<string, string> = { t: '\t', n: '\n', r: '\r', '\\': '\\' };
/** As PostgreSQL reads it. */
const read = (text: string) =>
  text
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
    expect(copyText([])).toBe('');
  });
});
