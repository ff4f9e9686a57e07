import { Injectable } from '@nestjs/common';
import type { AudibleTally, JobContext, Oddity } from '@octavo/contracts';
import { type AudibleSync, Database, type StoreOfAccount } from '@octavo/database';
import { whichLook } from '@octavo/domain';
import { AudibleAccounts } from '@octavo/remote';
import { type AudibleClient, itemContext, type LadderState, RECOMMENDED_GROUPS } from '@octavo/sources';
import type { Look } from '../keeping/look.js';
import { type Account, emptyTally } from '../keeping/tally.js';
import { AskForChanges } from './ask-for-changes.js';
import type { Concluded } from './conclude-look.js';
import { Ends } from './ends.js';
import { LookThrough } from './look-through.js';

/** Who looks, at what, and how. */
export interface Looking {
  store: StoreOfAccount;
  turn: string;
  full: boolean;
}

/** One look at a store, from the first question to the last conclusion. One that was broken off is gone on with. */
@Injectable()
export class LookAtStore {
  constructor(
    private readonly database: Database,
    private readonly accounts: AudibleAccounts,
    private readonly through: LookThrough,
    private readonly changes: AskForChanges,
    private readonly ends: Ends,
  ) {}

  async look({ store, turn, full }: Looking, context: JobContext): Promise<Concluded> {
    const client = this.accounts.clientOf(store.account, store.country);
    const sync = await this.begin(store, full);
    const look: Look = { store, turn, syncId: sync.id, context: itemContext(RECOMMENDED_GROUPS) };
    const soFar = accountOf(sync);
    if (sync.mode === 'full') return this.walk(look, client, { sync, soFar }, context);
    const question = { look, client, groups: RECOMMENDED_GROUPS, stateToken: store.stateToken ?? '', soFar };
    const { outcome, account } = await this.changes.ask(question, context);
    if (outcome.kind !== 'stale') return this.ends.conclude.asked(look, outcome, account);
    await this.database.audibleStores.keepToken(store.id, null);
    await this.database.audibleSyncs.end(sync.id, { state: 'CANCELLED', tally: account.tally, error: null });
    return this.look({ store: { ...store, stateToken: null }, turn, full: true }, context);
  }

  private async walk(
    look: Look,
    client: AudibleClient,
    { sync, soFar }: { sync: AudibleSync; soFar: Account },
    context: JobContext,
  ): Promise<Concluded> {
    const from = (sync.checkpoint ?? undefined) as LadderState | undefined;
    const walked = await this.through.walk({ look, client, groups: RECOMMENDED_GROUPS, from, soFar }, context);
    const account = await this.ends.askAgain.forHollow(look, client, walked, context.signal);
    return this.ends.conclude.walked(look, { ...walked, account }, RECOMMENDED_GROUPS);
  }

  private async begin(store: StoreOfAccount, full: boolean): Promise<AudibleSync> {
    const { audibleSyncs, purchases } = this.database;
    const open = await audibleSyncs.unfinished(store.id);
    const memory = { ...store, now: new Date(), groups: RECOMMENDED_GROUPS, hollow: await purchases.hollow(store.id) };
    const mode = full ? 'full' : whichLook(memory);
    const goesOn = open && (open.mode === 'full' || mode === 'delta') && (await audibleSyncs.remembers(open));
    if (goesOn) return open;
    if (open) await audibleSyncs.end(open.id, { state: 'CANCELLED', tally: open.tally as object, error: null });
    return audibleSyncs.begin(store.id, mode, emptyTally(mode));
  }
}

function accountOf({ tally, oddities }: AudibleSync): Account {
  return { tally: tally as AudibleTally, oddities: oddities as unknown as Oddity[] };
}
