import type { Entitlement } from '@octavo/domain';
import { type Client, Prisma } from '../client.js';

/** A device's right to a book, with what a removal or a page needs beside it. */
export interface EntitlementRow extends Entitlement {
  bookId: string;
  title: string;
  createdAt: Date;
  changedTime: Date;
}

/** A piece of a device's version line. */
export interface LinePage {
  rows: EntitlementRow[];
  more: boolean;
  /** Up to where on the line this page speaks. */
  reached: number;
  /** Where any earlier answer reached at most. */
  offered: number;
}

/** The line and how far a device has come on it. */
export interface LineState {
  version: number;
  line: number;
  offered: number;
  acknowledged: number;
}

const PART_COLUMNS = {
  file: Prisma.sql`file_at`,
  metadata: Prisma.sql`metadata_at`,
  state: Prisma.sql`state_at`,
} as const;

/**
 * The version lines of devices. Every method that moves a line locks the device rows it needs, in order of their ids,
 * and takes numbers from them inside the caller's transaction: numbers become visible in the order they were taken.
 */
export class EntitlementsRepository {
  constructor(private readonly client: Client) {}

  /** Gives every device that may open these books its right to them, where it has none. Gives how many were given. */
  async grant(bookIds: string[]): Promise<number> {
    return this.give(Prisma.sql`b.id = any(${bookIds}::uuid[])`, Prisma.sql`true`);
  }

  /** Gives a device its right to everything its user may open. */
  async grantAll(deviceId: string): Promise<number> {
    return this.give(Prisma.sql`true`, Prisma.sql`d.id = ${deviceId}::uuid`);
  }

  private async give(books: Prisma.Sql, devices: Prisma.Sql): Promise<number> {
    await this.client.$queryRaw`select d.id::text from device d where ${devices} order by d.id for update`;
    return this.client.$executeRaw`
      with due as (
        select d.id as device_id, b.id as book_id, b.title,
          row_number() over (partition by d.id order by b.added_at, b.id) as step
        from device d join book b on b.owner_id is null or b.owner_id = d.user_id
        where ${devices} and ${books} and b.delivery_form not in ('none', 'stale') and b.missing_since is null
          and b.removed_at is null
          and not exists (select from entitlement e where e.device_id = d.id and e.book_id = b.id and not e.revoked)
      ), moved as (
        update device d set version = d.version + c.steps
        from (select device_id, count(*) as steps from due group by device_id) c
        where d.id = c.device_id returning d.id, d.version - c.steps as base
      ), numbered as (select due.*, moved.base + due.step as at from due join moved on moved.id = due.device_id)
      insert into entitlement as e (device_id, book_id, title, granted_at, first_granted_at, file_at, metadata_at,
        state_at, changed_at)
      select device_id, book_id, title, at, at, at, at, at, at from numbered
      on conflict (device_id, book_id) do update set title = excluded.title, granted_at = excluded.granted_at,
        file_at = excluded.file_at, metadata_at = excluded.metadata_at, state_at = excluded.state_at,
        changed_at = excluded.changed_at, changed_time = now(), revoked = false, downloaded_at = null`;
  }

  /** Tells every device that holds a book that a part of it changed. */
  touch(bookId: string, part: 'file' | 'metadata'): Promise<number> {
    return this.move(bookId, Prisma.sql`${PART_COLUMNS[part]} = moved.at`, Prisma.sql`true`);
  }

  /** Tells a user's other devices where the user is in a book; not the one that said so. */
  touchState(bookId: string, userId: string, except: string | null): Promise<number> {
    const others = Prisma.sql`d.user_id = ${userId}::uuid and d.id is distinct from ${except}::uuid`;
    return this.move(bookId, Prisma.sql`${PART_COLUMNS.state} = moved.at`, others);
  }

  /** Takes the right to a book away from every device that has it; a tombstone stays. */
  revoke(bookId: string): Promise<number> {
    return this.move(bookId, Prisma.sql`revoked = true`, Prisma.sql`true`);
  }

  /** As `revoke`, for every book that is out of sight. */
  async revokeRemoved(): Promise<number> {
    await this.client.$queryRaw`select id::text from device order by id for update`;
    return this.client.$executeRaw`
      with due as (
        select e.device_id, e.book_id, row_number() over (partition by e.device_id order by e.changed_at) as step
        from entitlement e join book b on b.id = e.book_id where b.removed_at is not null and not e.revoked
      ), moved as (
        update device d set version = d.version + c.steps
        from (select device_id, count(*) as steps from due group by device_id) c
        where d.id = c.device_id returning d.id, d.version - c.steps as base
      )
      update entitlement e set revoked = true, changed_at = moved.base + due.step, changed_time = now()
      from due join moved on moved.id = due.device_id
      where e.device_id = due.device_id and e.book_id = due.book_id`;
  }

  /** Moves the entitlements of a book to the ends of their lines. `change` may use `moved.at`, their new places. */
  private async move(bookId: string, change: Prisma.Sql, devices: Prisma.Sql): Promise<number> {
    await this.lockHolders(bookId);
    return this.client.$executeRaw`
      with moved as (
        update device d set version = d.version + 1 from entitlement e
        where e.device_id = d.id and e.book_id = ${bookId}::uuid and not e.revoked and ${devices}
        returning d.id, d.version as at
      )
      update entitlement e set ${change}, changed_at = moved.at, changed_time = now(),
        title = coalesce((select title from book where id = e.book_id), e.title)
      from moved where e.device_id = moved.id and e.book_id = ${bookId}::uuid`;
  }

  private async lockHolders(bookId: string): Promise<void> {
    await this.client.$queryRaw`
      select d.id::text from device d where d.id in (
        select device_id from entitlement where book_id = ${bookId}::uuid and not revoked) order by d.id for update`;
  }

  async lineState(deviceId: string): Promise<LineState | undefined> {
    const [row] = await this.client.$queryRaw<LineState[]>`
      select d.version::float8 as version, s.line, s.offered::float8 as offered, s.acknowledged::float8 as acknowledged
      from device d join sync_point s on s.device_id = d.id where d.id = ${deviceId}::uuid`;
    return row;
  }

  /**
   * What stands on a device's line after `cursor`, in the order of the line. Its cost grows with the page alone.
   *
   * The end of the line and what stands on it are read in one statement, hence as of one moment: read one after the
   * other, an entitlement that moves along the line in between is on neither page, and the device never hears of it.
   */
  async page(deviceId: string, cursor: number, limit: number): Promise<LinePage> {
    const found = await this.client.$queryRaw<(EntitlementRow & { version: number; offered: number })[]>`
      select d.version::float8 as version, s.offered::float8 as offered, e.*
      from device d join sync_point s on s.device_id = d.id
      left join lateral (
        select book_id::text as "bookId", title, created_at as "createdAt", changed_time as "changedTime", revoked,
          granted_at::float8 as "grantedAt", first_granted_at::float8 as "firstGrantedAt", file_at::float8 as "fileAt",
          metadata_at::float8 as "metadataAt", state_at::float8 as "stateAt", changed_at::float8 as "changedAt"
        from entitlement where device_id = d.id and changed_at > ${cursor} order by changed_at limit ${limit + 1}
      ) e on true
      where d.id = ${deviceId}::uuid order by e."changedAt"`;
    const { version = 0, offered = 0 } = found[0] ?? {};
    const rows = found.filter(({ bookId }) => bookId !== null);
    const shown = rows.slice(0, limit);
    const more = rows.length > limit;
    return { rows: shown, more, reached: more ? shown.at(-1)!.changedAt : version, offered };
  }

  /** Notes how far an answer may have told the device, before it is sent. Says nothing about any single book. */
  async offer(deviceId: string, reached: number): Promise<void> {
    await this.client.$executeRaw`
      update sync_point set offered = greatest(offered, ${reached}), last_sync_at = now()
      where device_id = ${deviceId}::uuid`;
  }

  /** Notes what a device proved to know by coming back with it. */
  async acknowledge(deviceId: string, position: number): Promise<void> {
    await this.client.$executeRaw`
      update sync_point set acknowledged = ${position} where device_id = ${deviceId}::uuid and acknowledged < ${position}`;
  }

  async find(
    deviceId: string,
    bookId: string,
  ): Promise<{ revoked: boolean; createdAt: Date; changedTime: Date } | null> {
    return this.client.entitlement.findUnique({ where: { deviceId_bookId: { deviceId, bookId } } });
  }

  async downloaded(deviceId: string, bookId: string): Promise<void> {
    await this.client.entitlement.updateMany({ where: { deviceId, bookId }, data: { downloadedAt: new Date() } });
  }
}
