import { Injectable } from '@nestjs/common';
import type { WebdavConnection } from '@octavo/contracts';
import { type LiveConnection, Database } from '@octavo/database';
import { DomainError } from '@octavo/domain';
import { presentConnection } from './present-connection.js';

/** The connections of a user, and nobody else's. */
@Injectable()
export class OwnConnections {
  constructor(private readonly database: Database) {}

  /** Throws 'source.not-found' for what is not there and for what is another user's, so that nobody can tell which. */
  async find(id: string, userId: string): Promise<LiveConnection> {
    const connection = await this.database.connections.findOf(id, userId);
    if (!connection) throw new DomainError('source.not-found');
    return connection;
  }

  async shown(id: string, userId: string): Promise<WebdavConnection> {
    const [connection] = await this.present([await this.find(id, userId)]);
    return connection!;
  }

  async all(userId: string): Promise<WebdavConnection[]> {
    return this.present(await this.database.connections.ofUser(userId));
  }

  private async present(connections: LiveConnection[]): Promise<WebdavConnection[]> {
    const ids = connections.map(({ libraryId }) => libraryId);
    if (ids.length === 0) return [];
    const counts = await this.database.libraries.counts(ids);
    const unread = await this.database.sourceItems.unread(ids);
    const syncs = await this.database.scans.latest(ids);
    return connections.map((connection) => {
      const { libraryId: id } = connection;
      const { bookCount, missingCount } = counts.get(id) ?? { bookCount: 0, missingCount: 0 };
      return presentConnection(connection, {
        ...{ bookCount, missingCount, unreadCount: unread.get(id) ?? 0, sync: syncs.get(id) },
      });
    });
  }
}
