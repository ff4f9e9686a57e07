import type { Client } from '../client.js';
import type { SourceItem } from '../generated/client.js';
import { newRevision } from '../revisions.js';

/** What a server says of a file now. */
export interface RelistedItem {
  requestPath: string;
  size: number | null;
  mtimeMs: number | null;
  etag: string | null;
  remoteId: string | null;
}

/** Files on other servers, one by one. */
export class SourceItemsRepository {
  constructor(private readonly client: Client) {}

  at(libraryId: string, paths: string[]): Promise<SourceItem[]> {
    return this.client.sourceItem.findMany({ where: { libraryId, path: { in: paths } } });
  }

  find(libraryId: string, path: string): Promise<SourceItem | null> {
    return this.client.sourceItem.findUnique({ where: { libraryId_path: { libraryId, path } } });
  }

  /** Somebody has looked into these files, as they were in these revisions. */
  async read(libraryId: string, items: readonly Pick<SourceItem, 'path' | 'revision'>[]): Promise<void> {
    await this.client.$executeRaw`
      update source_item i set unread = false
      from jsonb_to_recordset(${JSON.stringify(items)}::jsonb) as r(path text, revision text)
      where i.library_id = ${libraryId}::uuid and i.path = r.path and i.revision = r.revision`;
  }

  /** All bytes of a revision were fetched: what they are can be told from now on. */
  async fetched(libraryId: string, { path, revision }: Pick<SourceItem, 'path' | 'revision'>, contentHash: string) {
    await this.client.sourceItem.updateMany({ where: { libraryId, path, revision }, data: { contentHash } });
  }

  /** How many files nobody has looked into yet, of each library. */
  async unread(libraryIds: string[]): Promise<Map<string, number>> {
    const rows = await this.client.$queryRaw<{ id: string; count: number }[]>`
      select library_id::text as id, count(*)::int as count from source_item
      where library_id = any(${libraryIds}::uuid[]) and unread and not sidecar and not settling and missing_since is null
      group by library_id`;
    return new Map(rows.map(({ id, count }) => [id, count]));
  }

  /** One file was listed anew. Where it changed, nobody has looked into it as it is now. Gives it as it is now. */
  relisted(item: SourceItem, { mtimeMs, size, ...now }: RelistedItem, isChanged: boolean): Promise<SourceItem> {
    const { libraryId, path } = item;
    const seen = { misses: 0, firstMissedAt: null, lastMissedAt: null, missingSince: null, settling: false };
    const told = {
      requestPath: now.requestPath,
      ...(size !== null && { size: BigInt(size) }),
      ...(mtimeMs !== null && { modified: new Date(mtimeMs) }),
      ...(now.etag !== null && { etag: now.etag }),
      ...(now.remoteId !== null && { remoteId: now.remoteId }),
    };
    return this.client.sourceItem.update({
      where: { libraryId_path: { libraryId, path } },
      data: { ...seen, ...told, ...(isChanged && { revision: newRevision(), contentHash: null, unread: true }) },
    });
  }

  /** How many files are known to be there in a folder. */
  async presentIn(libraryId: string, folder: string): Promise<number> {
    const [row] = await this.client.$queryRaw<{ count: number }[]>`
      select count(*)::int as count from source_item where library_id = ${libraryId}::uuid
        and folder_of(path) = ${folder} and missing_since is null and not settling`;
    return row!.count;
  }

  /** Nothing is known of a file any more; should it be listed again, it is a new one. */
  async forget(libraryId: string, path: string): Promise<void> {
    await this.client.sourceItem.deleteMany({ where: { libraryId, path } });
  }
}
