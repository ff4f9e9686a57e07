import { Injectable } from '@nestjs/common';
import { Announcements, type ClaimedArrival, Database, type Library, type Repositories } from '@octavo/database';
import { DomainError } from '@octavo/domain';
import { PinoLogger } from 'nestjs-pino';
import { AskForWhatFollows } from './ask-for-what-follows.js';
import { concludeBatch, type Conclusion, type KeptArrival } from './conclude-batch.js';
import { keepLooks } from './keep-looks.js';
import { LookAtFiles } from './look-at-files.js';
import type { Outcome } from './looks.js';
import { TakeGone } from './take-gone.js';

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

type Look = Extract<Outcome, { kind: 'look' }>;

/**
 * Takes paths off the list of arrivals, looks at them and keeps what was found. What is kept, what is crossed off the
 * list and what is counted are one transaction: killed at any instant, a batch happened or did not.
 */
@Injectable()
export class Importer {
  constructor(
    private readonly database: Database,
    private readonly lookAtFiles: LookAtFiles,
    private readonly takeGone: TakeGone,
    private readonly follow: AskForWhatFollows,
    private readonly announcements: Announcements,
    private readonly logger: PinoLogger,
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
      const outcomes = await this.lookAtFiles.look({ library, arrivals, signal });
      return await this.keep(library, outcomes);
    } finally {
      clearInterval(renewing);
    }
  }

  private async keep(library: Library, outcomes: Outcome[]): Promise<BatchResult> {
    // What came before what went: half of a move is a coming.
    const gone = outcomes.filter(({ kind }) => kind === 'gone');
    const rest = outcomes.filter(({ kind }) => kind !== 'gone');
    const first = rest.length > 0 ? await this.keepTogether(library, rest) : NOTHING;
    const second = gone.length > 0 ? await this.keepTogether(library, await this.afterGoing(library, gone)) : NOTHING;
    for (const { kept } of first.kept) this.announcements.announce('book', kept.bookId);
    await this.follow.ask(first.kept);
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

  /** All in one transaction. When one of them makes it fail, each has its own, so that only that one fails. */
  private async keepTogether(library: Library, outcomes: Outcome[]): Promise<Conclusion> {
    try {
      return await this.database.transaction((repositories) => keepAll(repositories, library, outcomes));
    } catch (error) {
      if (outcomes.length === 1 || !(await this.database.libraries.find(library.id))) throw error;
      this.logger.warn({ err: error, library: library.path }, 'a batch could not be kept; trying one by one');
    }
    const all: Conclusion = { done: 0, failed: 0, kept: [] };
    for (const outcome of outcomes) {
      const one = await this.keepAlone(library, outcome);
      all.done += one.done;
      all.failed += one.failed;
      all.kept.push(...one.kept);
    }
    return all;
  }

  private async keepAlone(library: Library, outcome: Outcome): Promise<Conclusion> {
    const alone = (what: Outcome) =>
      this.database.transaction((repositories) => keepAll(repositories, library, [what]));
    try {
      return await alone(outcome);
    } catch (error) {
      this.logger.error({ err: error, library: library.path, path: outcome.arrival.path }, 'a file could not be kept');
      return alone({ kind: 'later', arrival: outcome.arrival, inMs: 5_000, seen: null, error: error as Error });
    }
  }
}

async function keepAll(repositories: Repositories, library: Library, outcomes: Outcome[]): Promise<Conclusion> {
  const looks = outcomes.filter((outcome): outcome is Look => outcome.kind === 'look');
  const kept = await keepLooks(
    repositories,
    library,
    looks.map(({ look }) => look),
  );
  return concludeBatch(repositories, library, { outcomes, kept: new Map(looks.map((look, i) => [look, kept[i]!])) });
}
