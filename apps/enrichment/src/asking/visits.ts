import { Inject, Injectable } from '@nestjs/common';
import { pauseAfter } from '@octavo/domain';
import { type OutboundAnswer, OutboundError } from '@octavo/outbound';
import { PinoLogger } from 'nestjs-pino';
import { allowedAddress } from './allowed-address.js';
import { ASK_SETTINGS, type AskSettings } from './ask-settings.js';
import { Courier } from './courier.js';
import type { Reading, Visit } from './errand.js';
import { FencedTurns } from './fenced-turns.js';
import type { TurnTaken } from './host-turns.js';
import { judgeAnswer, readFailure, redirectOf, type Step } from './judge-answer.js';
import { noteVisit } from './note-visit.js';
import type { Blocked, Outage } from './outcome.js';
import { Timing } from './timing.js';

const MOST_REDIRECTS = 5;
/** Twice as long at most, by chance. */
const RETRY_AFTER_MS = 2_000;
/** What was wrong with one answer is seldom right in a moment. */
const FAULTY_FOR_MS = 60 * 60_000;

export type Visited<Result> = { kind: 'done'; result: Result } | Blocked | Outage;

/** Makes requests of providers: each in its turn, through redirects within the provider's hosts, once more after a failure. */
@Injectable()
export class Visits {
  constructor(
    private readonly turns: FencedTurns,
    private readonly courier: Courier,
    @Inject(ASK_SETTINGS) private readonly settings: AskSettings,
    private readonly timing: Timing,
    private readonly logger: PinoLogger,
  ) {}

  /** Throws nothing for what a provider does; once aborted, the signal's reason. */
  async make<Result>(visit: Visit<Result>): Promise<Visited<Result>> {
    const first = await this.attempt(visit, false);
    if (first !== undefined) return first;
    await this.timing.sleep(RETRY_AFTER_MS * (1 + this.timing.random()), visit.signal);
    return (await this.attempt(visit, true)) ?? this.faulty('it fails again and again');
  }

  /** Undefined where it is to be tried again. Each redirect is a request, and waits for a turn of its own. */
  private async attempt<Result>(visit: Visit<Result>, isLast: boolean): Promise<Visited<Result> | undefined> {
    const { provider, settings, request, signal } = visit;
    const rules = this.settings.pace[provider.id];
    const fence = provider.fenced?.includes(request.kind) ? request.kind : undefined;
    let address = request.url;
    for (let hops = 0; hops <= MOST_REDIRECTS; hops++) {
      const url = allowedAddress(address, provider, settings);
      if (url === undefined) return this.faulty('it leads to where it may not be followed');
      const wish = { host: url.host, rules, isPage: request.kind === 'book' && hops === 0, signal };
      const turn = await this.turns.during(wish, fence, () => this.once(visit, url, isLast));
      if (turn.kind === 'blocked') return turn;
      const step = turn.result;
      if (step.kind !== 'redirect') return this.ended(step, turn.closedUntil);
      address = step.to;
    }
    return this.faulty('it redirects without end');
  }

  private ended<Result>(
    step: Exclude<Step<Result>, { kind: 'redirect' }>,
    closedUntil: Date | null,
  ): Visited<Result> | undefined {
    if (step.kind === 'again') return undefined;
    if (step.kind === 'done') return step;
    if (step.kind === 'unreadable') return this.faulty(step.reason);
    return { kind: step.kind, retryAt: closedUntil ?? this.in(pauseAfter(1)), reason: step.reason };
  }

  private faulty(reason: string): Outage {
    return { kind: 'outage', retryAt: this.in(FAULTY_FOR_MS), reason };
  }

  private in(ms: number): Date {
    return new Date(this.timing.now().getTime() + ms);
  }

  /** One request, while the host is ours. */
  private async once<Result>(visit: Visit<Result>, url: URL, isLast: boolean): Promise<TurnTaken<Step<Result>>> {
    const known = await visit.known?.();
    if (known !== undefined) return { host: { kind: 'unasked' }, result: { kind: 'done', result: known } };
    const began = performance.now();
    const answer = await this.sent(visit, url);
    const to = answer instanceof OutboundError ? undefined : redirectOf(answer);
    const reading = to === undefined ? await readingOf(visit, answer) : undefined;
    noteVisit(this.logger, visit, url, { answer, reading, ms: Math.round(performance.now() - began) });
    if (reading === undefined) return { host: { kind: 'open' }, result: { kind: 'redirect', to: to ?? '' } };
    const { host, step } = judgeAnswer(reading, isLast);
    return { host, result: step };
  }

  private async sent<Result>(visit: Visit<Result>, url: URL): Promise<OutboundAnswer | OutboundError> {
    try {
      return await this.courier.send(url, visit);
    } catch (error) {
      if (error instanceof OutboundError) return error;
      throw error;
    }
  }
}

function readingOf<Result>(
  { read }: Visit<Result>,
  answer: OutboundAnswer | OutboundError,
): Promise<Reading<Result>> | Reading<Result> {
  return answer instanceof OutboundError ? readFailure(answer) : read(answer);
}
