import { Injectable } from '@nestjs/common';
import { Database } from '@octavo/database';
import type { ProviderId, Request } from '@octavo/providers';
import type { Outcome } from './outcome.js';

const DAY_SEC = 24 * 60 * 60;
/** Pages of books hardly change; what can be found does, and what is not there today may be next week. */
const GOOD_FOR_SEC = { found: { book: 30 * DAY_SEC, cover: 30 * DAY_SEC, search: 7 * DAY_SEC }, notFound: 7 * DAY_SEC };

/** A question as its answers are kept. */
export interface KeptQuestion {
  key: string;
  provider: ProviderId;
  kind: Request['kind'];
}

/** Answers that are still good, so that nobody is asked twice. */
@Injectable()
export class KeptAnswers {
  constructor(private readonly database: Database) {}

  /** Undefined where nothing is known. Of the same question, so of the same shape as was kept. */
  async read<Found>({ key }: KeptQuestion): Promise<Outcome<Found> | undefined> {
    const kept = await this.database.providerAnswers.read(key);
    if (kept === undefined) return undefined;
    return kept.found === null ? { kind: 'not-found' } : { kind: 'found', value: kept.found as Found };
  }

  /** Keeps what says something of the book, and nothing else: a refusal or half an answer is none. */
  async write({ key, provider, kind }: KeptQuestion, outcome: Outcome<unknown>): Promise<void> {
    if (outcome.kind === 'not-found')
      await this.database.providerAnswers.write({ key, provider, found: null, forSec: GOOD_FOR_SEC.notFound });
    if (outcome.kind === 'found' && outcome.cutShort === undefined)
      await this.database.providerAnswers.write({
        key,
        provider,
        found: outcome.value,
        forSec: GOOD_FOR_SEC.found[kind],
      });
  }
}
