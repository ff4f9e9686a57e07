import type { Client } from '../client.js';
import type { Shelf } from '../generated/client.js';
import { newId } from '../ids.js';

export type ShelfWithCount = Shelf & { _count: { entries: number } };

const WITH_COUNT = { _count: { select: { entries: true } } } as const;

/** Users' lists of books. */
export class ShelvesRepository {
  constructor(private readonly client: Client) {}

  ofUser(userId: string): Promise<ShelfWithCount[]> {
    return this.client.shelf.findMany({
      where: { userId },
      include: WITH_COUNT,
      orderBy: [{ name: 'asc' }, { id: 'asc' }],
    });
  }

  find(userId: string, id: string): Promise<ShelfWithCount | null> {
    return this.client.shelf.findFirst({ where: { id, userId }, include: WITH_COUNT });
  }

  named(userId: string, name: string): Promise<Shelf | null> {
    return this.client.shelf.findUnique({ where: { userId_name: { userId, name } } });
  }

  /** The user's shelf of that name, made if there is none; `made` says which. */
  async findOrAdd(userId: string, name: string): Promise<{ id: string; made: boolean }> {
    const id = newId();
    const { count } = await this.client.shelf.createMany({ data: { id, userId, name }, skipDuplicates: true });
    return count > 0 ? { id, made: true } : { id: (await this.named(userId, name))!.id, made: false };
  }

  async rename(id: string, name: string): Promise<void> {
    await this.client.shelf.updateMany({ where: { id }, data: { name, updatedAt: new Date() } });
  }

  async remove(id: string): Promise<void> {
    await this.client.shelf.deleteMany({ where: { id } });
  }

  /** Puts books on a shelf: those of them that its user may see and that are not there yet. Gives how many. */
  async putBooks(id: string, bookIds: string[]): Promise<number> {
    const added = await this.client.$executeRaw`
      insert into shelf_entry (shelf_id, book_id)
      select s.id, b.id from shelf s join book b on b.owner_id is null or b.owner_id = s.user_id
      where s.id = ${id}::uuid and b.id = any(${bookIds}::uuid[]) and b.removed_at is null
      on conflict do nothing`;
    if (added > 0) await this.client.shelf.updateMany({ where: { id }, data: { updatedAt: new Date() } });
    return added;
  }

  /** Takes books off a shelf. Gives how many were there. */
  async takeBooks(id: string, bookIds: string[]): Promise<number> {
    const { count } = await this.client.shelfEntry.deleteMany({ where: { shelfId: id, bookId: { in: bookIds } } });
    if (count > 0) await this.client.shelf.updateMany({ where: { id }, data: { updatedAt: new Date() } });
    return count;
  }

  /** Which of a user's shelves a book is on. */
  async holding(userId: string, bookId: string): Promise<string[]> {
    const found = await this.client.shelfEntry.findMany({
      where: { bookId, shelf: { userId } },
      select: { shelfId: true },
    });
    return found.map(({ shelfId }) => shelfId);
  }
}
