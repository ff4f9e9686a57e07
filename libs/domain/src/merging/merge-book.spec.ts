import type { Contributor } from '../book.js';
import { editBook } from './edit-book.js';
import { mergeBook } from './merge-book.js';
import type { MergeRules } from './ranks.js';
import { says, storedBook } from './testing/stored-books.js';

const NORMAL: MergeRules = { mode: 'normal' };
const REFRESH: MergeRules = { mode: 'refresh' };
const person = (name: string, role: Contributor['role'] = 'author'): Contributor => ({ name, role });
const isbn = (value: string) => ({ scheme: 'isbn', value });

describe('a field', () => {
  it('of a new book comes from the most trusted that says it', () => {
    const { metadata, origins } = mergeBook(
      storedBook({}),
      [
        says('filepath', { title: 'dune', publisher: 'Path' }),
        says(
          'enrichment',
          { title: 'Dune (Reissue)', description: '<p>Sand.</p>', publisher: 'Ace' },
          { provider: 'amazon' },
        ),
        says('file', { title: 'Dune' }),
      ],
      NORMAL,
    );
    expect(metadata).toMatchObject({ title: 'Dune', description: '<p>Sand.</p>', publisher: 'Ace' });
    expect(origins).toEqual({
      title: { source: 'file' },
      description: { source: 'enrichment', provider: 'amazon' },
      publisher: { source: 'enrichment', provider: 'amazon' },
    });
  });

  it.each([
    ['file', 'manual', 'kept'],
    ['file', 'sidecar', 'kept'],
    ['file', 'file', 'new'],
    ['file', 'audible', 'new'],
    ['file', 'enrichment', 'new'],
    ['file', 'filepath', 'new'],
    ['enrichment', 'manual', 'kept'],
    ['enrichment', 'file', 'kept'],
    ['enrichment', 'audible', 'kept'],
    ['enrichment', 'enrichment', 'new'],
    ['enrichment', 'filepath', 'new'],
    ['filepath', 'enrichment', 'kept'],
    ['sidecar', 'file', 'new'],
    ['audible', 'enrichment', 'new'],
  ] as const)('from %s beside one from %s is %s', (source, before, expected) => {
    const stored = storedBook({ publisher: 'kept' }, { publisher: { source: before } });
    const { metadata, changes } = mergeBook(stored, [says(source, { publisher: 'new' })], NORMAL);
    expect(metadata.publisher).toBe(expected);
    expect(changes).toHaveLength(expected === 'new' ? 1 : 0);
  });

  it('that is kept without an origin gives way to everybody', () => {
    const { metadata } = mergeBook(storedBook({ publisher: 'kept' }), [says('filepath', { publisher: 'new' })], NORMAL);
    expect(metadata.publisher).toBe('new');
  });

  it('tells what it was', () => {
    const stored = storedBook({ publisher: 'Old' }, { publisher: { source: 'filepath' } });
    const { changes } = mergeBook(stored, [says('enrichment', { publisher: 'Ace' }, { provider: 'amazon' })], NORMAL);
    expect(changes).toEqual([
      {
        ...{ field: 'publisher', before: 'Old', after: 'Ace', source: 'enrichment', provider: 'amazon' },
        sourceBefore: 'filepath',
        originsBefore: { publisher: { source: 'filepath' } },
        originsAfter: { publisher: { source: 'enrichment', provider: 'amazon' } },
      },
    ]);
  });

  it.each([
    ['white space', { publisher: 'Ace  Books' }, { publisher: 'Ace Books ' }],
    ['composed letters', { publisher: 'Caf\u00e9' }, { publisher: 'Cafe\u0301' }],
    ['the order of subjects', { subjects: ['a', 'b'] }, { subjects: ['B', 'a'] }],
    ['the order of identifiers', { identifiers: [isbn('1'), isbn('2')] }, { identifiers: [isbn('2'), isbn('1')] }],
  ])('that differs only in %s is not written', (_, kept, said) => {
    const stored = storedBook(kept, {
      publisher: { source: 'file' },
      subjects: { source: 'file' },
      identifiers: { source: 'file' },
    });
    const merged = mergeBook(stored, [says('file', said)], NORMAL);
    expect(merged).toEqual({ ...stored, changes: [] });
    expect(merged.metadata.publisher).toBe(stored.metadata.publisher);
  });

  it.each([
    ['nothing', {}],
    ['blanks', { title: ' ', publisher: '', description: '  ', subjects: [' '], series: [{ name: '' }] }],
    ['placeholders', { title: 'Unknown', publisher: 'unknown', contributors: [person('Unknown')], pageCount: 0 }],
  ])('is not replaced by %s, not even in a refresh', (_, said) => {
    const stored = storedBook({
      ...{ title: 'Dune', publisher: 'Ace', description: 'x', subjects: ['a'], pageCount: 3, series: [{ name: 's' }] },
      contributors: [person('Frank Herbert')],
    });
    expect(mergeBook(stored, [says('file', said)], REFRESH)).toEqual({ ...stored, changes: [] });
  });

  it('of several files of a book is that of the first', () => {
    const statements = [
      says('file', { publisher: 'second' }, { order: 1 }),
      says('file', { publisher: 'first' }, { order: 0 }),
    ];
    expect(mergeBook(storedBook({}), statements, NORMAL).metadata.publisher).toBe('first');
  });

  it('that is false is a value', () => {
    expect(mergeBook(storedBook({}), [says('file', { abridged: false })], NORMAL).metadata.abridged).toBe(false);
  });
});

describe('what a person did', () => {
  const stored = storedBook(
    { title: 'Mine', publisher: 'Mine', language: 'en' },
    {
      title: { source: 'manual' },
      publisher: { source: 'manual', locked: true },
      description: { source: 'manual' },
      language: { source: 'manual' },
    },
  );
  const said = says('file', { title: 'Theirs', publisher: 'Theirs', description: 'Theirs' });

  it('stays: values, emptied fields and locks', () => {
    expect(mergeBook(stored, [said], NORMAL)).toEqual({ ...stored, changes: [] });
  });

  it('is refreshed, but for locks and for fields of which nothing is said', () => {
    const { metadata, origins } = mergeBook(stored, [said], REFRESH);
    expect(metadata).toMatchObject({ title: 'Theirs', publisher: 'Mine', description: 'Theirs', language: 'en' });
    expect(origins.description).toEqual({ source: 'file' });
  });

  it('an empty field that nobody emptied is filled by anybody', () => {
    const { metadata } = mergeBook(
      storedBook({}, { description: { source: 'file' } }),
      [says('enrichment', { description: 'x' })],
      NORMAL,
    );
    expect(metadata.description).toBe('x');
  });

  it('of all contributors emptied none comes back', () => {
    const before = storedBook(
      { contributors: [person('A'), person('N', 'narrator')] },
      { contributors: { source: 'file' } },
    );
    const emptied = editBook(before, { contributors: [] });
    const again = [says('file', { contributors: [person('A'), person('N', 'narrator'), person('T', 'translator')] })];
    expect(mergeBook(emptied, again, NORMAL).metadata.contributors).toEqual([]);
    expect(mergeBook(emptied, again, REFRESH).metadata.contributors).toHaveLength(3);
  });

  it('of an emptied field what a refresh did not bring may come later', () => {
    const before = storedBook({ contributors: [person('A')] }, { contributors: { source: 'file' } });
    const refreshed = mergeBook(
      editBook(before, { contributors: [] }),
      [says('file', { contributors: [person('A')] })],
      REFRESH,
    );
    const { metadata } = mergeBook(
      refreshed,
      [says('enrichment', { contributors: [person('N', 'narrator')] })],
      NORMAL,
    );
    expect(metadata.contributors).toEqual([person('A'), person('N', 'narrator')]);
  });

  it('one identifier taken away does not come back, and others do come', () => {
    const before = storedBook(
      { identifiers: [isbn('1'), { scheme: 'asin', value: 'B1' }] },
      { identifiers: { source: 'file' } },
    );
    const edited = editBook(before, { identifiers: [{ scheme: 'asin', value: 'B1' }] });
    const { metadata } = mergeBook(
      edited,
      [says('file', { identifiers: [isbn('1'), { scheme: 'goodreads', value: '7' }] })],
      NORMAL,
    );
    expect(metadata.identifiers).toEqual([
      { scheme: 'asin', value: 'B1' },
      { scheme: 'goodreads', value: '7' },
    ]);
  });
});

describe('a refresh', () => {
  it('takes the file before its name, whichever comes last', () => {
    const stored = storedBook({ title: 'Mine' }, { title: { source: 'manual' } });
    const said = [says('file', { title: 'Of the file' }), says('filepath', { title: 'of the name' })];
    for (const statements of [said, said.toReversed()])
      expect(mergeBook(stored, statements, REFRESH).metadata.title).toBe('Of the file');
  });

  it('that brings nothing new leaves the order of people and identifiers alone', () => {
    const stored = storedBook(
      {
        contributors: [person('N', 'narrator'), person('A')],
        identifiers: [isbn('2'), { scheme: 'asin', value: 'B' }],
      },
      { contributors: { source: 'manual' }, identifiers: { source: 'manual' } },
    );
    const { contributors, identifiers } = stored.metadata;
    expect(mergeBook(stored, [says('file', { contributors, identifiers })], REFRESH).metadata).toEqual(stored.metadata);
  });

  it('notes who says what is the same', () => {
    const stored = storedBook({ title: 'Dune' }, { title: { source: 'manual' } });
    const { origins, changes } = mergeBook(stored, [says('file', { title: 'Dune' })], REFRESH);
    expect(origins).toEqual({ title: { source: 'file' } });
    expect(changes).toMatchObject([
      { field: 'title', before: 'Dune', after: 'Dune', sourceBefore: 'manual', source: 'file' },
    ]);
  });
});

describe('enrichment', () => {
  const stored = storedBook(
    { description: 'Of the file', title: 'Dune' },
    { description: { source: 'file' }, title: { source: 'file' } },
  );
  const found = says('enrichment', { description: 'Found', title: 'DUNE' }, { provider: 'amazon' });

  it('is lifted above files where that is set, and only there', () => {
    const { metadata } = mergeBook(stored, [found], { ...NORMAL, enrichmentOverrides: ['description'] });
    expect(metadata).toMatchObject({ description: 'Found', title: 'Dune' });
  });

  it('that was lifted is not taken back by the file', () => {
    const rules: MergeRules = { ...NORMAL, enrichmentOverrides: ['description'] };
    const lifted = mergeBook(stored, [found], rules);
    expect(mergeBook(lifted, [says('file', { description: 'Of the file' })], rules).metadata.description).toBe('Found');
  });

  it('never reaches what a person or a sidecar said', () => {
    for (const source of ['manual', 'sidecar'] as const) {
      const kept = storedBook({ description: 'Kept' }, { description: { source } });
      const { metadata } = mergeBook(kept, [found], { ...NORMAL, enrichmentOverrides: ['description'] });
      expect(metadata.description).toBe('Kept');
    }
  });

  it('by providers in their order, then by how sure they are', () => {
    const rules: MergeRules = { ...NORMAL, providerOrder: ['goodreads', 'amazon'] };
    const by = (provider: string, confidence = 1) =>
      says('enrichment', { publisher: `${provider} ${confidence}` }, { provider, confidence });
    const publisherOf = (...statements: ReturnType<typeof by>[]) =>
      mergeBook(storedBook({}), statements, rules).metadata.publisher;
    expect(publisherOf(by('amazon'), by('goodreads', 0.9), by('other'))).toBe('goodreads 0.9');
    expect(publisherOf(by('other'), by('amazon', 0.9), by('amazon', 0.95))).toBe('amazon 0.95');
  });

  it('by a provider that comes later does not replace that of an earlier one', () => {
    const rules: MergeRules = { ...NORMAL, providerOrder: ['goodreads', 'amazon'] };
    const kept = storedBook({ publisher: 'G' }, { publisher: { source: 'enrichment', provider: 'goodreads' } });
    expect(
      mergeBook(kept, [says('enrichment', { publisher: 'A' }, { provider: 'amazon' })], rules).metadata.publisher,
    ).toBe('G');
  });

  it('a text that was cut only fills a gap', () => {
    const cut = says('enrichment', { description: 'Cut...' }, { provider: 'amazon', gapsOnly: ['description'] });
    const whole = says('enrichment', { description: 'Whole' }, { provider: 'other' });
    const rules: MergeRules = { ...NORMAL, providerOrder: ['amazon'] };
    expect(mergeBook(storedBook({}), [cut], rules).metadata.description).toBe('Cut...');
    expect(mergeBook(storedBook({}), [cut, whole], rules).metadata.description).toBe('Whole');
    expect(mergeBook(storedBook({ description: 'Kept' }), [cut], REFRESH).metadata.description).toBe('Kept');
  });
});

describe('title and subtitle', () => {
  it('a subtitle is not put under another title', () => {
    const stored = storedBook({ title: 'Sapiens: A Brief History' }, { title: { source: 'file' } });
    const found = says('enrichment', { title: 'Sapiens', subtitle: 'A Brief History' });
    expect(mergeBook(stored, [found], NORMAL).metadata.subtitle).toBeNull();
  });

  it('a subtitle comes to its title, whoever says it', () => {
    const stored = storedBook({ title: 'Sapiens' }, { title: { source: 'file' } });
    const found = says('enrichment', { title: 'SAPIENS', subtitle: 'A Brief History' });
    expect(mergeBook(stored, [found], NORMAL).metadata.subtitle).toBe('A Brief History');
  });
});

describe('contributors', () => {
  it('are decided by group: a narrator comes to the author of the file', () => {
    const stored = storedBook({ contributors: [person('Frank Herbert')] }, { contributors: { source: 'file' } });
    const found = says(
      'enrichment',
      { contributors: [person('Somebody Else'), person('Simon Vance', 'narrator')] },
      { provider: 'audnexus' },
    );
    const { metadata, origins, changes } = mergeBook(stored, [found], NORMAL);
    expect(metadata.contributors).toEqual([person('Frank Herbert'), person('Simon Vance', 'narrator')]);
    expect(origins).toEqual({
      contributors: { source: 'file' },
      'contributors.narrator': { source: 'enrichment', provider: 'audnexus' },
    });
    expect(changes).toMatchObject([
      { field: 'contributors', source: 'enrichment', provider: 'audnexus', sourceBefore: 'file' },
    ]);
  });

  it('of one group are replaced as a whole, and their order counts', () => {
    const stored = storedBook({ contributors: [person('A'), person('B')] }, { contributors: { source: 'file' } });
    const { metadata } = mergeBook(stored, [says('file', { contributors: [person('B'), person('A')] })], NORMAL);
    expect(metadata.contributors).toEqual([person('B'), person('A')]);
  });

  it('of a person stay, and are replaced as a whole in a refresh', () => {
    const stored = storedBook(
      { contributors: [person('Mine'), person('Mine too')] },
      { contributors: { source: 'manual' } },
    );
    const said = [says('file', { contributors: [person('Theirs')] })];
    expect(mergeBook(stored, said, NORMAL).changes).toEqual([]);
    expect(mergeBook(stored, said, REFRESH).metadata.contributors).toEqual([person('Theirs')]);
  });

  it('that are locked stay, each group of them', () => {
    const stored = storedBook({ contributors: [person('A')] }, { contributors: { source: 'file', locked: true } });
    const said = [says('sidecar', { contributors: [person('B'), person('N', 'narrator')] })];
    expect(mergeBook(stored, said, REFRESH)).toEqual({ ...stored, changes: [] });
  });
});

describe('identifiers', () => {
  it('are joined; of one kind the better source counts', () => {
    const stored = storedBook(
      { identifiers: [isbn('1'), { scheme: 'uuid', value: 'u' }] },
      { identifiers: { source: 'file' } },
    );
    const found = says('enrichment', { identifiers: [isbn('2'), { scheme: 'goodreads', value: '7' }] });
    expect(mergeBook(stored, [found], NORMAL).metadata.identifiers).toEqual([
      { scheme: 'goodreads', value: '7' },
      isbn('1'),
      { scheme: 'uuid', value: 'u' },
    ]);
    const sidecar = says('sidecar', { identifiers: [isbn('3')] });
    expect(mergeBook(stored, [sidecar], NORMAL).metadata.identifiers).toEqual([
      isbn('3'),
      { scheme: 'uuid', value: 'u' },
    ]);
  });
});

describe('series', () => {
  const kept = (number?: string, source: 'file' | 'manual' | 'filepath' = 'file') =>
    storedBook(
      { series: [number === undefined ? { name: 'Dune' } : { name: 'Dune', number }] },
      { series: { source } },
    );
  const said = (source: 'file' | 'enrichment' | 'filepath' | 'sidecar', number?: string, name = 'Dune') =>
    says(source, { series: [number === undefined ? { name } : { name, number }] });

  it('keep their number where a better source knows the name only', () => {
    const { metadata } = mergeBook(kept('2'), [said('sidecar', undefined, 'DUNE')], NORMAL);
    expect(metadata.series).toEqual([{ name: 'DUNE', number: '2' }]);
    expect(mergeBook(kept('2'), [said('file')], REFRESH).metadata.series).toEqual([{ name: 'Dune', number: '2' }]);
  });

  it('take a missing number from whoever knows it, and nothing else', () => {
    const { metadata, origins, changes } = mergeBook(kept(), [said('filepath', '2')], NORMAL);
    expect(metadata.series).toEqual([{ name: 'Dune', number: '2' }]);
    expect(origins.series).toEqual({ source: 'file' });
    expect(changes).toMatchObject([{ field: 'series', source: 'filepath' }]);
    expect(mergeBook(kept(), [said('filepath', '2', 'Other')], NORMAL).changes).toEqual([]);
  });

  it('take the number of the better of two that know it', () => {
    const statements = [said('file'), said('filepath', '3'), said('enrichment', '2')];
    expect(mergeBook(storedBook({}), statements, NORMAL).metadata.series).toEqual([{ name: 'Dune', number: '2' }]);
    expect(mergeBook(kept('1'), [said('file'), said('filepath', '3')], NORMAL).changes).toEqual([]);
  });

  it('have one number each, even two of one name', () => {
    const series = [{ name: 'Dune', number: '1' }, { name: 'Dune', number: '2' }, { name: 'dune' }];
    expect(mergeBook(storedBook({}), [says('file', { series })], NORMAL).metadata.series).toEqual([
      ...series.slice(0, 2),
      { name: 'dune', number: '1' },
    ]);
  });

  it('of a person stay without a number', () => {
    expect(mergeBook(kept(undefined, 'manual'), [said('file', '2')], NORMAL).changes).toEqual([]);
  });

  it('are replaced as a whole otherwise', () => {
    expect(mergeBook(kept('2', 'filepath'), [said('file', '1', 'Other')], NORMAL).metadata.series).toEqual([
      { name: 'Other', number: '1' },
    ]);
  });
});

describe('subjects', () => {
  const stored = storedBook({ subjects: ['Sand', 'Sun'] }, { subjects: { source: 'file' } });
  const found = says('enrichment', { subjects: ['sun', 'Worms'] });

  it('are those of the better source', () => {
    expect(mergeBook(stored, [found], NORMAL).changes).toEqual([]);
  });

  it('are joined where that is set, but not to those of a person', () => {
    const rules: MergeRules = { ...NORMAL, joinSubjects: true };
    const { metadata, origins } = mergeBook(stored, [found], rules);
    expect(metadata.subjects).toEqual(['Sand', 'Sun', 'Worms']);
    expect(origins.subjects).toEqual({ source: 'file' });
    const own = storedBook({ subjects: ['Mine'] }, { subjects: { source: 'manual' } });
    expect(mergeBook(own, [found], rules).changes).toEqual([]);
  });
});
