import { changesFor, type Change, type Entitlement, shelfChangeFor, type ShelfEntitlement } from './entitlement.js';
import { settledAt, type SyncPosition } from './position.js';

/** Given at 5, when the device is settled at 10, and changed as `fields` say. */
const book = (fields: Partial<Entitlement> = {}): Entitlement => {
  const numbers = { grantedAt: 5, firstGrantedAt: 5, fileAt: 5, metadataAt: 5, stateAt: 5, ...fields };
  const { grantedAt, fileAt, metadataAt, stateAt } = numbers;
  return { changedAt: Math.max(grantedAt, fileAt, metadataAt, stateAt), revoked: false, ...numbers };
};
const telling = (removals = 10, at = 10): SyncPosition => ({ phase: 'books', since: 10, removals, at });
const removing: SyncPosition = { phase: 'removals', since: 10, at: 10 };
const OFFERED = 10;

describe('what a device that is settled at 10 is told of a book', () => {
  it.each<[string, Partial<Entitlement>, Change[]]>([
    ['that it got afterwards', { grantedAt: 11, firstGrantedAt: 11 }, ['new']],
    ['that was given for the first time exactly there', { grantedAt: 10 }, []],
    ['that it was given again', { grantedAt: 12 }, ['new']],
    ['whose file changed', { fileAt: 11 }, ['new']],
    ['whose metadata changed', { metadataAt: 11 }, ['metadata']],
    ['whose reading state changed', { stateAt: 11 }, ['reading-state']],
    ['whose metadata and reading state changed', { metadataAt: 11, stateAt: 12 }, ['metadata', 'reading-state']],
    ['whose file, metadata and reading state changed', { fileAt: 11, metadataAt: 12, stateAt: 13 }, ['new']],
    ['that came and changed within one sync', { grantedAt: 11, firstGrantedAt: 11, metadataAt: 14 }, ['new']],
    ['that stands further on the line for no reason it has to know', { changedAt: 20 }, []],
  ])('%s', (_what, fields, expected) => {
    expect(changesFor(book(fields), telling(), OFFERED)).toEqual(expected);
  });

  it.each<[string, Partial<Entitlement>, SyncPosition, Change[]]>([
    ['in the phase of removals', { changedAt: 11 }, removing, ['removed']],
    ['after that phase was read', { changedAt: 12 }, telling(11), ['removed']],
    ['and it was told in that phase already', { changedAt: 11 }, telling(11), []],
    ['that was given beyond all answers', { grantedAt: 11, firstGrantedAt: 11, changedAt: 12 }, removing, []],
    ['that was given beyond all answers, read late', { firstGrantedAt: 11, changedAt: 12 }, telling(11), []],
    [
      'whose first answer may have arrived',
      { grantedAt: 10, firstGrantedAt: 10, changedAt: 11 },
      removing,
      ['removed'],
    ],
    [
      'that it had before it was given again',
      { grantedAt: 11, firstGrantedAt: 3, changedAt: 12 },
      removing,
      ['removed'],
    ],
    ['that changed before it was taken', { metadataAt: 11, stateAt: 12, changedAt: 13 }, removing, ['removed']],
  ])('that was taken back %s', (_when, fields, position, expected) => {
    expect(changesFor({ ...book(fields), revoked: true }, position, OFFERED)).toEqual(expected);
  });

  it('that an answer beyond its last one told of: it is taken back though the device is not settled there', () => {
    const fields = { grantedAt: 14, firstGrantedAt: 14, changedAt: 16, revoked: true };
    expect(changesFor(book(fields), removing, 13)).toEqual([]);
    expect(changesFor(book(fields), removing, 14)).toEqual(['removed']);
  });
});

it('a device that starts from nothing is told of each book once, as new, however it changed', () => {
  const start: SyncPosition = { ...settledAt(0), phase: 'books', removals: 20 };
  expect(changesFor(book({ fileAt: 7, metadataAt: 8, stateAt: 9 }), start, 0)).toEqual(['new']);
});

describe('what a device that is settled at 10 is told of a shelf', () => {
  const shelves: SyncPosition = { phase: 'shelves', since: 10, books: 12, at: 10 };
  const shelf = (fields: Partial<ShelfEntitlement>): ShelfEntitlement => ({
    grantedAt: 5,
    firstGrantedAt: 5,
    changedAt: 11,
    revoked: false,
    ...fields,
  });

  it.each<[string, Partial<ShelfEntitlement>, ReturnType<typeof shelfChangeFor>]>([
    ['that it got afterwards', { grantedAt: 11, firstGrantedAt: 11 }, 'new'],
    ['that it was given again', { grantedAt: 11 }, 'new'],
    ['that it has, with another name or other books', {}, 'changed'],
    ['that it made itself', { grantedAt: 0, firstGrantedAt: 0 }, 'changed'],
    ['that is gone', { revoked: true }, 'deleted'],
    [
      'that is gone, and was first told of in an answer that may be lost',
      { firstGrantedAt: 10, revoked: true },
      'deleted',
    ],
    ['that came and went before any answer', { grantedAt: 11, firstGrantedAt: 11, revoked: true }, undefined],
    ['that was never ours', { grantedAt: 0, firstGrantedAt: 0, revoked: true }, 'deleted'],
  ])('%s', (_what, fields, expected) => {
    expect(shelfChangeFor(shelf(fields), shelves, OFFERED)).toBe(expected);
  });
});
