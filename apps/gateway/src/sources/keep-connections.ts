import { Injectable } from '@nestjs/common';
import type { NewWebdavConnection, WebdavConnectionChange } from '@octavo/contracts';
import { type Access, type ConnectedLibrary, Database, isUniqueViolation, newId, settleRights } from '@octavo/database';
import { DomainError } from '@octavo/domain';
import { Connections } from '@octavo/remote';
import { TryServer, type UsableServer, type Wish } from './try-server.js';

/** Makes, changes and removes connections. Nothing is kept of one whose server cannot be used. */
@Injectable()
export class KeepConnections {
  constructor(
    private readonly database: Database,
    private readonly connections: Connections,
    private readonly servers: TryServer,
  ) {}

  /** Gives the id. One that was removed comes back with all that was known of its books. */
  async add(userId: string, wish: NewWebdavConnection): Promise<string> {
    const server = await this.servers.reach(wish);
    const baseUrl = server.base.href;
    const known = await this.database.connections.at(userId, { baseUrl, username: wish.username });
    if (known && known.state !== 'REMOVED') throw new DomainError('source.exists');
    const libraryId = known?.libraryId ?? newId();
    const name = wish.name ?? known?.library.name ?? nameOf(server);
    const access = this.accessTo(server, { ...wish, libraryId, userId });
    await this.database
      .transaction(async ({ connections, libraries }) => {
        if (known) await connections.reconnect(libraryId, access, true);
        else await connections.add({ ...access, libraryId, userId, name });
        await libraries.update(libraryId, { name, paused: wish.paused, confirmedGone: null });
      })
      .catch(asTaken);
    return libraryId;
  }

  /** The server is asked again only where something changes of how it is reached. */
  async change(connection: ConnectedLibrary, change: WebdavConnectionChange): Promise<void> {
    const { libraryId, baseUrl, username } = connection;
    const isOther =
      (change.baseUrl !== undefined && change.baseUrl !== baseUrl) ||
      (change.username !== undefined && change.username !== username) ||
      change.password !== undefined;
    const access = isOther ? await this.otherAccess(connection, change) : undefined;
    await this.database
      .transaction(async ({ connections, libraries }) => {
        const { name, paused } = change;
        const news = { ...(name !== undefined && { name }), ...(paused !== undefined && { paused }) };
        await libraries.update(libraryId, news);
        const isMoved = access !== undefined && (access.baseUrl !== baseUrl || access.username !== username);
        if (access) await connections.reconnect(libraryId, access, isMoved);
      })
      .catch(asTaken);
  }

  private async otherAccess(connection: ConnectedLibrary, change: WebdavConnectionChange): Promise<Access> {
    const { baseUrl, username } = connection;
    const password = change.password ?? this.passwordOf(connection);
    const wish = { baseUrl: change.baseUrl ?? baseUrl, username: change.username ?? username, password };
    return this.accessTo(await this.servers.reach(wish), { ...wish, ...connection, username: wish.username });
  }

  private passwordOf(connection: ConnectedLibrary): string {
    const credentials = this.connections.credentialsOf(connection);
    return 'password' in credentials ? credentials.password : '';
  }

  /** Its books are out of sight, with edits and reading places kept for when it is connected again. */
  async remove({ libraryId }: ConnectedLibrary): Promise<void> {
    await this.database.transaction(async (repositories) => {
      const { connections, sourceUpdates, books } = repositories;
      await connections.remove(libraryId);
      const bookIds = await sourceUpdates.markAll(libraryId);
      await books.refreshMissing(bookIds);
      await books.hideMissing(bookIds);
      await settleRights(repositories, { books: bookIds.sort() });
    });
  }

  private accessTo(
    { base, scheme, facts }: UsableServer,
    { username, password, ...whose }: Omit<Wish, 'baseUrl'> & { libraryId: string; userId: string },
  ): Access {
    const secret = scheme === 'none' ? null : this.connections.seal(password, whose);
    return { baseUrl: base.href, username, scheme, secret, facts: { ...facts } };
  }
}

/** "https://cloud.example/remote.php/dav/files/ann/Books/" is called "Books on cloud.example". */
function nameOf({ base }: UsableServer): string {
  const { hostname } = new URL(base.origin);
  const last = base.path.split('/').filter(Boolean).at(-1);
  const folder = last === undefined ? undefined : decoded(last);
  return (folder === undefined ? hostname : `${folder} on ${hostname}`).slice(0, 80);
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment; // escapes that stand for no text
  }
}

/** Two requests at once for the same connection: the other one was first. */
function asTaken(error: unknown): never {
  throw isUniqueViolation(error) ? new DomainError('source.exists') : error;
}
