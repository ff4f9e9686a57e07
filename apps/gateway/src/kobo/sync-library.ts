import { Injectable } from '@nestjs/common';
import { Database, type EntitlementRow, type KeptReading, type LineState, type WholeBook } from '@octavo/database';
import { type Change, changesFor, positionAfter, type SyncPosition } from '@octavo/domain';
import {
  changedProductMetadata,
  changedReadingState,
  decodeSyncToken,
  encodeSyncToken,
  newEntitlement,
  removedEntitlement,
  type SyncItem,
} from '@octavo/kobo';
import type { KoboCaller } from './device.guard.js';
import { koboBook } from './kobo-book.js';

/** What a device is told in one answer. */
export interface SyncAnswer {
  items: SyncItem[];
  token: string;
  more: boolean;
}

/** Devices take any number; their patience of 30 s is what limits a page. */
const ITEMS_PER_PAGE = 100;
const START: SyncPosition = { since: 0, cursor: 0 };

const BYTES_PER_PAGE = 1_500_000;

interface Entry {
  row: EntitlementRow;
  items: SyncItem[];
}

interface Told {
  row: EntitlementRow;
  changes: Change[];
}

/**
 * One page of a sync. The token is the cursor: whatever a device comes back with says what it knows, so a page can be
 * asked for again and is made anew from there; nothing is noted as delivered because it was put into an answer.
 */
@Injectable()
export class SyncLibrary {
  constructor(private readonly database: Database) {}

  async page(caller: KoboCaller, header: string | undefined): Promise<SyncAnswer> {
    const { entitlements } = this.database;
    const device = caller.device.id;
    const line = (await entitlements.lineState(device))!;
    const asked = positionOf(header, device, line);
    if (asked.cursor > line.acknowledged) await entitlements.acknowledge(device, asked.cursor);

    const { told, more, reached } = await this.nextChanges(device, asked);
    const entries = await this.toWire(caller, told);
    const shown = thatFit(entries, BYTES_PER_PAGE);
    const cut = shown.length < entries.length;
    const end = cut ? shown.at(-1)!.row.changedAt : reached;
    await entitlements.offer(device, end);
    const token = encodeSyncToken({ device, line: line.line, ...positionAfter(asked, end, more || cut) });
    return { items: removalsFirst(shown).flatMap(({ items }) => items), more: more || cut, token };
  }

  /** The next page on which there is something to tell, or the end of the line. */
  private async nextChanges(device: string, asked: SyncPosition) {
    for (let position = asked; ;) {
      const page = await this.database.entitlements.page(device, position.cursor, ITEMS_PER_PAGE);
      const told = page.rows.map((row): Told => ({ row, changes: changesFor(row, position, page.offered) }));
      const next = positionAfter(position, page.reached, page.more);
      const toTell = told.filter(({ changes }) => changes.length > 0);
      if (toTell.length > 0 || !page.more) return { told: toTell, more: page.more, reached: page.reached };
      position = next;
    }
  }

  private async toWire(caller: KoboCaller, told: Told[]): Promise<Entry[]> {
    if (told.length === 0) return [];
    const ids = told.map(({ row }) => row.bookId);
    const [books, states] = await Promise.all([
      this.database.books.findMany(ids),
      this.database.readingStates.findMany(caller.userId, ids),
    ]);
    const byId = new Map(books.map((book) => [book.id, book]));
    return told.map((entry) => {
      const { bookId } = entry.row;
      return { row: entry.row, items: itemsFor(entry, byId.get(bookId), states.get(bookId), caller) };
    });
  }
}

/** As many entries, from the first on, as fit into `most` bytes of JSON; one at least. */
export function thatFit<Sized extends { items: unknown[] }>(entries: Sized[], most: number): Sized[] {
  let bytes = 0;
  const beyond = entries.findIndex(({ items }, index) => {
    bytes += Buffer.byteLength(JSON.stringify(items));
    return bytes > most && index > 0;
  });
  return beyond === -1 ? entries : entries.slice(0, beyond);
}

/** Removals make room on the device for what follows. */
function removalsFirst(entries: Entry[]): Entry[] {
  return [...entries].sort((a, b) => Number(b.row.revoked) - Number(a.row.revoked));
}

/** Where a device stands, by its token. Any token that is not of this device's present line means: from the start. */
export function positionOf(header: string | undefined, device: string, line: LineState): SyncPosition {
  const token = decodeSyncToken(header, device);
  if (token.kind !== 'ours' || token.line !== line.line || token.cursor > line.version) return START;
  return { since: token.since, cursor: token.cursor };
}

function itemsFor(
  { row, changes }: Told,
  book: WholeBook | undefined,
  reading: KeptReading | undefined,
  { base }: KoboCaller,
): SyncItem[] {
  const shown = book && koboBook(book, row, base);
  const state = reading && { ...reading, entitlementId: row.bookId };
  return changes.flatMap((change): SyncItem[] => {
    if (change === 'removed') return [removed(row)];
    if (!shown) return []; // being prepared anew: that it is ready again will be a change of its own
    if (change === 'new') return [newEntitlement(shown, state)];
    if (change === 'metadata') return [changedProductMetadata(shown)];
    return state ? [changedReadingState(state)] : [];
  });
}

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
