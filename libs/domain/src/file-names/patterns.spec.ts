import fc from 'fast-check';
import { compilePattern } from './compile-pattern.js';
import { matchPattern } from './match-pattern.js';
import { parseFileName } from './parse-file-name.js';
import { read } from './testing/reading-line.js';

const by = (pattern: string, path: string) => read(path, { profile: compilePattern(pattern)! });

describe('a pattern of the user', () => {
  it.each([
    ['{Title} by {Authors}', 'Stand by Me by Jane Doe.epub', 'Stand | Me by Jane Doe'],
    [
      '{Authors} - {SeriesName} {SeriesNumber} - {Title}',
      'Dan Simmons - Hyperion Cantos 01 - Hyperion.epub',
      'Hyperion | Dan Simmons | Hyperion Cantos 1',
    ],
    ['{Authors} - {SeriesName} #{SeriesNumber} - {Title}', 'A B - C #2.5 - D - E.epub', 'D - E | A B | C 2.5'],
    ['{Title} - {Authors}', 'Good Omens - Smith, John R..epub', 'Good Omens | John R. Smith'],
    ['{Title} - {Authors}', 'A - B - Jane Doe.epub', 'A | B - Jane Doe'],
    ['{SeriesName} ({SeriesNumber} of {SeriesTotal}) {Title}', 'Dune (2 of 6) Messiah.epub', 'Messiah | Dune 2'],
    ['{Title} ({Published})', 'Dune (1965).epub', 'Dune | 1965'],
    ['{Title} ({Published})', 'Dune (1965-08-01).epub', 'Dune | 1965-8-1'],
    ['{Title} ({Published:dd.MM.yyyy})', 'Dune (01.08.1965).epub', 'Dune | 1965-8-1'],
    ['{Published:yyyyMM} {Title}', '196508 Dune.epub', 'Dune | 1965-8'],
    ['{Publisher}_{Language}_{Title}', 'Ace Books_en_Dune.epub', 'Dune | Ace Books | en'],
    ['{Title}_ {Subtitle}', 'Sapiens_ A Brief History.epub', 'Sapiens: A Brief History'],
    ['{Title} [{ISBN13}]', 'Dune [978-0-441-17271-9].epub', 'Dune | isbn:9780441172719'],
    ['{Title} [{ISBN10}]', 'Dune [0441172717].epub', 'Dune | isbn:9780441172719'],
    ['{Title} [{ASIN}]', 'Dune [b0015t963c].epub', 'Dune | asin:B0015T963C'],
    ['* - {Title}', 'x - y - Dune.epub', 'y - Dune'],
    ['{Title} (*)', 'Dune (whatever - it is).epub', 'Dune'],
    ['{title} (.*) {AUTHORS}', 'Dune (.x) Jane Doe.epub', 'Dune | Jane Doe'],
    [
      '{Authors}/{SeriesName}/{SeriesNumber} - {Title}',
      'x/Jane Doe/S - T/2 - Dune - Two.epub',
      'Dune - Two | Jane Doe | S - T 2',
    ],
    ['{SeriesNumber} - {Title}', 'Jane Doe/Dune/02 - Dune - Two.epub', 'Dune - Two | Jane Doe | Dune 2'],
    ['{Authors} wrote this', 'Jane Doe wrote this.epub', 'Jane Doe wrote this | Jane Doe'],
  ])('%s reads %s', (pattern, path, expected) => {
    expect(by(pattern, path)).toBe(expected);
    expect(parseFileName(path, { profile: compilePattern(pattern)! })).toMatchObject({
      ambiguous: false,
      alternatives: [],
    });
  });

  it.each([
    ['{Title} by {Authors}', 'Frank Herbert - Dune.epub'],
    ['{Title} [{ISBN13}]', 'Frank Herbert - Dune [9780441172718].epub'],
    ['{Title} [{ASIN}]', 'Frank Herbert - Dune [0000000000].epub'],
    ['{Authors} - {Title} {Published}', 'Frank Herbert - Dune 0001.epub'],
    ['{Authors}/{Title}', 'Frank Herbert - Dune.epub'],
    ['{SeriesNumber} {Title}', 'Frank Herbert - Dune.epub'],
  ])('%s that does not fit %s leaves the name to be read as always', (pattern, path) =>
    expect(by(pattern, path)).toBe(read(path)),
  );

  it.each([
    ...['', '  ', 'no placeholder', '*', '{Nonsense} {Title}', '{Titel}', '{Title} {Published:dd.MM}'],
    ...['{Published:yyyy/MM}', '{Published:yyyy yyyy}', `{Title}${'x'.repeat(500)}`, '{Title}*'.repeat(40)],
  ])('is none: %j', (text) => expect(compilePattern(text)).toBeUndefined());

  it('gives back what was put together by it', () => {
    const word = fc.stringMatching(/^[A-Za-z]{1,8}$/);
    const number = fc.integer({ min: 0, max: 999 }).map(String);
    const pattern = compilePattern('{Authors} - {SeriesName} #{SeriesNumber} - {Title}')!;
    fc.assert(
      fc.property(word, word, number, word, (authors, series, count, title) => {
        const match = matchPattern(pattern, `${authors} - ${series} #${count} - ${title}`);
        expect(match?.get('Authors')).toBe(authors);
        expect(match?.get('SeriesName')).toBe(series);
        expect((match?.get('SeriesNumber') as RegExpExecArray)[0]).toBe(count);
        expect(match?.get('Title')).toBe(title);
      }),
    );
  });

  it('finds a way through whenever there is one', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b', ' '), maxLength: 12 });
    const pattern = compilePattern('{Title} {Subtitle}b{Authors}')!;
    fc.assert(
      fc.property(letters, (text) => {
        expect(matchPattern(pattern, text) !== undefined).toBe(/^[^]+? [^]+?b[^]+$/.test(text));
      }),
    );
  });

  it('takes time in step with the text, however many ways there are to try', () => {
    const pattern = compilePattern('{Title} {Subtitle} {Publisher} {SeriesName} {Authors} x')!;
    const text = 'a '.repeat(10_000);
    const began = process.cpuUsage();
    expect(matchPattern(pattern, text)).toBeUndefined();
    expect(process.cpuUsage(began).user / 1000).toBeLessThan(20_000);
    expect(matchPattern(pattern, 'a '.repeat(20_000))).toBeUndefined();
  });
});
