import { Injectable } from '@nestjs/common';
import type { HostAnswer, PaceRules } from '@octavo/domain';
import { HostTurns, type TurnHad, type TurnTaken, type TurnWish } from './host-turns.js';
import type { Blocked } from './outcome.js';

const UNPACED: PaceRules = { gapMs: 0, jitterMs: 0 };

/** Takes turns at hosts of which some pages may be refused while others are not. */
@Injectable()
export class FencedTurns {
  constructor(private readonly turns: HostTurns) {}

  /**
   * As `HostTurns.during`. With a `fence`, which names a kind of page, a refusal shuts that kind alone: it has a turn of its
   * own around the one of its host, to which it was merely asked.
   */
  async during<Result>(
    wish: TurnWish,
    fence: string | undefined,
    work: () => Promise<TurnTaken<Result>>,
  ): Promise<TurnHad<Result> | Blocked> {
    if (fence === undefined) return this.turns.during(wish, work);
    const atFence = { ...wish, host: `${wish.host} ${fence}`, rules: UNPACED, isPage: false };
    const through = await this.turns.during(atFence, () => this.within(wish, work));
    if (through.kind === 'blocked') return through;
    const inside = through.result;
    return inside.kind === 'blocked' ? inside : { ...inside, closedUntil: through.closedUntil ?? inside.closedUntil };
  }

  private async within<Result>(
    wish: TurnWish,
    work: () => Promise<TurnTaken<Result>>,
  ): Promise<TurnTaken<TurnHad<Result> | Blocked>> {
    let answer: HostAnswer = { kind: 'unasked' };
    const inside = await this.turns.during(wish, async () => {
      const taken = await work();
      answer = taken.host;
      return taken.host.kind === 'blocked' ? { ...taken, host: { kind: 'open' as const } } : taken;
    });
    return { host: answer, result: inside };
  }
}
