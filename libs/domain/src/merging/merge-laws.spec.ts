import fc from 'fast-check';
import type { BookDraft } from '../book.js';
import { type BookMetadata, METADATA_SOURCES, type MetadataField } from '../book-metadata.js';
import { editBook } from './edit-book.js';
import { splitParts } from './field-parts.js';
import { isEmpty, METADATA_FIELDS, sameValue } from './field-values.js';
import { mergeBook } from './merge-book.js';
import { entriesOf, fieldOf, isLocked, type Origin, type Origins, originOf, type StoredBook } from './origins.js';
import type { MergeRules } from './ranks.js';
import type { RunStatement } from './run-proposals.js';
import { undo } from './undo.js';

const text = fc.constantFrom('', ' ', 'a', 'A', 'b', 'c ', 'Unknown', 'é', 'e\u0301', '__proto__');
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });
const list = <Value>(value: fc.Arbitrary<Value>) => fc.array(value, { maxLength: 3 });
const contributor = fc.record({ name: text, role: fc.constantFrom('author', 'narrator', 'translator', 'illustrator') });
const number = fc.constantFrom('1', '2', '');
const series = fc.oneof(fc.record({ name: text }), fc.record({ name: text, number }));
const identifier = fc.record({ scheme: fc.constantFrom('isbn', 'asin', '__proto__'), value: text });
const draft = fc.record({
  ...{ title: maybe(text), subtitle: maybe(text), publisher: maybe(text), language: maybe(text) },
  ...{ contributors: maybe(list(contributor)), series: maybe(list(series)), identifiers: maybe(list(identifier)) },
  ...{ subjects: maybe(list(text)), pageCount: maybe(fc.nat(2)), abridged: maybe(fc.boolean()) },
}) as fc.Arbitrary<Partial<BookDraft>>;
const provider = fc.constantFrom('amazon', 'goodreads', undefined);
const source = fc.constantFrom(...METADATA_SOURCES);
const statement: fc.Arbitrary<RunStatement> = fc.record({
  ...{ source, provider, draft, confidence: fc.constantFrom(undefined, 0.9), order: fc.constantFrom(undefined, 1) },
  gapsOnly: fc.constantFrom<MetadataField[] | undefined>(undefined, ['publisher', 'series', 'subjects']),
});
const nullable = fc.option(
  text.filter((value) => value !== ''),
  { nil: null },
);
const metadata = fc.record({
  ...{ title: text, subtitle: nullable, description: nullable, publisher: nullable, language: nullable },
  ...{
    publishedDate: fc.constant(null),
    pageCount: fc.constantFrom(null, 1, 2),
    abridged: fc.constantFrom(null, true),
  },
  ...{ contributors: list(contributor), series: list(series), identifiers: list(identifier), subjects: list(text) },
}) as fc.Arbitrary<BookMetadata>;
const origin: fc.Arbitrary<Origin> = fc
  .record({ source, provider, locked: fc.constantFrom(true, undefined, undefined) })
  .map(({ source, provider, locked }) => ({ source, ...(provider && { provider }), ...(locked && { locked }) }));
const PARTS = [...METADATA_FIELDS, 'contributors.author', 'contributors.narrator', 'identifiers.isbn'] as const;
const origins = fc.dictionary(fc.constantFrom(...PARTS), origin, { noNullPrototype: true }) as fc.Arbitrary<Origins>;
const stored: fc.Arbitrary<StoredBook> = fc.record({ metadata, origins });
const run = fc.array(statement, { maxLength: 5 });
const rules: fc.Arbitrary<MergeRules> = fc.record({
  mode: fc.constantFrom('normal', 'refresh'),
  enrichmentOverrides: fc.constantFrom<MetadataField[]>([], ['publisher', 'contributors']),
  providerOrder: fc.constantFrom<string[]>([], ['goodreads', 'amazon']),
  joinSubjects: fc.boolean(),
});
const often = { numRuns: 400 };

it('a second merge of the same changes nothing', () => {
  fc.assert(
    fc.property(stored, run, rules, (book, statements, how) => {
      const once = mergeBook(book, statements, how);
      expect(mergeBook(once, statements, how)).toEqual({ ...once, changes: [] });
    }),
    often,
  );
});

it('the order of what is said is of no account', () => {
  fc.assert(
    fc.property(stored, run, rules, (book, statements, how) => {
      expect(mergeBook(book, statements.toReversed(), how)).toEqual(mergeBook(book, statements, how));
    }),
    often,
  );
});

it('what is locked never changes', () => {
  fc.assert(
    fc.property(stored, run, rules, (book, statements, how) => {
      const merged = mergeBook(book, statements, how);
      const after = splitParts(merged.metadata);
      for (const [part, value] of splitParts(book.metadata))
        if (isLocked(book.origins, part)) expect(sameValue(fieldOf(part), after.get(part), value)).toBe(true);
      for (const part of after.keys()) {
        if (!isLocked(book.origins, part)) continue;
        expect(originOf(merged.origins, part)).toEqual(originOf(book.origins, part));
      }
    }),
    often,
  );
});

/** Whether all that is a person's in `before` is the same after the others had their say. */
function expectPersonsWord(before: StoredBook, statements: readonly RunStatement[]) {
  const others = statements.filter(({ source }) => source !== 'manual');
  const [kept, after] = [before, mergeBook(before, others, { mode: 'normal' })].map(({ metadata }) =>
    splitParts(metadata),
  );
  for (const part of new Set([...kept!.keys(), ...after!.keys()])) {
    if (originOf(before.origins, part)?.source !== 'manual') continue;
    expect(sameValue(fieldOf(part), after!.get(part), kept!.get(part))).toBe(true);
  }
}

it('what a person said or emptied stays until it is refreshed', () => {
  fc.assert(fc.property(stored, run, expectPersonsWord), often);
});

it('nothing empty ever takes the place of something', () => {
  fc.assert(
    fc.property(stored, run, rules, (book, statements, how) => {
      const after = splitParts(mergeBook(book, statements, how).metadata);
      for (const [part, value] of splitParts(book.metadata))
        if (!isEmpty(value)) expect(isEmpty(after.get(part))).toBe(false);
    }),
    often,
  );
});

it('undo of a run gives exactly what was before, also after the changes were kept as JSON', () => {
  fc.assert(
    fc.property(stored, run, rules, (book, statements, how) => {
      const { changes, ...merged } = mergeBook(book, statements, how);
      const undone = undo(merged, JSON.parse(JSON.stringify(changes)));
      expect(undone.kept).toEqual([]);
      expect({ metadata: undone.metadata, origins: undone.origins }).toEqual(book);
    }),
    often,
  );
});

it('undo of an edit does too', () => {
  fc.assert(
    fc.property(stored, fc.record({ ...{ publisher: nullable, contributors: list(contributor) } }), (book, edit) => {
      const { changes, ...edited } = editBook(book, edit);
      const { metadata, origins } = undo(edited, changes);
      expect({ metadata, origins }).toEqual(book);
    }),
    often,
  );
});

it('an edit is a person’s word', () => {
  const edits = fc.record({ publisher: nullable, contributors: list(contributor), identifiers: list(identifier) });
  fc.assert(
    fc.property(stored, edits, run, (book, edit, statements) => {
      const edited = editBook(book, edit);
      for (const { field, originsAfter } of edited.changes)
        expect(
          entriesOf(originsAfter).some(([part, { source }]) => fieldOf(part) === field && source === 'manual'),
        ).toBe(true);
      expectPersonsWord(edited, statements);
    }),
    often,
  );
});
