import { Injectable } from '@nestjs/common';
import { Database, type HostLeave, type HostTurn } from '@octavo/database';
import type { HostAnswer, PaceRules } from '@octavo/domain';
import type { Blocked } from './outcome.js';
import { Timing } from './timing.js';

/** A wish to ask a host once. */
export interface TurnWish {
  host: string;
  rules: PaceRules;
  /** True for product pages, which are counted by the day. */
  isPage: boolean;
  signal: AbortSignal;
}

/** What was done with a turn: what it means for the host, and what came of it. */
export interface TurnTaken<Result> {
  host: HostAnswer;
  result: Result;
}

/** A turn that was had: what came of it, and until when the host is closed after it. */
export interface TurnHad<Result> {
  kind: 'had';
  result: Result;
  closedUntil: Date | null;
}

/** Longer than any request takes: a worker that was killed keeps a host no longer. */
const LEASE_MS = 60_000;
const LONGEST_WAIT_MS = 10 * 60_000;
/** Whoever asks a host is mostly done sooner than its lease ends. */
const LOOK_EVERY_MS = 500;

/** Takes turns with all other workers at asking a host. */
@Injectable()
export class HostTurns {
  constructor(
    private readonly database: Database,
    private readonly timing: Timing,
  ) {}

  /**
   * Does `work` in a turn of the host, waiting for it up to ten minutes. Does not wait where the host is closed, or where
   * its day is full: that is 'blocked'. `closedUntil` is how the host stands after the turn. Throws the signal's reason,
   * and what `work` throws.
   */
  async during<Result>(wish: TurnWish, work: () => Promise<TurnTaken<Result>>): Promise<TurnHad<Result> | Blocked> {
    const turn = await this.wait(wish);
    if ('kind' in turn) return turn;
    try {
      const { host, result } = await work();
      return { kind: 'had', result, closedUntil: await this.give(turn, host, wish) };
    } catch (error) {
      // It may be given back already; whoever has a turn no longer says nothing.
      await this.give(turn, { kind: 'open' }, wish);
      throw error;
    }
  }

  private async wait({ host, rules, isPage, signal }: TurnWish): Promise<HostTurn | Blocked> {
    let since: Date | undefined;
    for (;;) {
      signal.throwIfAborted();
      const leave = await this.database.transaction(({ providerHosts }) =>
        providerHosts.take({ host, isPage, leaseMs: LEASE_MS }, rules),
      );
      if (leave.kind === 'go') return leave.turn;
      since ??= leave.now;
      const refusal = whyNotWait(leave, since, rules);
      if (refusal !== undefined) return refusal;
      await this.timing.sleep(waitFor(leave), signal);
    }
  }

  private give(turn: HostTurn, answer: HostAnswer, { rules }: TurnWish): Promise<Date | null> {
    const random = this.timing.random();
    return this.database.transaction(({ providerHosts }) => providerHosts.give(turn, answer, random, rules));
  }
}

type NotYet = Exclude<HostLeave, { kind: 'go' }>;

function whyNotWait(leave: NotYet, since: Date, { pagesPerDay }: PaceRules): Blocked | undefined {
  const blocked = (reason: string): Blocked => ({ kind: 'blocked', retryAt: leave.until, reason });
  if (leave.kind === 'closed') return blocked(leave.reason);
  if (leave.kind === 'ceiling') return blocked(`${pagesPerDay} pages were asked for today, which is all we ask of it`);
  const isTooLong = leave.until.getTime() - since.getTime() > LONGEST_WAIT_MS;
  return isTooLong ? blocked('too many wait for their turn') : undefined;
}

function waitFor(leave: NotYet): number {
  const left = Math.max(1, leave.until.getTime() - leave.now.getTime());
  return leave.kind === 'wait' && leave.because === 'held' ? Math.min(left, LOOK_EVERY_MS) : left;
}
