import type { DeliveryState, DeviceBookQuery } from '@octavo/contracts';
import { searchWords } from '@octavo/domain';
import { type Client, Prisma } from '../client.js';
import { type PageOf, readCursor, writeCursor } from './page.js';

/** One book as one device has it. */
export interface DeviceBookRow {
  bookId: string;
  title: string;
  coverId: string | null;
  state: DeliveryState;
  sentAt: Date | null;
  acknowledgedAt: Date | null;
  downloadedAt: Date | null;
  withheld: 'device' | 'user' | null;
  withheldAt: Date | null;
  /** The book is there, for the user to see. */
  visible: boolean;
}

const SORT = 'title';

const STATE = Prisma.sql`
  case
    when not e.revoked and e.downloaded_at is not null then 'downloaded'
    when not e.revoked and e.announced_at <= s.acknowledged then 'acknowledged'
    when not e.revoked and exists (
      select from sync_answer a where a.device_id = s.id and a.line = s.line and a.reached >= e.announced_at) then 'sent'
    when not e.revoked then 'waiting'
    when e.withheld = 'device' then 'removed'
    when e.first_granted_at > s.offered then 'not-offered'
    when e.changed_at > s.acknowledged then 'removing'
    when e.revoked and b.id is null then 'removed'
    else 'not-offered'
  end`;

/** For the page of a device: how far each book is on its way there. */
export class DeviceBooksRepository {
  constructor(private readonly client: Client) {}

  /** By title; every book its user may see, and those that are gone here and may still be there. */
  async list(deviceId: string, query: DeviceBookQuery): Promise<PageOf<DeviceBookRow>> {
    const after = readCursor(query.cursor, SORT);
    const start = after ? Prisma.sql`and (sort, id) > (${after.value}::text, ${after.id}::uuid)` : Prisma.empty;
    const where = Prisma.join([Prisma.sql`true`, ...conditions(query)], ' and ');
    const shown = await this.client.$queryRaw<(DeviceBookRow & { sort: string })[]>`
      ${this.books(deviceId)}
      select id::text as "bookId", title, cover_id as "coverId", state, withheld, withheld_at as "withheldAt", visible,
        sort, case when revoked then null else downloaded_at end as "downloadedAt",
        case when state in ('sent', 'acknowledged', 'downloaded') then (select min(sent_at) from sync_answer a
          where a.device_id = shown.device_id and a.line = shown.line and a.reached >= announced_at) end as "sentAt",
        case when state in ('acknowledged', 'downloaded') then (select min(acknowledged_at) from sync_answer a
          where a.device_id = shown.device_id and a.line = shown.line and a.reached >= announced_at) end
          as "acknowledgedAt"
      from shown where ${where} ${start} order by sort, id limit ${query.limit + 1}`;
    const [count] = await this.client.$queryRaw<{ total: number }[]>`
      ${this.books(deviceId)} select count(*)::int as total from shown where ${where}`;
    const items = shown.slice(0, query.limit);
    const last = items.at(-1);
    return {
      items: items.map(({ sort: _, ...row }) => row),
      total: count?.total ?? 0,
      next: shown.length > query.limit && last ? writeCursor(SORT, { id: last.bookId, value: last.sort }) : null,
    };
  }

  private books(deviceId: string): Prisma.Sql {
    return Prisma.sql`
      with one as (
        select d.id, d.user_id, s.line, s.offered, s.acknowledged from device d join sync_point s on s.device_id = d.id
        where d.id = ${deviceId}::uuid
      ), seen as (
        select b.* from one join book b on b.owner_id is null or b.owner_id = one.user_id where b.removed_at is null
      ), held as (select e.* from one join entitlement e on e.device_id = one.id),
      shown as (
        select coalesce(b.id, e.book_id) as id, coalesce(b.title, e.title) as title,
          coalesce(b.sort_title, lower(e.title)) as sort, b.cover_id, b.search_text, b.id is not null as visible,
          case when e.device_id is null then 'not-offered' else ${STATE} end as state,
          e.announced_at, e.revoked, e.downloaded_at, e.withheld, e.withheld_at, s.line, s.id as device_id
        from one s cross join (seen b full join held e on e.book_id = b.id)
      )`;
  }
}

function conditions({ state, q }: DeviceBookQuery): Prisma.Sql[] {
  return [
    ...(state ? [Prisma.sql`state = ${state}`] : []),
    ...searchWords(q ?? '').map(
      (word) => Prisma.sql`coalesce(search_text, lower(title)) like ${`%${word.replace(/[%_\\]/g, '\\$&')}%`}`,
    ),
  ];
}
