import { type Client, Prisma } from '../client.js';

/** Whose annotations of which content; `deviceId` is the device that speaks. */
export interface AnnotatedContent {
  userId: string;
  deviceId: string;
  contentId: string;
}

/** What a device says of one content. */
export interface AnnotationChanges {
  updated: { id: string; modifiedAt: Date; body: Readonly<Record<string, unknown>> }[];
  deletedIds: string[];
}

/** An annotation that is not deleted; `device` is the name of the one that last changed it, null where it is gone. */
export interface AnnotationRow {
  id: string;
  body: Record<string, unknown>;
  modifiedAt: Date;
  device: string | null;
}

/** From where on a list is read, and how much of it at most. */
export interface AnnotationsPiece {
  /** The id before the first; none: from the start. */
  after?: string | undefined;
  limit: number;
  bytes: number;
}

/** What is kept of a content, seen from one device. */
export interface ContentOnDevice {
  /** Whether the device has, or had, a right to it as a book. */
  ours: boolean;
  firstDownloadedAt: Date | null;
  /** Of what other devices did; empty where none did anything. */
  fingerprint: string;
  /** Whether anything drawn is among the annotations: `markup`, or one with attachments, which are kept nowhere. */
  drawings: boolean;
}

const UUID = '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$';

/** Highlights and notes, by user and content: the devices of a user share them. */
export class AnnotationsRepository {
  constructor(private readonly client: Client) {}

  /**
   * Takes in what a device says; asked in a transaction, all of it or nothing. The newer update wins, and one of the
   * same time only if it says something else. An update without a place leaves the place that is known. A deleted
   * annotation stays away until an update comes that is newer than its deletion and is not the one that was deleted:
   * the device may repeat that, and a clock that is ahead makes it look new. Gives how many annotations changed.
   */
  async keep(content: AnnotatedContent, { updated, deletedIds }: AnnotationChanges, now: Date): Promise<number> {
    const changed = updated.length > 0 ? await this.update(content, updated) : 0;
    return changed + (deletedIds.length > 0 ? await this.bury(content, deletedIds, now) : 0);
  }

  private update({ userId, deviceId, contentId }: AnnotatedContent, updated: AnnotationChanges['updated']) {
    return this.client.$executeRaw`
      insert into annotation as a (user_id, content_id, annotation_id, body, device_id, modified_at)
      select ${userId}::uuid, ${contentId}, n.id, n.body, ${deviceId}::uuid, n."modifiedAt"
      from jsonb_to_recordset(${JSON.stringify(updated)}::jsonb) n(id text, body jsonb, "modifiedAt" timestamptz(3))
      order by n.id
      on conflict (user_id, content_id, annotation_id) do update set
        body = case when jsonb_exists(a.body, 'location') then jsonb_build_object('location', a.body -> 'location')
          else '{}' end || excluded.body,
        device_id = excluded.device_id, modified_at = excluded.modified_at, deleted_at = null
      where case when a.deleted_at is null
        then excluded.modified_at > a.modified_at
          or (excluded.modified_at = a.modified_at and excluded.body <> a.body)
        else excluded.modified_at > a.deleted_at
          and excluded.body ->> 'clientLastModifiedUtc' is distinct from a.body ->> 'clientLastModifiedUtc' end`;
  }

  /** Leaves tombstones, also for annotations nobody knows yet: an older update of them may still be on its way. */
  private bury({ userId, deviceId, contentId }: AnnotatedContent, ids: string[], now: Date): Promise<number> {
    return this.client.$executeRaw`
      insert into annotation as a (user_id, content_id, annotation_id, body, device_id, modified_at, deleted_at)
      select ${userId}::uuid, ${contentId}, id, '{}'::jsonb, ${deviceId}::uuid, ${now}::timestamptz, ${now}::timestamptz
      from unnest(${ids}::text[]) id order by id
      on conflict (user_id, content_id, annotation_id) do update set
        device_id = excluded.device_id, deleted_at = greatest(excluded.deleted_at, a.modified_at)
      where a.deleted_at is null`;
  }

  /** What is there of a content, in the order of the ids: at least one, then as many as fit into `limit` and `bytes`. */
  async list(
    userId: string,
    contentId: string,
    { after, limit, bytes }: AnnotationsPiece,
  ): Promise<{ rows: AnnotationRow[]; more: boolean }> {
    const start = after === undefined ? Prisma.empty : Prisma.sql`and annotation_id collate "C" > ${after}`;
    const found = await this.client.$queryRaw<(AnnotationRow & { fits: boolean })[]>`
      with near as (
        select annotation_id, body, modified_at, device_id from annotation
        where user_id = ${userId}::uuid and content_id = ${contentId} and deleted_at is null ${start}
        order by annotation_id collate "C" limit ${limit + 1}
      ), measured as (
        select near.*, row_number() over place as nth,
          sum(octet_length(body::text)) over place as bytes from near window place as (order by annotation_id collate "C")
      )
      select m.annotation_id as id, case when m.nth = 1 or m.bytes <= ${bytes} then m.body end as body,
        m.modified_at as "modifiedAt", d.name as device, m.nth = 1 or m.bytes <= ${bytes} as fits
      from measured m left join device d on d.id = m.device_id order by m.nth`;
    const rows = found.filter(({ fits }) => fits).slice(0, limit);
    return { rows, more: rows.length < found.length };
  }

  /** What is kept of these contents, each with an answer, seen from the device. Book ids are in lower case. */
  async onDevice(
    { userId, deviceId }: Omit<AnnotatedContent, 'contentId'>,
    contentIds: string[],
  ): Promise<Map<string, ContentOnDevice>> {
    const rows = await this.client.$queryRaw<({ contentId: string } & ContentOnDevice)[]>`
      select c.id as "contentId", e.device_id is not null as ours,
        least(e.first_downloaded_at, e.downloaded_at) as "firstDownloadedAt",
        coalesce(a.fingerprint, '') as fingerprint, coalesce(a.drawings, false) as drawings
      from unnest(${contentIds}::text[]) c(id)
      left join entitlement e on e.device_id = ${deviceId}::uuid
        and e.book_id = case when c.id ~ ${UUID} then c.id::uuid end
      left join lateral (
        select
          bool_or(lower(body ->> 'type') = 'markup' or coalesce(body -> 'attachments', '{}') not in ('{}', '[]', 'null'))
            filter (where deleted_at is null) as drawings,
          md5(string_agg(concat_ws(' ', annotation_id, extract(epoch from modified_at), extract(epoch from deleted_at)),
            E'\n' order by annotation_id collate "C") filter (where device_id is distinct from ${deviceId}::uuid)
          ) as fingerprint
        from annotation where user_id = ${userId}::uuid and content_id = c.id
      ) a on true`;
    return new Map(rows.map(({ contentId, ...kept }) => [contentId, kept]));
  }

  /** Notes that a device's highlights come to us, and gives since when; undefined where they go to the store. */
  async comeFrom(deviceId: string): Promise<Date | undefined> {
    const [row] = await this.client.$queryRaw<{ since: Date }[]>`
      update device set annotations_since = coalesce(annotations_since, now())
      where id = ${deviceId}::uuid and not store_proxy returning annotations_since as since`;
    return row?.since;
  }
}
