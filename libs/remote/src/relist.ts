import { Injectable } from '@nestjs/common';
import { Database, type SourceItem } from '@octavo/database';
import { compareItems, DomainError, folderOf } from '@octavo/domain';
import { type DavEntry, listFolder } from '@octavo/sources';
import { RemoteFiles } from './remote-files.js';

/** What a server says of one file now. */
export type Relisted = { kind: 'there'; item: SourceItem } | { kind: 'gone' };

/** Asks a server for one file anew, by listing the folder it lies in: only a whole listing tells that a file is gone. */
@Injectable()
export class Relist {
  constructor(
    private readonly database: Database,
    private readonly files: RemoteFiles,
  ) {}

  /** Takes over what changed. Throws DavError where the folder cannot be listed whole. */
  async one(libraryId: string, path: string): Promise<Relisted> {
    const { item, client } = await this.files.reach(libraryId, path);
    const folder = { key: folderOf(path), path: folderOf(item.requestPath) };
    let found = { attempt: 0, entry: undefined as DavEntry | undefined };
    const outcome = await listFolder(client, folder, {
      onEntries: ({ attempt, entries }) => {
        if (attempt !== found.attempt) found = { attempt, entry: undefined };
        found.entry ??= entries.find(({ key, folder: isFolder }) => key === path && !isFolder);
      },
    });
    if ('error' in outcome) throw outcome.error;
    const entry = 'attempt' in outcome && outcome.attempt === found.attempt ? found.entry : undefined;
    if (entry) return { kind: 'there', item: await this.takeOver(item, entry) };
    if (outcome.kind !== 'complete')
      throw new DomainError('source.incomplete', 'The server does not list the folder of the file whole.');
    if (outcome.count === 0) await this.assertLast(item);
    return { kind: 'gone' };
  }

  /** A folder that is empty all at once is a share that is not mounted. */
  private async assertLast({ libraryId, path }: SourceItem): Promise<void> {
    const others = await this.database.sourceItems.presentIn(libraryId, folderOf(path));
    if (others > 1)
      throw new DomainError('library.unavailable', `The folder on the server is empty, and ${others} files lay in it.`);
  }

  private async takeOver(item: SourceItem, entry: DavEntry): Promise<SourceItem> {
    const now = {
      size: entry.size ?? null,
      mtimeMs: entry.modified?.getTime() ?? null,
      etag: entry.etag ?? null,
      remoteId: entry.fileId ?? null,
    };
    const before = {
      size: item.size === null ? null : Number(item.size),
      mtimeMs: item.modified?.getTime() ?? null,
      etag: item.etag,
      remoteId: item.remoteId,
    };
    const isChanged = compareItems(before, now) === 'changed';
    return this.database.sourceItems.relisted(item, { ...now, requestPath: entry.path }, isChanged);
  }
}
