import { LibraryEvent } from '@octavo/contracts';
import { accountsQuery, seriesQuery, storeSyncsQuery } from '../audible/audible.queries.js';
import { annotationsQuery } from '../highlights/highlights.queries.js';
import { bookListQuery, bookQuery } from '../books/books.queries.js';
import { deviceBooksQuery, deviceQuery, devicesQuery } from '../devices/devices.queries.js';
import { doctorQuery } from '../doctor/doctor.queries.js';
import { sourcesQuery } from '../editing/editing.queries.js';
import { findsQuery } from '../finds/finds.queries.js';
import { changesQuery } from '../history/history.queries.js';
import { enrichmentCountsQuery, metadataSettingsQuery } from '../providers/providers.queries.js';
import { readingQuery } from '../reading/reading.queries.js';
import { suggestionsQuery } from '../review/review.queries.js';
import { serversQuery, syncsQuery } from '../servers/servers.queries.js';
import { shelvesQuery } from '../shelves/shelves.queries.js';
import { formsQuery, pairsQuery } from '../works/works.queries.js';
import { affectedQueries } from './affected-queries.js';

const id = '7f3c1f64-5f0e-4a57-9f0c-0d3b7a1c2e4d';

describe('what an announcement puts in doubt', () => {
  /** Whether a stored answer is asked for again: its key begins with one that was named. */
  const doubts = (event: LibraryEvent, key: string[]) =>
    affectedQueries(event).some((prefix) => prefix.every((part, at) => part === key[at]));

  it('is the lists and the one book, for a book', () => {
    expect(affectedQueries({ kind: 'book', id })).toEqual([
      ['books', 'list'],
      ['books', 'one', id],
      ['libraries'],
      ['webdav'],
      ['devices'],
      ['metadata', 'enrichment'],
      ['suggestions', 'list'],
      ['works'],
      ['audible', 'series'],
    ]);
  });

  it.each<[LibraryEvent['kind'], { queryKey: readonly unknown[] }, boolean]>([
    ['book', readingQuery(id), true],
    ['book', annotationsQuery(id), true],
    ['book', readingQuery('another'), false],
    ['book', changesQuery(id), true],
    ['book', findsQuery(id), true],
    ['book', sourcesQuery(id), true],
    ['book', suggestionsQuery, true],
    ['book', enrichmentCountsQuery, true],
    ['job', enrichmentCountsQuery, true],
    ['book', metadataSettingsQuery, false],
    ['book', deviceBooksQuery('kobo', { q: '' }), true],
    ['source', serversQuery, true],
    ['source', syncsQuery(id), true],
    ['book', serversQuery, true],
    ['job', serversQuery, false],
    ['source', accountsQuery, true],
    ['source', storeSyncsQuery({ accountId: id, storeId: id }), true],
    ['source', seriesQuery, true],
    ['book', seriesQuery, true],
    ['book', accountsQuery, false],
    ['book', formsQuery('another form'), true],
    ['book', pairsQuery, true],
    ['source', pairsQuery, false],
    ['device', devicesQuery, true],
    ['device', deviceQuery(id), true],
    ['device', deviceBooksQuery('kobo', { q: '' }), true],
    ['device', readingQuery(id), false],
    ['shelf', shelvesQuery, true],
    ['shelf', bookQuery(id), true],
    ['shelf', bookListQuery({ q: '', order: 'newest', shelf: id }), true],
    ['shelf', deviceBooksQuery('kobo', { q: '' }), true],
  ])('for a %s is %j: %s', (kind, { queryKey }, expected) => {
    expect(doubts({ kind, id }, queryKey as string[])).toBe(expected);
  });

  it.each(LibraryEvent.shape.kind.options)('is never another examination, which takes long: %s', (kind) => {
    expect(doubts({ kind, id }, [...doctorQuery.queryKey])).toBe(false);
  });

  it('is every book, where no book is named', () => {
    expect(affectedQueries({ kind: 'book', id: null })).toContainEqual(['books', 'one']);
  });

  it('is something for every kind there is', () => {
    for (const kind of LibraryEvent.shape.kind.options) expect(affectedQueries({ kind, id: null })).not.toEqual([]);
  });
});
