import { type Client, Prisma } from '../client.js';
import { newId } from '../ids.js';

/** Who noticed that there is something to look at. */
export type Origin = 'scan' | 'watch' | 'upload' | 'retry';

/** Paths of a library that are worth a look. */
export interface Sighting {
  libraryId: string;
  paths: string[];
  origin: Origin;
  /** Milliseconds until the look. */
  inMs?: number;
  /** Look into the files although their bytes are known. */
  reread?: boolean;
}

/** A path to look at, for whoever claimed it. */
export interface ClaimedArrival {
  path: string;
  folder: string;
  scanId: string | null;
  origin: Origin;
  reread: boolean;
  /** As it was at the last look, when it was not settled. */
  size: bigint | null;
  mtimeNs: bigint | null;
  sameSince: Date | null;
  attempts: number;
  /** Goes with whatever is said of it afterwards. */
  claim: string;
}

/** When a path is to be looked at again, and how it was found this time. */
export interface Postponed {
  path: string;
  inMs: number;
  size: bigint | null;
  mtimeNs: bigint | null;
  sameSince: Date | null;
  /** True when something failed, and not the file was merely unsettled. */
  failed: boolean;
  /** The scan that found it does not wait for it any more. */
  leavesScan?: boolean;
}

/** How long a claim holds that is not renewed. */
export const LEASE_SECONDS = 20;

/**
 * The list of all that is still to be looked at. Rows are claimed for a while, so that several workers share the list;
 * a worker that dies leaves claims that run out.
 */
export class ArrivalsRepository {
  constructor(private readonly client: Client) {}

  async note({ libraryId, paths, origin, inMs = 0, reread = false }: Sighting): Promise<void> {
    await this.client.$executeRaw`
      insert into arrival (library_id, path, folder, origin, reread, due_at)
      select ${libraryId}::uuid, path, folder_of(path), ${origin}, ${reread}, now() + ${inMs} * interval '1 ms'
      from unnest(${[...new Set(paths)]}::text[]) path
      where exists (select from library where id = ${libraryId}::uuid for key share)
      on conflict (library_id, path) do update set due_at = least(arrival.due_at, excluded.due_at), attempts = 0,
        reread = arrival.reread or excluded.reread, claim = null, claimed_until = null`;
  }

  /** Takes some paths that are due for the caller: first what was not found by a scan, then in the order of paths. */
  async claim(libraryId: string, limit: number): Promise<ClaimedArrival[]> {
    const urgent = await this.take(libraryId, limit, true);
    return urgent.length > 0 ? urgent : this.take(libraryId, limit, false);
  }

  /** Takes some paths that no scan waits for. */
  claimUnscanned(libraryId: string, limit: number): Promise<ClaimedArrival[]> {
    return this.take(libraryId, limit, true);
  }

  private async take(libraryId: string, limit: number, unscanned: boolean): Promise<ClaimedArrival[]> {
    const rows = await this.client.$queryRaw<ClaimedArrival[]>`
      update arrival a set claim = ${newId()}::uuid, claimed_until = now() + ${LEASE_SECONDS} * interval '1 second'
      from (
        select library_id, path from arrival
        where library_id = ${libraryId}::uuid and (scan_id is null) = ${unscanned} and due_at <= now()
          and (claimed_until is null or claimed_until < now())
        order by path limit ${limit} for update skip locked
      ) free where a.library_id = free.library_id and a.path = free.path
      returning a.path, a.folder, a.scan_id::text as "scanId", a.origin, a.reread, a.size, a.mtime_ns as "mtimeNs",
        a.same_since as "sameSince", a.attempts, a.claim::text as claim`;
    return rows.sort((a, b) => (a.path < b.path ? -1 : 1));
  }

  /** Takes one path, whenever it is due and whoever has it: somebody waits for it. */
  async claimPath(libraryId: string, path: string): Promise<ClaimedArrival | undefined> {
    const [row] = await this.client.$queryRaw<ClaimedArrival[]>`
      update arrival set claim = ${newId()}::uuid, claimed_until = now() + ${LEASE_SECONDS} * interval '1 second'
      where library_id = ${libraryId}::uuid and path = ${path}
      returning path, folder, scan_id::text as "scanId", origin, reread, size, mtime_ns as "mtimeNs",
        same_since as "sameSince", attempts, claim::text as claim`;
    return row;
  }

  /** Keeps what was claimed for another while. */
  async renew(libraryId: string, claim: string): Promise<void> {
    await this.client.$executeRaw`
      update arrival set claimed_until = now() + ${LEASE_SECONDS} * interval '1 second'
      where library_id = ${libraryId}::uuid and claim = ${claim}::uuid`;
  }

  /** Gives up what was claimed: others may take it at once. */
  async letGo(libraryId: string, claim: string): Promise<void> {
    await this.client.$executeRaw`
      update arrival set claim = null, claimed_until = null
      where library_id = ${libraryId}::uuid and claim = ${claim}::uuid`;
  }

  /** These were looked at. Those that changed again since they were claimed stay. Gives the paths that were still ours. */
  async finish(libraryId: string, claim: string, paths: string[]): Promise<string[]> {
    const rows = await this.client.$queryRaw<{ path: string }[]>`
      delete from arrival where library_id = ${libraryId}::uuid and claim = ${claim}::uuid
        and path = any(${paths}::text[]) returning path`;
    return rows.map(({ path }) => path);
  }

  async postpone(libraryId: string, claim: string, postponed: Postponed[]): Promise<void> {
    const rows = JSON.stringify(postponed.map((one) => ({ ...one, size: text(one.size), mtimeNs: text(one.mtimeNs) })));
    await this.client.$executeRaw`
      update arrival a set due_at = now() + r."inMs" * interval '1 ms',
        scan_id = case when r."leavesScan" is true then null else a.scan_id end, size = r.size, mtime_ns = r."mtimeNs",
        same_since = r."sameSince", attempts = a.attempts + r.failed::int, claim = null, claimed_until = null
      from jsonb_to_recordset(${rows}::jsonb) as r(path text, "inMs" float8, size bigint, "mtimeNs" bigint,
        "sameSince" timestamptz, failed boolean, "leavesScan" boolean)
      where a.library_id = ${libraryId}::uuid and a.claim = ${claim}::uuid and a.path = r.path`;
  }

  /** Folders with something due that nobody has claimed. */
  due(): Promise<string[]> {
    return this.dueIn(Prisma.sql`l.kind = 'FOLDER'`, Prisma.sql`true`);
  }

  /** The same of libraries on other servers that may be asked now. */
  dueElsewhere(): Promise<string[]> {
    return this.dueIn(
      Prisma.sql`l.kind <> 'FOLDER' and exists (select from webdav_connection c
      where c.library_id = l.id and c.state = 'ACTIVE' and (c.not_before is null or c.not_before <= now()))`,
      Prisma.sql`a.scan_id is null`,
    );
  }

  private async dueIn(which: Prisma.Sql, what: Prisma.Sql): Promise<string[]> {
    const rows = await this.client.$queryRaw<{ id: string }[]>`
      select l.id::text from library l where not l.paused and ${which} and exists (select from arrival a where a.library_id = l.id
        and ${what} and a.due_at <= now() and (a.claimed_until is null or a.claimed_until < now()))`;
    return rows.map(({ id }) => id);
  }

  /** Milliseconds until something of a library is due that nobody has claimed; undefined when there is nothing. */
  async nextDue(libraryId: string): Promise<number | undefined> {
    const [row] = await this.client.$queryRaw<{ ms: number | null }[]>`
      select extract(epoch from min(greatest(due_at, claimed_until)) - now())::float8 * 1000 as ms
      from arrival where library_id = ${libraryId}::uuid`;
    return row?.ms === null || row?.ms === undefined ? undefined : Math.max(0, row.ms);
  }

  async leftOfScan(scanId: string): Promise<number> {
    const [row] = await this.client.$queryRaw<{ count: number }[]>`
      select count(*)::int as count from arrival where ${ofScan(scanId)}`;
    return row!.count;
  }

  async isExpected(libraryId: string, path: string): Promise<boolean> {
    return (await this.client.arrival.count({ where: { libraryId, path } })) > 0;
  }

  /** True while somebody looks at something that a scan found. */
  async isClaimed(scanId: string): Promise<boolean> {
    const [row] = await this.client.$queryRaw<{ claimed: boolean }[]>`
      select exists (select from arrival where ${ofScan(scanId)} and claimed_until > now()) as claimed`;
    return row!.claimed;
  }

  /** A scan does not wait any more for what it found and could not yet be read. It stays on the list. */
  async release(scanId: string): Promise<void> {
    await this.client.$executeRaw`update arrival set scan_id = null where ${ofScan(scanId)}`;
  }

  /** What a scan found is not to be looked at after all. */
  async forgetScan(scanId: string): Promise<void> {
    await this.client.$executeRaw`delete from arrival where ${ofScan(scanId)}`;
  }
}

/** With its library, since that is how arrivals are kept in order. */
const ofScan = (scanId: string) => Prisma.sql`
  library_id = (select library_id from scan where id = ${scanId}::uuid) and scan_id = ${scanId}::uuid`;

const text = (value: bigint | null) => (value === null ? null : String(value));
