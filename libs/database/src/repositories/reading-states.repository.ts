import type { Bookmark, ReadingParts, ReadingProgress, ReadingStatistics } from '@octavo/domain';
import type { Client, Prisma } from '../client.js';
import type { ReadingState } from '../generated/client.js';
import { partFromJson, partToJson } from './reading-json.js';

export interface KeptReading extends ReadingParts {
  bookId: string;
  createdAt: Date;
  updatedAt: Date;
}

/** Where users are in their books. */
export class ReadingStatesRepository {
  constructor(private readonly client: Client) {}

  async find(userId: string, bookId: string): Promise<KeptReading | undefined> {
    const row = await this.client.readingState.findUnique({ where: { userId_bookId: { userId, bookId } } });
    return row ? fromRow(row) : undefined;
  }

  async findMany(userId: string, bookIds: string[]): Promise<Map<string, KeptReading>> {
    const rows = await this.client.readingState.findMany({ where: { userId, bookId: { in: bookIds } } });
    return new Map(rows.map((row) => [row.bookId, fromRow(row)]));
  }

  /** Notes which device set the bookmark; null: the user, in a browser. */
  async bookmarkedBy(userId: string, bookId: string, deviceId: string | null): Promise<void> {
    await this.client.readingState.updateMany({ where: { userId, bookId }, data: { bookmarkBy: deviceId } });
  }

  /**
   * Bookmarks of a book, of whichever user, that say how far and have no place in the file `content` (its checksum). Those
   * who have finished need none.
   */
  async unplaced(
    bookId: string,
    content: string,
  ): Promise<{ userId: string; bookmark: Bookmark; bookmarkBy: string | null }[]> {
    const rows = await this.client.$queryRaw<
      { userId: string; bookmark: Prisma.JsonValue; bookmarkBy: string | null }[]
    >`
      select r.user_id::text as "userId", r.bookmark, r.bookmark_by::text as "bookmarkBy" from reading_state r
      where r.book_id = ${bookId}::uuid and r.bookmark->>'progressPercent' is not null
        and r.status->>'status' is distinct from 'Finished'
        and not exists (
          select from reading_place p where p.user_id = r.user_id and p.book_id = r.book_id and p.content = ${content}
            and p.bookmark_at = (r.bookmark->>'modifiedAt')::timestamptz)`;
    return rows.map((row) => ({ ...row, bookmark: partFromJson<Bookmark>(row.bookmark) }));
  }

  /** Lets nobody else write this user's reading of this book until the transaction ends. */
  async lock(userId: string, bookId: string): Promise<void> {
    await this.client
      .$queryRaw`select pg_advisory_xact_lock(hashtextextended(${`reading:${userId}:${bookId}`}, 0))::text`;
  }

  async put(userId: string, bookId: string, { bookmark, statistics, status }: ReadingParts): Promise<void> {
    const data = {
      bookmark: partToJson(bookmark),
      statistics: partToJson(statistics),
      status: partToJson(status),
    };
    await this.client.readingState.upsert({
      where: { userId_bookId: { userId, bookId } },
      create: { userId, bookId, ...data },
      update: data,
    });
  }
}

function fromRow(row: ReadingState): KeptReading {
  const { bookId, createdAt, updatedAt } = row;
  return {
    bookId,
    createdAt,
    updatedAt,
    ...(row.bookmark ? { bookmark: partFromJson<Bookmark>(row.bookmark) } : {}),
    ...(row.statistics ? { statistics: partFromJson<ReadingStatistics>(row.statistics) } : {}),
    ...(row.status ? { status: partFromJson<ReadingProgress>(row.status) } : {}),
  };
}
