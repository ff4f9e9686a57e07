import { Injectable } from '@nestjs/common';
import type { BulkAnswer, BulkChange, BulkPatch } from '@octavo/contracts';
import {
  Announcements,
  type BookToSave,
  Database,
  type User,
  type WholeStoredBook,
  saveBook,
  tellDevices,
} from '@octavo/database';
import { type BookMetadata, changesBetween, editBook, foldText, originOfField, type StoredBook } from '@octavo/domain';
import { differences } from './present-change.js';
import { withLocks } from './with-locks.js';
import { wantedMetadata } from './wanted-metadata.js';

const SHOWN = 500;
/** Books changed in one transaction: devices wait for as long as it lasts. */
const AT_ONCE = 50;

/** The same change in many books. */
@Injectable()
export class BulkEdit {
  constructor(
    private readonly database: Database,
    private readonly announcements: Announcements,
  ) {}

  /**
   * Changes books the user may see, or only tells what would change. Books are changed in portions; what was changed when
   * something breaks stays, and is taken back with the rest of its run.
   */
  async change(user: User, { ids, query, patch, dryRun }: BulkChange): Promise<BulkAnswer> {
    const bookIds = await this.database.books.idsVisible(user.id, ids ? { ids } : { query: query ?? {} });
    const plan = planOf(patch);
    const answer: BulkAnswer = { changeId: null, total: bookIds.length, changed: 0, items: [] };
    for (let from = 0; from < bookIds.length; from += AT_ONCE) {
      const some = bookIds.slice(from, from + AT_ONCE);
      if (dryRun) await this.tell(some, plan, answer);
      else await this.apply(user, some, { plan, answer });
    }
    if (!dryRun && answer.changed > 0) this.announcements.announceMuch('book');
    return answer;
  }

  private async tell(bookIds: string[], plan: Plan, answer: BulkAnswer): Promise<void> {
    for (const bookId of bookIds) {
      const before = await this.database.bookMetadata.find(bookId);
      if (before) note(answer, { bookId, before, after: plan(before) });
    }
  }

  private apply(user: User, bookIds: string[], { plan, answer }: { plan: Plan; answer: BulkAnswer }): Promise<void> {
    return this.database.transaction(async (repositories) => {
      const shown: string[] = [];
      for (const bookId of bookIds) {
        const before = await repositories.bookMetadata.locked(bookId);
        if (!before) continue;
        const after = plan(before);
        const changes = changesBetween(before, after, (field) => originOfField(after.origins, field));
        answer.changeId ??=
          changes.length > 0 ? await repositories.changes.begin({ kind: 'BULK', userId: user.id }) : null;
        const cause =
          answer.changeId === null ? ({ kind: 'BULK', userId: user.id } as const) : { runId: answer.changeId };
        await saveBook(repositories, { bookId, before, after, changes, cause });
        if (note(answer, { bookId, before, after })) shown.push(bookId);
      }
      await tellDevices(repositories, shown);
    });
  }
}

/** What becomes of a book. */
type Plan = (before: WholeStoredBook) => BookToSave;

function planOf({ addSubjects = [], removeSubjects = [], locks = {}, ...values }: BulkPatch): Plan {
  const wanted = wantedMetadata(values);
  return (before) => {
    const subjects = withSubjects(wanted.subjects ?? before.metadata.subjects, addSubjects, removeSubjects);
    const isTouched = wanted.subjects !== undefined || addSubjects.length + removeSubjects.length > 0;
    const edit: Partial<BookMetadata> = { ...wanted, ...(isTouched && { subjects }) };
    const { metadata, origins } = editBook(before, edit);
    return withLocks({ metadata, origins }, before, locks);
  };
}

function withSubjects(known: readonly string[], add: readonly string[], remove: readonly string[]): string[] {
  const gone = new Set(remove.map(foldText));
  const kept = new Map(known.filter((one) => !gone.has(foldText(one))).map((one) => [foldText(one), one]));
  for (const subject of add) if (!kept.has(foldText(subject))) kept.set(foldText(subject), subject);
  return [...kept.values()];
}

interface Changed {
  bookId: string;
  before: StoredBook;
  after: StoredBook;
}

/** Counts a book that changes, and shows it among the first; false for one that stays as it is. */
function note(answer: BulkAnswer, { bookId, before, after }: Changed): boolean {
  const changed = differences(before.metadata, after.metadata);
  if (changed.length === 0) return false;
  answer.changed += 1;
  if (answer.items.length < SHOWN) answer.items.push({ bookId, title: before.metadata.title, differences: changed });
  return true;
}
