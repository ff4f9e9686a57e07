import {
  changesFor,
  isSettled,
  NO_HABITS,
  pageAfter,
  type Piece,
  provenTo,
  settledAt,
  shelfChangeFor,
  type SyncPosition,
} from '@octavo/domain';
import type { Database } from '../src/database.js';

/** What a device is told, in short. */
export interface Told {
  kind: 'removed' | 'new' | 'metadata' | 'reading-state' | 'new shelf' | 'changed shelf' | 'deleted shelf';
  id: string;
}

/** A device that asks for its line as the gateway answers it, and keeps what it is told. */
export class LineReader {
  readonly books = new Set<string>();
  /** The books of each collection, by the collection's id. */
  readonly shelves = new Map<string, string[]>();
  private position = settledAt(0);

  constructor(
    private readonly database: Database,
    readonly device: string,
    private readonly pageSize = 100,
  ) {}

  /** A whole sync. Gives what was told in it. */
  async sync(): Promise<Told[]> {
    const told: Told[] = [];
    do told.push(...(await this.page()));
    while (!isSettled(this.position));
    return told;
  }

  /** One request and its answer. One that is lost leaves the device where it was. */
  async page({ lost = false } = {}): Promise<Told[]> {
    const { syncLines } = this.database;
    const { line, offered } = (await syncLines.state(this.device))!;
    const askedFrom = provenTo(this.position);
    await syncLines.acknowledge(this.device, line, askedFrom);
    const limits = { items: this.pageSize, bytes: 1_000_000, ms: 60_000 };
    const next = (position: SyncPosition, room: number) => this.next(position, room, offered);
    const { items, position, reached } = await pageAfter(this.position, next, { limits, assumed: false });
    await syncLines.answering(this.device, {
      ...{ line, reached, told: items.length > 0 },
      habits: { ...NO_HABITS, askedFrom },
    });
    if (lost) return [];
    this.position = position;
    for (const { told, shelf } of items) this.take(told, shelf);
    return items.map(({ told }) => told);
  }

  /** Comes back once more with its last token and nothing else, and so proves that it has it. */
  async prove(): Promise<void> {
    await this.database.syncLines.acknowledge(this.device, 1, provenTo(this.position));
  }

  private async next(position: SyncPosition, room: number, offered: number): Promise<Piece<Item>> {
    const { syncLines } = this.database;
    if (position.phase === 'shelves') {
      const { rows, ...rest } = await syncLines.shelves(this.device, position.at, room);
      const entries = rows.map((row) => {
        const change = shelfChangeFor(row, position, offered);
        const told = change && { kind: `${change} shelf` as const, id: row.tagId };
        return { at: row.changedAt, items: told ? [{ told, shelf: row.bookIds }] : [] };
      });
      return { entries, ...rest };
    }
    const removals = position.phase === 'removals';
    const { rows, ...rest } = await syncLines.books(this.device, { cursor: position.at, limit: room, removals });
    const entries = rows.map((row) => ({
      at: row.changedAt,
      items: changesFor(row, position, offered).map((kind) => ({ told: { kind, id: row.bookId } })),
    }));
    return { entries, ...rest };
  }

  private take({ kind, id }: Told, shelf: string[] | undefined): void {
    if (kind === 'new') this.books.add(id);
    else if (kind === 'deleted shelf') this.shelves.delete(id);
    else if (kind.endsWith('shelf')) this.shelves.set(id, shelf ?? []);
    else if (!this.books.has(id)) throw new Error(`${kind} for a book the device lacks`);
    if (kind === 'removed') this.books.delete(id);
  }
}

interface Item {
  told: Told;
  shelf?: string[];
}
