import { Injectable } from '@nestjs/common';
import {
  type BookForDevices,
  Database,
  type EntitlementRow,
  type KeptPlace,
  type KeptReading,
  type ShelfRow,
} from '@octavo/database';
import { type Change, changesFor, type Entry, readingToPush, shelfChangeFor, type SyncPosition } from '@octavo/domain';
import {
  changedProductMetadata,
  changedReadingState,
  changedTag,
  deletedTag,
  type KoboReadingState,
  newEntitlement,
  newTag,
  removedEntitlement,
  type SyncItem,
} from '@octavo/kobo';
import type { KoboCaller } from '../device.guard.js';
import { deliveredContent } from '../../books/delivered-file.js';
import { koboBook } from '../kobo-book.js';

/** Where the rows are told of: the device's position and how far any answer went before. */
interface Ground {
  position: SyncPosition;
  offered: number;
}

interface Told {
  row: EntitlementRow;
  changes: Change[];
}

/** Turns rows of a device's line into what the device is told of them. */
@Injectable()
export class DeviceItems {
  constructor(private readonly database: Database) {}

  async ofBooks(caller: KoboCaller, rows: EntitlementRow[], { position, offered }: Ground): Promise<Entry<SyncItem>[]> {
    const told = rows.map((row): Told => ({ row, changes: changesFor(row, position, offered) }));
    const ids = told
      .filter(({ changes }) => changes.some((change) => change !== 'removed'))
      .map(({ row }) => row.bookId);
    const [books, states, places] = await Promise.all([
      this.database.books.forDevices(ids),
      this.database.readingStates.findMany(caller.userId, ids),
      this.database.readingPlaces.findMany(caller.userId, ids),
    ]);
    const byId = new Map(books.map((book) => [book.id, book]));
    return told.map(({ row, changes }) => {
      const known = { book: byId.get(row.bookId), state: states.get(row.bookId), places: places.get(row.bookId) ?? [] };
      return { at: row.changedAt, items: itemsFor({ row, changes }, known, caller.base) };
    });
  }

  ofShelves(rows: ShelfRow[], { position, offered }: Ground): Entry<SyncItem>[] {
    return rows.map((row) => ({ at: row.changedAt, items: shelfItems(row, position, offered) }));
  }
}

interface Known {
  book: BookForDevices | undefined;
  state: KeptReading | undefined;
  places: KeptPlace[];
}

function itemsFor({ row, changes }: Told, { book, state, places }: Known, base: string): SyncItem[] {
  const shown = book && koboBook(book, row, base);
  return changes.flatMap((change): SyncItem[] => {
    if (change === 'removed') return [removed(row)];
    if (!book || !shown) return []; // being prepared anew: that it is ready again will be a change of its own
    const current = deliveredContent(book) ?? '';
    if (change === 'new') return [newEntitlement(shown, state && pushed(state, places, current))];
    if (change === 'metadata') return [changedProductMetadata(shown)];
    return state ? [changedReadingState(pushed(state, places, row.downloadedContent ?? current))] : [];
  });
}

function pushed(state: KeptReading, places: KeptPlace[], content: string): KoboReadingState {
  return { entitlementId: state.bookId, createdAt: state.createdAt, ...readingToPush(partsOf(state), places, content) };
}

const partsOf = ({ bookmark, statistics, status }: KeptReading) => ({
  ...(bookmark && { bookmark }),
  ...(statistics && { statistics }),
  ...(status && { status }),
});

function removed({ bookId, title, createdAt, changedTime }: EntitlementRow): SyncItem {
  return removedEntitlement({
    entitlementId: bookId,
    revisionId: bookId,
    title,
    addedAt: createdAt,
    grantedAt: createdAt,
    removedAt: changedTime,
  });
}

function shelfItems(row: ShelfRow, position: SyncPosition, offered: number): SyncItem[] {
  const change = shelfChangeFor(row, position, offered);
  if (change === undefined) return [];
  if (change === 'deleted' || !row.shelf) return [deletedTag(row.tagId, row.changedTime)];
  const shelf = { id: row.tagId, ...row.shelf, changedAt: row.changedTime, bookIds: row.bookIds };
  return [change === 'new' ? newTag(shelf) : changedTag(shelf)];
}
