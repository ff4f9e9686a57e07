import { folderKey, type ShelvedFile } from '@octavo/domain';
import { type Client, Prisma } from '../client.js';
import { fillFolderKeys, type FolderTable } from './folder-keys.js';

/** Where the books of nobody known stand. It is always the first of its name, also while there are none. */
export const UNKNOWN_AUTHOR = { id: '00000000-0000-0000-0000-000000000000', title: 'Unknown' } as const;

/** A person or a series with books to be shown as files. */
export interface ShelfFolder {
  id: string;
  title: string;
  /** Folders with one key are told apart by their ids. */
  key: string;
  /** When one of its books was last changed. */
  changedAt: Date;
}

/** A file of a book that is there, and what tells one state of it from another. */
export interface OfferedFile extends ShelvedFile {
  /** In bytes. */
  size: bigint;
  fingerprint: string;
  mtimeNs: bigint;
  addedAt: Date;
}

const SEEN = (userId: string) => Prisma.sql`
  b.removed_at is null and b.missing_since is null and (b.owner_id is null or b.owner_id = ${userId}::uuid)`;

/** Who reads files reads EPUBs; a KEPUB, which is one for a Kobo, where a book is nothing else. */
const OFFERED = Prisma.sql`(f.format <> 'kepub' or not exists (
  select from file o join place at on at.file_id = o.id and at.missing_since is null
  where o.book_id = f.book_id and o.format <> 'kepub'))`;

const HAS_FILES = Prisma.sql`exists (
  select from file f join place p on p.file_id = f.id and p.missing_since is null
  where f.book_id = b.id and ${OFFERED})`;

const HAS_AUTHOR = Prisma.sql`exists (select from contribution x where x.book_id = b.id and x.role = 'author')`;

/** The library of one user as folders: people and series with books, and the files in one of them. */
export class DavShelvesRepository {
  constructor(private readonly client: Client) {}

  /** All who have written a book the user may see and that is there, by key; of one key only where it is named. */
  async authors(userId: string, key?: string): Promise<ShelfFolder[]> {
    const people = this.folders({
      userId,
      key,
      table: 'contributor',
      entries: Prisma.sql`contribution e on e.contributor_id = t.id and e.role = 'author'`,
    });
    const unknown = folderKey(UNKNOWN_AUTHOR.title);
    if (key !== undefined && key !== unknown) return people;
    const [known, changedAt] = await Promise.all([people, this.unknownChangedAt(userId)]);
    return changedAt === null ? known : [{ ...UNKNOWN_AUTHOR, key: unknown, changedAt }, ...known].sort(byKey);
  }

  /** The same of series. */
  series(userId: string, key?: string): Promise<ShelfFolder[]> {
    return this.folders({ userId, key, table: 'series', entries: Prisma.sql`series_entry e on e.series_id = t.id` });
  }

  /** The files of an author's books; of books without one for UNKNOWN_AUTHOR. */
  filesOfAuthor(userId: string, id: string): Promise<OfferedFile[]> {
    const isTheirs =
      id === UNKNOWN_AUTHOR.id
        ? Prisma.sql`not ${HAS_AUTHOR}`
        : Prisma.sql`b.id in (select book_id from contribution where contributor_id = ${id}::uuid and role = 'author')`;
    return this.files(userId, isTheirs);
  }

  /** The files of a series' books, each with its number there; the first one of a book that is there twice. */
  filesOfSeries(userId: string, id: string): Promise<OfferedFile[]> {
    return this.files(
      userId,
      Prisma.sql`b.id in (select book_id from series_entry where series_id = ${id}::uuid)`,
      Prisma.sql`(select e.number from series_entry e where e.series_id = ${id}::uuid and e.book_id = b.id
        order by e.position limit 1)`,
    );
  }

  /** The files of the books that came last. */
  recentFiles(userId: string, books: number): Promise<OfferedFile[]> {
    return this.files(
      userId,
      Prisma.sql`b.id in (select b.id from book b where ${SEEN(userId)} and ${HAS_FILES}
        order by b.added_at desc, b.id desc limit ${books})`,
    );
  }

  private async folders(of: {
    userId: string;
    key: string | undefined;
    table: FolderTable;
    entries: Prisma.Sql;
  }): Promise<ShelfFolder[]> {
    if (of.key !== undefined) await fillFolderKeys(this.client, of.table);
    const named = of.key === undefined ? Prisma.empty : Prisma.sql`and t.folder_key = ${of.key}`;
    const rows = await this.client.$queryRaw<Omit<ShelfFolder, 'key'>[]>`
      select t.id::text, t.name as title, max(b.updated_at) as "changedAt"
      from ${Prisma.raw(of.table)} t join ${of.entries} join book b on b.id = e.book_id
      where ${SEEN(of.userId)} and ${HAS_FILES} ${named}
      group by t.id`;
    return rows.map((row) => ({ ...row, key: folderKey(row.title) })).sort(byKey);
  }

  private async unknownChangedAt(userId: string): Promise<Date | null> {
    const [row] = await this.client.$queryRaw<{ at: Date | null }[]>`
      select max(b.updated_at) as at from book b where ${SEEN(userId)} and not ${HAS_AUTHOR} and ${HAS_FILES}`;
    return row?.at ?? null;
  }

  private files(userId: string, which: Prisma.Sql, number = Prisma.sql`null`): Promise<OfferedFile[]> {
    return this.client.$queryRaw<OfferedFile[]>`
      select f.id::text, f.book_id::text as "bookId", b.title, ${number} as number, f.format, p.path, f.disc, f.track,
        f.size, f.fingerprint, p.mtime_ns as "mtimeNs", f.added_at as "addedAt"
      from book b join file f on f.book_id = b.id
      join lateral (select p.path, p.mtime_ns from place p where p.file_id = f.id and p.missing_since is null
        order by p.id limit 1) p on true
      where ${SEEN(userId)} and ${OFFERED} and ${which}`;
  }
}

function byKey(a: ShelfFolder, b: ShelfFolder): number {
  const [first, second] = a.key === b.key ? [a.id, b.id] : [a.key, b.key];
  return first < second ? -1 : Number(first > second);
}
