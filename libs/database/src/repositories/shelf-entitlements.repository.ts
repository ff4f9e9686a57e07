import { type Client, Prisma } from '../client.js';
import { lockLines } from './lock-lines.js';

/** Which shelves and devices a settling is about; nothing named means all of them. */
export interface ShelfScope {
  shelves?: string[];
  devices?: string[];
}

/** Shelves as collections on devices, on the same version lines as their books. Locks as entitlements do. */
export class ShelfEntitlementsRepository {
  constructor(private readonly client: Client) {}

  /**
   * Gives devices the shelves of their users (those that get chosen shelves only the chosen) and takes back the others.
   */
  async settle({ shelves, devices }: ShelfScope): Promise<void> {
    const ofDevices = concerned({ shelves, devices });
    const named = (column: Prisma.Sql) =>
      shelves ? Prisma.sql`${column} = any(${shelves}::uuid[])` : Prisma.sql`true`;
    await lockLines(this.client, ofDevices);
    await this.takeBack(ofDevices, named(Prisma.sql`e.shelf_id`));
    await this.give(ofDevices, named(Prisma.sql`s.id`));
  }

  /**
   * Moves shelves behind those of their books that were granted after them: a device leaves out of a collection what it
   * does not have at that moment. Only shelves that hold one of `books`, where these are named.
   */
  async follow({ devices, books }: { devices?: string[]; books?: string[] }): Promise<void> {
    const ofDevices = devices ? Prisma.sql`e.device_id = any(${devices}::uuid[])` : Prisma.sql`true`;
    const ofBooks = books ? Prisma.sql`x.book_id = any(${books}::uuid[])` : Prisma.sql`true`;
    await this.renumber(Prisma.sql`
      ${ofDevices} and not e.revoked and exists (
        select from shelf_entry x join entitlement r on r.book_id = x.book_id and r.device_id = e.device_id
        where x.shelf_id = e.shelf_id and ${ofBooks} and not r.revoked and r.granted_at > e.changed_at)`);
  }

  /** Tells devices that a shelf's name or books changed; not the one that made the change, where it has it like that. */
  async touch(shelfId: string, except: string | null): Promise<void> {
    await lockLines(
      this.client,
      Prisma.sql`d.id in (select device_id from shelf_entitlement where shelf_id = ${shelfId}::uuid)`,
    );
    await this.renumber(
      Prisma.sql`e.shelf_id = ${shelfId}::uuid and not e.revoked and e.device_id is distinct from ${except}::uuid`,
    );
  }

  /** Has a device drop a collection that is not ours. */
  async refuse(deviceId: string, tagId: string): Promise<void> {
    await this.client.$executeRaw`
      with moved as (
        update device set version = version + 1 where id = ${deviceId}::uuid returning id, version as at
      )
      insert into shelf_entitlement as e
        (device_id, tag_id, granted_at, first_granted_at, changed_at, revoked)
      select id, ${tagId}, 0, 0, at, true from moved
      on conflict (device_id, tag_id) do update set changed_at = excluded.changed_at, changed_time = now(), revoked = true`;
  }

  /**
   * A shelf that a device made itself is on it already. It is told back once, as a change: of the books the device put
   * there, those it may not open were left out.
   */
  async madeOnDevice(deviceId: string, shelfId: string): Promise<void> {
    await this.client.$executeRaw`
      with moved as (
        update device set version = version + 1 where id = ${deviceId}::uuid returning id, version as at
      )
      insert into shelf_entitlement (device_id, tag_id, shelf_id, granted_at, first_granted_at, changed_at)
      select id, ${shelfId}, ${shelfId}::uuid, 0, 0, at from moved
      on conflict (device_id, tag_id) do update set changed_at = excluded.changed_at, changed_time = now()`;
  }

  private give(devices: Prisma.Sql, shelves: Prisma.Sql): Promise<number> {
    return this.client.$executeRaw`
      with due as (
        select d.id as device_id, s.id as shelf_id, row_number() over (partition by d.id order by s.created_at, s.id) as step
        from device d join shelf s on s.user_id = d.user_id
        where ${devices} and ${shelves}
          and (d.scope <> 'shelves' or exists (
            select from device_shelf c where c.device_id = d.id and c.shelf_id = s.id))
          and not exists (select from shelf_entitlement e
            where e.device_id = d.id and e.tag_id = s.id::text and not e.revoked)
      ), moved as (
        update device d set version = d.version + c.steps
        from (select device_id, count(*) as steps from due group by device_id) c
        where d.id = c.device_id returning d.id, d.version - c.steps as base
      ), numbered as (select due.*, moved.base + due.step as at from due join moved on moved.id = due.device_id)
      insert into shelf_entitlement as e (device_id, tag_id, shelf_id, granted_at, first_granted_at, changed_at)
      select device_id, shelf_id::text, shelf_id, at, at, at from numbered
      on conflict (device_id, tag_id) do update set shelf_id = excluded.shelf_id, granted_at = excluded.granted_at,
        changed_at = excluded.changed_at, changed_time = now(), revoked = false`;
  }

  private async takeBack(devices: Prisma.Sql, shelves: Prisma.Sql): Promise<void> {
    await this.renumber(
      Prisma.sql`${shelves} and not e.revoked and exists (
        select from device d where d.id = e.device_id and ${devices} and not exists (
          select from shelf s where s.id = e.shelf_id and s.user_id = d.user_id
            and (d.scope <> 'shelves' or exists (
              select from device_shelf c where c.device_id = d.id and c.shelf_id = s.id))))`,
      Prisma.sql`, revoked = true`,
    );
  }

  /** Moves shelves to the ends of their devices' lines. */
  private async renumber(which: Prisma.Sql, also: Prisma.Sql = Prisma.empty): Promise<void> {
    await this.client.$executeRaw`
      with due as (
        select e.device_id, e.tag_id, row_number() over (partition by e.device_id order by e.changed_at, e.tag_id) as step
        from shelf_entitlement e where ${which}
      ), moved as (
        update device d set version = d.version + c.steps
        from (select device_id, count(*) as steps from due group by device_id) c
        where d.id = c.device_id returning d.id, d.version - c.steps as base
      )
      update shelf_entitlement e set changed_at = moved.base + due.step, changed_time = now()${also}
      from due join moved on moved.id = due.device_id where e.device_id = due.device_id and e.tag_id = due.tag_id`;
  }
}

/**
 * The devices named; else, of named shelves, those of their users: whoever holds these locks already would wait for
 * another user who waits for them.
 */
function concerned({ shelves, devices }: ShelfScope): Prisma.Sql {
  if (devices) return Prisma.sql`d.id = any(${devices}::uuid[])`;
  if (!shelves) return Prisma.sql`true`;
  return Prisma.sql`(d.user_id in (select user_id from shelf where id = any(${shelves}::uuid[]))
    or d.id in (select device_id from shelf_entitlement where shelf_id = any(${shelves}::uuid[])))`;
}
