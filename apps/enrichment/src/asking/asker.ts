import { Injectable } from '@nestjs/common';
import type { Answer, MetadataProvider, ProviderSettings, Question, Verdict } from '@octavo/providers';
import { PinoLogger } from 'nestjs-pino';
import { answerKey } from './answer-key.js';
import { type Chain, chainOf, cutShort, type Link, nextLink } from './chain.js';
import type { Reading, Visit } from './errand.js';
import { KeptAnswers, type KeptQuestion } from './kept-answers.js';
import type { Outcome } from './outcome.js';
import { Visits } from './visits.js';

/** Whom a question is asked, and how. */
export interface Asked {
  provider: MetadataProvider;
  settings: ProviderSettings;
  /** Ask although an answer is known; what comes is kept all the same. */
  fresh?: boolean;
  signal: AbortSignal;
}

const LIMITS = { withinMs: 15_000, mostBytes: 6_000_000 };

/** Asks providers: what is known already is not asked again, everything else in its turn. */
@Injectable()
export class Asker {
  constructor(
    private readonly kept: KeptAnswers,
    private readonly visits: Visits,
    private readonly logger: PinoLogger,
  ) {}

  /**
   * What a provider answers to a question. May take minutes, since providers are asked slowly. Throws nothing for what a
   * provider does, be it nonsense; once aborted, the signal's reason.
   */
  async ask<Found>(question: Question<Found>, asked: Asked): Promise<Outcome<Found>> {
    const { provider, settings, fresh = false, signal } = asked;
    signal.throwIfAborted();
    const { request } = question;
    const key = { key: answerKey(provider.id, settings.market, request), provider: provider.id, kind: request.kind };
    const known = fresh ? undefined : await this.kept.read<Found>(key);
    return known ?? this.inPages(question, key, asked);
  }

  private async inPages<Found>(question: Question<Found>, key: KeptQuestion, asked: Asked): Promise<Outcome<Found>> {
    let chain = chainOf(question);
    for (;;) {
      const visited = await this.visits.make(this.visit(chain, key, asked));
      if (visited.kind !== 'done') return cutShort(chain, visited);
      if (visited.result.kind === 'end') return visited.result.outcome;
      chain = visited.result.chain;
    }
  }

  private visit<Found>(chain: Chain<Found>, key: KeptQuestion, asked: Asked): Visit<Ended<Found>> {
    const { provider, settings, fresh = false, signal } = asked;
    const known = async (): Promise<Ended<Found> | undefined> => {
      const outcome = await this.kept.read<Found>(key);
      return outcome && { kind: 'end', outcome };
    };
    return {
      ...{ provider, settings, signal, request: chain.request, limits: LIMITS },
      ...(!fresh && { known }),
      read: (answer) => this.read(chain, answer, key),
    };
  }

  /** What is found out is kept before the host is free again: the next who asks the same finds it. */
  private async read<Found>(chain: Chain<Found>, answer: Answer, key: KeptQuestion): Promise<Reading<Ended<Found>>> {
    const verdict = this.verdict(chain, answer, key);
    if (verdict === undefined) return { kind: 'unreadable', reason: 'its answer could not be read' };
    const link = nextLink(chain, verdict);
    if (link.kind === 'endless') return { kind: 'unreadable', reason: 'its answers lead on and on' };
    if (link.kind === 'blocked' || link.kind === 'outage') return link;
    if (link.kind === 'end') await this.kept.write(key, link.outcome);
    return { kind: 'read', result: link, says: verdict.kind };
  }

  /** Undefined where reading it failed, which is a mistake of ours. */
  private verdict<Found>({ question }: Chain<Found>, answer: Answer, of: KeptQuestion): Verdict<Found> | undefined {
    try {
      return question.read(answer);
    } catch (error) {
      const { name, stack = '' } = error instanceof Error ? error : new Error();
      // Messages may quote the answer.
      const at = stack.split('\n').filter((line) => /^ {4}at /.test(line));
      this.logger.error({ provider: of.provider, kind: of.kind, failure: name, at }, 'an answer could not be read');
      return undefined;
    }
  }
}

type Ended<Found> = Extract<Link<Found>, { kind: 'next' | 'end' }> | { kind: 'end'; outcome: Outcome<Found> };
