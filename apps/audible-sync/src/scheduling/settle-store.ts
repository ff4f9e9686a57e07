import { Inject, Injectable } from '@nestjs/common';
import { Database, type Repositories, type StoreOfAccount, type SyncStatus } from '@octavo/database';
import { DomainError, nextSyncAfter } from '@octavo/domain';
import { CONFIG, type Config } from '@octavo/platform';
import { AudibleError } from '@octavo/sources';

/** Accounts are not asked more often by themselves. */
const LEAST_MS = 5 * 60_000;
/** Before a look goes on that something of ours broke off. */
const SOON_MS = 10_000;
const DEFAULT_PAUSE_SEC = 15 * 60;

/** Why a look came to nothing. */
export interface LookFailure {
  code: string;
  detail: string;
  retryAfterSec?: number;
}

/** Notes on a store, and on its account, what a look came to, and when the next one is due. */
@Injectable()
export class SettleStore {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly database: Database,
  ) {}

  /** In the transaction in which all else is kept. */
  async concluded(
    { audibleStores, audibleAccounts }: Repositories,
    { id, accountId }: StoreOfAccount,
    { status, detail }: { status: SyncStatus; detail: string | null },
  ): Promise<void> {
    await audibleStores.concluded(id, { status, code: null, detail, nextSyncAt: this.next(0) });
    await audibleAccounts.tell(accountId, 'OK', null);
  }

  /** Twice as long as the last time is waited; an account that is not accepted is not asked any more. */
  async failed({ id, accountId, failures }: StoreOfAccount, failure: LookFailure): Promise<void> {
    const { code, detail, retryAfterSec } = failure;
    const nextSyncAt = this.next(failures + 1, retryAfterSec);
    await this.database.audibleStores.concluded(id, { status: 'FAILED', code, detail, nextSyncAt });
    if (code === 'reauth_required') await this.database.audibleAccounts.tell(accountId, 'REAUTH_REQUIRED', detail);
    if (code === 'secret_undecryptable') await this.database.audibleAccounts.tell(accountId, 'UNREADABLE', detail);
  }

  /** It is gone on with later: Audible wants a pause. */
  async postponed({ id, accountId }: StoreOfAccount, { detail, retryAfterSec = DEFAULT_PAUSE_SEC }: LookFailure) {
    await this.database.audibleStores.postponed(id, new Date(Date.now() + retryAfterSec * 1_000));
    await this.database.audibleAccounts.tell(accountId, 'THROTTLED', detail);
  }

  /** Somebody wanted no more of it. */
  async cancelled({ id }: StoreOfAccount): Promise<void> {
    await this.database.audibleStores.cancelled(id, this.next(0));
  }

  /** Something of ours failed, such as the database: the look is gone on with soon, and later each time that happens. */
  async brokenOff({ id, failures }: StoreOfAccount): Promise<void> {
    const soon = { now: new Date(), periodMs: SOON_MS, failures: failures + 1, random: Math.random() };
    await this.database.audibleStores.brokenOff(id, nextSyncAfter(soon));
  }

  private next(failures: number, retryAfterSec?: number): Date {
    const periodMs = Math.max(this.config.AUDIBLE_SYNC_INTERVAL, LEAST_MS);
    return nextSyncAfter({
      ...{ now: new Date(), periodMs, failures, random: Math.random() },
      ...(retryAfterSec !== undefined && { retryAfterSec }),
    });
  }
}

/** Any error as a store's failure; undefined for what is no fault of Audible's or the account's. */
export function failureOf(error: unknown): LookFailure | undefined {
  if (error instanceof AudibleError) {
    const { reason: code, detail, retryAfter } = error;
    return { code, detail, ...(retryAfter !== undefined && { retryAfterSec: retryAfter }) };
  }
  if (!(error instanceof DomainError)) return undefined;
  return { code: error.code === 'secret.cannot-open' ? 'secret_undecryptable' : error.code, detail: error.detail };
}
