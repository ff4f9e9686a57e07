import { entriesOf, folderOf } from '@octavo/domain';
import { type Client, Prisma } from '../client.js';
import { newId } from '../ids.js';
import { insertRows } from '../insert-rows.js';
import { bookColumns, type Content, type FileFindings, findingColumns, type KeptBook } from './kept.js';
import { COVER, originRow } from './origin-rows.js';
import type { Listed } from './places.repository.js';

/** A book nobody has seen before, with its one file at its one place. */
export interface NewBook {
  ownerId: string | null;
  libraryId: string;
  groupKey: string;
  kept: KeptBook;
  content: Content;
  findings: FileFindings;
  listed: Listed;
}

/** A book of which there is no file. */
export interface FilelessBook {
  ownerId: string | null;
  kept: KeptBook;
}

type NumberedBook = FilelessBook & { bookId: string; workId: string };
type Numbered = NewBook & NumberedBook & { fileId: string };

/** Adds many books at once: a statement for each table, however many they are. */
export class NewBooksRepository {
  constructor(private readonly client: Client) {}

  /** Adds a book of which there is no file. */
  async add(ownerId: string | null, kept: KeptBook): Promise<string> {
    const [id] = await this.addFileless([{ ownerId, kept }]);
    return id!;
  }

  /** Adds books of which there are no files. Gives their ids, in their order. */
  async addFileless(given: readonly FilelessBook[]): Promise<string[]> {
    const books = given.map((book) => ({ ...book, bookId: newId(), workId: newId() }));
    await this.addWhatIsKnown(books);
    return books.map(({ bookId }) => bookId);
  }

  /** Gives the ids of the books, in their order. */
  async addAll(given: NewBook[]): Promise<string[]> {
    if (given.length === 0) return [];
    const books = given.map((book) => ({ ...book, bookId: newId(), workId: newId(), fileId: newId() }));
    await this.addWhatIsKnown(books);
    await this.addFiles(books);
    return books.map(({ bookId }) => bookId);
  }

  private async addWhatIsKnown(books: NumberedBook[]): Promise<void> {
    await this.addBooks(books);
    await this.addPeople(books);
    await this.addSeries(books);
    await this.addIdentifiers(books);
    await this.addProvenance(books);
  }

  private async addBooks(books: NumberedBook[]): Promise<void> {
    await insertRows(this.client, 'work', { rows: books.map(({ workId }) => ({ id: workId })) });
    await insertRows(this.client, 'book', {
      rows: books.map(({ bookId, workId, ownerId, kept }) => ({
        id: bookId,
        workId,
        ownerId,
        ...bookColumns(kept),
        coverId: kept.coverId,
      })),
    });
  }

  private async addFiles(books: Numbered[]): Promise<void> {
    await insertRows(this.client, 'file', {
      rows: books.map(({ fileId, bookId, content, findings }) => ({
        id: fileId,
        bookId,
        ...content,
        ...findingColumns(findings),
      })),
    });
    await insertRows(this.client, 'place', {
      rows: books.map(({ fileId, libraryId, groupKey, listed }) => ({
        id: newId(),
        libraryId,
        ...listed,
        folder: folderOf(listed.path),
        groupKey,
        fileId,
      })),
    });
  }

  private async addPeople(books: NumberedBook[]): Promise<void> {
    const people = books.flatMap(({ kept }) => kept.metadata.contributors);
    const ids = await this.named('contributor', people);
    await insertRows(this.client, 'contribution', {
      rows: books.flatMap(({ bookId, kept }) =>
        kept.metadata.contributors.map(({ name, role }, position) => ({
          bookId,
          position,
          role,
          contributorId: ids.get(name)!,
        })),
      ),
    });
  }

  private async addSeries(books: NumberedBook[]): Promise<void> {
    const ids = await this.named(
      'series',
      books.flatMap(({ kept }) => kept.metadata.series),
    );
    await insertRows(this.client, 'series_entry', {
      rows: books.flatMap(({ bookId, kept }) =>
        kept.metadata.series.map(({ name, number }, position) => ({
          bookId,
          position,
          number: number ?? null,
          seriesId: ids.get(name)!,
        })),
      ),
    });
  }

  /** The ids of people or series by name, made where there are none. In the order of names, so that no two wait crosswise. */
  private async named(
    table: 'contributor' | 'series',
    given: { name: string; sortName?: string }[],
  ): Promise<Map<string, string>> {
    const sortNames = new Map(given.map(({ name, sortName }) => [name, sortName ?? null]));
    const names = [...sortNames.keys()].sort();
    if (names.length === 0) return new Map();
    const rows = names.map((name) => ({ id: newId(), name, sortName: sortNames.get(name) ?? null }));
    const known = await this.idsOf(table, names);
    const data = rows.filter(({ name }) => !known.has(name));
    if (data.length === 0) return known;
    const named = table === 'contributor' ? data : data.map(({ id, name }) => ({ id, name }));
    await insertRows(this.client, table, { rows: named, skipDuplicates: true });
    return this.idsOf(table, names);
  }

  private async idsOf(table: 'contributor' | 'series', names: string[]): Promise<Map<string, string>> {
    const rows = await this.client.$queryRaw<{ id: string; name: string }[]>`
      select id::text, name from ${Prisma.raw(table)} where name = any(${names}::text[])`;
    return new Map(rows.map(({ id, name }) => [name, id]));
  }

  private async addIdentifiers(books: NumberedBook[]): Promise<void> {
    await insertRows(this.client, 'identifier', {
      rows: books.flatMap(({ bookId, kept }) =>
        kept.metadata.identifiers.map(({ scheme, value }) => ({ bookId, scheme, value })),
      ),
      skipDuplicates: true,
    });
  }

  private async addProvenance(books: NumberedBook[]): Promise<void> {
    await insertRows(this.client, 'field_provenance', {
      rows: books.flatMap(({ bookId, kept }) => originRowsOf(bookId, kept)),
    });
  }
}

function originRowsOf(bookId: string, { origins, coverOrigin }: KeptBook) {
  const ofFields = entriesOf(origins).map(([field, origin]) => originRow(bookId, field, origin));
  return coverOrigin ? [...ofFields, originRow(bookId, COVER, coverOrigin)] : ofFields;
}
