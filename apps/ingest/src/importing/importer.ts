import { Injectable } from '@nestjs/common';
import { type ClaimedArrival, Database, type Library } from '@octavo/database';
import { DomainError } from '@octavo/domain';
import type { KeptArrival } from './conclude-batch.js';
import { FollowUp } from './follow-up.js';
import { KeepOutcomes } from './keep-outcomes.js';
import { LookAtFiles } from './look-at-files.js';
import type { Outcome } from './outcomes.js';
import { TakeGone } from './take-gone.js';
import { unlessAborted } from './unless-aborted.js';

/** What a batch came to. */
export interface BatchResult {
  /** How many paths were claimed; 0: nothing is due. */
  claimed: number;
  done: number;
  failed: number;
  kept: KeptArrival[];
}

const BATCH = 64;
const RENEW_EVERY_MS = 5_000;
const NOTHING: BatchResult = { claimed: 0, done: 0, failed: 0, kept: [] };

/** Takes paths off the list of arrivals, looks at them and keeps what was found. */
@Injectable()
export class Importer {
  constructor(
    private readonly database: Database,
    private readonly lookAtFiles: LookAtFiles,
    private readonly takeGone: TakeGone,
    private readonly keeping: KeepOutcomes,
    private readonly followUp: FollowUp,
  ) {}

  /** Works on some of what is due in a library. */
  async batch(library: Library, signal: AbortSignal): Promise<BatchResult> {
    return this.work(library, await this.database.arrivals.claim(library.id, BATCH), signal);
  }

  /** Works on one path, due or not: somebody waits for it. */
  async one(library: Library, path: string, signal: AbortSignal): Promise<BatchResult> {
    const arrival = await this.database.arrivals.claimPath(library.id, path);
    return this.work(library, arrival ? [arrival] : [], signal);
  }

  private async work(library: Library, arrivals: ClaimedArrival[], signal: AbortSignal): Promise<BatchResult> {
    const claim = arrivals[0]?.claim;
    if (claim === undefined) return NOTHING;
    const renewing = setInterval(() => {
      // Should this fail for once, the claim lasts long enough for the next time.
      this.database.arrivals.renew(library.id, claim).catch(() => undefined);
    }, RENEW_EVERY_MS);
    try {
      // A file that takes long keeps nobody waiting who wants us to stop.
      const outcomes = await unlessAborted(signal, this.lookAtFiles.look({ library, arrivals, signal }));
      return await this.keep(library, outcomes);
    } catch (error) {
      await this.database.arrivals.letGo(library.id, claim).catch(() => undefined); // or they are free in a while
      throw error;
    } finally {
      clearInterval(renewing);
    }
  }

  private async keep(library: Library, outcomes: Outcome[]): Promise<BatchResult> {
    // What came before what went: half of a move is a coming.
    const gone = outcomes.filter(({ kind }) => kind === 'gone');
    const rest = outcomes.filter(({ kind }) => kind !== 'gone');
    const first = rest.length > 0 ? await this.keeping.together(library, rest) : NOTHING;
    const second =
      gone.length > 0 ? await this.keeping.together(library, await this.afterGoing(library, gone)) : NOTHING;
    await this.followUp.kept(first.kept);
    const [done, failed] = [first.done + second.done, first.failed + second.failed];
    return { claimed: outcomes.length, done, failed, kept: first.kept };
  }

  /** Marks what is gone; while the whole folder is away, each of them is to be looked at again. */
  private async afterGoing(library: Library, gone: Outcome[]): Promise<Outcome[]> {
    try {
      await this.takeGone.unlessTooMany(
        library,
        gone.map(({ arrival }) => arrival.path),
      );
      return gone;
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      return gone.map(({ arrival }) => ({ kind: 'later', arrival, inMs: 10_000, seen: null, error }));
    }
  }
}
