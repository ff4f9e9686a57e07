import { randomBytes } from 'node:crypto';
import { type Client, Prisma } from '../client.js';
import { DIFFERS, HAS_BYTES, IS_OUTDATED } from './source-rules.js';

/** Where a file was and where it is, with the group key of the new place. */
export interface ItemMove {
  from: string;
  to: string;
  groupKey: string;
}

/** What marking came to. */
export interface Marked {
  /** Files that are missing now. */
  marked: number;
  bookIds: string[];
}

/** Of each listed file `l` another one, as newRevision makes them; bytes at random for each would take longer. */
function revisionsNow(): Prisma.Sql {
  const seed = randomBytes(8).readBigInt64LE().toString();
  return Prisma.sql`'dav' || encode(int8send(hashtextextended(l.path, ${seed}::bigint)), 'hex')`;
}

/**
 * Takes over what a server lists, set by set: all of it in the one transaction that also says what the comparison came
 * to. The order of the steps is that of the methods.
 */
export class SourceUpdatesRepository {
  constructor(private readonly client: Client) {}

  /**
   * How the statements that follow in the transaction are planned: for whole libraries, or as always. PostgreSQL guesses
   * how many rows a join will find; where it guesses a few and a hundred thousand come, it takes minutes. With memory for
   * so many they do not go by way of the disk.
   */
  async expectMany(many: boolean): Promise<void> {
    await this.client.$executeRaw`
      select set_config('enable_nestloop', ${many ? 'off' : 'on'}, true), set_config('work_mem', ${many ? '32MB' : null}, true)`;
  }

  /** Files that went from one path to another: the same files, of the same books. Gives the books. */
  async move(libraryId: string, moves: readonly ItemMove[]): Promise<string[]> {
    if (moves.length === 0) return [];
    const rows = Prisma.sql`jsonb_to_recordset(${JSON.stringify(moves)}::jsonb) as m("from" text, "to" text, "groupKey" text)`;
    await this.client.$executeRaw`
      delete from arrival a using ${rows} where a.library_id = ${libraryId}::uuid and a.path in (m."from", m."to")`;
    await this.client.$executeRaw`
      update source_item i set path = m."to", misses = 0, first_missed_at = null, last_missed_at = null
      from ${rows} where i.library_id = ${libraryId}::uuid and i.path = m."from"`;
    const moved = await this.client.$queryRaw<{ bookId: string }[]>`
      with moved as (
        update place p set path = m."to", folder = folder_of(m."to"), group_key = m."groupKey"
        from ${rows} where p.library_id = ${libraryId}::uuid and p.path = m."from" returning p.file_id
      ) select distinct f.book_id::text as "bookId" from moved join file f on f.id = moved.file_id`;
    return moved.map(({ bookId }) => bookId);
  }

  /** Takes over what is known already: what changed, what is settled now, and under which names it is asked for. */
  async takeKnown(scanId: string, libraryId: string): Promise<void> {
    await this.client.$executeRaw`
      update source_item i set request_path = l.request_path, remote_id = coalesce(l.remote_id, i.remote_id),
        size = coalesce(l.size, i.size), modified = coalesce(l.modified, i.modified), etag = coalesce(l.etag, i.etag),
        revision = case when ${DIFFERS} then ${revisionsNow()} else i.revision end,
        content_hash = case when ${DIFFERS} then null else i.content_hash end,
        unread = i.unread or ${DIFFERS},
        settling = case when ${DIFFERS} then l.fresh or (l.size = 0) is true else false end
      from listed_item l
      where l.scan_id = ${scanId}::uuid and i.library_id = ${libraryId}::uuid and i.path = l.path and ${IS_OUTDATED}`;
  }

  /** Takes over what nobody knew, in the order of paths: so the key is filled without looking where each belongs. */
  async takeNew(scanId: string, libraryId: string): Promise<void> {
    await this.client.$executeRaw`
      insert into source_item (library_id, path, request_path, sidecar, size, modified, etag, remote_id, revision, settling)
      select ${libraryId}::uuid, l.path, l.request_path, l.sidecar, l.size, l.modified, l.etag, l.remote_id,
        ${revisionsNow()}, l.fresh and not l.sidecar
      from listed_item l left join source_item i on i.library_id = ${libraryId}::uuid and i.path = l.path
      where l.scan_id = ${scanId}::uuid and ${HAS_BYTES} and i.path is null order by l.path`;
  }

  /**
   * Puts on the list of arrivals, to be looked into whenever there is time, the files of books that nobody has looked into
   * as they are now. What stands there as it should is not touched; what is no book yet is for those who name it.
   */
  async noteArrivals(libraryId: string): Promise<void> {
    await this.client.$executeRaw`
      insert into arrival (library_id, path, folder, origin)
      select i.library_id, i.path, folder_of(i.path), 'scan'
      from source_item i join place p on p.library_id = i.library_id and p.path = i.path
        left join arrival a on a.library_id = i.library_id and a.path = i.path
      where i.library_id = ${libraryId}::uuid and i.unread and not i.sidecar and not i.settling and i.missing_since is null
        and (a.path is null or (a.scan_id, a.attempts, a.claim) is distinct from (null::uuid, 0, null::uuid)
          or a.due_at > now())
      on conflict (library_id, path) do update set scan_id = null, attempts = 0,
        due_at = least(arrival.due_at, excluded.due_at), claim = null, claimed_until = null`;
  }

  /** Takes over what lies beside books, and asks for another reading of those beside which something came or changed. */
  async takeSidecars(scanId: string, libraryId: string): Promise<void> {
    await this.client.$executeRaw`
      with listed as (
        select path, folder_of(path) as folder, coalesce(size, 0) as size,
          coalesce(extract(epoch from modified) * 1e9, 0)::bigint as mtime_ns
        from listed_item where scan_id = ${scanId}::uuid and sidecar
      ), put as (
        insert into sidecar as s (library_id, path, folder, size, mtime_ns, inode)
        select ${libraryId}::uuid, path, folder, size, mtime_ns, '' from listed
        on conflict (library_id, path) do update set size = excluded.size, mtime_ns = excluded.mtime_ns
          where (s.size, s.mtime_ns) <> (excluded.size, excluded.mtime_ns)
        returning s.path, s.folder
      ), dropped as (
        delete from sidecar s where s.library_id = ${libraryId}::uuid
          and not exists (select from listed l where l.path = s.path)
          and exists (select from listed_folder f
            where f.scan_id = ${scanId}::uuid and f.path = s.folder and f.outcome = 'complete')
      )
      insert into arrival (library_id, path, folder, origin, reread)
      select p.library_id, p.path, p.folder, 'scan', true from place p
      where p.library_id = ${libraryId}::uuid and p.missing_since is null and exists (
        select from put where put.folder = p.folder and (put.path ~* '(^|/)(metadata[.]opf|(cover|folder)[.][a-z]+)$'
          or starts_with(lower(p.path), lower(regexp_replace(put.path, '[.][^.]*$', '')) || '.')))
      on conflict (library_id, path) do update set reread = true, claim = null, claimed_until = null`;
  }

  /** What was missing, or missed, and was listed is there. Gives its books. */
  async seenAgain(scanId: string, libraryId: string): Promise<string[]> {
    const rows = await this.client.$queryRaw<{ bookId: string }[]>`
      with seen as (
        update source_item i set misses = 0, first_missed_at = null, last_missed_at = null, missing_since = null
        from listed_item l where l.scan_id = ${scanId}::uuid and i.library_id = ${libraryId}::uuid and l.path = i.path
          and (i.misses > 0 or i.missing_since is not null)
        returning i.path
      ), back as (
        update place p set missing_since = null from listed_item l
        where l.scan_id = ${scanId}::uuid and p.library_id = ${libraryId}::uuid and l.path = p.path
          and p.missing_since is not null
        returning p.file_id
      ) select distinct f.book_id::text as "bookId" from back join file f on f.id = back.file_id`;
    return rows.map(({ bookId }) => bookId);
  }

  /**
   * Files that should have been listed and were not. Those that were missed before, at least so long ago, are marked as
   * missing; with `atOnce` all are. Gives how many that were, and their books.
   */
  async miss(
    libraryId: string,
    paths: readonly string[],
    { apartSec, atOnce }: { apartSec: number; atOnce: boolean },
  ): Promise<Marked> {
    if (paths.length === 0) return { marked: 0, bookIds: [] };
    const gone = await this.client.$queryRaw<{ path: string }[]>`
      with missed as (
        update source_item i set first_missed_at = coalesce(first_missed_at, now()),
          misses = misses + (last_missed_at is null or last_missed_at <= now() - ${apartSec} * interval '1 second')::int,
          last_missed_at = case when last_missed_at is null or last_missed_at <= now() - ${apartSec} * interval '1 second'
            then now() else last_missed_at end
        where i.library_id = ${libraryId}::uuid and i.path = any(${[...paths]}::text[]) and i.missing_since is null
        returning i.path, i.misses
      ) select path from missed where misses >= 2 or ${atOnce}`;
    return this.mark(
      libraryId,
      gone.map(({ path }) => path),
    );
  }

  private async mark(libraryId: string, paths: string[]): Promise<Marked> {
    if (paths.length === 0) return { marked: 0, bookIds: [] };
    await this.client.$executeRaw`
      update source_item set missing_since = first_missed_at
      where library_id = ${libraryId}::uuid and path = any(${paths}::text[])`;
    await this.client.$executeRaw`
      delete from arrival where library_id = ${libraryId}::uuid and path = any(${paths}::text[])`;
    const rows = await this.client.$queryRaw<{ bookId: string }[]>`
      with gone as (
        update place set missing_since = now()
        where library_id = ${libraryId}::uuid and path = any(${paths}::text[]) and missing_since is null
        returning file_id
      ) select distinct f.book_id::text as "bookId" from gone join file f on f.id = gone.file_id`;
    return { marked: paths.length, bookIds: rows.map(({ bookId }) => bookId) };
  }

  /** The library is no longer connected: all of it is out of reach. Gives its books, those that were missing before too. */
  async markAll(libraryId: string): Promise<string[]> {
    await this.client.$executeRaw`delete from arrival where library_id = ${libraryId}::uuid`;
    await this.client.$executeRaw`
      update source_item set missing_since = coalesce(missing_since, now()) where library_id = ${libraryId}::uuid`;
    const rows = await this.client.$queryRaw<{ bookId: string }[]>`
      with gone as (
        update place set missing_since = coalesce(missing_since, now()) where library_id = ${libraryId}::uuid
        returning file_id
      ) select distinct f.book_id::text as "bookId" from gone join file f on f.id = gone.file_id`;
    return rows.map(({ bookId }) => bookId);
  }
}
