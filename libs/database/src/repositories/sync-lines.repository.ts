import type { Entitlement, ShelfEntitlement, SyncHabits, SyncPosition } from '@octavo/domain';
import { type Client, Prisma } from '../client.js';

/** A device's right to a book, with what a removal or a page needs beside it. */
export interface EntitlementRow extends Entitlement {
  bookId: string;
  title: string;
  createdAt: Date;
  changedTime: Date;
  downloadedContent: string | null;
}

/** A shelf on a device's line. */
export interface ShelfRow extends ShelfEntitlement {
  tagId: string;
  changedTime: Date;
  /** Null where the shelf is gone. */
  shelf: { name: string; createdAt: Date } | null;
  /** Those of its books that the device may open. */
  bookIds: string[];
}

/** A piece of a device's version line. */
export interface LinePage<Row> {
  rows: Row[];
  more: boolean;
  /** Up to where on the line this page speaks. */
  reached: number;
}

/** The line, how far a device has come on it, and how it was seen to treat its tokens. */
export interface LineState {
  version: number;
  line: number;
  offered: number;
  acknowledged: number;
  habits: SyncHabits;
}

/** What an answer leaves behind. */
export interface Answered {
  line: number;
  /** How far it told of books and shelves; undefined when it told of none. */
  reached: number | undefined;
  told: boolean;
  habits: SyncHabits;
}

/** What devices ask of their version lines, and what they have proved to know. */
export class SyncLinesRepository {
  constructor(private readonly client: Client) {}

  async state(deviceId: string): Promise<LineState | undefined> {
    const [row] = await this.client.$queryRaw<(Omit<LineState, 'habits'> & SyncHabits)[]>`
      select d.version::float8 as version, s.line, s.offered::float8 as offered, s.acknowledged::float8 as acknowledged,
        s.tokens_given as "tokensGiven", s.carries_tokens as "carriesTokens", s.advances,
        s.doubtful_ends as "doubtfulEnds", s.asked_with as "askedWith", s.asked_times as "askedTimes",
        s.asked_from::float8 as "askedFrom", s.answered
      from device d join sync_point s on s.device_id = d.id where d.id = ${deviceId}::uuid`;
    if (!row) return undefined;
    const { version, line, offered, acknowledged, ...habits } = row;
    return { version, line, offered, acknowledged, habits };
  }

  /**
   * What stands on a device's line after `cursor`, in the order of the line; with `removals`, only rights that were taken
   * back. Its cost grows with the page alone.
   *
   * The end of the line and what stands on it are read in one statement, hence as of one moment: read one after the
   * other, an entitlement that moves along the line in between is on neither page, and the device never hears of it.
   */
  async books(
    deviceId: string,
    { cursor, limit, removals }: { cursor: number; limit: number; removals: boolean },
  ): Promise<LinePage<EntitlementRow>> {
    const found = await this.client.$queryRaw<(EntitlementRow & { version: number })[]>`
      select d.version::float8 as version, e.* from device d left join lateral (
        select book_id::text as "bookId", title, created_at as "createdAt", changed_time as "changedTime", revoked,
          downloaded_content as "downloadedContent",
          granted_at::float8 as "grantedAt", first_granted_at::float8 as "firstGrantedAt", file_at::float8 as "fileAt",
          metadata_at::float8 as "metadataAt", state_at::float8 as "stateAt", changed_at::float8 as "changedAt"
        from entitlement where device_id = d.id and changed_at > ${cursor}
          and ${removals ? Prisma.sql`revoked` : Prisma.sql`true`} order by changed_at limit ${limit + 1}
      ) e on true
      where d.id = ${deviceId}::uuid order by e."changedAt"`;
    return pageOf(found, found[0]?.bookId != null, { cursor, limit });
  }

  /** As `books`, of shelves, each with its whole membership. */
  async shelves(deviceId: string, cursor: number, limit: number): Promise<LinePage<ShelfRow>> {
    const found = await this.client.$queryRaw<(ShelfRow & { version: number })[]>`
      select d.version::float8 as version, e.*,
        case when s.id is null then null else jsonb_build_object('name', s.name, 'createdAt', s.created_at) end as shelf,
        array(
          select x.book_id::text from shelf_entry x join entitlement r on r.book_id = x.book_id and r.device_id = d.id
          where x.shelf_id = s.id and not r.revoked order by x.added_at, x.book_id
        ) as "bookIds"
      from device d left join lateral (
        select tag_id as "tagId", shelf_id, revoked, changed_time as "changedTime", granted_at::float8 as "grantedAt",
          first_granted_at::float8 as "firstGrantedAt", changed_at::float8 as "changedAt"
        from shelf_entitlement where device_id = d.id and changed_at > ${cursor} order by changed_at limit ${limit + 1}
      ) e on true left join shelf s on s.id = e.shelf_id
      where d.id = ${deviceId}::uuid order by e."changedAt"`;
    const page = pageOf(found, found[0]?.tagId != null, { cursor, limit });
    for (const { shelf } of page.rows) if (shelf) shelf.createdAt = new Date(shelf.createdAt);
    return page;
  }

  /** Notes, before an answer is sent, how far it may tell the device. Says nothing about any single book. */
  async answering(deviceId: string, { line, reached = 0, told, habits }: Answered): Promise<void> {
    const { answered, ...counted } = habits;
    await this.client.syncPoint.updateMany({
      where: { deviceId, line },
      data: {
        ...counted,
        answered: answered ?? Prisma.DbNull,
        lastSyncAt: new Date(),
      },
    });
    if (reached === 0) return;
    await this.client.$executeRaw`
      update sync_point set offered = ${reached} where device_id = ${deviceId}::uuid and offered < ${reached}`;
    if (!told) return;
    await this.client.syncAnswer.createMany({
      data: { deviceId, line, reached: BigInt(reached) },
      skipDuplicates: true,
    });
  }

  /** Notes that an answer went out to its last byte: where it led to, and whether more was to come. */
  async wentOut(deviceId: string, header: string, answered: { position: SyncPosition; more: boolean }): Promise<void> {
    await this.client.syncPoint.updateMany({
      where: { deviceId, askedWith: header },
      data: { answered: { ...answered } },
    });
  }

  /** Notes what a device proved to know by coming back with it. */
  async acknowledge(deviceId: string, line: number, position: number): Promise<void> {
    await this.client.$executeRaw`
      update sync_point set acknowledged = ${position}
      where device_id = ${deviceId}::uuid and line = ${line} and acknowledged < ${position}`;
    await this.client.$executeRaw`
      update sync_answer set acknowledged_at = now()
      where device_id = ${deviceId}::uuid and line = ${line} and reached <= ${position} and acknowledged_at is null`;
  }

  /** Everything is to be sent again: tokens handed out so far count for nothing. */
  async startAnew(deviceId: string): Promise<void> {
    await this.client.syncPoint.update({
      where: { deviceId },
      data: {
        ...{ line: { increment: 1 }, acknowledged: 0 },
        ...{ askedWith: null, askedTimes: 0, askedFrom: 0, answered: Prisma.DbNull },
      },
    });
    await this.client.syncAnswer.deleteMany({ where: { deviceId } });
  }
}

function pageOf<Row extends { changedAt: number; version: number }>(
  found: Row[],
  hasRows: boolean,
  { cursor, limit }: { cursor: number; limit: number },
): LinePage<Row> {
  const rows = hasRows ? found.slice(0, limit) : [];
  const more = hasRows && found.length > limit;
  return { rows, more, reached: more ? (rows.at(-1)?.changedAt ?? cursor) : (found[0]?.version ?? 0) };
}
