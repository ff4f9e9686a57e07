import { Injectable } from '@nestjs/common';
import { type audibleSync, type JobContext, type PayloadOf, type Processor, type ResultOf } from '@octavo/contracts';
import { Database, type StoreOfAccount } from '@octavo/database';
import { DomainError } from '@octavo/domain';
import { AudibleError } from '@octavo/sources';
import { AfterLook } from './after-look.js';
import { emptyTally } from './keeping/tally.js';
import { LookAtStore } from './looking/look-at-store.js';
import { failureOf, SettleStore } from './scheduling/settle-store.js';
import { Turns } from './scheduling/turns.js';

type Job = typeof audibleSync.jobs.syncStore;

/** Takes in what was bought at one marketplace. Only whoever has the turn does; killed at any instant, the next one goes on. */
@Injectable()
export class SyncStore implements Processor<Job> {
  constructor(
    private readonly database: Database,
    private readonly after: AfterLook,
    private readonly store: LookAtStore,
    private readonly settle: SettleStore,
    private readonly turns: Turns,
  ) {}

  async process({ storeId, full }: PayloadOf<Job>, context: JobContext): Promise<ResultOf<Job>> {
    await this.askable(storeId);
    const turn = await this.turns.take(storeId, context.signal);
    const began = Date.now();
    try {
      const store = await this.askable(storeId);
      const result = await this.look(store, { full, turn: turn.id }, { ...context, signal: turn.signal });
      return { ...result, durationMs: Date.now() - began };
    } finally {
      await turn.end();
      this.after.tell(storeId);
    }
  }

  /** Throws where there is nothing to be asked now. */
  private async askable(storeId: string): Promise<StoreOfAccount> {
    const store = await this.database.audibleStores.find(storeId);
    if (!store) throw new DomainError('audible.not-found');
    const { state, detail } = store.account;
    if (state === 'REAUTH_REQUIRED' || state === 'UNREADABLE')
      throw new DomainError('audible.reauth-required', detail ?? undefined);
    return store;
  }

  private async look(
    store: StoreOfAccount,
    how: { full: boolean; turn: string },
    context: JobContext,
  ): Promise<Omit<ResultOf<Job>, 'durationMs'>> {
    try {
      const { status, account } = await this.store.look({ store, ...how }, context);
      await this.after.askForMore();
      return { outcome: status, ...account.tally };
    } catch (error) {
      // Whoever stopped us says what becomes of it: the same look goes on after a restart.
      if (context.signal.aborted) await this.cancelled(store, context.signal);
      context.signal.throwIfAborted();
      return this.failed(store, error);
    }
  }

  private async cancelled(store: StoreOfAccount, { reason }: AbortSignal): Promise<void> {
    if (reason !== 'cancelled') return;
    await this.settle.cancelled(store);
    const open = await this.database.audibleSyncs.unfinished(store.id);
    if (!open) return;
    await this.database.audibleSyncs.end(open.id, { state: 'CANCELLED', tally: open.tally as object, error: null });
  }

  /** A pause is no failure; everything else is noted, and thrown. */
  private async failed(store: StoreOfAccount, error: unknown): Promise<Omit<ResultOf<Job>, 'durationMs'>> {
    const failure = failureOf(error);
    // Where not even that can be noted, the store is due again soon by itself.
    if (!failure) await this.settle.brokenOff(store).catch(() => undefined);
    // Whoever has the turn by now says what becomes of it.
    if (!failure || failure.code === 'job.cancelled') throw error;
    const open = await this.database.audibleSyncs.unfinished(store.id);
    if (error instanceof AudibleError && error.reason === 'throttled') {
      await this.settle.postponed(store, failure);
      const mode = open?.mode === 'delta' ? 'delta' : 'full';
      return { outcome: 'WAITING', ...emptyTally(mode), ...(open?.tally as object | undefined) };
    }
    await this.settle.failed(store, failure);
    if (open)
      await this.database.audibleSyncs.end(open.id, { state: 'FAILED', tally: open.tally as object, error: failure });
    throw error;
  }
}
