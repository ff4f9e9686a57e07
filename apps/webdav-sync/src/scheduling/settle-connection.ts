import { Inject, Injectable } from '@nestjs/common';
import { type ConnectedLibrary, Database, type Repositories, type SyncStatus } from '@octavo/database';
import { DomainError, nextSyncAfter } from '@octavo/domain';
import { CONFIG, type Config } from '@octavo/platform';
import { DavError } from '@octavo/sources';

/** How often name and password may be refused before nobody asks any more: servers lock accounts, and ban addresses. */
const MOST_REFUSALS = 3;
/** Before a comparison goes on that something of ours broke off. */
const SOON_MS = 10_000;
/** What is still being written when it is listed is listed again so soon. */
const SETTLED_IN_MS = 130_000;

/** Why a comparison came to nothing, in the connection's words. */
export interface SyncFailure {
  code: string;
  detail: string;
  retryAfterSec?: number;
}

/** What a comparison came to. */
export interface SyncSuccess {
  status: SyncStatus;
  detail: string | null;
  /** Something was still being written. */
  settling: boolean;
}

/** Notes on a connection what a comparison came to, and when the next one is due. */
@Injectable()
export class SettleConnection {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly database: Database,
  ) {}

  /** In the transaction in which all else is kept. */
  async concluded({ connections }: Repositories, libraryId: string, success: SyncSuccess): Promise<void> {
    const { status, detail, settling } = success;
    const due = this.next(0);
    const soon = new Date(Date.now() + SETTLED_IN_MS);
    const nextSyncAt = settling && soon < due ? soon : due;
    await connections.concluded(libraryId, { status, code: null, detail, nextSyncAt, notBefore: null });
  }

  /** Twice as long as the last time is waited; a server that refuses us again and again is not asked any more. */
  async failed({ libraryId, failures, refusals }: ConnectedLibrary, { code, detail, retryAfterSec }: SyncFailure) {
    const now = Date.now();
    const nextSyncAt = this.next(failures + 1, retryAfterSec);
    const notBefore = retryAfterSec === undefined ? null : new Date(now + retryAfterSec * 1_000);
    const isRefused = code === 'auth_failed' && refusals + 1 >= MOST_REFUSALS;
    const state = code === 'secret_undecryptable' ? 'UNREADABLE' : isRefused ? 'REFUSED' : 'ACTIVE';
    await this.database.connections.failed(libraryId, { code, detail, nextSyncAt, notBefore }, state);
  }

  /** It is gone on with later: the server wants a pause, or has had us for long enough. */
  async postponed(libraryId: string, retryAfterSec = 0): Promise<void> {
    const at = new Date(Date.now() + retryAfterSec * 1_000);
    await this.database.connections.postponed(libraryId, at, retryAfterSec > 0 ? at : null);
  }

  /** Something of ours failed, such as the database: it is gone on with soon, and later each time that happens. */
  async brokenOff({ libraryId, failures }: ConnectedLibrary): Promise<void> {
    const soon = { now: new Date(), periodMs: SOON_MS, failures: failures + 1, random: Math.random() };
    await this.database.connections.brokenOff(libraryId, nextSyncAfter(soon));
  }

  private next(failures: number, retryAfterSec?: number): Date {
    return nextSyncAfter({
      ...{ now: new Date(), periodMs: this.config.WEBDAV_SYNC_INTERVAL, failures, random: Math.random() },
      ...(retryAfterSec !== undefined && { retryAfterSec }),
    });
  }
}

/** Any error as a connection's failure; undefined for what is no fault of the server's or the connection's. */
export function failureOf(error: unknown): SyncFailure | undefined {
  if (error instanceof DavError) {
    const { reason: code, detail, retryAfter } = error;
    return { code, detail, ...(retryAfter !== undefined && { retryAfterSec: retryAfter }) };
  }
  if (!(error instanceof DomainError)) return undefined;
  const code = error.code === 'secret.cannot-open' ? 'secret_undecryptable' : error.code;
  return { code, detail: error.detail };
}
