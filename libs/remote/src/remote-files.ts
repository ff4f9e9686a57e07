import { Injectable } from '@nestjs/common';
import { Database, type SourceItem } from '@octavo/database';
import { DomainError } from '@octavo/domain';
import { type DavClient, RemoteFile } from '@octavo/sources';
import type { FileStat, OpenedFile } from '@octavo/storage';
import { Connections } from './connections.js';

/** A file on a server, and whom to ask for it. */
export interface Reachable {
  item: SourceItem;
  /** In bytes. */
  size: number;
  client: DavClient;
}

/** Files on users' servers, read in parts where they lie. */
@Injectable()
export class RemoteFiles {
  constructor(
    private readonly database: Database,
    private readonly connections: Connections,
  ) {}

  /**
   * Throws 'file.vanished' for a file nobody knows, 'source.unreachable' where the server does not say how large it is,
   * 'secret.cannot-open'.
   */
  async reach(libraryId: string, path: string): Promise<Reachable> {
    const item = await this.database.sourceItems.find(libraryId, path);
    const connection = item && (await this.database.connections.find(libraryId));
    if (!item || !connection || connection.state === 'REMOVED') {
      throw new DomainError('file.vanished', `${path} is not known to be there`);
    }
    if (item.size === null)
      throw new DomainError('source.unreachable', 'The server does not say how large the file is.');
    return { item, size: Number(item.size), client: this.connections.clientOf(connection) };
  }

  /** Opens a file as it was last listed. Reading throws DavErrors, among them 'file.settling' where it has changed since. */
  async open(libraryId: string, path: string): Promise<OpenedFile> {
    const { item, size, client } = await this.reach(libraryId, path);
    const file = new RemoteFile(client, { path: item.requestPath, size });
    return {
      size,
      stat: statOf(item),
      read: (offset, length) => file.read(offset, length),
      // Every part is compared with the first: had it changed, reading would have said so.
      assertUnchanged: () => Promise.resolve(),
      close: () => Promise.resolve(),
    };
  }
}

/** What a place says of a file on another server. */
export function statOf({ size, modified }: Pick<SourceItem, 'size' | 'modified'>): FileStat {
  return { size: size ?? 0n, mtimeNs: BigInt(modified?.getTime() ?? 0) * 1_000_000n, inode: '' };
}
