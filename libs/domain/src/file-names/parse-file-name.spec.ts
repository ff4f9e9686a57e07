import fc from 'fast-check';
import { foldText } from '../search-text.js';
import { compilePattern } from './compile-pattern.js';
import { parseFileName } from './parse-file-name.js';
import { draftPartsOf, type FileNameHints, type Reading } from './reading.js';
import { alternatives, lineOf, read } from './testing/reading-line.js';

const PIECES = [
  ...' - _ . , ; : ( ) [ ] { } / # % & -- – —'.split(' '),
  ...' |. |, |; | - | -- | by | and | & |: |_ |%20|%zz|%|\u0000|\n|\u0007|\u200b|\ud800|\u0301|e\u0301|😀|三体'.split(
    '|',
  ),
  ...'Frank Herbert|Dune|The|the|de|Jr.|Mr|Unknown|et al|Book 1|01|1.5|1999|1400|II|v01|#1|CD1|B0015T963C'.split('|'),
  ...'(1965)|[en]|[Dune 1]|{Scott Brick}|(ed.)|(retail)|(z-lib.org)|9780441172719|.epub|.mp3|.cbz|.fb2.zip'.split('|'),
];
const someName = fc.oneof(
  fc.array(fc.constantFrom(...PIECES), { maxLength: 20 }).map((pieces) => pieces.join('')),
  fc.string({ unit: 'binary', maxLength: 60 }),
);
const someHints: fc.Arbitrary<FileNameHints> = fc.record(
  {
    kind: fc.constantFrom('book' as const, 'audio' as const, 'comic' as const),
    profile: fc.constantFrom(
      'author-title' as const,
      'title-author' as const,
      'calibre' as const,
      compilePattern('{Authors} - {Title}')!,
    ),
    knownAuthors: fc.constantFrom(new Set<string>(), new Set(['frank herbert', 'dune'])),
    embeddedTitle: fc.constantFrom('', 'Dune'),
    embeddedAuthor: fc.constantFrom('', 'Herbert, Frank'),
  },
  { requiredKeys: [] },
);

const textsOf = ({ contributors, series, identifiers, ...rest }: Reading): string[] => [
  ...[...contributors, ...series, ...identifiers]
    .flatMap((part) => Object.values(part))
    .filter((value) => value !== undefined),
  ...Object.values(rest).filter((value) => typeof value === 'string'),
];
const everyReading = (path: string, hints?: FileNameHints) => {
  const { reading, alternatives: others } = parseFileName(path, hints);
  return [reading, ...others];
};

describe('any name', () => {
  const holds = (check: (path: string, hints: FileNameHints) => void) =>
    fc.assert(fc.property(someName, someHints, check), { numRuns: 1500 });

  it('has a title unless it is an identifier', () =>
    holds((path, hints) => {
      for (const { title, identifiers } of everyReading(path, hints)) {
        if (title === undefined) expect(identifiers).toHaveLength(1);
        else expect(title.trim()).not.toBe('');
      }
    }));

  it('gives clean texts: composed, on one line, without control characters, never empty', () =>
    holds((path, hints) => {
      for (const text of everyReading(path, hints).flatMap(textsOf)) {
        expect(text).toBe(text.normalize('NFC'));
        expect(text).not.toMatch(/\p{Cc}|\p{Cs}/u);
        expect(text.trim()).not.toBe('');
      }
    }));

  it('is only ambiguous where there is something to choose from, and trusted from 0 to 1', () =>
    holds((path, hints) => {
      const { ambiguous, alternatives: others, reading, confidence } = parseFileName(path, hints);
      if (ambiguous) expect(others).not.toEqual([]);
      for (const other of others) expect(other).not.toEqual(reading);
      expect(confidence).toBeGreaterThanOrEqual(0);
      expect(confidence).toBeLessThanOrEqual(1);
    }));

  it('is read as it was when it is a plain title', () => {
    const word = fc.constantFrom(
      'Dune',
      'Left',
      'Hand',
      'of',
      'the',
      'Catch-22',
      'Über',
      'Война',
      '三体',
      "Ender's",
      '451',
    );
    const title = fc.array(word, { maxLength: 6 }).map((words) => ['Emma', ...words].join(' '));
    fc.assert(fc.property(title, (text) => expect(read(`${read(text)}.epub`)).toBe(text)));
  });
});

describe('a name of twenty thousand characters', () => {
  const units = [
    ...[
      'a',
      '(',
      '[',
      '{',
      ')',
      '()',
      '((((',
      '([{',
      '(1965)',
      '[en]',
      '[Dune 1] ',
      '{A B} ',
      '(retail)',
      '(ed.), A B ',
    ],
    ...[
      ' - ',
      ' -- ',
      '- ',
      '-',
      '_',
      '_ ',
      '.',
      'a.',
      'A.B.',
      ',',
      ', ',
      ' ,',
      'A, ',
      'A, B ',
      '; ',
      ' & ',
      'A & ',
      ': ',
    ],
    ...[
      '01 - ',
      '01. ',
      '1999 - ',
      'Book 1 - ',
      'a 1 - ',
      'A B - ',
      ' and ',
      ' by ',
      'a by B C ',
      'et al ',
      '0',
      '978',
    ],
    ...[
      '%20',
      '%',
      '/',
      'a/',
      'A B/',
      'CD1/',
      'a-b-c-',
      '\u0301',
      'e\u0301',
      '😀',
      '\ud800',
      '三',
      '\0',
      'v01 ',
      "'s ",
    ],
  ];
  const long = (unit: string) => unit.repeat(Math.ceil(20_000 / unit.length)).slice(0, 20_000);
  // Ten times what is asked for, because the machine has other things to do; anything quadratic takes longer by far.
  const MAX_MILLISECONDS = 500;
  const wordy = compilePattern('{Authors} {SeriesName} {SeriesNumber} {Publisher} {Title} x');

  beforeAll(() => void read('Names of languages are loaded once (Klingon).epub'));

  it.each(units)('of %j is read in no time, in every way', (unit) => {
    const ways: [path: string, hints: FileNameHints][] = [
      [`${long(unit)}.epub`, { knownAuthors: new Set(['a b']) }],
      [`X ${long(unit)}y.cbz`, {}],
      [`Frank Herbert/${long(unit)}/01.mp3`, {}],
      [long(unit), { profile: wordy }],
    ];
    for (const [path, hints] of ways) {
      const began = process.cpuUsage();
      const { reading } = parseFileName(path, hints);
      const { user, system } = process.cpuUsage(began);
      expect((user + system) / 1000).toBeLessThan(MAX_MILLISECONDS);
      expect(reading.title).not.toBe('');
    }
  });
});

describe('a name that says nothing', () => {
  it.each([
    ['---.epub', '---'],
    ['!!!.epub', '!!!'],
    ['().epub', '()'],
    ['[retail].epub', '[retail]'],
    ['(2003) (Digital).cbz', '(2003) (Digital) | 2003'],
    [' - - .epub', '- -'],
    ['….epub', '…'],
    ['.epub', '.Epub'],
    ['\u0007.epub', '.Epub'],
    ['', 'Untitled'],
    ['///', 'Untitled'],
    ['Dune/\u0000', 'Dune'],
  ])('is still called something: %j', (path, expected) => expect(read(path)).toBe(expected));
});

describe('what is known before', () => {
  const knownAuthors = new Set(['J. R. R. Tolkien', 'Лев Толстой', 'Homer', 'Dune Messiah'].map(foldText));

  it.each([
    ['Dune Messiah - Frank Herbert.epub', 'Frank Herbert | Dune Messiah'],
    ['Silmarillion Book - J.R.R. Tolkien.epub', 'Silmarillion Book | J.R.R. Tolkien'],
    ['Silmarillion Book - JRR Tolkien.epub', 'Silmarillion Book | JRR Tolkien'],
    ['Silmarillion Book - Tolkien, J. R. R..epub', 'Silmarillion Book | J. R. R. Tolkien'],
    [
      'Silmarillion Book - J. R. R. Tolkien & Christopher Tolkien.epub',
      'Silmarillion Book | J. R. R. Tolkien, Christopher Tolkien',
    ],
    ['Толстой Лев - Анна Каренина.epub', 'Анна Каренина | Толстой Лев'],
    ['Анна Каренина - Толстой Лев.epub', 'Анна Каренина | Толстой Лев'],
    ['Dan Simmons - Homer.epub', 'Dan Simmons | Homer'],
    ['The Odyssey (Homer).epub', 'The Odyssey | Homer'],
    ['[Homer] The Odyssey.epub', 'The Odyssey | Homer'],
    ['Homer/Odyssey.epub', 'Odyssey | Homer'],
    ['300 - Homer.epub', '300 | Homer'],
  ])('the authors of the library: %s', (path, expected) => expect(read(path, { knownAuthors })).toBe(expected));

  it('tells the side that holds a known name among other words', () => {
    expect(read('Collected Letters J. R. R. Tolkien Estate - Dan Simmons.epub', { knownAuthors })).toBe(
      'Dan Simmons | Collected Letters J. R. R. Tolkien Estate',
    );
  });

  it.each<[FileNameHints, string]>([
    [{ embeddedAuthor: 'Pratchett, Terry' }, 'Good Omens | Terry Pratchett'],
    [{ embeddedTitle: 'Good Omens' }, 'Good Omens | Terry Pratchett'],
    [{ embeddedTitle: 'GOOD OMENS!' }, 'Good Omens | Terry Pratchett'],
    [{ embeddedTitle: 'Terry Pratchett' }, 'Terry Pratchett | Good Omens'],
    [{ profile: 'author-title' }, 'Terry Pratchett | Good Omens'],
    [{ profile: 'title-author' }, 'Good Omens | Terry Pratchett'],
    [{ profile: 'calibre' }, 'Good Omens | Terry Pratchett'],
  ])('%j decides about "Good Omens - Terry Pratchett"', (hints, expected) =>
    expect(read('Good Omens - Terry Pratchett.epub', hints)).toBe(expected),
  );

  it('leaves a doubt when only the profile decided', () => {
    const parse = parseFileName('Good Omens - Terry Pratchett.epub', { profile: 'title-author' });
    expect(parse.ambiguous).toBe(true);
    expect(parse.alternatives.map(lineOf)).toEqual(['Terry Pratchett | Good Omens']);
  });

  it('takes a kind that the ending does not tell', () => {
    expect(read('Batman 045.pdf')).toBe('Batman 045');
    expect(read('Batman 045.pdf', { kind: 'comic' })).toBe('Batman #45 | Batman 45');
    expect(read('A/Stephen Fry/1999 - A Short History', { kind: 'audio' })).toBe(
      'A Short History | Stephen Fry | 1999',
    );
  });
});

describe('a name in several parts', () => {
  it.each([
    ['Dune - Frank Herbert - 1965.epub', 'Dune | Frank Herbert | 1965'],
    ['Frank Herbert - 1965 - Dune.epub', 'Dune | Frank Herbert | 1965'],
    ['2001 - A Space Odyssey - Arthur C. Clarke.epub', '2001: A Space Odyssey | Arthur C. Clarke'],
    ['Frank Herbert - Dune - 9780441172719.epub', 'Dune | Frank Herbert | isbn:9780441172719'],
    ['Dune 9780441172719.epub', 'Dune | isbn:9780441172719'],
    ['9780441172719_Dune.epub', 'Dune | isbn:9780441172719'],
    ['Frank Herbert - Dune - Unabridged.m4b', 'Dune | Frank Herbert | unabridged'],
    ['Frank Herbert - Dune - Read by Scott Brick.m4b', 'Dune | Frank Herbert, Scott Brick (narrator)'],
    ['Frank Herbert - Dune - libgen.li.epub', 'Dune | Frank Herbert'],
    ['Robert Spector - Amazon.com.epub', 'Amazon.com | Robert Spector'],
    ['Microsoft Word - Thesis.pdf', 'Thesis'],
    ['Foundation - 02 - Foundation and Empire.epub', 'Foundation and Empire | Foundation 2'],
    ['Brandon Sanderson - Mistborn - 02.epub', 'Mistborn 02 | Brandon Sanderson | Mistborn 2'],
    ['Mistborn - Book 2.epub', 'Mistborn - Book 2 | Mistborn 2'],
    ['Guards! Guards! - Discworld 08 - Terry Pratchett.epub', 'Guards! Guards! | Terry Pratchett | Discworld 8'],
    ['Discworld 08 - Guards! Guards!.epub', 'Guards! Guards! | Discworld 8'],
    ['The Gathering Storm - The Wheel of Time #12.epub', 'The Gathering Storm | The Wheel of Time 12'],
    ['The Final Empire_ Mistborn Book One.epub', 'The Final Empire | Mistborn 1'],
    ['01 - The Final Empire.epub', 'The Final Empire'],
    ['01. The Final Empire.epub', 'The Final Empire'],
    ['6. Title of a Book.epub', '6. Title of a Book'],
    ['300 - Frank Miller.epub', '300 | Frank Miller'],
    ['1999 - A Short History.m4b', 'A Short History | 1999'],
    ['1984 - George Orwell.m4b', '1984 | George Orwell'],
    ['Title - Sub - Sub - Jane Q. Doe.epub', 'Title: Sub - Sub | Jane Q. Doe'],
    ['Dune - Frank Herbert (1965).epub', 'Dune | Frank Herbert | 1965'],
    ['Robin Hobb - Royal Assassin (Farseer 2).epub', 'Royal Assassin | Robin Hobb | Farseer 2'],
    ['Some Title - Unknown.epub', 'Some Title'],
    ['Frank Herbert - Untitled.epub', 'Untitled | Frank Herbert'],
    ['Hobbit, The: There and Back Again - J.R.R. Tolkien.epub', 'The Hobbit: There and Back Again | J.R.R. Tolkien'],
  ])('%s', (path, expected) => expect(read(path)).toBe(expected));

  it.each([
    ['The Lord of the Rings - The Two Towers.epub', 'The Two Towers | The Lord of the Rings'],
    ['12 - Dune Messiah.epub', '12 | Dune Messiah'],
    ['Tolkien - The Hobbit.epub', 'Tolkien: The Hobbit'],
    ['Rudyard Kipling - The Jungle Book 2.epub', 'Rudyard Kipling | The Jungle 2'],
    ['Dune (Frank Herbert).epub', 'Dune | Frank Herbert'],
    ['[Brandon Sanderson] Elantris.epub', 'Elantris | Brandon Sanderson'],
  ])('%s may also be "%s"', (path, other) => expect(alternatives(path)).toContain(other));
});

describe('a reading as parts of a draft', () => {
  it('says when the book was published as exactly as the name did', () => {
    const nothing = { contributors: [], series: [], identifiers: [] };
    expect(draftPartsOf({ ...nothing, title: 'Dune', year: 1965 })).toEqual({
      ...nothing,
      title: 'Dune',
      published: { year: 1965 },
    });
    expect(draftPartsOf({ ...nothing, year: 1965, month: 8, day: 1 }).published).toEqual({
      year: 1965,
      month: 8,
      day: 1,
    });
    expect(draftPartsOf(nothing)).not.toHaveProperty('published');
  });
});
