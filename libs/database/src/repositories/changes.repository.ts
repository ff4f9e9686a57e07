import type { CoverChange, FieldChange } from '@octavo/domain';
import type { Client, Prisma } from '../client.js';
import type { ChangeKind } from '../generated/client.js';
import { newId } from '../ids.js';

/** A field of a book, or its cover, that became another. */
export type BookChange = FieldChange | CoverChange;

/** Why things change, and through whom; null for what happens by itself. */
export interface ChangeCause {
  kind: ChangeKind;
  userId: string | null;
}

/** A change as it is kept, with the run it belongs to. */
export interface KeptChange {
  id: string;
  runId: string;
  bookId: string;
  at: Date;
  undoneAt: Date | null;
  kind: ChangeKind;
  userId: string | null;
  /** The user's name. */
  by: string | null;
  change: BookChange;
}

const WITH_RUN = {
  run: { include: { user: { select: { name: true, email: true } } } },
} satisfies Prisma.MetadataChangeInclude;
type Row = Prisma.MetadataChangeGetPayload<{ include: typeof WITH_RUN }>;

/** The history of books: what was changed together, field by field. */
export class ChangesRepository {
  constructor(private readonly client: Client) {}

  /** Opens a run; gives its id. */
  async begin({ kind, userId }: ChangeCause): Promise<string> {
    const { id } = await this.client.changeRun.create({ data: { id: newId(), kind, userId } });
    return id;
  }

  /** Notes what changed in a book. Without a run, what changed is a run of its own; nothing is noted where nothing did. */
  async note(cause: ChangeCause | { runId: string }, bookId: string, changes: readonly BookChange[]): Promise<void> {
    if (changes.length === 0) return;
    const runId = 'runId' in cause ? cause.runId : await this.begin(cause);
    await this.client.metadataChange.createMany({
      data: changes.map((change) => ({
        ...{ id: newId(), runId, bookId, field: change.field },
        change: change as unknown as Prisma.InputJsonValue,
      })),
    });
  }

  /** Of a book, the newest first. */
  async ofBook(bookId: string, limit: number): Promise<KeptChange[]> {
    const rows = await this.client.metadataChange.findMany({
      where: { bookId },
      include: WITH_RUN,
      orderBy: [{ at: 'desc' }, { id: 'desc' }],
      take: limit,
    });
    return rows.map(keptChange);
  }

  /** Those that a run, or a single change, is made of and nobody took back yet, in the order of their books. */
  async standing(id: string): Promise<KeptChange[]> {
    const rows = await this.client.metadataChange.findMany({
      where: { undoneAt: null, OR: [{ id }, { runId: id }] },
      include: WITH_RUN,
      orderBy: [{ bookId: 'asc' }, { id: 'asc' }],
    });
    return rows.map(keptChange);
  }

  async markUndone(ids: string[]): Promise<void> {
    await this.client.metadataChange.updateMany({ where: { id: { in: ids } }, data: { undoneAt: new Date() } });
  }

  /** The books that a run, or a single change, is about. */
  async booksOf(id: string): Promise<string[]> {
    const where = { OR: [{ id }, { runId: id }] };
    const rows = await this.client.metadataChange.findMany({ where, distinct: ['bookId'], select: { bookId: true } });
    return rows.map(({ bookId }) => bookId);
  }
}

function keptChange({ run, change, ...row }: Row): KeptChange {
  const { id, runId, bookId, at, undoneAt } = row;
  const by = run.user ? run.user.name || run.user.email : null;
  return {
    id,
    runId,
    bookId,
    at,
    undoneAt,
    kind: run.kind,
    userId: run.userId,
    by,
    change: change as unknown as BookChange,
  };
}
