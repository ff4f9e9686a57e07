import fc from 'fast-check';
import { choose, scoreHit } from './choose.js';
import { found, sought } from './testing/books.js';

const word = fc.constantFrom(
  ...['Dune', 'the', 'of', ':', ' - ', '(', ')', '[', '#2', 'Book 3', 'Vol. 4', 'IV', '1984', 'Edition', 'A Novel'],
  ...['三体', '第2巻', 'Книга 5', 'الأيام', 'é', '&', ',', '\u202e', '\ud800', 'Summary', 'Box Set', 'गो', '’', ';'],
);
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.array(word, { maxLength: 12 }).map((words) => words.join(' ')),
);
const number = fc.option(fc.oneof(text, fc.nat(20).map(String)), { nil: undefined });
const series = fc.record({ name: text, number });
const identifier = fc.record({ scheme: fc.constantFrom('isbn', 'asin', 'uuid'), value: text });
const authors = fc.array(text, { maxLength: 4 });
const query = fc.record(
  {
    title: text,
    subtitle: text,
    authors,
    series,
    identifiers: fc.array(identifier),
    language: text,
    medium: fc.constant('ebook' as const),
  },
  { requiredKeys: ['authors', 'identifiers', 'medium'] },
);
const edition = fc
  .tuple(
    text,
    authors,
    fc.record(
      { subtitle: text, fullTitle: text, series: fc.array(series), language: text, identifiers: fc.array(identifier) },
      { requiredKeys: [] },
    ),
  )
  .map(([title, names, more]) => found(title, names, more));

describe('for any texts', () => {
  it('there is an answer for each candidate, and no score above 1', () => {
    fc.assert(
      fc.property(query, fc.array(edition, { maxLength: 6 }), (wanted, candidates) => {
        const { accepted, suggestions, dropped } = choose(wanted, candidates);
        const all = [...(accepted ? [accepted] : []), ...suggestions, ...dropped];
        expect(new Set(all.map(({ candidate }) => candidate))).toEqual(new Set(candidates));
        for (const { match } of all) {
          expect(match.score).toBeGreaterThanOrEqual(0);
          expect(match.score).toBeLessThanOrEqual(1);
          expect(match.reasons).not.toHaveLength(0);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('a book found under its own title and author is recognised, unless its title tells what it is not', () => {
    fc.assert(
      fc.property(text, (title) => {
        if (!/\p{L}/u.test(title)) return;
        const { title: alike } = scoreHit(sought(title, ['Jane Austen']), {
          ...{ title, authors: ['Austen, Jane'], series: [], identifiers: [] },
        });
        expect(alike).toBe(1);
      }),
    );
  });
});

const plainTitle = fc.array(fc.constantFrom('Dune', 'Emma', 'Winter', 'Night', 'Sturm', '三体', 'Зима'), {
  minLength: 1,
  maxLength: 3,
});
const volume = fc.integer({ min: 1, max: 30 });
const label = fc.constantFrom(', Book ', ', Vol. ', ' #', ' ', ': Band ', ' (Winds, #', ', Tome ');
const written = fc.tuple(volume, label);
const close = (mark: string) => (mark.includes('(') ? ')' : '');

it('another volume is never accepted, however it is written, not even with the same ISBN', () => {
  fc.assert(
    fc.property(plainTitle, written, written, fc.boolean(), (words, [one, mark], [other, markToo], hasIsbn) => {
      fc.pre(one !== other);
      const title = words.join(' ');
      const identifiers = hasIsbn ? [{ scheme: 'isbn', value: '9780441172719' }] : [];
      const wanted = sought(`${title}${mark}${one}${close(mark)}`, ['A. Writer'], { identifiers });
      const offered = found(`${title}${markToo}${other}${close(markToo)}`, ['A. Writer'], { identifiers });
      expect(choose(wanted, [offered]).accepted).toBeUndefined();
    }),
    { numRuns: 1_000 },
  );
});

it('another volume by what is known of the series is never accepted', () => {
  fc.assert(
    fc.property(plainTitle, volume, volume, (words, one, other) => {
      fc.pre(one !== other);
      const title = words.join(' ');
      const wanted = sought(title, ['A. Writer'], { series: { name: 'Winds', number: String(one) } });
      const offered = found(title, ['A. Writer'], { series: [{ name: 'The Winds Series', number: String(other) }] });
      expect(choose(wanted, [offered]).accepted).toBeUndefined();
      expect(choose({ ...wanted, title: `${title} ${one}` }, [offered]).accepted).toBeUndefined();
    }),
  );
});

it('what is about the book is never accepted', () => {
  const forms = [
    (title: string) => `Summary of ${title}`,
    (title: string) => `${title}: Study Guide`,
    (title: string) => `${title} Workbook`,
    (title: string) => `${title} (SparkNotes Literature Guide)`,
    (title: string) => `A Reading Guide to ${title}`,
    (title: string) => `Zusammenfassung: ${title}`,
    (title: string) => `${title}. Lektürehilfe`,
  ];
  fc.assert(
    fc.property(plainTitle, fc.constantFrom(...forms), fc.boolean(), (words, form, hasIsbn) => {
      const title = words.join(' ');
      const identifiers = hasIsbn ? [{ scheme: 'isbn', value: '9780441172719' }] : [];
      const { accepted } = choose(sought(title, ['A. Writer'], { identifiers }), [
        found(form(title), ['A. Writer'], { identifiers }),
      ]);
      expect(accepted).toBeUndefined();
    }),
  );
});

it.each([
  ['letters', 'a'],
  ['brackets', '('],
  ['pairs of brackets', '()'],
  ['colons', ': '],
  ['digits', '1'],
  ['numbered words', ' Book 1,'],
  ['commas', ', '],
  ['commas and editions', ', A Novel'],
  ['marks', '\u0301'],
  ['one letter that stands for eighteen', '\ufdfa'],
  ['spaces', ' '],
  ['names', 'Aa Bb, '],
])('a megabyte of %s takes no time', (_, piece) => {
  const huge = piece.repeat(1_000_000 / piece.length);
  const wanted = sought(huge, [huge, huge], { subtitle: huge, series: { name: huge, number: huge } });
  const edition = found(huge, Array<string>(50).fill(huge), {
    ...{ subtitle: huge, fullTitle: huge, language: huge, description: huge },
    series: Array.from({ length: 50 }, () => ({ name: huge, number: huge })),
    identifiers: Array.from({ length: 50 }, () => ({ scheme: 'isbn', value: huge })),
  });
  const start = performance.now();
  choose({ ...wanted, identifiers: edition.identifiers }, Array(5).fill(edition));
  expect(performance.now() - start).toBeLessThan(60_000);
});
