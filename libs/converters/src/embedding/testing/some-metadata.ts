import { ROLES, type BookMetadata, type Contributor, type SeriesEntry } from '@octavo/domain';
import fc from 'fast-check';

const WORDS = [
  'Emma',
  'of',
  'the',
  'Überraschung',
  '日本',
  'Q&A',
  '"so"',
  "O'Neill's",
  '–',
  '451',
  'Żółw',
  '#1',
  '100%',
  'É',
];
const words = (minLength: number, maxLength: number) =>
  fc.array(fc.constantFrom(...WORDS), { minLength, maxLength }).map((parts) => parts.join(' '));
const line = words(1, 6).map((text) => `A ${text} z`);

const GIVEN = ['Jane', 'Łukasz', 'Anna-Maria', 'J. R. R.', "D'Arcy", '太郎'];
const FAMILY = ['Austen', 'Żółw', 'O’Brien', 'Le Guin', 'Smith', '山田'];
const contributor: fc.Arbitrary<Contributor> = fc
  .tuple(fc.constantFrom(...GIVEN), fc.constantFrom(...FAMILY), fc.constantFrom(...ROLES), fc.boolean())
  .map(([given, family, role, isSorted]) => ({
    name: `${given} ${family}`,
    role,
    ...(isSorted && { sortName: `${family}, ${given}` }),
  }));

const number = fc.constantFrom('1', '2', '10', '0.5', '1.5', '1-3', '2a', '2.2.1', '0');
const series: fc.Arbitrary<SeriesEntry> = fc
  .tuple(words(1, 3), fc.option(number))
  .map(([name, given]) => ({ name: `${name} Saga`, ...(given !== null && { number: given }) }));

const PARAGRAPHS = [
  'One &amp; two.',
  'A <i>word</i>',
  'x &lt;b&gt; y',
  'a<br />b',
  '“Quoted” – é',
  '&amp;lt;i',
  '5 &gt; 4',
];
const description = fc
  .array(fc.constantFrom(...PARAGRAPHS), { minLength: 1, maxLength: 4 })
  .map((paragraphs) => paragraphs.map((text) => `<p>${text}</p>`).join('\n'));

const identifier = fc.constantFrom(
  { scheme: 'isbn', value: '9780441478125' },
  { scheme: 'isbn', value: '9783161484100' },
  { scheme: 'asin', value: 'B0015T963C' },
  { scheme: 'goodreads', value: '18423' },
  { scheme: 'uuid', value: '5946f730-f550-47ab-b8fd-85c9c536b89b' },
  { scheme: 'doi', value: '10.1000/182' },
  { scheme: 'uri', value: 'https://example.org/a?b=c&d' },
  { scheme: 'openlibrary', value: 'OL123M' },
  { scheme: 'hardcover', value: 'a-book' },
);
const onceEach = <T>(values: T[], keyOf: (value: T) => string) => [
  ...new Map(values.map((value) => [keyOf(value), value])).values(),
];
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value);

/** What a library may well know of a book, every value of which a file can carry, in the forms readers tell them in. */
export const someMetadata: fc.Arbitrary<BookMetadata> = fc.record({
  title: line,
  subtitle: maybe(line.map((text) => `${text}!`)),
  description: maybe(description),
  publisher: maybe(line),
  publishedDate: maybe(fc.constantFrom('1999', '1813-01', '2001-12-31')),
  language: maybe(fc.constantFrom('en', 'de', 'pt-BR', 'ja', 'zh-Hant')),
  // Two at least: readers take the only one for a list.
  subjects: fc.uniqueArray(line, { minLength: 0, maxLength: 5, selector: (text) => text.toLowerCase() }).map((all) => {
    return all.length === 1 ? [] : all;
  }),
  pageCount: maybe(fc.integer({ min: 1, max: 9999 })),
  abridged: fc.constant(null),
  contributors: fc
    .array(contributor, { maxLength: 6 })
    .map((people) => onceEach(people, ({ name, role }) => `${role} ${name}`)),
  series: fc.array(series, { maxLength: 3 }).map((all) => onceEach(all, ({ name }) => name.toLowerCase())),
  identifiers: fc.uniqueArray(identifier, { maxLength: 4 }),
});

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.string({ maxLength: 30 }),
  line,
  fc.constant(''),
);
const anyContributor = fc.record({ name: anyText, role: fc.constantFrom(...ROLES) });

/** What nobody would say of a book, of which a file can carry some. */
export const wildMetadata: fc.Arbitrary<BookMetadata> = fc.record({
  title: anyText,
  subtitle: maybe(anyText),
  description: maybe(fc.oneof(anyText, description)),
  publisher: maybe(anyText),
  publishedDate: maybe(fc.oneof(anyText, fc.constantFrom('0800', '1970-01-01', '2001-13', '1999'))),
  language: maybe(fc.oneof(anyText, fc.constantFrom('und', 'english', 'en_us', 'de'))),
  subjects: fc.array(anyText, { maxLength: 4 }),
  pageCount: maybe(fc.integer({ min: -1, max: 200_000 })),
  abridged: maybe(fc.boolean()),
  contributors: fc.array(fc.oneof(anyContributor, contributor), { maxLength: 4 }),
  series: fc.array(fc.record({ name: anyText, number: fc.option(anyText, { nil: undefined }) }), { maxLength: 3 }),
  identifiers: fc.array(
    fc.oneof(identifier, fc.record({ scheme: fc.constantFrom('isbn', 'x', 'odd scheme'), value: anyText })),
    {
      maxLength: 4,
    },
  ),
});
