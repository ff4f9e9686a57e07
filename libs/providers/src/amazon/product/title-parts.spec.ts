import { titleParts } from './title-parts.js';

describe('a title', () => {
  it.each([
    ['Leviathan Wakes (The Expanse, 3)', 'Leviathan Wakes', undefined, 'The Expanse', '3'],
    ['Shaw Returns (A. Shaw Book 1)', 'Shaw Returns', undefined, 'A. Shaw', '1'],
    ['Dune (Dune Chronicles, Book 1)', 'Dune', undefined, 'Dune Chronicles', '1'],
    ['Dune (Book 1 of 6: Dune)', 'Dune', undefined, 'Dune', '1'],
    ['Die Zwerge (Die Zwerge 1)', 'Die Zwerge', undefined, 'Die Zwerge', '1'],
    ['Sapiens: A Brief History of Humankind', 'Sapiens', 'A Brief History of Humankind', undefined, undefined],
    [
      'Knit Noro: Accessories: 30 Colorful Little Knits',
      'Knit Noro',
      'Accessories: 30 Colorful Little Knits',
      undefined,
      undefined,
    ],
    ['2001: A Space Odyssey', '2001: A Space Odyssey', undefined, undefined, undefined],
    ['Foundation: Prelude', 'Foundation: Prelude', undefined, undefined, undefined],
    ['Emma (Penguin Classics)', 'Emma (Penguin Classics)', undefined, undefined, undefined],
    ['Emma (2nd Edition)', 'Emma (2nd Edition)', undefined, undefined, undefined],
    ['Nineteen (1984)', 'Nineteen (1984)', undefined, undefined, undefined],
    ['Emma (Unabridged)', 'Emma', undefined, undefined, undefined],
    ['Emma Kindle Edition', 'Emma Kindle Edition', undefined, undefined, undefined],
    ['Emma (Kindle Edition)', 'Emma', undefined, undefined, undefined],
    ['（Saltlight, 2）', '（Saltlight, 2）', undefined, undefined, undefined],
    ['Emma（Saltlight, 2）', 'Emma', undefined, 'Saltlight', '2'],
    ['(((', '(((', undefined, undefined, undefined],
  ])('"%s" is %s, %s', (written, title, subtitle, name, number) => {
    const parts = titleParts(written);
    expect([parts.title, parts.subtitle]).toEqual([title, subtitle]);
    expect(parts.series).toEqual(name === undefined ? [] : [expect.objectContaining({ name, number })]);
    expect(parts.fullTitle).toBe(title === written ? undefined : written);
  });

  it('gives away its binding and its language', () => {
    expect(titleParts('Emma (Saltlight, 2) (German Edition) [Hardcover]')).toMatchObject({
      title: 'Emma',
      series: [{ name: 'Saltlight', number: '2' }],
      language: 'de',
      form: 'hardcover',
    });
  });

  it('loses a series without a number only where the page knows that series', () => {
    expect(titleParts('Red Rising (Red Rising Series)', [{ name: 'Red Rising' }]).title).toBe('Red Rising');
    expect(titleParts('Red Rising (Red Rising Series)').title).toBe('Red Rising (Red Rising Series)');
  });

  it('takes no time, whatever it is', () => {
    for (const part of ['(', '()', '(a ', ' [x]', ': ', '(1)']) {
      const started = performance.now();
      titleParts(part.repeat(500));
      expect(performance.now() - started).toBeLessThan(60_000);
    }
  });
});
