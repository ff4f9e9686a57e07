import { Injectable } from '@nestjs/common';
import type { enrichment, JobContext, PayloadOf, Processor, ResultOf } from '@octavo/contracts';
import { type CoverRow, Database, type ProviderFind, type WholeStoredBook } from '@octavo/database';
import { DomainError, type Medium } from '@octavo/domain';
import { mediumOf, speakingFormat } from '@octavo/intake';
import { FindBook } from './finding/find-book.js';
import type { Find } from './finding/search.js';
import { FindCover, type FoundCover, type PicturedFind } from './keeping/find-cover.js';
import { type Pictures, picturesKnown, toBePictured, withPictures } from './keeping/find-pictures.js';
import { findKey, findName, newFinds, withoutRefused } from './keeping/new-finds.js';
import { noteOfSearch } from './keeping/note-of-search.js';
import { type Plan, Plans } from './keeping/plans.js';
import { queryOf, wantedOf } from './keeping/query-of-book.js';
import { statementOfCandidate } from '@octavo/providers';
import { TakeFinds } from './keeping/take-finds.js';
import { asWished, takes } from './keeping/wished-fields.js';

type Job = typeof enrichment.jobs.enrichBook;

/** A book that is asked about. */
interface Subject {
  bookId: string;
  book: WholeStoredBook;
  format: string | undefined;
  medium: Medium;
  plan: Plan;
}

/** Asks providers for more about a book, and keeps what is surely it. */
@Injectable()
export class EnrichBook implements Processor<Job> {
  constructor(
    private readonly database: Database,
    private readonly plans: Plans,
    private readonly findBook: FindBook,
    private readonly findCover: FindCover,
    private readonly takeFinds: TakeFinds,
  ) {}

  async process({ bookId, fresh }: PayloadOf<Job>, { signal }: JobContext): Promise<ResultOf<Job>> {
    const subject = await this.subject(bookId);
    const { book, medium, plan } = subject;
    if (plan.providers.length === 0) return { outcome: 'off', detail: 'No provider is switched on' };
    const { providers, completeMissing } = plan;
    const wanted = wantedOf(book, medium);
    const found = await this.findBook.find({
      ...{ book: queryOf(book, medium), providers, wanted, completeMissing, signal },
      ...(fresh !== undefined && { fresh }),
    });
    const before = await this.database.finds.ofBook(bookId);
    const findings = withoutRefused(found, refusedAmong(before));
    const known = picturesKnown(before);
    const taken = findings.accepted.map((find) => takenOf(find, fresh ? undefined : known));
    const withCover = taken.filter(({ candidate }) => takes(plan.fields, candidate.provider, 'cover'));
    const { cover, retryAt } = await this.findCover.of(withCover, { ...subject, providers, anyway: false, signal });
    const finds = newFinds(findings.accepted, findings.suggestions);
    const pictures = await this.findCover.pictures(toBePictured(finds, known), { medium, providers, signal });
    signal.throwIfAborted();
    const note = noteOfSearch(findings, wanted, retryAt);
    await this.takeFinds.take({
      ...{ bookId, note, format: subject.format, rules: plan.rules },
      statements: taken.map((one) => asWished(plan.fields, statementOfCandidate(one, medium))),
      ...(cover && { cover }),
      coverRules: { mode: 'normal', overrides: plan.coverOverrides },
      cause: { kind: 'ENRICHMENT', userId: null },
      finds: withPictures(finds, withCoverOf(cover, pictures)),
      pictures: [...pictures.values()],
    });
    const outcome = note.state.toLowerCase() as Lowercase<Exclude<typeof note.state, 'WANTED'>>;
    return { outcome, detail: note.detail };
  }

  private async subject(bookId: string): Promise<Subject> {
    const book = await this.database.bookMetadata.find(bookId);
    if (!book) throw new DomainError('book.not-found');
    const format = await speakingFormat(this.database, bookId);
    const medium = await mediumOf(this.database, bookId, format);
    return { bookId, book, format, medium, plan: await this.plans.of(medium) };
  }
}

function refusedAmong(finds: readonly ProviderFind[]): Set<string> {
  return new Set(finds.filter(({ standing }) => standing === 'REFUSED').map(findName));
}

function takenOf({ provider, candidate, match }: Find, pictures?: ReadonlyMap<string, string>): PicturedFind {
  const { score, byIdentifier } = match;
  const coverId = pictures?.get(findName({ provider, candidateId: findKey(candidate) }));
  return { candidate, score, byIdentifier, ...(coverId !== undefined && { coverId }) };
}

/** The book's own cover is the picture of a find too. */
function withCoverOf(cover: FoundCover | undefined, pictures: Pictures): Pictures {
  return cover ? new Map<string, CoverRow>([...pictures, [findName(cover), cover.row]]) : pictures;
}
