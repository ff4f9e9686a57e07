import { type Client, Prisma } from '../client.js';
import type { SourceCounts } from './source-listings.repository.js';
import { DIFFERS, HAS_BYTES, IS_OUTDATED } from './source-rules.js';

/** A file as it is told from others when it may have been moved. */
export interface ItemTraits {
  path: string;
  folder: string;
  size: number | null;
  mtimeMs: number | null;
  etag: string | null;
  remoteId: string | null;
  contentHash: string | null;
}

/** A listing against what is known, and which of the steps of taking it over there is something to do in. */
export interface SourceComparison {
  counts: SourceCounts;
  /** Files are known to be there that were not listed, or may be. */
  hasUnlisted: boolean;
  /** Something was listed that nobody knew, that is known otherwise, or that was missing or missed. */
  hasNew: boolean;
  hasOutdated: boolean;
  hasReturned: boolean;
  /** Something says, or said when it was listed before, something about books beside it. */
  hasSidecars: boolean;
}

/** How what a server lists differs from what is known of it, set by set. Nothing is changed. */
export class SourceDifferencesRepository {
  constructor(private readonly client: Client) {}

  /**
   * How a listing compares with what is known: all there is to say of it with one look at each file. Where some folders
   * were left out (`pruned` files in them), what was not listed is not looked at here.
   */
  async compare(scanId: string, libraryId: string, pruned: number): Promise<SourceComparison> {
    const known = pruned > 0 ? Prisma.sql`left join` : Prisma.sql`full join`;
    const [row] = await this.client.$queryRaw<(SourceCounts & Omit<SourceComparison, 'counts'>)[]>`
      with compared as (
        select l.path is not null as is_listed, l.sidecar, l.fresh, ${HAS_BYTES} as has_bytes, i.path is null as is_new,
          i.settling as was_settling, i.missing_since is not null as was_missing, i.misses > 0 as was_missed,
          i.sidecar as was_sidecar, ${IS_BOTH} and ${DIFFERS} as differs, ${IS_BOTH} and ${IS_OUTDATED} as is_outdated
        from (select * from listed_item where scan_id = ${scanId}::uuid) l
        ${known} (select * from source_item where library_id = ${libraryId}::uuid) i on i.path = l.path
      )
      select ${countOf(Prisma.sql`true`)} as found,
        ${countOf(Prisma.sql`is_new and has_bytes and not fresh or was_settling and not differs`)} as added,
        ${countOf(Prisma.sql`differs and has_bytes and not fresh`)} as changed,
        ${countOf(Prisma.sql`not is_new and not differs and not was_settling`)} as unchanged,
        ${countOf(Prisma.sql`(is_new or differs) and (fresh or not has_bytes)`)} as settling,
        ${isAny(Prisma.sql`not is_listed and not was_missing and not was_sidecar`)} as "hasUnlisted",
        ${isAny(Prisma.sql`is_new`)} as "hasNew", ${isAny(Prisma.sql`is_outdated`)} as "hasOutdated",
        ${isAny(Prisma.sql`is_listed and (was_missed or was_missing)`)} as "hasReturned",
        ${isAny(Prisma.sql`sidecar`)} or exists (
          select from sidecar where library_id = ${libraryId}::uuid) as "hasSidecars"
      from compared`;
    const { hasUnlisted, hasNew, hasOutdated, hasReturned, hasSidecars, ...counts } = row!;
    return { counts, hasUnlisted: hasUnlisted || pruned > 0, hasNew, hasOutdated, hasReturned, hasSidecars };
  }

  /** Files that are known to be there. */
  async present(libraryId: string): Promise<number> {
    return this.client.sourceItem.count({ where: { libraryId, missingSince: null, sidecar: false, settling: false } });
  }

  /** Files that are known to be there and were not listed, wherever that was. */
  unlisted(scanId: string, libraryId: string): Promise<ItemTraits[]> {
    return this.client.$queryRaw<ItemTraits[]>`
      select i.path, folder_of(i.path) as folder, i.size::float8 as size, ${millis(Prisma.sql`i.modified`)} as "mtimeMs",
        i.etag, i.remote_id as "remoteId", i.content_hash as "contentHash"
      from source_item i where i.library_id = ${libraryId}::uuid and i.missing_since is null and not i.sidecar
        and not exists (select from listed_item l where l.scan_id = ${scanId}::uuid and l.path = i.path)
        and not exists (select from listed_folder f
          where f.scan_id = ${scanId}::uuid and f.path = folder_of(i.path) and f.outcome = 'pruned')`;
  }

  /** Files that are known to be there in folders nobody had to look into. */
  async pruned(scanId: string, libraryId: string): Promise<number> {
    const [row] = await this.client.$queryRaw<{ count: number }[]>`
      select count(*)::int as count from source_item i
      join listed_folder f on f.scan_id = ${scanId}::uuid and f.path = folder_of(i.path) and f.outcome = 'pruned'
      where i.library_id = ${libraryId}::uuid and i.missing_since is null and not i.sidecar and not i.settling`;
    return row!.count;
  }

  /** Of a listing all paths that are new, or not as they were known. */
  async different(scanId: string, libraryId: string): Promise<string[]> {
    const rows = await this.client.$queryRaw<{ path: string }[]>`
      select l.path from listed_item l left join source_item i on i.library_id = ${libraryId}::uuid and i.path = l.path
      where l.scan_id = ${scanId}::uuid and (i.path is null or i.missing_since is not null or ${DIFFERS})`;
    return rows.map(({ path }) => path);
  }

  /** Files that were listed and that nobody knew. */
  unknown(scanId: string, libraryId: string): Promise<ItemTraits[]> {
    return this.client.$queryRaw<ItemTraits[]>`
      select l.path, folder_of(l.path) as folder, l.size::float8 as size, ${millis(Prisma.sql`l.modified`)} as "mtimeMs",
        l.etag, l.remote_id as "remoteId", null::text as "contentHash"
      from listed_item l where l.scan_id = ${scanId}::uuid and not l.sidecar and ${HAS_BYTES}
        and not exists (select from source_item i where i.library_id = ${libraryId}::uuid and i.path = l.path)`;
  }

  /** How many files were marked as missing within the last minutes. */
  async goneRecently(libraryId: string): Promise<number> {
    const [row] = await this.client.$queryRaw<{ count: number }[]>`
      select count(*)::int as count from source_item i join place p using (library_id, path)
      where i.library_id = ${libraryId}::uuid and p.missing_since > now() - interval '10 minutes'`;
    return row!.count;
  }
}

/** Known and listed. Never null, so that nothing is worked out for what is only one of the two. */
const IS_BOTH = Prisma.sql`i.path is not null and l.path is not null`;
/** Of what was listed, as far as it may be books. */
const countOf = (which: Prisma.Sql) => Prisma.sql`count(*) filter (where not sidecar and (${which}))::int`;
const isAny = (which: Prisma.Sql) => Prisma.sql`coalesce(bool_or(${which}), false)`;
const millis = (time: Prisma.Sql) => Prisma.sql`(extract(epoch from ${time}) * 1000)::float8`;
