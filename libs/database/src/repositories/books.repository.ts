import type { BookQuery } from '@octavo/contracts';
import { searchWords } from '@octavo/domain';
import { type Client, Prisma } from '../client.js';
import { type PageOf, readCursor, writeCursor } from './page.js';

const WHOLE_BOOK = {
  contributions: { include: { contributor: true }, orderBy: { position: 'asc' } },
  series: { include: { series: true }, orderBy: { position: 'asc' } },
  identifiers: { orderBy: [{ scheme: 'asc' }, { value: 'asc' }] },
  files: {
    include: { places: { include: { library: true } }, converted: true },
    omit: { says: true },
    orderBy: { addedAt: 'asc' },
  },
} satisfies Prisma.BookInclude;

/** A book with all that is shown of it. */
export type WholeBook = Prisma.BookGetPayload<{ include: typeof WHOLE_BOOK }>;

/** What a device is told of a book: nothing of where its files lie. */
const FOR_DEVICES = {
  contributions: WHOLE_BOOK.contributions,
  series: WHOLE_BOOK.series,
  identifiers: { where: { scheme: 'isbn' }, orderBy: { value: 'asc' } },
  files: { include: { converted: true }, omit: { says: true }, orderBy: { addedAt: 'asc' } },
} satisfies Prisma.BookInclude;

/** A book as devices are told of it. */
export type BookForDevices = Prisma.BookGetPayload<{ include: typeof FOR_DEVICES }>;

const SORT_COLUMNS = {
  title: Prisma.sql`b.sort_title`,
  author: Prisma.sql`b.author_sort`,
  addedAt: Prisma.sql`b.added_at`,
  updatedAt: Prisma.sql`b.updated_at`,
} as const;

/** What a list is narrowed to. */
export type BookFilter = Pick<BookQuery, 'q' | 'format' | 'shelf' | 'missing'>;

const visible = (userId: string) =>
  Prisma.sql`b.removed_at is null and (b.owner_id is null or b.owner_id = ${userId}::uuid)`;

/** Books and all that hangs on them. */
export class BooksRepository {
  constructor(private readonly client: Client) {}

  /** Of these names those of people who have made some book here. */
  async knownPeople(names: string[]): Promise<string[]> {
    const rows = await this.client.$queryRaw<{ name: string }[]>`
      select name from contributor where name = any(${names}::text[])`;
    return rows.map(({ name }) => name);
  }

  /** Notes whether any place of any file of these books is there. A book that was out of sight and is there is back. */
  async refreshMissing(ids: string[]): Promise<void> {
    await this.client.$executeRaw`
      update book b set missing_since = case when s.there then null else now() end, updated_at = now(),
        delivery_form = case when s.there and b.removed_at is not null then 'stale' else b.delivery_form end,
        removed_at = case when s.there then null else b.removed_at end
      from (select id, exists (select from file f join place p on p.file_id = f.id
          where f.book_id = book.id and p.missing_since is null) as there
        from book where id = any(${ids}::uuid[])) s
      where b.id = s.id and ((b.missing_since is null) <> s.there or s.there and b.removed_at is not null)`;
  }

  /** Of these books those that are missing are out of sight: whoever brought them takes them away. */
  async hideMissing(ids: string[]): Promise<void> {
    await this.client.$executeRaw`
      update book set removed_at = now(), updated_at = now()
      where id = any(${ids}::uuid[]) and missing_since is not null and removed_at is null`;
  }

  /** Books that nothing is left of but what was known of them: out of sight. */
  async hide(ids: string[]): Promise<void> {
    await this.client.$executeRaw`
      update book set removed_at = now(), updated_at = now() where id = any(${ids}::uuid[]) and removed_at is null`;
  }

  /** Something of them is there again. */
  async unhide(ids: string[]): Promise<void> {
    await this.client.$executeRaw`
      update book set removed_at = null, missing_since = null, updated_at = now()
      where id = any(${ids}::uuid[]) and removed_at is not null
        and not exists (select from file f where f.book_id = book.id)`;
  }

  /** Books without files: there is nothing that a device could get of them. */
  async deliverNothing(ids: string[]): Promise<void> {
    await this.client.$executeRaw`update book set delivery_form = 'none' where id = any(${ids}::uuid[])`;
  }

  /** The last of its files is gone: the book is out of sight, and back when its bytes turn up again. Gives true. */
  async remove(id: string): Promise<true> {
    const now = new Date();
    await this.client.book.updateMany({ where: { id, removedAt: null }, data: { removedAt: now, updatedAt: now } });
    return true;
  }

  /** A book that was made for a file which turned out to be one we have: nobody has had time to do anything with it. */
  async discard(id: string): Promise<void> {
    await this.client.book.deleteMany({ where: { id, files: { none: {} } } });
  }

  /** Notes what devices get of a book, and what that was settled with; gives what they got before. */
  async setDeliveryForm(id: string, form: string, preparedWith: string): Promise<string | null> {
    const [row] = await this.client.$queryRaw<{ before: string | null; settled: string | null }[]>`
      select delivery_form as before, prepared_with as settled from book where id = ${id}::uuid for no key update`;
    if (row && (row.before !== form || row.settled !== preparedWith))
      await this.client.book.update({ where: { id }, data: { deliveryForm: form, preparedWith } });
    return row?.before ?? null;
  }

  /** The same bytes go by another name: no device has to fetch anything. */
  async renameDeliveryForm(id: string, from: string, to: string): Promise<void> {
    await this.client.book.updateMany({ where: { id, deliveryForm: from }, data: { deliveryForm: to } });
  }

  /** What devices got so far is no more: whatever is settled next is to be fetched again, even if it is the same. */
  async markStale(id: string): Promise<void> {
    await this.client.book.updateMany({ where: { id, deliveryForm: { not: null } }, data: { deliveryForm: 'stale' } });
  }

  /**
   * Books for which nobody settled what devices get, or not with `preparedWith` where one is given, oldest first. Without
   * those that were asked for a while ago: what failed then fails now.
   */
  async unprepared(preparedWith: string | null, limit: number): Promise<string[]> {
    const rows = await this.client.$queryRaw<{ id: string }[]>`
      select b.id::text from book b
      where b.missing_since is null and b.removed_at is null
        and (b.delivery_form is null or b.delivery_form = 'stale' or b.prepared_with <> ${preparedWith}::text)
        and not exists (select from job_run r where r.queue = 'conversion' and r.name = 'prepareBook'
          and r.key = b.id::text and r.state <> 'completed' and r.created_at > now() - interval '50 minutes')
      order by b.added_at limit ${limit}`;
    return rows.map(({ id }) => id);
  }

  async coverOf(id: string): Promise<string | null> {
    const row = await this.client.book.findUnique({ where: { id }, select: { coverId: true } });
    return row?.coverId ?? null;
  }

  find(id: string): Promise<WholeBook | null> {
    return this.client.book.findUnique({ where: { id }, include: WHOLE_BOOK });
  }

  findVisible(id: string, userId: string): Promise<WholeBook | null> {
    return this.client.book.findFirst({
      where: { id, removedAt: null, OR: [{ ownerId: null }, { ownerId: userId }] },
      include: WHOLE_BOOK,
    });
  }

  provenance(id: string) {
    return this.client.fieldProvenance.findMany({ where: { bookId: id } });
  }

  /** Several books by id, in no order. */
  findMany(ids: string[]): Promise<WholeBook[]> {
    return this.client.book.findMany({ where: { id: { in: ids } }, include: WHOLE_BOOK });
  }

  /** As `findMany`, with no more than devices are told. */
  forDevices(ids: string[]): Promise<BookForDevices[]> {
    return this.client.book.findMany({ where: { id: { in: ids } }, include: FOR_DEVICES });
  }

  /** The ids of books a user may see, of those named or of all a list would show, in order. */
  async idsVisible(userId: string, which: { ids: string[] } | { query: BookFilter }): Promise<string[]> {
    const where =
      'ids' in which
        ? Prisma.sql`${visible(userId)} and b.id = any(${which.ids}::uuid[])`
        : conditions(userId, which.query);
    const rows = await this.client.$queryRaw<
      { id: string }[]
    >`select b.id::text from book b where ${where} order by b.id`;
    return rows.map(({ id }) => id);
  }

  /** A page of what a user may see; pages do not shift when books come and go meanwhile. */
  async list(userId: string, query: BookQuery): Promise<PageOf<WholeBook>> {
    const where = conditions(userId, query);
    const column = SORT_COLUMNS[query.sort];
    const byTime = query.sort === 'addedAt' || query.sort === 'updatedAt';
    const down = (query.order ?? (byTime ? 'desc' : 'asc')) === 'desc';
    const named = readCursor(query.cursor, query.sort);
    const after = named && byTime && Number.isNaN(Date.parse(named.value)) ? undefined : named;
    const value = byTime ? Prisma.sql`${after?.value}::timestamptz` : Prisma.sql`${after?.value}::text`;
    const start = after
      ? Prisma.sql`and (${column}, b.id) ${down ? Prisma.sql`<` : Prisma.sql`>`} (${value}, ${after.id}::uuid)`
      : Prisma.empty;
    const direction = down ? Prisma.sql`desc` : Prisma.sql`asc`;
    const rows = await this.client.$queryRaw<{ id: string; position: string }[]>`
      select b.id::text, ${column}::text as position from book b
      where ${where} ${start} order by ${column} ${direction}, b.id ${direction} limit ${query.limit + 1}`;
    const shown = rows.slice(0, query.limit);
    const last = shown.at(-1);
    const [count] = await this.client.$queryRaw<{ total: number }[]>`
      select count(*)::int as total from book b where ${where}`;
    return {
      items: inOrder(
        shown.map(({ id }) => id),
        await this.findMany(shown.map(({ id }) => id)),
      ),
      total: count?.total ?? 0,
      next: rows.length > query.limit && last ? writeCursor(query.sort, { id: last.id, value: last.position }) : null,
    };
  }
}

function conditions(userId: string, { q, format, shelf, missing }: BookFilter): Prisma.Sql {
  const all = [visible(userId)];
  for (const word of searchWords(q ?? ''))
    all.push(Prisma.sql`b.search_text like ${`%${word.replace(/[%_\\]/g, '\\$&')}%`}`);
  if (format) all.push(Prisma.sql`exists (select from file f where f.book_id = b.id and f.format = ${format})`);
  if (shelf)
    all.push(Prisma.sql`exists (
      select from shelf_entry x join shelf s on s.id = x.shelf_id
      where x.book_id = b.id and s.id = ${shelf}::uuid and s.user_id = ${userId}::uuid)`);
  if (missing !== undefined)
    all.push(missing ? Prisma.sql`b.missing_since is not null` : Prisma.sql`b.missing_since is null`);
  return Prisma.join(all, ' and ');
}

function inOrder(ids: string[], books: WholeBook[]): WholeBook[] {
  const byId = new Map(books.map((book) => [book.id, book]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}
