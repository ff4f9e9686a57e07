import type { Client } from '../client.js';
import type { SourceFolder } from '../generated/client.js';

/** More than that are gone only where much else is. */
const MANY = 1_000;

/** A folder that was listed and had been before. */
export interface TagChange {
  path: string;
  /** It was to be listed in any case. */
  awake: boolean;
  etagChanged: boolean | null;
}

/** Folders on other servers, as they were last listed. */
export class SourceFoldersRepository {
  constructor(private readonly client: Client) {}

  of(libraryId: string): Promise<SourceFolder[]> {
    return this.client.sourceFolder.findMany({ where: { libraryId } });
  }

  /** Takes over the folders of a listing that were listed. */
  async takeOver(scanId: string, libraryId: string): Promise<void> {
    await this.client.$executeRaw`
      insert into source_folder (library_id, path, etag, modified, count, listed_at)
      select ${libraryId}::uuid, path, etag, modified, count, now() from listed_folder
      where scan_id = ${scanId}::uuid and outcome in ('complete', 'partial')
      on conflict (library_id, path) do update set etag = excluded.etag, modified = excluded.modified,
        count = excluded.count, listed_at = excluded.listed_at, awake = false`;
  }

  /**
   * Folders above what has to be looked at again at the next listing, whatever their tags say then: folders that could
   * not be listed, files that are still being written, and files that were not there. `isRestful`: it is known that there
   * are no such files, so that nobody has to look for them.
   */
  async keepAwake(
    scanId: string,
    libraryId: string,
    { gone, isRestful }: { gone: readonly string[]; isRestful: boolean },
  ): Promise<void> {
    if (gone.length > MANY) return this.wakeAll(libraryId);
    await this.client.$executeRaw`
      with recursive restless as (
        select path from listed_folder where scan_id = ${scanId}::uuid and outcome not in ('complete', 'pruned', 'ignored')
        union all
        select path from source_item where not ${isRestful}::bool and library_id = ${libraryId}::uuid
          and (settling or misses > 0 and missing_since is null)
        union all
        select path from unnest(${[...gone]}::text[]) path
      ), to_wake as (
        select path from restless union select folder_of(path) from to_wake where path <> ''
      )
      update source_folder f set awake = true
      from to_wake w where f.library_id = ${libraryId}::uuid and f.path = w.path and not f.awake`;
  }

  /** Every folder is listed the next time. */
  private async wakeAll(libraryId: string): Promise<void> {
    await this.client.sourceFolder.updateMany({ where: { libraryId }, data: { awake: true } });
  }

  /** What the tags of folders did since they were listed before; null where one of the two is not known. */
  changes(scanId: string, libraryId: string): Promise<TagChange[]> {
    return this.client.$queryRaw<TagChange[]>`
      select f.path, f.awake, case when not f.awake then f.etag <> l.etag end as "etagChanged"
      from source_folder f join listed_folder l on l.scan_id = ${scanId}::uuid and l.path = f.path
      where f.library_id = ${libraryId}::uuid and l.outcome = 'complete'`;
  }

  /** After a listing of everything: folders that were not found are no more. */
  async forgetOthers(scanId: string, libraryId: string): Promise<void> {
    await this.client.$executeRaw`
      delete from source_folder f where f.library_id = ${libraryId}::uuid
        and not exists (select from listed_folder l where l.scan_id = ${scanId}::uuid and l.path = f.path)`;
  }
}
