import { type Client, Prisma } from '../client.js';

/** How a listing compares with what is known. All are numbers of files that may be books. */
export interface SourceCounts {
  found: number;
  added: number;
  changed: number;
  unchanged: number;
  /** New or changed, and still being written. */
  settling: number;
}

/** What a server lists, written down while it is listed: whoever goes on with a listing finds what was done of it. */
export class SourceListingsRepository {
  constructor(private readonly client: Client) {}

  /** Folders a listing that was broken off has still to list, as they are asked for. */
  async leftToList(scanId: string): Promise<Prisma.JsonValue[]> {
    const rows = await this.client.listedFolder.findMany({
      where: { scanId, outcome: null },
      select: { target: true },
      orderBy: { path: 'asc' },
    });
    return rows.map(({ target }) => target);
  }

  /** How many folders were left out since nothing changed below them. */
  pruned(scanId: string): Promise<number> {
    return this.client.listedFolder.count({ where: { scanId, outcome: 'pruned' } });
  }

  /** What lies below a folder that was pruned is pruned with it: everything that is known to be there. */
  async pruneBelow(scanId: string, libraryId: string): Promise<void> {
    await this.client.$executeRaw`
      with recursive below as (
        select path from listed_folder where scan_id = ${scanId}::uuid and outcome = 'pruned'
        union
        select f.path from source_folder f join below on folder_of(f.path) = below.path
        where f.library_id = ${libraryId}::uuid and f.path <> ''
      )
      insert into listed_folder (scan_id, path, target, outcome)
      select ${scanId}::uuid, path, '{}', 'pruned' from below
      on conflict do nothing`;
  }

  async isBegun(scanId: string): Promise<boolean> {
    return (await this.client.listedFolder.findFirst({ where: { scanId }, select: { path: true } })) !== null;
  }

  /** Folders by what became of them; 'failed' where nothing did. */
  async outcomes(scanId: string): Promise<Map<string, string>> {
    const rows = await this.client.$queryRaw<{ path: string; outcome: string }[]>`
      select path, coalesce(outcome, 'failed') as outcome from listed_folder where scan_id = ${scanId}::uuid`;
    return new Map(rows.map(({ path, outcome }) => [path, outcome]));
  }

  /** Folders that could not be listed, or not whole, with why. */
  troubled(scanId: string, limit: number): Promise<{ path: string; outcome: string; detail: string | null }[]> {
    return this.client.$queryRaw<{ path: string; outcome: string; detail: string | null }[]>`
      select path, outcome, detail from listed_folder
      where scan_id = ${scanId}::uuid and outcome in ('failed', 'partial', 'skipped') order by path limit ${limit}`;
  }

  /**
   * Forgets what came in listings that do not count: of a folder that failed in the end, or was listed again. Of the rest,
   * what changed within `quietSec` of the listing, before it or after, by the server's own clock, is fresh. In a
   * transaction that expects many rows.
   */
  async keepWhatCounts(scanId: string, quietSec: number): Promise<void> {
    if (await this.allCounts(scanId, quietSec)) return;
    const [left] = await this.client.$queryRaw<{ stale: boolean; fresh: boolean }[]>`
      select coalesce(bool_or(${DOES_NOT_COUNT}), false) as stale, coalesce(bool_or(${isFresh(quietSec)}), false) as fresh
      from listed_item i join listed_folder f on f.scan_id = i.scan_id and f.path = folder_of(i.path)
      where i.scan_id = ${scanId}::uuid`;
    if (left!.stale)
      await this.client.$executeRaw`
        delete from listed_item i using listed_folder f
        where i.scan_id = ${scanId}::uuid and f.scan_id = i.scan_id and f.path = folder_of(i.path) and ${DOES_NOT_COUNT}`;
    if (left!.fresh)
      await this.client.$executeRaw`
        update listed_item i set fresh = true from listed_folder f
        where i.scan_id = ${scanId}::uuid and f.scan_id = i.scan_id and f.path = folder_of(i.path)
          and ${isFresh(quietSec)}`;
  }

  /** True where it is plain that all of it counts and nothing is fresh: listed in one go, and long after it changed. */
  private async allCounts(scanId: string, quietSec: number): Promise<boolean> {
    const [row] = await this.client.$queryRaw<{ plain: boolean | null }[]>`
      select f.whole and i.first = i.last and (i.first, i.last) = (f.first, f.last)
        and (i.changed < f.listed - make_interval(secs => ${quietSec})) is not false as plain
      from (select min(attempt) as first, max(attempt) as last, max(modified) as changed
          from listed_item where scan_id = ${scanId}::uuid) i,
        (select min(attempt) as first, max(attempt) as last, min(date) as listed,
          bool_and((outcome in ('complete', 'partial')) is true) as whole
          from listed_folder where scan_id = ${scanId}::uuid) f`;
    return row!.plain === true;
  }

  /** Fresh figures for the planner: it cannot know how much was just listed. */
  async staged(): Promise<void> {
    await this.client.$executeRaw`analyze listed_item, listed_folder`;
  }

  /** Folders that were listed whole, as they are asked for, with how many things are in each. */
  async counts(scanId: string): Promise<{ key: string; path: string; count: number }[]> {
    return this.client.$queryRaw<{ key: string; path: string; count: number }[]>`
      select path as key, target ->> 'path' as path, count from listed_folder
      where scan_id = ${scanId}::uuid and outcome = 'complete'`;
  }

  /** Things in a folder, as it was listed. */
  async countIn(scanId: string, path: string): Promise<number> {
    const where = { scanId_path: { scanId, path } };
    return (await this.client.listedFolder.findUnique({ where }))?.count ?? 0;
  }

  /** How many files there are with each ending of two parts at most, by a name that ends so. */
  endings(scanId: string): Promise<{ name: string; count: number }[]> {
    return this.client.$queryRaw<{ name: string; count: number }[]>`
      select 'x' || lower(substring(path from '(?:[.][^./]{1,8})?[.][^./]{1,8}$')) as name, count(*)::int as count
      from listed_item where scan_id = ${scanId}::uuid and not sidecar group by 1 having count(*) > 0`;
  }

  async examples(scanId: string, limit: number): Promise<string[]> {
    const rows = await this.client.$queryRaw<{ path: string }[]>`
      select path from listed_item where scan_id = ${scanId}::uuid and not sidecar order by path limit ${limit}`;
    return rows.map(({ path }) => path);
  }

  async clear(scanId: string): Promise<void> {
    await this.client.$executeRaw`delete from listed_item where scan_id = ${scanId}::uuid`;
    await this.client.$executeRaw`delete from listed_folder where scan_id = ${scanId}::uuid`;
  }

  /** Of scans of a library that nobody goes on with, and of libraries that are no more. */
  async clearOthers(libraryId: string, scanId: string): Promise<void> {
    for (const table of [Prisma.raw('listed_item'), Prisma.raw('listed_folder')]) {
      await this.client.$executeRaw`
        delete from ${table} l where l.scan_id <> ${scanId}::uuid and (
          exists (select from scan s where s.id = l.scan_id and s.library_id = ${libraryId}::uuid)
          or not exists (select from scan s where s.id = l.scan_id))`;
    }
  }
}

/** Of a file `i` in a folder `f`: it came in a listing that does not count. */
const DOES_NOT_COUNT = Prisma.sql`(f.outcome is null or f.outcome not in ('complete', 'partial') or f.attempt <> i.attempt)`;
/** It changed just before or after it was listed, and nobody knows yet. */
const isFresh = (quietSec: number) => Prisma.sql`(not i.fresh
  and i.modified >= f.date - make_interval(secs => ${quietSec}) and i.modified <= f.date + make_interval(secs => ${quietSec}))`;
