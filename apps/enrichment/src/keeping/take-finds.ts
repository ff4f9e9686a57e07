import { Injectable } from '@nestjs/common';
import { conversion } from '@octavo/contracts';
import {
  Announcements,
  type BookChange,
  type ChangeCause,
  type CoverRow,
  Database,
  type EnrichmentNote,
  type NewFind,
  saveBook,
  tellDevices,
} from '@octavo/database';
import { chooseCover, DomainError, mergeBook, type MergeRules, type RunStatement } from '@octavo/domain';
import { coverChange, keptCoverOf } from '@octavo/intake';
import { Jobs } from '@octavo/queue';
import type { FoundCover } from './find-cover.js';

/** What providers say of a book, to be taken into it. */
export interface Taking {
  bookId: string;
  statements: readonly RunStatement[];
  rules: MergeRules;
  cover?: FoundCover;
  /** Of the file that speaks for the book. */
  format: string | undefined;
  coverRules: { mode: MergeRules['mode']; overrides: boolean };
  cause: ChangeCause;
  finds: readonly NewFind[];
  /** Those of the finds that are to be noted first; the cover is among them anyway. */
  pictures?: readonly CoverRow[];
  /** What is noted of the search; undefined leaves what is noted. */
  note?: EnrichmentNote;
}

/** Takes into books what providers say: all of it, with its history, in one transaction. */
@Injectable()
export class TakeFinds {
  constructor(
    private readonly database: Database,
    private readonly announcements: Announcements,
    private readonly jobs: Jobs,
  ) {}

  /** Gives the names of the fields that changed. Throws 'book.not-found'. */
  async take(taking: Taking): Promise<string[]> {
    const { bookId, statements, rules, cause } = taking;
    const changes = await this.database.transaction(async (repositories) => {
      const before = await repositories.bookMetadata.locked(bookId);
      if (!before) throw new DomainError('book.not-found');
      const merged = mergeBook(before, statements, rules);
      const offer = taking.cover && {
        source: 'enrichment' as const,
        ...taking.cover.row,
        provider: taking.cover.provider,
      };
      const { take } = chooseCover(keptCoverOf(before, taking.format), offer ? [offer] : [], taking.coverRules);
      await repositories.covers.putAll([...(taking.cover ? [taking.cover.row] : []), ...(taking.pictures ?? [])]);
      const cover = take
        ? { ...take, origin: { source: 'enrichment' as const, provider: take.provider } }
        : before.cover;
      const all: BookChange[] = [...merged.changes, ...coverChange(before, cover)];
      await saveBook(repositories, { bookId, before, after: { ...merged, cover }, changes: all, cause });
      await repositories.finds.put(bookId, taking.finds);
      if (taking.note) await repositories.bookEnrichments.note(bookId, taking.note);
      await tellDevices(repositories, all.some(isShown) ? [bookId] : []);
      return all;
    });
    this.announcements.announce('book', bookId);
    const cover = changes.find(({ field }) => field === 'cover');
    if (typeof cover?.after === 'string') await this.jobs.add(conversion.jobs.renderCover, { coverId: cover.after });
    return changes.filter(isShown).map(({ field }) => field);
  }
}

/** Not where only its source is another. */
const isShown = ({ before, after }: BookChange) => before !== after;
