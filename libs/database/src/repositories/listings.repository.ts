import { type Client, Prisma } from '../client.js';
import type { Listed } from './places.repository.js';

/** A file of a listing, as it is noted down. */
export interface StagedFile extends Listed {
  /** It says something about books beside it and is none itself. */
  sidecar: boolean;
}

export interface ListingCounts {
  found: number;
  added: number;
  changed: number;
  unchanged: number;
}

/**
 * What a scan lists, compared with what is known: in the database, set by set, so that neither the memory nor the time
 * of a scan grows with anything but the number of files. `unseen` are paths nothing may be concluded about, nor about
 * what is below them.
 */
export class ListingsRepository {
  constructor(private readonly client: Client) {}

  async stage(scanId: string, files: StagedFile[]): Promise<void> {
    const column = <Value>(read: (file: StagedFile) => Value) => files.map(read);
    await this.client.$executeRaw`
      insert into listed_file (scan_id, path, folder, sidecar, size, mtime_ns, inode)
      select ${scanId}::uuid, path, folder_of(path), sidecar, size, mtime, inode
      from unnest(${column((file) => file.path)}::text[], ${column((file) => file.sidecar)}::bool[],
        ${column((file) => String(file.size))}::bigint[], ${column((file) => String(file.mtimeNs))}::bigint[],
        ${column((file) => file.inode)}::text[]) as l(path, sidecar, size, mtime, inode)
      on conflict do nothing`;
  }

  /** Fresh figures for the planner: it cannot know how much was just staged. */
  async staged(): Promise<void> {
    await this.client.$executeRaw`analyze listed_file`;
  }

  /**
   * Puts every file on the list of arrivals that is new, or not as it was when it was read: in size, time of change or
   * inode. Also what was missing, could not be opened, or was shown before all of it was read. Permissions and names in
   * other letters tell nothing. Empty files nobody knows are left out: they are no books yet.
   */
  async noteDifferences(scanId: string, libraryId: string): Promise<ListingCounts> {
    const [counts] = await this.client.$queryRaw<ListingCounts[]>`
      with compared as (
        select l.path, l.folder, l.size, p.id is null as is_new, p.id is null or p.missing_since is not null
          or p.size <> l.size or p.mtime_ns <> l.mtime_ns or p.inode <> l.inode
          or f.fingerprint like 'path:%' and l.size > 0 as differs
        from listed_file l
        left join place p on p.library_id = ${libraryId}::uuid and p.path = l.path
        left join file f on f.id = p.file_id
        where l.scan_id = ${scanId}::uuid and not l.sidecar
      ), noted as (
        insert into arrival (library_id, path, folder, scan_id, origin)
        select ${libraryId}::uuid, path, folder, ${scanId}::uuid, 'scan' from compared
        where differs and not (is_new and size = 0)
          and exists (select from library where id = ${libraryId}::uuid for key share)
        on conflict (library_id, path) do update set scan_id = coalesce(arrival.scan_id, excluded.scan_id)
      )
      select count(*)::int as found, count(*) filter (where is_new and size > 0)::int as added,
        count(*) filter (where differs and not is_new)::int as changed,
        count(*) filter (where not differs)::int as unchanged from compared`;
    return counts!;
  }

  /** Files without a byte that are no books yet. */
  async emptyFiles(scanId: string, libraryId: string): Promise<string[]> {
    const rows = await this.client.$queryRaw<{ path: string }[]>`
      select l.path from listed_file l where l.scan_id = ${scanId}::uuid and l.size = 0 and not l.sidecar
        and not exists (select from place p where p.library_id = ${libraryId}::uuid and p.path = l.path)
      order by l.path limit 1000`;
    return rows.map(({ path }) => path);
  }

  /** Paths that are known to be there and are not in the listing although they would be. */
  gone(scanId: string, libraryId: string, unseen: string[]): Promise<{ path: string }[]> {
    return this.client.$queryRaw<{ path: string }[]>`
      select p.path from place p
      where p.library_id = ${libraryId}::uuid and p.missing_since is null
        and not exists (select from listed_file l where l.scan_id = ${scanId}::uuid and l.path = p.path)
        and ${outside(Prisma.sql`p.path`, unseen)}`;
  }

  /**
   * Takes over the sidecars as listed, and asks for another reading of the books beside those that came, changed or
   * went. Gives how many books those are.
   */
  async takeSidecars(scanId: string, libraryId: string, unseen: string[]): Promise<number> {
    return this.client.$executeRaw`
      with listed as (
        select * from listed_file where scan_id = ${scanId}::uuid and sidecar
      ), put as (
        insert into sidecar as s (library_id, path, folder, size, mtime_ns, inode)
        select ${libraryId}::uuid, path, folder, size, mtime_ns, inode from listed
        on conflict (library_id, path) do update set size = excluded.size, mtime_ns = excluded.mtime_ns,
          inode = excluded.inode where (s.size, s.mtime_ns) <> (excluded.size, excluded.mtime_ns)
        returning s.path, s.folder
      ), dropped as (
        delete from sidecar s where s.library_id = ${libraryId}::uuid
          and not exists (select from listed l where l.path = s.path) and ${outside(Prisma.sql`s.path`, unseen)}
      )
      insert into arrival (library_id, path, folder, scan_id, origin, reread)
      select p.library_id, p.path, p.folder, ${scanId}::uuid, 'scan', true from place p
      where p.library_id = ${libraryId}::uuid and p.missing_since is null
        and exists (select from library where id = ${libraryId}::uuid for key share) and exists (
        select from put where put.folder = p.folder and (put.path ~* '(^|/)(metadata[.]opf|(cover|folder)[.][a-z]+)$'
          or starts_with(lower(p.path), lower(regexp_replace(put.path, '[.][^.]*$', '')) || '.')))
      on conflict (library_id, path) do update set reread = true, claim = null, claimed_until = null`;
  }

  async clear(scanId: string): Promise<void> {
    await this.client.$executeRaw`delete from listed_file where scan_id = ${scanId}::uuid`;
  }

  /** Listings of scans that were killed. */
  async clearOthers(libraryId: string, scanId: string): Promise<void> {
    await this.client.$executeRaw`
      delete from listed_file l using scan s
      where s.id = l.scan_id and s.library_id = ${libraryId}::uuid and s.id <> ${scanId}::uuid`;
  }
}

function outside(path: Prisma.Sql, unseen: string[]): Prisma.Sql {
  if (unseen.length === 0) return Prisma.sql`true`;
  if (unseen.includes('')) return Prisma.sql`false`;
  return Prisma.sql`not exists (
    select from unnest(${unseen}::text[]) u where ${path} = u or starts_with(${path}, u || '/'))`;
}
