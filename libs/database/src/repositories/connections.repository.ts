import type { Client } from '../client.js';
import { type Library, Prisma, type SyncStatus, type WebdavConnection } from '../generated/client.js';
import { newId } from '../ids.js';

/** A connection with the library its books make. */
export type ConnectedLibrary = WebdavConnection & { library: Library };

/** One that nobody has removed. */
export type LiveConnection = ConnectedLibrary & { state: Exclude<ConnectedLibrary['state'], 'REMOVED'> };

/** How a server is reached. */
export interface Access {
  baseUrl: string;
  username: string;
  scheme: string;
  secret: string | null;
  facts: Prisma.InputJsonObject;
}

export interface NewConnection extends Access {
  libraryId: string;
  userId: string;
  name: string;
}

/** What a comparison came to, as far as the connection remembers it. */
export interface SyncEnd {
  status: SyncStatus;
  code: string | null;
  detail: string | null;
  nextSyncAt: Date;
  notBefore: Date | null;
}

const WITH_LIBRARY = { library: true } as const;
const TURN_SECONDS = 30;
/** Keeps those who take turns apart; other advisory locks have other numbers (leadership.ts, content-locks.ts). */
const TURNS_LOCK = 7_303;

/** Libraries on WebDAV servers: how they are reached, who compares them and when that is due. */
export class ConnectionsRepository {
  constructor(private readonly client: Client) {}

  find(libraryId: string): Promise<ConnectedLibrary | null> {
    return this.client.webdavConnection.findUnique({ where: { libraryId }, include: WITH_LIBRARY });
  }

  /** One of a user's own that was not removed. */
  async findOf(libraryId: string, userId: string): Promise<LiveConnection | null> {
    const row = await this.client.webdavConnection.findFirst({ where: { libraryId, userId }, include: WITH_LIBRARY });
    return row && isLive(row) ? row : null;
  }

  /** A user's own that were not removed, by name. */
  async ofUser(userId: string): Promise<LiveConnection[]> {
    const rows = await this.client.webdavConnection.findMany({
      where: { userId },
      include: WITH_LIBRARY,
      orderBy: [{ library: { name: 'asc' } }, { libraryId: 'asc' }],
    });
    return rows.filter(isLive);
  }

  /** The connection of a user to this very place, one that was removed too. */
  at(userId: string, { baseUrl, username }: Pick<Access, 'baseUrl' | 'username'>): Promise<ConnectedLibrary | null> {
    const where = { userId_baseUrl_username: { userId, baseUrl, username } };
    return this.client.webdavConnection.findUnique({ where, include: WITH_LIBRARY });
  }

  async add({ name, ...connection }: NewConnection): Promise<void> {
    const { libraryId: id, userId: ownerId } = connection;
    await this.client.library.create({ data: { id, name, ownerId, kind: 'WEBDAV', watchMode: 'OFF' } });
    await this.client.webdavConnection.create({ data: connection });
  }

  /** Other credentials, another address, or the same again after it was removed: everything is tried anew. */
  async reconnect(libraryId: string, access: Access, isMoved: boolean): Promise<void> {
    const fresh = { failures: 0, refusals: 0, lastErrorCode: null, lastError: null, notBefore: null };
    const learned = { factsAt: new Date(), nextSyncAt: new Date(), ...(isMoved && MOVED) };
    await this.client.webdavConnection.update({
      where: { libraryId },
      data: { ...access, ...fresh, ...learned, state: 'ACTIVE' },
    });
  }

  /** What a server says of itself. `anew`: what was found out by trying is to be tried again. */
  async learn(libraryId: string, facts: Prisma.InputJsonObject, anew: boolean): Promise<void> {
    const data = { facts, ...(anew && { factsAt: new Date(), deep: null }) };
    await this.client.webdavConnection.updateMany({ where: { libraryId }, data });
  }

  /** Forgets how the server is reached. What is known of its books stays, out of sight. */
  async remove(libraryId: string): Promise<void> {
    const nobody = { turn: null, turnUntil: null, held: Prisma.DbNull };
    const data = { state: 'REMOVED' as const, secret: null, ...nobody };
    await this.client.webdavConnection.updateMany({ where: { libraryId }, data });
  }

  /** Libraries that are to be compared now, that nobody compares or is asked to, the longest due first. */
  async due(limit: number): Promise<string[]> {
    const rows = await this.client.$queryRaw<{ id: string }[]>`
      select c.library_id::text as id from webdav_connection c join library l on l.id = c.library_id
      where c.state = 'ACTIVE' and not l.paused and c.next_sync_at <= now()
        and (c.not_before is null or c.not_before <= now()) and (c.turn_until is null or c.turn_until < now())
        and not exists (select from job_run r where r.queue = 'webdav-sync' and r.name = 'syncSource'
          and r.key = l.id::text and r.state in ('waiting', 'active')) -- a dead worker's run goes on by itself
      order by c.next_sync_at limit ${limit}`;
    return rows.map(({ id }) => id);
  }

  /** Somebody was asked to compare it; should nobody do, it is due again in a while. */
  async asked(libraryId: string, againInSec: number): Promise<void> {
    await this.client.$executeRaw`
      update webdav_connection set next_sync_at = now() + ${againInSec} * interval '1 second'
      where library_id = ${libraryId}::uuid`;
  }

  /** How many are being compared, over all workers. */
  async underWay(): Promise<number> {
    const [row] = await this.client.$queryRaw<{ count: number }[]>`
      select count(*)::int as count from webdav_connection where turn_until > now()`;
    return row!.count;
  }

  /**
   * Takes a turn at comparing a library; undefined while somebody else does, or as many are compared as may be. In a
   * transaction of its own. The turn runs out unless it is renewed.
   */
  async takeTurn(libraryId: string, atMost: number): Promise<string | undefined> {
    await this.client.$queryRaw`select count(pg_advisory_xact_lock(${TURNS_LOCK}::bigint))`;
    const turn = newId();
    const taken = await this.client.$executeRaw`
      update webdav_connection set turn = ${turn}::uuid, turn_until = now() + ${TURN_SECONDS} * interval '1 second',
        last_attempt_at = now()
      where library_id = ${libraryId}::uuid and state <> 'REMOVED' and (turn_until is null or turn_until < now())
        and (select count(*) from webdav_connection where turn_until > now()) < ${atMost}`;
    return taken === 1 ? turn : undefined;
  }

  /** False: the turn was taken away, or the connection removed. */
  async renewTurn(libraryId: string, turn: string): Promise<boolean> {
    const renewed = await this.client.$executeRaw`
      update webdav_connection set turn_until = now() + ${TURN_SECONDS} * interval '1 second'
      where library_id = ${libraryId}::uuid and turn = ${turn}::uuid and state <> 'REMOVED'`;
    return renewed === 1;
  }

  async endTurn(libraryId: string, turn: string): Promise<void> {
    await this.client.webdavConnection.updateMany({
      where: { libraryId, turn },
      data: { turn: null, turnUntil: null },
    });
  }

  /** Holds the connection until the transaction ends; false where the turn is somebody else's by now. */
  async isOurs(libraryId: string, turn: string): Promise<boolean> {
    const rows = await this.client.$queryRaw<unknown[]>`
      select from webdav_connection where library_id = ${libraryId}::uuid and turn = ${turn}::uuid
        and state <> 'REMOVED' for update`;
    return rows.length === 1;
  }

  /** Nobody removes the connection until the transaction ends; false where somebody has. */
  async stays(libraryId: string): Promise<boolean> {
    const rows = await this.client.$queryRaw<unknown[]>`
      select from webdav_connection where library_id = ${libraryId}::uuid and state <> 'REMOVED' for share`;
    return rows.length === 1;
  }

  /** A comparison came to a conclusion. */
  async concluded(libraryId: string, { status, code, detail, nextSyncAt, notBefore }: SyncEnd): Promise<void> {
    const data = {
      ...{ lastSyncAt: new Date(), lastSyncStatus: status, lastErrorCode: code, lastError: detail },
      ...{ failures: 0, refusals: 0, nextSyncAt, notBefore, isMoved: false },
    };
    await this.client.webdavConnection.updateMany({ where: { libraryId }, data });
  }

  /** A comparison came to nothing. `isRefusal`: the server did not accept name and password. */
  async failed(libraryId: string, end: Omit<SyncEnd, 'status'>, state: WebdavConnection['state']): Promise<void> {
    const { code, detail, nextSyncAt, notBefore } = end;
    const refusals = code === 'auth_failed' ? { increment: 1 } : 0;
    const data = {
      ...{ lastSyncAt: new Date(), lastSyncStatus: 'FAILED' as const, lastErrorCode: code, lastError: detail },
      ...{ failures: { increment: 1 }, refusals, nextSyncAt, notBefore, state },
    };
    await this.client.webdavConnection.updateMany({ where: { libraryId, state: { not: 'REMOVED' } }, data });
  }

  /** A comparison ended by a failure of ours: it is gone on with then. */
  async brokenOff(libraryId: string, nextSyncAt: Date): Promise<void> {
    const data = { nextSyncAt, failures: { increment: 1 } };
    await this.client.webdavConnection.updateMany({ where: { libraryId }, data });
  }

  /** It is gone on with later: nothing failed. */
  async postponed(libraryId: string, nextSyncAt: Date, notBefore: Date | null): Promise<void> {
    await this.client.webdavConnection.updateMany({ where: { libraryId }, data: { nextSyncAt, notBefore } });
  }

  async remember(
    libraryId: string,
    memory: {
      pruning?: Prisma.InputJsonValue;
      reports?: Prisma.InputJsonValue;
      deep?: string | null;
      held?: Prisma.InputJsonValue | null;
    },
  ): Promise<void> {
    const { held, ...rest } = memory;
    const data = { ...rest, ...(held !== undefined && { held: held ?? Prisma.DbNull }) };
    await this.client.webdavConnection.updateMany({ where: { libraryId }, data });
  }
}

function isLive(connection: ConnectedLibrary): connection is LiveConnection {
  return connection.state !== 'REMOVED';
}

/** What was learned of the old address says nothing of the new one. */
const MOVED = { isMoved: true, pruning: Prisma.DbNull, reports: Prisma.DbNull, deep: null, held: Prisma.DbNull };
