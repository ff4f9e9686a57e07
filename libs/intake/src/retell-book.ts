import type { BookChange, ChangeCause, Repositories, WholeStoredBook } from '@octavo/database';
import {
  chooseCover,
  foldText,
  mergeBook,
  type MergedBook,
  type MergeRules,
  type RunStatement,
  withPathTitle,
} from '@octavo/domain';
import { coverChange, keptCoverOf } from './kept-cover.js';
import { type BookForm, formsOf, inSpeakingOrder } from './forms-of-book.js';

/** How what files say is taken into their book. */
export interface Retelling {
  mode: MergeRules['mode'];
  cause: ChangeCause;
}

/** A scan, or an event: nobody asked. */
export const BY_ITSELF: Retelling = { mode: 'normal', cause: { kind: 'FILE', userId: null } };

/**
 * Takes what all files of a book say now into the book, beside what people and providers say. A refresh takes the files' own
 * word for what they are: what lies beside them may be as old as what is to be refreshed. Gives whether anything that
 * is shown of the book changed. In a transaction.
 */
export async function retellBook(repositories: Repositories, bookId: string, how: Retelling): Promise<boolean> {
  const { bookMetadata, changes } = repositories;
  const before = await bookMetadata.locked(bookId);
  if (!before) return false;
  const forms = inSpeakingOrder(await formsOf(repositories, bookId));
  const statements = forms.flatMap(statementsOf).filter(({ source }) => how.mode === 'normal' || source !== 'sidecar');
  const merged = mergeBook(before, statements, { mode: how.mode });
  const cover = coverOf(before, forms, how.mode);
  const sortTitle = sortTitleFor(merged, forms);
  const status = forms.every(({ file }) => file.problemCode !== null) ? 'PROBLEM' : 'READY';
  await bookMetadata.save(bookId, before, { ...merged, ...(sortTitle !== undefined && { sortTitle }), status, cover });
  const told: BookChange[] = [...merged.changes, ...coverChange(before, cover)];
  await changes.note(how.cause, bookId, told);
  return told.some(({ before: old, after }) => old !== after);
}

function statementsOf({ file, path }: BookForm, order: number): RunStatement[] {
  const statements = file.says ? withPathTitle(file.says.statements, path) : [];
  return statements.map((statement) => ({ ...statement, order }));
}

type NewCover = WholeStoredBook['cover'];

/** That of the file which speaks first and has one, where it may take the place of what is there. */
function coverOf(before: WholeStoredBook, forms: readonly BookForm[], mode: MergeRules['mode']): NewCover {
  const offer = forms.flatMap(({ file }) => file.says?.cover ?? [])[0];
  const kept = keptCoverOf(before, forms[0]?.file.format);
  const { take } = chooseCover(kept, offer ? [offer] : [], { mode, overrides: false });
  return take ? { ...take, origin: { source: take.source } } : before.cover;
}

/** As it comes with the title the book has now. */
function sortTitleFor({ metadata }: MergedBook, forms: readonly BookForm[]): string | undefined {
  const title = foldText(metadata.title);
  const gives = ({ file: { says } }: BookForm) =>
    says?.sortTitle !== undefined && says.statements.some(({ draft }) => foldText(draft.title ?? '') === title);
  return forms.find(gives)?.file.says?.sortTitle;
}
