import fc from 'fast-check';
import { bookMetadata } from './book-to-wire.js';
import type { KoboBook } from './kobo-book.js';
import type { KoboReadingState } from './kobo-reading-state.js';
import { emptyReadingState, readingState } from './reading-state-to-wire.js';
import {
  changedProductMetadata,
  changedReadingState,
  changedTag,
  deletedTag,
  type KoboShelf,
  newEntitlement,
  newTag,
  removedEntitlement,
} from './to-wire.js';
import { BookMetadata } from './wire/book-metadata.js';
import { ReadingState } from './wire/reading-state.js';
import { SyncItem } from './wire/sync-item.js';

const ID = '5b9f6f0e-7c0d-4a57-9d5b-2b7f0a7a1c11';
const FULL: KoboBook = {
  entitlementId: ID,
  revisionId: ID,
  title: 'testbook执',
  subtitle: 'A Tale',
  authors: [
    { name: 'John Döe执', role: 'author' },
    { name: 'Ada Coe', role: 'author' },
    { name: 'Tom Roe', role: 'translator' },
    { name: 'Jim Poe', role: 'other' },
  ],
  description: '<p>Once upon a time…</p>',
  language: 'en-GB',
  publisher: 'Ace',
  published: '1969-03',
  isbn: '9780441478125',
  series: { id: 'b7c1d1c4-1f6c-5a0e-8f6b-0d5a5f1c2e33', name: 'O0ü 执', number: '1.5' },
  coverImageId: `${ID}-4f2a`,
  download: { format: 'KEPUB', size: 734003, url: `https://books.example.org/kobo/t/v1/books/${ID}/file/kepub` },
  addedAt: new Date('2026-01-01T10:00:00Z'),
  changedAt: new Date('2026-02-02T11:00:00.500Z'),
  grantedAt: new Date('2026-01-15T12:00:00Z'),
};
const MINIMAL: KoboBook = {
  entitlementId: ID,
  revisionId: ID,
  title: ' ',
  authors: [],
  download: { format: 'EPUB3', size: 0, url: 'https://books.example.org/f' },
  addedAt: FULL.addedAt,
  changedAt: FULL.changedAt,
  grantedAt: FULL.grantedAt,
};

const ENTITLEMENT = {
  Accessibility: 'Full',
  ActivePeriod: { From: '2026-01-15T12:00:00Z' },
  Created: '2026-01-01T10:00:00Z',
  CrossRevisionId: ID,
  Id: ID,
  IsHiddenFromArchive: false,
  IsLocked: false,
  IsRemoved: false,
  LastModified: '2026-02-02T11:00:00Z',
  OriginCategory: 'Imported',
  RevisionId: ID,
  Status: 'Active',
};
const FULL_METADATA = {
  Categories: ['00000000-0000-0000-0000-000000000001'],
  ContributorRoles: [
    { Name: 'John Döe执', Role: 'Author' },
    { Name: 'Ada Coe', Role: 'Author' },
    { Name: 'Tom Roe', Role: 'Translator' },
    { Name: 'Jim Poe' },
  ],
  Contributors: ['John Döe执', 'Ada Coe'],
  CoverImageId: '5b9f6f0e-7c0d-4a57-9d5b-2b7f0a7a1c11-4f2a',
  CrossRevisionId: ID,
  CurrentDisplayPrice: { CurrencyCode: 'USD', TotalAmount: 0 },
  CurrentLoveDisplayPrice: { TotalAmount: 0 },
  Description: '<p>Once upon a time…</p>',
  DownloadUrls: [
    {
      Format: 'KEPUB',
      Size: 734003,
      Url: 'https://books.example.org/kobo/t/v1/books/5b9f6f0e-7c0d-4a57-9d5b-2b7f0a7a1c11/file/kepub',
      Platform: 'Generic',
      DrmType: 'None',
    },
  ],
  EntitlementId: ID,
  ExternalIds: [],
  Genre: '00000000-0000-0000-0000-000000000001',
  Isbn: '9780441478125',
  IsEligibleForKoboLove: false,
  IsInternetArchive: false,
  IsPreOrder: false,
  IsSocialEnabled: true,
  Language: 'en',
  PhoneticPronunciations: {},
  PublicationDate: '1969-03-01T00:00:00Z',
  Publisher: { Imprint: '', Name: 'Ace' },
  RevisionId: ID,
  Series: { Id: 'b7c1d1c4-1f6c-5a0e-8f6b-0d5a5f1c2e33', Name: 'O0ü 执', Number: 1.5, NumberFloat: 1.5 },
  SubTitle: 'A Tale',
  Title: 'testbook执',
  WorkId: ID,
};
const MINIMAL_METADATA = {
  Categories: ['00000000-0000-0000-0000-000000000001'],
  ContributorRoles: [],
  Contributors: [],
  CrossRevisionId: ID,
  CurrentDisplayPrice: { CurrencyCode: 'USD', TotalAmount: 0 },
  CurrentLoveDisplayPrice: { TotalAmount: 0 },
  Description: ' ',
  DownloadUrls: [
    { Format: 'EPUB3', Size: 0, Url: 'https://books.example.org/f', Platform: 'Generic', DrmType: 'None' },
  ],
  EntitlementId: ID,
  ExternalIds: [],
  Genre: '00000000-0000-0000-0000-000000000001',
  IsEligibleForKoboLove: false,
  IsInternetArchive: false,
  IsPreOrder: false,
  IsSocialEnabled: true,
  Language: 'en',
  PhoneticPronunciations: {},
  Publisher: { Imprint: '', Name: null },
  RevisionId: ID,
  Title: 'Untitled',
  WorkId: ID,
};
const UNREAD = {
  EntitlementId: ID,
  Created: '2026-01-01T10:00:00Z',
  LastModified: '2026-01-01T10:00:00Z',
  PriorityTimestamp: '2026-01-01T10:00:00Z',
  StatusInfo: { LastModified: '2026-01-01T10:00:00Z', Status: 'ReadyToRead', TimesStartedReading: 0 },
  Statistics: { LastModified: '2026-01-01T10:00:00Z' },
  CurrentBookmark: { LastModified: '2026-01-01T10:00:00Z' },
};

/** What really goes over the wire: undefined fields do not. */
const onTheWire = (message: unknown): unknown => JSON.parse(JSON.stringify(message));

describe('a new book on the wire', () => {
  it('that everything is known of', () => {
    expect(onTheWire(newEntitlement(FULL))).toEqual({
      NewEntitlement: { BookEntitlement: ENTITLEMENT, BookMetadata: FULL_METADATA, ReadingState: UNREAD },
    });
  });

  it('that next to nothing is known of', () => {
    expect(onTheWire(newEntitlement(MINIMAL))).toEqual({
      NewEntitlement: { BookEntitlement: ENTITLEMENT, BookMetadata: MINIMAL_METADATA, ReadingState: UNREAD },
    });
  });

  it('that has been read elsewhere', () => {
    const state: KoboReadingState = {
      entitlementId: ID,
      createdAt: FULL.addedAt,
      status: { modifiedAt: new Date('2026-03-01T00:00:00Z'), status: 'Finished', timesStartedReading: 2 },
    };
    expect(newEntitlement(FULL, state).NewEntitlement.ReadingState).toEqual(readingState(state));
  });
});

it('a change of metadata on the wire carries both objects', () => {
  expect(onTheWire(changedProductMetadata(FULL))).toEqual({
    ChangedProductMetadata: { BookEntitlement: ENTITLEMENT, BookMetadata: FULL_METADATA },
  });
});

it('a removal on the wire hides the book from the archive too', () => {
  const removed = { ...FULL, removedAt: new Date('2026-04-01T00:00:00Z') };
  expect(onTheWire(removedEntitlement(removed))).toEqual({
    ChangedEntitlement: {
      BookEntitlement: {
        ...ENTITLEMENT,
        IsHiddenFromArchive: true,
        IsRemoved: true,
        LastModified: '2026-04-01T00:00:00Z',
      },
      BookMetadata: { ...MINIMAL_METADATA, DownloadUrls: [], Title: 'testbook执' },
    },
  });
});

describe('metadata on the wire', () => {
  it.each<[string | undefined, string]>([
    ['eng', 'en'],
    ['nob', 'nb'],
    ['fre', 'fr'],
    ['pt-BR', 'pt'],
    ['zh-Hant-TW', 'zh'],
    ['grc', 'en'],
    ['und', 'en'],
    ['not a language', 'en'],
    ['', 'en'],
    [undefined, 'en'],
  ])('language %j is %s', (language, expected) => {
    expect(bookMetadata({ ...FULL, language }).Language).toBe(expected);
  });

  it.each<[string | undefined, number | undefined]>([
    ['4', 4],
    ['0', 0],
    ['1.5', 1.5],
    ['1-3', 1],
    ['2a', 2],
    ['Book 12', 12],
    ['Prequel', undefined],
    ['', undefined],
    ['9'.repeat(400), undefined],
    [undefined, undefined],
  ])('series number %j is sorted as %s', (number, expected) => {
    const { Series } = bookMetadata({ ...FULL, series: { id: 's', name: 'S', number } });
    expect(Series).toEqual(
      expected === undefined ? { Id: 's', Name: 'S' } : { Id: 's', Name: 'S', Number: expected, NumberFloat: expected },
    );
  });

  it('shows a translator as the author only where there is no author', () => {
    expect(bookMetadata({ ...FULL, authors: [{ name: 'Tom Roe', role: 'translator' }] }).Contributors).toEqual([
      'Tom Roe',
    ]);
  });

  it('always fits its schema, whatever a book is called', () => {
    const text = fc.option(fc.string({ unit: 'binary' }), { nil: undefined });
    const book = fc.record({ title: fc.string(), subtitle: text, description: text, language: text, published: text });
    fc.assert(
      fc.property(book, text, (fields, number) => {
        const metadata = bookMetadata({ ...FULL, ...fields, series: { id: 's', name: 'S', number } });
        expect(BookMetadata.parse(onTheWire(metadata))).toEqual(onTheWire(metadata));
      }),
    );
  });
});

describe('a reading state on the wire', () => {
  const state: KoboReadingState = {
    entitlementId: ID,
    createdAt: new Date('2026-03-01T10:00:00Z'),
    bookmark: {
      modifiedAt: new Date('2026-03-08T21:14:03Z'),
      progressPercent: 33.6,
      contentSourceProgressPercent: 0,
      location: { value: 'kobo.409.3', type: 'KoboSpan', source: 'OEBPS/Text/chapter07.xhtml' },
    },
    statistics: { modifiedAt: new Date('2026-03-07T00:00:00Z'), spentReadingMinutes: 142, remainingTimeMinutes: 0 },
    status: {
      modifiedAt: new Date('2026-03-02T19:00:00Z'),
      status: 'Reading',
      timesStartedReading: 1,
      lastTimeStartedReading: new Date('2026-03-02T19:00:00Z'),
    },
  };

  it('is as new as its newest part, in whole numbers, and keeps a zero', () => {
    const message = changedReadingState(state);
    expect(SyncItem.parse(message)).toEqual(message);
    expect(onTheWire(message)).toEqual({
      ChangedReadingState: {
        ReadingState: {
          EntitlementId: ID,
          Created: '2026-03-01T10:00:00Z',
          LastModified: '2026-03-08T21:14:03Z',
          PriorityTimestamp: '2026-03-08T21:14:03Z',
          StatusInfo: {
            LastModified: '2026-03-02T19:00:00Z',
            Status: 'Reading',
            TimesStartedReading: 1,
            LastTimeStartedReading: '2026-03-02T19:00:00Z',
          },
          Statistics: { LastModified: '2026-03-07T00:00:00Z', SpentReadingMinutes: 142 },
          CurrentBookmark: {
            LastModified: '2026-03-08T21:14:03Z',
            ProgressPercent: 34,
            ContentSourceProgressPercent: 0,
            Location: { Value: 'kobo.409.3', Type: 'KoboSpan', Source: 'OEBPS/Text/chapter07.xhtml' },
          },
        },
      },
    });
  });

  it('at the very beginning says so', () => {
    const bookmark = { modifiedAt: new Date('2026-03-08T21:14:03Z'), progressPercent: 0 };
    expect(onTheWire(readingState({ entitlementId: ID, createdAt: FULL.addedAt, bookmark }))).toMatchObject({
      CurrentBookmark: { LastModified: '2026-03-08T21:14:03Z', ProgressPercent: 0 },
    });
  });

  it('of a book nobody opened holds three times and nothing else', () => {
    const empty = emptyReadingState(ID, new Date('2026-01-01T10:00:00Z'));
    expect(ReadingState.parse(empty)).toEqual(empty);
    expect(empty).toEqual(UNREAD);
  });
});

describe('a shelf on the wire', () => {
  const shelf: KoboShelf = {
    id: '0d0e8c0a-7c0d-4a57-9d5b-2b7f0a7a1c12',
    name: 'To read 执',
    createdAt: new Date('2026-01-01T10:00:00Z'),
    changedAt: new Date('2026-02-02T11:00:00.500Z'),
    bookIds: [ID, 'b7c1d1c4-1f6c-5a0e-8f6b-0d5a5f1c2e33'],
  };
  const TAG = {
    Id: '0d0e8c0a-7c0d-4a57-9d5b-2b7f0a7a1c12',
    Name: 'To read 执',
    Type: 'UserTag',
    Created: '2026-01-01T10:00:00Z',
    LastModified: '2026-02-02T11:00:00Z',
    Items: [
      { RevisionId: ID, Type: 'ProductRevisionTagItem' },
      { RevisionId: 'b7c1d1c4-1f6c-5a0e-8f6b-0d5a5f1c2e33', Type: 'ProductRevisionTagItem' },
    ],
  };

  it('is a collection with all its books, new or changed', () => {
    expect(onTheWire(newTag(shelf))).toEqual({ NewTag: { Tag: TAG } });
    expect(onTheWire(changedTag(shelf))).toEqual({ ChangedTag: { Tag: TAG } });
  });

  it('that is empty says so', () => {
    expect(onTheWire(newTag({ ...shelf, bookIds: [] }))).toEqual({ NewTag: { Tag: { ...TAG, Items: [] } } });
  });

  it('that is gone is an id and a time', () => {
    expect(onTheWire(deletedTag('whatever', shelf.changedAt))).toEqual({
      DeletedTag: { Tag: { Id: 'whatever', LastModified: '2026-02-02T11:00:00Z' } },
    });
  });

  it.each([newTag(shelf), changedTag(shelf), deletedTag(shelf.id, shelf.changedAt)])(
    'fits its schema: %j',
    (message) => {
      expect(SyncItem.parse(onTheWire(message))).toEqual(onTheWire(message));
      expect(Object.keys(message)).toHaveLength(1);
    },
  );
});

it('every message we send is one the schemas know, with one key', () => {
  const messages = [
    newEntitlement(FULL),
    changedProductMetadata(MINIMAL),
    removedEntitlement({ ...FULL, removedAt: FULL.changedAt }),
  ];
  for (const message of messages) {
    expect(SyncItem.parse(onTheWire(message))).toEqual(onTheWire(message));
    expect(Object.keys(message)).toHaveLength(1);
  }
});
