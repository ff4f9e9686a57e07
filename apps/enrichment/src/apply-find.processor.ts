import { Injectable } from '@nestjs/common';
import type { enrichment, JobContext, PayloadOf, Processor, ResultOf } from '@octavo/contracts';
import { Database } from '@octavo/database';
import { DomainError, onlyFields } from '@octavo/domain';
import { mediumOf, speakingFormat } from '@octavo/intake';
import { type Candidate, statementOfCandidate } from '@octavo/providers';
import { FindCover } from './keeping/find-cover.js';
import { Plans } from './keeping/plans.js';
import { TakeFinds } from './keeping/take-finds.js';

type Job = typeof enrichment.jobs.applyFind;

/** Takes into a book what a provider has of it, because somebody said that it is the book. */
@Injectable()
export class ApplyFind implements Processor<Job> {
  constructor(
    private readonly database: Database,
    private readonly plans: Plans,
    private readonly findCover: FindCover,
    private readonly takeFinds: TakeFinds,
  ) {}

  async process(payload: PayloadOf<Job>, { signal }: JobContext): Promise<ResultOf<Job>> {
    const { bookId, findId, fields, cover: coverWanted = false, userId } = payload;
    const find = await this.database.finds.find(findId);
    const book = await this.database.bookMetadata.find(bookId);
    if (!book || find?.bookId !== bookId) throw new DomainError('book.not-found');
    const format = await speakingFormat(this.database, bookId);
    const medium = await mediumOf(this.database, bookId, format);
    const plan = await this.plans.of(medium);
    const candidate = find.candidate as unknown as Candidate;
    const { provider, market } = candidate;
    const taken = { candidate, score: find.score, byIdentifier: true, coverId: find.coverId };
    const need = { book, format, medium, anyway: coverWanted, signal };
    const enabled = this.plans.enabled({ id: provider, market: market ?? null });
    const { cover } = await this.findCover.of([taken], { ...need, providers: [enabled] });
    const mode = fields === undefined ? 'normal' : 'refresh';
    const whole = statementOfCandidate(taken, medium);
    const changed = await this.takeFinds.take({
      ...{ bookId, format, rules: { ...plan.rules, mode } },
      statements: [fields === undefined ? whole : onlyFields(whole, fields)],
      ...(cover && { cover }),
      coverRules: { mode: coverWanted ? 'refresh' : 'normal', overrides: coverWanted || plan.coverOverrides },
      cause: { kind: 'ENRICHMENT', userId: userId ?? null },
      finds: [{ ...find, candidate, standing: 'ACCEPTED', coverId: cover?.row.id ?? find.coverId }],
      note: { state: 'DONE', detail: `Somebody chose "${candidate.title}"`, retryAt: null },
    });
    return { changed, detail: changed.length === 0 ? 'Nothing is another now' : `Changed: ${changed.join(', ')}` };
  }
}
