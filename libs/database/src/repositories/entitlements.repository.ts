import { type Client, Prisma } from '../client.js';
import { lockLines } from './lock-lines.js';

/** Which books and devices a settling is about; nothing named means all of them. */
export interface SettlingScope {
  books?: string[];
  devices?: string[];
}

export interface GrantedBook {
  revoked: boolean;
  withheld: 'device' | 'user' | null;
  createdAt: Date;
  changedTime: Date;
  firstDownloadedAt: Date | null;
  downloadedContent: string | null;
}

const IN_SCOPE = Prisma.sql`
  case d.scope
    when 'everything' then true
    when 'libraries' then exists (
      select from file f join place p on p.file_id = f.id join device_library l on l.library_id = p.library_id
      where f.book_id = b.id and l.device_id = d.id)
    else exists (
      select from shelf_entry s join device_shelf c on c.shelf_id = s.shelf_id
      where s.book_id = b.id and c.device_id = d.id)
  end`;

/** Where a book stands that was never granted: beyond everything that was ever offered. */
const NEVER = BigInt(Number.MAX_SAFE_INTEGER);

/** What a device `d` may hold of books `b`: missing files take nothing away. */
export const ALLOWED = Prisma.sql`
  (b.owner_id is null or b.owner_id = d.user_id) and b.removed_at is null and b.delivery_form is distinct from 'none'
  and ${IN_SCOPE}`;

/**
 * Devices' rights to books, on their version lines. Every method that moves a line locks it first (see lock-lines.ts) and
 * takes numbers from it inside the caller's transaction: numbers become visible in the order they were taken.
 */
export class EntitlementsRepository {
  constructor(private readonly client: Client) {}

  /** Locks all lines: for transactions that move lines more than once. */
  lock(): Promise<void> {
    return lockLines(this.client, Prisma.sql`true`);
  }

  /**
   * Gives devices the right to every book they are to have and lack, and takes back what they are not to have any more.
   * Gives how many rights changed. What is settled already costs a look and moves nothing.
   */
  async settle({ books, devices }: SettlingScope): Promise<number> {
    const ofBooks = books ? Prisma.sql`b.id = any(${books}::uuid[])` : Prisma.sql`true`;
    const ofDevices = devices ? Prisma.sql`d.id = any(${devices}::uuid[])` : Prisma.sql`true`;
    await lockLines(this.client, ofDevices);
    const taken = await this.takeBack(ofDevices, books);
    return taken + (await this.give(ofBooks, ofDevices));
  }

  private give(books: Prisma.Sql, devices: Prisma.Sql): Promise<number> {
    return this.client.$executeRaw`
      with due as (
        select d.id as device_id, b.id as book_id, b.title,
          row_number() over (partition by d.id order by b.added_at, b.id) as step
        from device d join book b on ${ALLOWED}
        where ${devices} and ${books} and b.delivery_form not in ('stale', 'unasked') and b.missing_since is null
          and not exists (select from entitlement e
            where e.device_id = d.id and e.book_id = b.id and (not e.revoked or e.withheld is not null))
      ), moved as (
        update device d set version = d.version + c.steps
        from (select device_id, count(*) as steps from due group by device_id) c
        where d.id = c.device_id returning d.id, d.version - c.steps as base
      ), numbered as (select due.*, moved.base + due.step as at from due join moved on moved.id = due.device_id)
      insert into entitlement as e (device_id, book_id, title, granted_at, first_granted_at, file_at, metadata_at,
        state_at, changed_at, announced_at)
      select device_id, book_id, title, at, at, at, at, at, at, at from numbered
      on conflict (device_id, book_id) do update set title = excluded.title, granted_at = excluded.granted_at,
        file_at = excluded.file_at, metadata_at = excluded.metadata_at, state_at = excluded.state_at,
        changed_at = excluded.changed_at, announced_at = excluded.announced_at, changed_time = now(), revoked = false,
        first_granted_at = least(e.first_granted_at, excluded.first_granted_at),
        downloaded_at = null, downloaded_content = null`;
  }

  /** The right goes; a tombstone stays. */
  private takeBack(devices: Prisma.Sql, books: string[] | undefined): Promise<number> {
    const ofBooks = books ? Prisma.sql`e.book_id = any(${books}::uuid[])` : Prisma.sql`true`;
    return this.client.$executeRaw`
      with due as (
        select e.device_id, e.book_id, row_number() over (partition by e.device_id order by e.changed_at) as step
        from entitlement e join device d on d.id = e.device_id left join book b on b.id = e.book_id
        where ${devices} and ${ofBooks} and not e.revoked and (b.id is null or e.withheld is not null or not (${ALLOWED}))
      ), moved as (
        update device d set version = d.version + c.steps
        from (select device_id, count(*) as steps from due group by device_id) c
        where d.id = c.device_id returning d.id, d.version - c.steps as base
      )
      update entitlement e set revoked = true, changed_at = moved.base + due.step, changed_time = now()
      from due join moved on moved.id = due.device_id
      where e.device_id = due.device_id and e.book_id = due.book_id`;
  }

  /** Tells every device that holds a book that a part of it changed. */
  touch(bookId: string, part: 'file' | 'metadata'): Promise<number> {
    return this.move(bookId, part, Prisma.sql`true`);
  }

  /** Tells a user's other devices where the user is in a book; not the one that said so. */
  touchState(bookId: string, userId: string, except: string | null): Promise<number> {
    const others = Prisma.sql`d.user_id = ${userId}::uuid and d.id is distinct from ${except}::uuid`;
    return this.move(bookId, 'state', others);
  }

  /**
   * Moves the entitlements of a book to the ends of their lines. One that no answer covered yet is still to be told as
   * new, from its new place on.
   */
  private async move(bookId: string, part: 'file' | 'metadata' | 'state', devices: Prisma.Sql): Promise<number> {
    const column = Prisma.raw(`${part}_at`);
    const announced =
      part === 'file'
        ? Prisma.sql`moved.at`
        : Prisma.sql`case when e.announced_at > moved.offered then moved.at else e.announced_at end`;
    const fetched = part === 'file' ? Prisma.sql`, downloaded_at = null` : Prisma.empty;
    await lockLines(
      this.client,
      Prisma.sql`d.id in (select device_id from entitlement where book_id = ${bookId}::uuid and not revoked)`,
    );
    return this.client.$executeRaw`
      with moved as (
        update device d set version = d.version + 1 from entitlement e join sync_point s on s.device_id = e.device_id
        where e.device_id = d.id and e.book_id = ${bookId}::uuid and not e.revoked and ${devices}
        returning d.id, d.version as at, s.offered
      )
      update entitlement e set ${column} = moved.at${fetched}, announced_at = ${announced}, changed_at = moved.at,
        changed_time = now(), title = coalesce((select title from book where id = e.book_id), e.title)
      from moved where e.device_id = moved.id and e.book_id = ${bookId}::uuid`;
  }

  /**
   * Its reader deleted the book on the device: it is not sent again until somebody asks for it. An answer that is still
   * under way may bring it back there; where that can be, the device is told to remove it. Gives false when the device
   * has no such book.
   */
  async deletedOnDevice(deviceId: string, bookId: string): Promise<boolean> {
    const count = await this.client.$executeRaw`
      with moved as (
        update device d set version = d.version + 1 from sync_point s
        where d.id = ${deviceId}::uuid and s.device_id = d.id returning d.version as at, s.asked_from
      )
      update entitlement e set withheld = 'device', withheld_at = now(), revoked = true, changed_time = now(),
        changed_at = case when e.changed_at > moved.asked_from then moved.at else e.changed_at end,
        downloaded_at = null, downloaded_content = null
      from moved where e.device_id = ${deviceId}::uuid and e.book_id = ${bookId}::uuid and not e.revoked`;
    return count > 0;
  }

  /** The user keeps a book from a device. Settle it afterwards. */
  async withhold(deviceId: string, bookId: string): Promise<void> {
    await this.client.$executeRaw`
      insert into entitlement as e (device_id, book_id, title, granted_at, first_granted_at, file_at, metadata_at,
        state_at, changed_at, announced_at, revoked, withheld, withheld_at)
      select ${deviceId}::uuid, id, title, 0, ${NEVER}::bigint, 0, 0, 0, 0, 0, true, 'user', now()
      from book where id = ${bookId}::uuid
      on conflict (device_id, book_id) do update set withheld = 'user', withheld_at = now()`;
  }

  /**
   * The user has a book sent to a device, again if it was sent before. Settle it afterwards. What cannot be sent at the
   * moment stays with a device that has it.
   */
  async release(deviceId: string, bookId: string): Promise<void> {
    await this.client.$executeRaw`
      update entitlement e set withheld = null, withheld_at = null, revoked = e.revoked or exists (
        select from book b where b.id = e.book_id and b.missing_since is null and b.delivery_form not in ('stale', 'unasked'))
      where e.device_id = ${deviceId}::uuid and e.book_id = ${bookId}::uuid`;
  }

  find(deviceId: string, bookId: string): Promise<GrantedBook | null> {
    return this.client.entitlement.findUnique({ where: { deviceId_bookId: { deviceId, bookId } } });
  }

  /** Notes that a book's file went out to a device to its last byte, and which bytes these were. */
  async downloaded(deviceId: string, bookId: string, content: string): Promise<void> {
    await this.client.$executeRaw`
      update entitlement set downloaded_at = now(), first_downloaded_at = coalesce(first_downloaded_at, now()),
        downloaded_content = ${content} where device_id = ${deviceId}::uuid and book_id = ${bookId}::uuid`;
  }
}
