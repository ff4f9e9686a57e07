import type { ReadingParts } from '@octavo/domain';
import type { Client } from '../client.js';
import { newId } from '../ids.js';
import { partFromJson, partToJson } from './reading-json.js';

/** A change of a reading state: the parts that changed, as they became, and who changed them. */
export interface KeptReadingChange extends ReadingParts {
  id: string;
  at: Date;
  /** Null: the user, in a browser. */
  deviceName: string | null;
}

/** So many are kept of each user's reading of each book. */
const KEPT = 200;

/** The history of reading states, so that a lost place can be had back. */
export class ReadingChangesRepository {
  constructor(private readonly client: Client) {}

  async add(
    userId: string,
    bookId: string,
    change: ReadingParts & { device: { id: string; name: string } | null },
  ): Promise<void> {
    const { device, bookmark, statistics, status } = change;
    await this.client.readingChange.create({
      data: {
        id: newId(),
        userId,
        bookId,
        deviceId: device?.id ?? null,
        deviceName: device?.name ?? null,
        bookmark: partToJson(bookmark),
        statistics: partToJson(statistics),
        status: partToJson(status),
      },
    });
    await this.client.$executeRaw`
      delete from reading_change where id in (
        select id from reading_change where user_id = ${userId}::uuid and book_id = ${bookId}::uuid
        order by at desc, id desc offset ${KEPT})`;
  }

  /** The newest first. */
  async of(userId: string, bookId: string, limit: number): Promise<KeptReadingChange[]> {
    const rows = await this.client.readingChange.findMany({
      where: { userId, bookId },
      orderBy: [{ at: 'desc' }, { id: 'desc' }],
      take: limit,
    });
    return rows.map(({ id, at, deviceName, ...parts }) => ({ id, at, deviceName, ...partsOf(parts) }));
  }

  async find(userId: string, bookId: string, id: string): Promise<ReadingParts | undefined> {
    const row = await this.client.readingChange.findFirst({ where: { id, userId, bookId } });
    return row ? partsOf(row) : undefined;
  }
}

type Parts = Parameters<typeof partFromJson>[0];

function partsOf({
  bookmark,
  statistics,
  status,
}: {
  bookmark: Parts;
  statistics: Parts;
  status: Parts;
}): ReadingParts {
  return {
    ...(bookmark ? { bookmark: partFromJson<NonNullable<ReadingParts['bookmark']>>(bookmark) } : {}),
    ...(statistics ? { statistics: partFromJson<NonNullable<ReadingParts['statistics']>>(statistics) } : {}),
    ...(status ? { status: partFromJson<NonNullable<ReadingParts['status']>>(status) } : {}),
  };
}
