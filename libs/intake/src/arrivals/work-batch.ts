import { Injectable } from '@nestjs/common';
import { type ClaimedArrival, Database, type Library } from '@octavo/database';
import type { KeptArrival } from './conclude-batch.js';
import { FollowUp } from './follow-up.js';
import { type Alongside, KeepOutcomes } from './keep-outcomes.js';
import type { Outcome } from './outcomes.js';
import { unlessAborted } from './unless-aborted.js';

/** Paths of a library that were claimed, and how they are looked at. */
export interface Batch {
  library: Library;
  arrivals: ClaimedArrival[];
  look: (arrivals: ClaimedArrival[]) => Promise<Outcome[]>;
  /** Takes notice of files that are gone; gives what is to become of their paths on the list. */
  takeGone?: (gone: Outcome[]) => Promise<Outcome[]>;
  /** Kept in the same transaction. */
  alongside?: Alongside;
  signal: AbortSignal;
}

/** What a batch came to. */
export interface BatchResult {
  /** How many paths were claimed; 0: nothing is due. */
  claimed: number;
  done: number;
  failed: number;
  kept: KeptArrival[];
}

const RENEW_EVERY_MS = 5_000;
const NOTHING: BatchResult = { claimed: 0, done: 0, failed: 0, kept: [] };

/** Looks at claimed paths of a library, keeps what was found and crosses them off the list of arrivals. */
@Injectable()
export class WorkBatch {
  constructor(
    private readonly database: Database,
    private readonly keeping: KeepOutcomes,
    private readonly followUp: FollowUp,
  ) {}

  async work(batch: Batch): Promise<BatchResult> {
    const { library, arrivals, look, signal } = batch;
    const claim = arrivals[0]?.claim;
    if (claim === undefined) return NOTHING;
    const renewing = setInterval(() => {
      // Should this fail for once, the claim lasts long enough for the next time.
      this.database.arrivals.renew(library.id, claim).catch(() => undefined);
    }, RENEW_EVERY_MS);
    try {
      // A file that takes long keeps nobody waiting who wants us to stop.
      return await this.keep(batch, await unlessAborted(signal, look(arrivals)));
    } catch (error) {
      await this.database.arrivals.letGo(library.id, claim).catch(() => undefined); // or they are free in a while
      throw error;
    } finally {
      clearInterval(renewing);
    }
  }

  private async keep({ library, takeGone, alongside }: Batch, outcomes: Outcome[]): Promise<BatchResult> {
    // What came before what went: half of a move is a coming.
    const gone = outcomes.filter(({ kind }) => kind === 'gone');
    const rest = outcomes.filter(({ kind }) => kind !== 'gone');
    const first = rest.length > 0 ? await this.keeping.together(library, rest, alongside) : NOTHING;
    const left = gone.length > 0 && takeGone ? await takeGone(gone) : gone;
    const second = left.length > 0 ? await this.keeping.together(library, left) : NOTHING;
    await this.followUp.kept(first.kept);
    const [done, failed] = [first.done + second.done, first.failed + second.failed];
    return { claimed: outcomes.length, done, failed, kept: first.kept };
  }
}
