import type { Client } from '../client.js';
import type { ReadingPlace } from '../generated/client.js';

/** A bookmark as a place in one file of its book. */
export type KeptPlace = Omit<ReadingPlace, 'userId' | 'bookId'>;

/** Bookmarks as places in the files that devices have: a place is only good in the file it was made in. */
export class ReadingPlacesRepository {
  constructor(private readonly client: Client) {}

  of(userId: string, bookId: string): Promise<KeptPlace[]> {
    return this.client.readingPlace.findMany({ where: { userId, bookId } });
  }

  /** By book, then by the file's checksum. */
  async findMany(userId: string, bookIds: string[]): Promise<Map<string, KeptPlace[]>> {
    const rows = await this.client.readingPlace.findMany({ where: { userId, bookId: { in: bookIds } } });
    return Map.groupBy(rows, ({ bookId }) => bookId);
  }

  /** The places of a bookmark are those of the one that came after it: nobody has read on in between. */
  async stayed(userId: string, bookId: string, { from, to }: { from: Date; to: Date }): Promise<void> {
    await this.client.readingPlace.updateMany({
      where: { userId, bookId, bookmarkAt: from },
      data: { bookmarkAt: to },
    });
  }

  /** A file has other bytes and the same pages: a place in the one is the same place in the other. */
  async carry(bookId: string, from: string, to: string): Promise<void> {
    await this.client.$executeRaw`
      update reading_place p set content = ${to} where p.book_id = ${bookId}::uuid and p.content = ${from}
        and not exists (select from reading_place o
          where o.user_id = p.user_id and o.book_id = p.book_id and o.content = ${to})`;
  }

  /** Keeps a place, unless one of a later bookmark is there. */
  async put(userId: string, bookId: string, place: KeptPlace): Promise<void> {
    const { content, bookmarkAt, source, type, value, contentPercent } = place;
    await this.client.$executeRaw`
      insert into reading_place as p (user_id, book_id, content, bookmark_at, source, type, value, content_percent)
      values (${userId}::uuid, ${bookId}::uuid, ${content}, ${bookmarkAt}, ${source}, ${type}, ${value}, ${contentPercent})
      on conflict (user_id, book_id, content) do update set bookmark_at = excluded.bookmark_at,
        source = excluded.source, type = excluded.type, value = excluded.value, content_percent = excluded.content_percent
      where p.bookmark_at <= excluded.bookmark_at`;
  }
}
