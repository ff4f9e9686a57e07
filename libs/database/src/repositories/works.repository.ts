import { type Client, Prisma } from '../client.js';
import { insertRows } from '../insert-rows.js';

/** A book that may be one work with others. */
export interface ComparedBook {
  id: string;
  workId: string;
  ownerId: string | null;
  /** A person said of which work it is. */
  isSaid: boolean;
  /** The state of it that is compared. */
  updatedAt: Date;
}

/** Two books that may be one work, and what speaks for it. */
export interface SuggestedPair {
  bookId: string;
  otherId: string;
  score: number;
  reasons: string[];
}

/** Works: which books are the same, and which may be. */
export class WorksRepository {
  constructor(private readonly client: Client) {}

  /** Books nobody compared as they are now, the longest known first. */
  toCompare(limit: number): Promise<ComparedBook[]> {
    return this.client.$queryRaw<ComparedBook[]>`
      select id::text, work_id::text as "workId", owner_id::text as "ownerId", work_is_said as "isSaid",
        updated_at as "updatedAt"
      from book where (compared_at is null or compared_at < updated_at) and removed_at is null
      order by id limit ${limit}`;
  }

  /** One of them, as it is by now. */
  async asItIs(id: string): Promise<ComparedBook | undefined> {
    const [book] = await this.client.$queryRaw<ComparedBook[]>`
      select id::text, work_id::text as "workId", owner_id::text as "ownerId", work_is_said as "isSaid",
        updated_at as "updatedAt"
      from book where id = ${id}::uuid`;
    return book;
  }

  async compared(books: readonly Pick<ComparedBook, 'id' | 'updatedAt'>[]): Promise<void> {
    await this.client.$executeRaw`
      update book b set compared_at = r.at
      from unnest(${books.map(({ id }) => id)}::uuid[], ${books.map(({ updatedAt }) => updatedAt)}::timestamptz[])
        as r (id, at)
      where b.id = r.id`;
  }

  async putKeys(keys: ReadonlyMap<string, readonly string[]>): Promise<void> {
    await this.client.workKey.deleteMany({ where: { bookId: { in: [...keys.keys()] } } });
    const rows = [...keys].flatMap(([bookId, all]) => [...new Set(all)].map((key) => ({ bookId, key })));
    await insertRows(this.client, 'work_key', { rows });
  }

  /**
   * Books that share a key with one, and that whoever sees it may see; those that share the rarest keys first. A key of
   * too many books tells nothing.
   */
  partners({ id, ownerId }: Pick<ComparedBook, 'id' | 'ownerId'>, limit: number): Promise<ComparedBook[]> {
    return this.client.$queryRaw<ComparedBook[]>`
      with mine as (select key, (select count(*) from (
          select from work_key o where o.key = k.key limit ${MOST_OF_A_KEY + 1}) sharing) as count
        from work_key k where k.book_id = ${id}::uuid)
      select b.id::text, b.work_id::text as "workId", b.owner_id::text as "ownerId", b.work_is_said as "isSaid",
        b.updated_at as "updatedAt"
      from book b join (
        select o.book_id, sum(1.0 / m.count) as weight from mine m join work_key o on o.key = m.key
        where m.count <= ${MOST_OF_A_KEY} and o.book_id <> ${id}::uuid group by o.book_id) found on found.book_id = b.id
      where b.removed_at is null and (b.owner_id is null or ${ownerId}::uuid is null or b.owner_id = ${ownerId}::uuid)
      order by found.weight desc, b.id limit ${limit}`;
  }

  /** Of two works one. Books of the first go over to the second. */
  async join(from: string, to: string): Promise<void> {
    if (from === to) return;
    await this.client.$executeRaw`update book set work_id = ${to}::uuid where work_id = ${from}::uuid`;
    await this.client.work.deleteMany({ where: { id: from, books: { none: {} } } });
  }

  /** The work of a book becomes another one, and the book's owner said so. */
  async say(bookId: string, workId: string): Promise<void> {
    await this.client.book.update({ where: { id: bookId }, data: { workId, workIsSaid: true } });
  }

  /** A work without books yet. Gives its id. */
  async add(id: string): Promise<string> {
    return (await this.client.work.create({ data: { id } })).id;
  }

  /** What speaks for pairs now; those somebody declined stay declined. */
  async suggest(pairs: readonly SuggestedPair[]): Promise<void> {
    for (const pair of pairs) {
      const [bookId, otherId] = inOrder(pair);
      const { score, reasons } = pair;
      await this.client.$executeRaw`
        insert into work_suggestion (book_id, other_id, score, reasons)
        values (${bookId}::uuid, ${otherId}::uuid, ${score}, ${reasons}::text[])
        on conflict (book_id, other_id) do update set score = excluded.score, reasons = excluded.reasons`;
    }
  }

  /** Nothing speaks for these books any more but what is suggested anew. */
  async forgetSuggestions(bookIds: readonly string[]): Promise<void> {
    await this.client.$executeRaw`
      delete from work_suggestion where state = 'OPEN'
        and (book_id = any(${[...bookIds]}::uuid[]) or other_id = any(${[...bookIds]}::uuid[]))`;
  }

  /** Somebody said that they are two works. Gives false where nothing was suggested. */
  async decline(a: string, b: string): Promise<boolean> {
    const [bookId, otherId] = inOrder({ bookId: a, otherId: b });
    const where = { bookId, otherId, state: 'OPEN' as const };
    return (await this.client.workSuggestion.updateMany({ where, data: { state: 'DECLINED' } })).count === 1;
  }

  /** They are two works, whether somebody suggested otherwise or not. */
  async refuse(a: string, b: string): Promise<void> {
    const [bookId, otherId] = inOrder({ bookId: a, otherId: b });
    const where = { bookId_otherId: { bookId, otherId } };
    const create = { bookId, otherId, score: 0, reasons: [], state: 'DECLINED' as const };
    await this.client.workSuggestion.upsert({ where, create, update: { state: 'DECLINED' } });
  }

  /** Somebody said that they are one work: nothing is left to be suggested. */
  async settled(a: string, b: string): Promise<void> {
    const [bookId, otherId] = inOrder({ bookId: a, otherId: b });
    await this.client.workSuggestion.deleteMany({ where: { bookId, otherId } });
  }

  /** Pairs that were declined, whoever of them is asked for. */
  async declined(bookId: string): Promise<Set<string>> {
    const rows = await this.client.workSuggestion.findMany({
      where: { state: 'DECLINED', OR: [{ bookId }, { otherId: bookId }] },
    });
    return new Set(rows.map((row) => (row.bookId === bookId ? row.otherId : row.bookId)));
  }

  /** What is suggested of a book, or of all of a user's. */
  async open(
    userId: string,
    { bookId, limit = 50 }: { bookId?: string; limit?: number } = {},
  ): Promise<SuggestedPair[]> {
    const of = bookId === undefined ? Prisma.sql`true` : Prisma.sql`${bookId}::uuid in (w.book_id, w.other_id)`;
    const seen = (side: string) => Prisma.sql`
      exists (select from book b where b.id = ${Prisma.raw(side)} and b.removed_at is null
        and (b.owner_id is null or b.owner_id = ${userId}::uuid))`;
    return this.client.$queryRaw<SuggestedPair[]>`
      select w.book_id::text as "bookId", w.other_id::text as "otherId", w.score, w.reasons from work_suggestion w
      where w.state = 'OPEN' and ${of} and ${seen('w.book_id')} and ${seen('w.other_id')}
      order by w.score desc, w.book_id, w.other_id limit ${limit}`;
  }

  /** Other books of the same work that a user may see. */
  async formsOf(bookId: string, userId: string): Promise<string[]> {
    const rows = await this.client.$queryRaw<{ id: string }[]>`
      select o.id::text from book b join book o on o.work_id = b.work_id and o.id <> b.id
      where b.id = ${bookId}::uuid and o.removed_at is null and (o.owner_id is null or o.owner_id = ${userId}::uuid)
      order by o.missing_since nulls first, o.id limit 20`;
    return rows.map(({ id }) => id);
  }
}

const MOST_OF_A_KEY = 200;

function inOrder({ bookId, otherId }: Pick<SuggestedPair, 'bookId' | 'otherId'>): [string, string] {
  return bookId < otherId ? [bookId, otherId] : [otherId, bookId];
}
