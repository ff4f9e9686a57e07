import { rowsAsText } from './rows-as-text.js';

/** As PostgreSQL reads it. */
const read = (rows: (string | null)[][]) => {
  const { text, cell, row, nothing } = rowsAsText(rows);
  return text.split(row).map((line) => line.split(cell).map((value) => (value === nothing ? null : value)));
};

describe('rows as one text', () => {
  it('come back as they were: empty cells, nulls, lines and quotes among them', () => {
    const rows = [
      ['a\n\t"\\N\'', '', null],
      [null, '{},', '😀'],
    ];
    expect(read(rows)).toEqual(rows);
  });

  it('are parted by what none of them holds', () => {
    const odd = Array.from({ length: 40 }, (_, code) => String.fromCharCode(code + 1));
    const rows = [odd, odd.map((one) => one + one)];
    expect(read(rows)).toEqual(rows);
  });
});
