import type { Bookmark, ReadingParts, ReadingProgress, ReadingStatistics } from '@octavo/domain';
import { type Client, Prisma } from '../client.js';
import type { ReadingState } from '../generated/client.js';

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

  /** Lets nobody else write this user's reading of this book until the transaction ends. */
  async lock(userId: string, bookId: string): Promise<void> {
    await this.client
      .$queryRaw`select pg_advisory_xact_lock(hashtextextended(${`reading:${userId}:${bookId}`}, 0))::text`;
  }

  async put(userId: string, bookId: string, { bookmark, statistics, status }: ReadingParts): Promise<void> {
    const data = { bookmark: toJson(bookmark), statistics: toJson(statistics), status: toJson(status) };
    await this.client.readingState.upsert({
      where: { userId_bookId: { userId, bookId } },
      create: { userId, bookId, ...data },
      update: data,
    });
  }
}

function toJson(part: object | undefined) {
  return part ? (JSON.parse(JSON.stringify(part)) as Prisma.InputJsonObject) : Prisma.DbNull;
}

function fromRow(row: ReadingState): KeptReading {
  const { bookId, createdAt, updatedAt } = row;
  return {
    bookId,
    createdAt,
    updatedAt,
    ...(row.bookmark ? { bookmark: dated<Bookmark>(row.bookmark) } : {}),
    ...(row.statistics ? { statistics: dated<ReadingStatistics>(row.statistics) } : {}),
    ...(row.status ? { status: dated<ReadingProgress>(row.status) } : {}),
  };
}

const TIMES = new Set(['modifiedAt', 'lastTimeStartedReading', 'lastTimeFinished']);

/** JSON keeps times as text. */
function dated<Part>(json: Prisma.JsonValue): Part {
  const entries = Object.entries(json as Prisma.JsonObject);
  return Object.fromEntries(
    entries.map(([key, value]) => [key, TIMES.has(key) ? new Date(value as string) : value]),
  ) as Part;
}
