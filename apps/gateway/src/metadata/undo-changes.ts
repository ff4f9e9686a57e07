import { Injectable } from '@nestjs/common';
import type { UndoAnswer } from '@octavo/contracts';
import {
  Announcements,
  Database,
  type KeptChange,
  type Repositories,
  type User,
  type WholeStoredBook,
  saveBook,
  tellDevices,
} from '@octavo/database';
import { type ChosenCover, type CoverChange, DomainError, type FieldChange, undo, undoCover } from '@octavo/domain';

type Reason = UndoAnswer['kept'][number]['reason'];

/** A book with some changes taken back. */
interface TakenBack {
  after: { metadata: WholeStoredBook['metadata']; origins: WholeStoredBook['origins']; cover: ChosenCover };
  undone: KeptChange[];
  kept: { field: string; reason: Reason }[];
}

/** Takes changes back: of one field, of a book, of a whole run. What was changed again or locked since, stays. */
@Injectable()
export class UndoChanges {
  constructor(
    private readonly database: Database,
    private readonly announcements: Announcements,
  ) {}

  /** `id` names a change or a run. Throws 'change.not-found' where the user sees no book of it. */
  async undo(user: User, id: string, bookId?: string): Promise<UndoAnswer> {
    const standing = await this.database.changes.standing(id);
    const wanted = bookId === undefined ? standing : standing.filter((one) => one.bookId === bookId);
    const books = [...new Set(wanted.map((one) => one.bookId))];
    const visible = await this.database.books.idsVisible(user.id, { ids: books });
    if (visible.length === 0) await this.assertKnown(user, id);
    const answer: UndoAnswer = { undone: 0, kept: [] };
    const run: { id?: string } = {};
    for (const one of visible) {
      await this.ofBook(user, { bookId: one, ids: new Set(wanted.map((change) => change.id)), id, run, answer });
      this.announcements.announce('book', one);
    }
    return answer;
  }

  /** What was taken back already is no news; what is not there, or somebody else's, is not found. */
  private async assertKnown(user: User, id: string): Promise<void> {
    const books = await this.database.changes.booksOf(id);
    if ((await this.database.books.idsVisible(user.id, { ids: books })).length === 0)
      throw new DomainError('change.not-found');
  }

  private ofBook(user: User, { bookId, ids, id, run, answer }: OneBook): Promise<void> {
    return this.database.transaction(async (repositories) => {
      const before = await repositories.bookMetadata.locked(bookId);
      const changes = (await repositories.changes.standing(id)).filter(
        (one) => one.bookId === bookId && ids.has(one.id),
      );
      if (!before || changes.length === 0) return;
      const { after, undone, kept } = takeBack(before, changes);
      answer.kept.push(...kept.map((one) => ({ bookId, ...one })));
      if (undone.length === 0) return;
      answer.undone += undone.length;
      run.id ??= await repositories.changes.begin({ kind: 'UNDO', userId: user.id });
      const cause = { runId: run.id };
      await saveBook(repositories, {
        bookId,
        before,
        after,
        changes: undone.map(({ change }) => reversed(change)),
        cause,
      });
      await repositories.changes.markUndone(undone.map((one) => one.id));
      await forgetFinds(repositories, bookId, undone);
      await tellDevices(repositories, [bookId]);
    });
  }
}

interface OneBook {
  bookId: string;
  ids: ReadonlySet<string>;
  id: string;
  run: { id?: string };
  answer: UndoAnswer;
}

/** The newest first: a field that changed twice goes back step by step. */
function takeBack(before: WholeStoredBook, changes: readonly KeptChange[]): TakenBack {
  const result: TakenBack = { after: { ...before }, undone: [], kept: [] };
  for (const one of [...changes].reverse()) {
    const { change } = one;
    const reason = change.field === 'cover' ? takeCoverBack(result, change) : takeFieldBack(result, change);
    if (reason === undefined) result.undone.push(one);
    else result.kept.push({ field: change.field, reason });
  }
  return result;
}

function takeFieldBack(result: TakenBack, change: FieldChange): Reason | undefined {
  const { metadata, origins, kept } = undo(result.after, [change]);
  if (kept[0]) return kept[0].reason;
  result.after = { ...result.after, metadata, origins };
  return undefined;
}

function takeCoverBack(result: TakenBack, change: CoverChange): Reason | undefined {
  const cover = undoCover(result.after.cover, change);
  if (typeof cover === 'string') return cover;
  result.after = { ...result.after, cover };
  return undefined;
}

/** As it is noted: what was after is before now. */
function reversed(change: KeptChange['change']): KeptChange['change'] {
  if (change.field === 'cover') {
    const { before, after, originBefore, originAfter } = change;
    return {
      field: 'cover',
      before: after,
      after: before,
      originBefore: originAfter,
      originAfter: originBefore ?? { source: 'filepath' },
    };
  }
  const { before, after, source, sourceBefore, originsBefore, originsAfter, field } = change;
  const named = { source: sourceBefore ?? source, sourceBefore: source };
  return { field, before: after, after: before, ...named, originsBefore: originsAfter, originsAfter: originsBefore };
}

/** What a provider said and somebody took back is not to come again. */
async function forgetFinds({ finds }: Repositories, bookId: string, undone: readonly KeptChange[]): Promise<void> {
  const providers = undone.flatMap(({ kind, change }) =>
    kind === 'ENRICHMENT' && change.field !== 'cover' && change.provider !== undefined ? [change.provider] : [],
  );
  if (providers.length > 0) await finds.refuse(bookId, [...new Set(providers)]);
}
