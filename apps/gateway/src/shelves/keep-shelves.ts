import { Injectable } from '@nestjs/common';
import { Announcements, Database, type Device, type Repositories, settleRights } from '@octavo/database';
import { DomainError } from '@octavo/domain';
import { z } from 'zod';
import { AskForBooks } from '../devices/ask-for-books.js';

/** A shelf that is known to be its user's. */
export interface OwnShelf {
  id: string;
  userId: string;
}

/** Books put on a shelf or taken off it; `by` is the device that did so, null for a browser. */
export interface BooksChange {
  change: 'put' | 'take';
  bookIds: string[];
  by: string | null;
}

const ids = (texts: string[]) => texts.filter((text) => z.uuid().safeParse(text).success);

/** Changes shelves, and lets devices have what follows: collections, and books where a device gets chosen shelves. */
@Injectable()
export class KeepShelves {
  constructor(
    private readonly database: Database,
    private readonly announcements: Announcements,
    private readonly books: AskForBooks,
  ) {}

  async add(userId: string, name: string): Promise<string> {
    const id = await this.database.transaction(async (repositories) => {
      await repositories.devices.lockOf(userId);
      const shelf = await repositories.shelves.findOrAdd(userId, name);
      if (!shelf.made) throw new DomainError('shelf.exists');
      await repositories.shelfEntitlements.settle({ shelves: [shelf.id] });
      return shelf.id;
    });
    this.announcements.announce('shelf', id);
    return id;
  }

  /**
   * A collection made on a device. One of that name is used again. Where the device gets chosen shelves this becomes one
   * of them, since it is on the device already.
   */
  async addFromDevice(device: Device, name: string, bookIds: string[]): Promise<string> {
    const { userId } = device;
    const id = await this.database.transaction(async (repositories) => {
      const { devices, shelfEntitlements, shelves } = repositories;
      await devices.lockOf(userId);
      const { id: shelfId } = await shelves.findOrAdd(userId, name);
      if (device.scope === 'shelves') await devices.chooseShelves(device.id, [shelfId]);
      await shelfEntitlements.madeOnDevice(device.id, shelfId);
      await shelfEntitlements.settle({ shelves: [shelfId] });
      await changeIn(repositories, { id: shelfId, userId }, { change: 'put', bookIds: ids(bookIds), by: null });
      return shelfId;
    });
    this.announcements.announce('shelf', id);
    return id;
  }

  /** The shelf a device speaks of; undefined where its user has no such shelf. */
  async ofDevice({ userId }: Device, id: string): Promise<OwnShelf | undefined> {
    const [known] = ids([id]);
    return (known && (await this.database.shelves.find(userId, known))) || undefined;
  }

  /** Has a device drop a collection that is none of its user's shelves. */
  async refuse(device: Device, id: string): Promise<void> {
    if (id.includes('\0')) return; // no collection is called so, and the database cannot hold it
    await this.database.transaction(({ shelfEntitlements }) => shelfEntitlements.refuse(device.id, id));
  }

  async rename({ id, userId }: OwnShelf, name: string, by: string | null = null): Promise<void> {
    await this.database.transaction(async ({ devices, shelves, shelfEntitlements }) => {
      await devices.lockOf(userId);
      const other = await shelves.named(userId, name);
      if (other && other.id !== id) {
        // A device cannot be refused: it is told the old name again.
        if (by === null) throw new DomainError('shelf.exists');
        return shelfEntitlements.touch(id, null);
      }
      await shelves.rename(id, name);
      await shelfEntitlements.touch(id, by);
    });
    this.announcements.announce('shelf', id);
  }

  async remove({ id, userId }: OwnShelf): Promise<void> {
    await this.database.transaction(async (repositories) => {
      await repositories.devices.lockOf(userId);
      const chosenBy = await repositories.devices.choosing(id);
      await repositories.shelves.remove(id);
      await repositories.shelfEntitlements.settle({ shelves: [id] });
      if (chosenBy.length > 0) await settleRights(repositories, { devices: chosenBy });
    });
    this.announcements.announce('shelf', id);
  }

  async changeBooks(shelf: OwnShelf, { bookIds, ...change }: BooksChange): Promise<void> {
    await this.database.transaction((repositories) =>
      changeIn(repositories, shelf, { ...change, bookIds: ids(bookIds) }),
    );
    if (change.change === 'put') await this.books.ask();
    this.announcements.announce('shelf', shelf.id);
  }
}

async function changeIn(repositories: Repositories, { id, userId }: OwnShelf, { change, bookIds, by }: BooksChange) {
  const { devices, shelves, shelfEntitlements } = repositories;
  await devices.lockOf(userId);
  const changed = change === 'put' ? await shelves.putBooks(id, bookIds) : await shelves.takeBooks(id, bookIds);
  // What a device wanted and did not get in full, it is told.
  const asAsked = by === null || changed === bookIds.length;
  if (changed > 0 || !asAsked) await shelfEntitlements.touch(id, asAsked ? by : null);
  const chosenBy = changed > 0 ? await devices.choosing(id) : [];
  if (chosenBy.length > 0) await settleRights(repositories, { devices: chosenBy, books: bookIds });
}
