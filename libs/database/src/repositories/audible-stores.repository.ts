import type { Client } from '../client.js';
import type { AudibleAccount, AudibleStore, SyncStatus } from '../generated/client.js';
import { newId } from '../ids.js';

/** A library at one marketplace, with the account it is of. */
export type StoreOfAccount = AudibleStore & { account: AudibleAccount };

/** What a look at it came to, as far as the store remembers it. */
export interface StoreEnd {
  status: SyncStatus;
  code: string | null;
  detail: string | null;
  nextSyncAt: Date;
}

/** How many titles of a store are known here. */
export interface TitleCounts {
  titles: number;
  removed: number;
  /** No books of the library. */
  leftOut: number;
}

const TURN_SECONDS = 30;
/** Longer than a turn: whoever takes up what was broken off has to wait for its end. */
const DUE_AGAIN_SECONDS = 60;

/** The libraries of accounts at Audible: when each is due, and who looks at it. */
export class AudibleStoresRepository {
  constructor(private readonly client: Client) {}

  find(id: string): Promise<StoreOfAccount | null> {
    return this.client.audibleStore.findUnique({ where: { id }, include: { account: true } });
  }

  /** Those that are to be looked at now, that nobody looks at or is asked to, the longest due first. */
  async due(limit: number): Promise<string[]> {
    const rows = await this.client.$queryRaw<{ id: string }[]>`
      select s.id::text from audible_store s join audible_account a on a.id = s.account_id
      where a.state in ('OK', 'THROTTLED') and s.next_sync_at <= now()
        and (s.not_before is null or s.not_before <= now()) and (s.turn_until is null or s.turn_until < now())
        and not exists (select from job_run r where r.queue = 'audible-sync' and r.name = 'syncStore'
          and r.key = s.id::text and r.state in ('waiting', 'active')) -- a dead worker's run goes on by itself
      order by s.next_sync_at limit ${limit}`;
    return rows.map(({ id }) => id);
  }

  /** Somebody was asked to look at it; should nobody do, it is due again in a while. */
  async asked(id: string, againInSec: number): Promise<void> {
    await this.client.$executeRaw`
      update audible_store set next_sync_at = now() + ${againInSec} * interval '1 second' where id = ${id}::uuid`;
  }

  /**
   * Takes a turn at a store, or undefined while it is somebody else's. It runs out unless it is renewed; and whoever has
   * it says in the end when the next look is due. Should that never come, the store is due again soon.
   */
  async takeTurn(id: string): Promise<string | undefined> {
    const turn = newId();
    const taken = await this.client.$executeRaw`
      update audible_store set turn = ${turn}::uuid, turn_until = now() + ${TURN_SECONDS} * interval '1 second',
        last_attempt_at = now(), next_sync_at = least(next_sync_at, now() + ${DUE_AGAIN_SECONDS} * interval '1 second')
      where id = ${id}::uuid and (turn_until is null or turn_until < now())`;
    return taken === 1 ? turn : undefined;
  }

  /** False: the turn was taken away, or the account removed. */
  async renewTurn(id: string, turn: string): Promise<boolean> {
    const renewed = await this.client.$executeRaw`
      update audible_store set turn_until = now() + ${TURN_SECONDS} * interval '1 second'
      where id = ${id}::uuid and turn = ${turn}::uuid`;
    return renewed === 1;
  }

  async endTurn(id: string, turn: string): Promise<void> {
    await this.client.audibleStore.updateMany({ where: { id, turn }, data: { turn: null, turnUntil: null } });
  }

  /** Holds the store until the transaction ends; false where the turn is somebody else's by now. */
  async isOurs(id: string, turn: string): Promise<boolean> {
    const rows = await this.client.$queryRaw<unknown[]>`
      select from audible_store where id = ${id}::uuid and turn = ${turn}::uuid for update`;
    return rows.length === 1;
  }

  /** A look came to its end. */
  async concluded(id: string, { status, code, detail, nextSyncAt }: StoreEnd): Promise<void> {
    const failures = status === 'FAILED' ? { increment: 1 } : 0;
    const data = {
      ...{ lastSyncAt: new Date(), lastSyncStatus: status, lastErrorCode: code, lastError: detail },
      ...{ failures, nextSyncAt, notBefore: null },
    };
    await this.client.audibleStore.updateMany({ where: { id }, data });
  }

  /** All of it was seen and counted. */
  async verified(id: string, memory: Pick<AudibleStore, 'total' | 'stateToken' | 'tokenGroups'>): Promise<void> {
    await this.client.audibleStore.updateMany({ where: { id }, data: { ...memory, verifiedAt: new Date() } });
  }

  /** Where the next question for changes begins; null: everything is asked for. */
  async keepToken(id: string, stateToken: string | null): Promise<void> {
    await this.client.audibleStore.updateMany({ where: { id }, data: { stateToken } });
  }

  /** Somebody wanted no more of it: the next look is a regular one. */
  async cancelled(id: string, nextSyncAt: Date): Promise<void> {
    await this.client.audibleStore.updateMany({ where: { id }, data: { nextSyncAt } });
  }

  /** It is gone on with later: nothing failed. */
  async postponed(id: string, until: Date): Promise<void> {
    await this.client.audibleStore.updateMany({ where: { id }, data: { nextSyncAt: until, notBefore: until } });
  }

  /** A look ended by a failure of ours: it is gone on with then. */
  async brokenOff(id: string, nextSyncAt: Date): Promise<void> {
    await this.client.audibleStore.updateMany({ where: { id }, data: { nextSyncAt, failures: { increment: 1 } } });
  }

  async counts(ids: readonly string[]): Promise<Map<string, TitleCounts>> {
    const rows = await this.client.$queryRaw<(TitleCounts & { id: string })[]>`
      select store_id::text as id, count(*) filter (where kind = 'book')::int as titles,
        count(*) filter (where kind = 'book' and remote_state = 'REMOVED')::int as removed,
        count(*) filter (where kind <> 'book')::int as "leftOut"
      from purchase where store_id = any(${[...ids]}::uuid[]) group by 1`;
    return new Map(rows.map(({ id, ...counts }) => [id, counts]));
  }
}
