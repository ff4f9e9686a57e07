import fc from 'fast-check';
import type { BookForm } from './book-form.js';
import { candidateKeys, matchWork, tieWorks } from './index.js';

const SEED = 20_261_122;
const word = fc.constantFrom(
  ...[
    'Dune',
    'the',
    'of',
    ':',
    ' - ',
    '(',
    ')',
    '[',
    '#2',
    'Book 3',
    'Vol. 4',
    'IV',
    '1984',
    'Edition',
    'A Novel',
    'or,',
  ],
  ...[
    '三体',
    '第2巻',
    'Книга 5',
    'Teil 2',
    'é',
    '&',
    ', ',
    '\u202e',
    '\ud800',
    'Summary',
    'Box Set',
    '/',
    '’',
    ';',
    '. Die',
  ],
);
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.array(word, { maxLength: 12 }).map((words) => words.join(' ')),
);
const junk = fc.oneof(
  text,
  fc.constant(null),
  fc.integer(),
  fc.double(),
  fc.constant([]),
  fc.constant([null, 7, {}]),
  fc.object(),
);
const contributor = fc.record({
  name: fc.oneof(text, junk),
  role: fc.oneof(fc.constantFrom('author', 'narrator'), junk),
});
const entry = fc.record({ name: fc.oneof(text, junk), number: fc.oneof(text, junk) });
const form = fc.record({
  id: text,
  medium: fc.oneof(fc.constantFrom('ebook', 'audiobook'), junk),
  title: fc.oneof(text, junk),
  subtitle: fc.oneof(text, junk),
  contributors: fc.oneof(fc.array(contributor, { maxLength: 3 }), junk),
  series: fc.oneof(fc.array(entry, { maxLength: 3 }), junk),
  language: fc.oneof(fc.constantFrom('en', 'de', 'und'), junk),
  identifiers: fc.oneof(fc.array(fc.record({ scheme: text, value: text }), { maxLength: 2 }), junk),
  durationSec: junk,
  pageCount: junk,
  wordCount: junk,
  publishedYear: junk,
  abridged: junk,
  publisher: junk,
}) as unknown as fc.Arbitrary<BookForm>;

describe('for anything that is given as a form', () => {
  it('there is a verdict, the same from both sides, and a score within its band', () => {
    fc.assert(
      fc.property(form, form, (a, b) => {
        const found = matchWork(a, b);
        expect(matchWork(b, a)).toEqual(found);
        expect(found.reasons).not.toHaveLength(0);
        const [least, most] = { same: [0.85, 1], suggest: [0.6, 0.84], different: [0, 0.59] }[found.verdict];
        expect(found.score).toBeGreaterThanOrEqual(least ?? NaN);
        expect(found.score).toBeLessThanOrEqual(most ?? NaN);
      }),
      { numRuns: 300, seed: SEED },
    );
  });

  it('there are at most twelve short keys, and nothing is thrown when works are tied', () => {
    fc.assert(
      fc.property(form, fc.array(form, { maxLength: 4 }), (newcomer, others) => {
        const keys = candidateKeys(newcomer);
        expect(keys.length).toBeLessThanOrEqual(12);
        for (const key of keys) expect(key.length).toBeLessThanOrEqual(80);
        const { suggestions } = tieWorks(
          newcomer,
          others.map((one, at) => ({ form: one, workId: `w${at}` })),
        );
        expect(suggestions.length).toBeLessThanOrEqual(others.length);
      }),
      { numRuns: 200, seed: SEED },
    );
  });

  it.each([null, undefined, 7, 'Dune', []])('%p is a book of which nothing is known', (nothing) => {
    const given = nothing as unknown as BookForm;
    expect(matchWork(given, given).verdict).toBe('different');
    expect(candidateKeys(given)).toEqual([]);
    expect(tieWorks(given, [{ form: given, workId: 'w' }])).toEqual({ suggestions: [] });
  });

  it('huge texts and lists are cut', () => {
    const huge: BookForm = {
      ...{ id: 'x', medium: 'ebook', title: 'Dune ('.repeat(100_000), subtitle: ', Book 1'.repeat(100_000) },
      contributors: Array.from({ length: 50_000 }, (_, at) => ({ name: `Frank ${at} Herbert`, role: 'author' })),
      series: Array.from({ length: 50_000 }, (_, at) => ({ name: 'Dune '.repeat(1000), number: String(at) })),
      identifiers: Array.from({ length: 50_000 }, () => ({ scheme: 'isbn', value: '9'.repeat(1000) })),
    };
    expect(matchWork(huge, { ...huge, medium: 'audiobook' }).reasons).not.toHaveLength(0);
    expect(candidateKeys(huge).length).toBeLessThanOrEqual(12);
  });
});
