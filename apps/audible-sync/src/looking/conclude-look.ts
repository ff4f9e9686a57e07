import { Injectable } from '@nestjs/common';
import { Database, type Repositories, type SyncStatus } from '@octavo/database';
import { DOUBT_WORDS, doubtOf } from '@octavo/domain';
import type { DeltaOutcome } from '@octavo/sources';
import type { Look } from '../keeping/look.js';
import type { Account } from '../keeping/tally.js';
import { SettleStore } from '../scheduling/settle-store.js';
import { stillOurs, type Walked } from './look-through.js';

/** What a look came to. */
export interface Concluded {
  status: Exclude<SyncStatus, 'FAILED' | 'HELD'>;
  account: Account;
}

/** Ends a look: what is concluded from it is kept in one transaction, its own end among it. */
@Injectable()
export class ConcludeLook {
  constructor(
    private readonly database: Database,
    private readonly settle: SettleStore,
  ) {}

  /** Of everything: titles that did not come count as missed, unless there is a doubt. */
  walked(look: Look, { end, account }: Walked, groups: string): Promise<Concluded> {
    const { store, syncId } = look;
    return this.database.transaction(async (repositories) => {
      await stillOurs(repositories, look);
      const { purchases, audibleStores } = repositories;
      const census = await purchases.unseen(store.id, syncId);
      const seen = { ...census, distinct: end.seen, isVerified: end.mayConcludeAbsence, totalBefore: store.total };
      const doubt = doubtOf(seen);
      if (doubt === null) await purchases.miss(store.id, syncId);
      if (end.complete) {
        const memory = { total: end.total ?? end.seen, stateToken: end.stateToken ?? null, tokenGroups: groups };
        if (doubt === null) await audibleStores.verified(store.id, memory);
      }
      const complete = end.complete && !end.partial && doubt === null;
      const tally = { ...account.tally, complete: end.complete, absent: doubt === null ? census.unseen : 0 };
      const detail = doubt !== null ? `${end.words} ${DOUBT_WORDS[doubt]}` : end.complete ? null : end.words;
      return this.end(repositories, look, { account: { ...account, tally }, complete, detail });
    });
  }

  /** Of changes only: where the next question begins, if all of them came. */
  asked(look: Look, outcome: DeltaOutcome, account: Account): Promise<Concluded> {
    return this.database.transaction(async (repositories) => {
      await stillOurs(repositories, look);
      const complete = outcome.kind === 'listed' && !outcome.partial;
      if (outcome.kind === 'listed' && complete)
        await repositories.audibleStores.keepToken(look.store.id, outcome.stateToken);
      const tally = { ...account.tally, complete };
      const detail = complete ? null : 'Not all changes came; they are asked for again.';
      return this.end(repositories, look, { account: { ...account, tally }, complete, detail });
    });
  }

  private async end(
    repositories: Repositories,
    { store, syncId }: Look,
    { account, complete, detail }: { account: Account; complete: boolean; detail: string | null },
  ): Promise<Concluded> {
    const status = complete ? 'OK' : 'PARTIAL';
    const state = complete ? 'COMPLETED' : 'PARTIAL';
    await repositories.audibleSyncs.end(syncId, { state, tally: account.tally, error: null });
    await this.settle.concluded(repositories, store, { status, detail });
    return { status, account };
  }
}
