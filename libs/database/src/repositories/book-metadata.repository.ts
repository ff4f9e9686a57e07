import { type BookMetadata, entriesOf, keysOf, type Origin, type Origins, type StoredBook } from '@octavo/domain';
import type { Client } from '../client.js';
import { BookRelations } from './book-relations.js';
import { ownColumns } from './kept.js';
import { COVER, originFrom, originRow, originsFrom } from './origin-rows.js';

/** A book's cover as it is kept; sizes in pixels, 0 where there is none. */
export interface KeptCoverRow {
  id: string | null;
  width: number;
  height: number;
  origin?: Origin;
}

/** All that is known of a book, with where it comes from. */
export interface WholeStoredBook extends StoredBook {
  status: 'NEW' | 'READY' | 'PROBLEM';
  cover: KeptCoverRow;
}

/** What a book is to be from now on; what is left out stays. */
export interface BookToSave extends StoredBook {
  status?: 'NEW' | 'READY' | 'PROBLEM';
  /** As given by whoever gave the title; made from the title otherwise. */
  sortTitle?: string;
  cover?: { id: string | null; origin?: Origin };
}

/** What is known of books, and where it comes from: read whole, written as far as it changed. */
export class BookMetadataRepository {
  private readonly relations: BookRelations;

  constructor(private readonly client: Client) {
    this.relations = new BookRelations(client);
  }

  /** One query after the other, for use in a transaction, until whose end nobody else can change the book. */
  async locked(id: string): Promise<WholeStoredBook | null> {
    const [there] = await this.client.$queryRaw<unknown[]>`
      select 1 from book where id = ${id}::uuid for no key update`;
    return there === undefined ? null : this.find(id);
  }

  async find(id: string): Promise<WholeStoredBook | null> {
    const book = await this.client.book.findUnique({ where: { id }, include: { cover: true } });
    if (!book) return null;
    const rows = await this.client.fieldProvenance.findMany({ where: { bookId: id } });
    const { title, subtitle, description, publisher, publishedDate, language, subjects, pageCount, abridged } = book;
    const own = { title, subtitle, description, publisher, publishedDate, language, subjects, pageCount, abridged };
    const coverRow = rows.find(({ field }) => field === COVER);
    const { width, height } = book.cover ?? { width: 0, height: 0 };
    return {
      metadata: { ...own, ...(await this.relations.of(id)) },
      origins: originsFrom(rows),
      status: book.status,
      cover: { id: book.coverId, width, height, ...(coverRow && { origin: originFrom(coverRow) }) },
    };
  }

  /**
   * Writes what differs from `before`, which is what `locked` gave. What is shown of a book is not news where only the
   * sources of it are others.
   */
  async save(id: string, before: WholeStoredBook, after: BookToSave): Promise<void> {
    const { metadata, origins, sortTitle, status = before.status, cover = before.cover } = after;
    const changed = changedFields(before.metadata, metadata);
    if (changed.size > 0 || status !== before.status || cover.id !== before.cover.id) {
      // A sort title that was given stays as long as its title does.
      const { sortTitle: sorted, ...keys } = keysOf(metadata, sortTitle);
      const given = changed.has('title') || sortTitle !== undefined ? { sortTitle: sorted } : {};
      const data = { ...ownColumns(metadata), ...keys, ...given, status, coverId: cover.id, updatedAt: new Date() };
      await this.client.book.update({ where: { id }, data });
    }
    await this.relations.replace(id, metadata, changed);
    await this.saveOrigins(id, before, { origins, cover: cover.origin });
  }

  private async saveOrigins(
    bookId: string,
    before: WholeStoredBook,
    after: { origins: Origins; cover: Origin | undefined },
  ): Promise<void> {
    const old = originsByField(before.origins, before.cover.origin);
    const now = originsByField(after.origins, after.cover);
    const gone = [...old.keys()].filter((field) => !now.has(field));
    const changed = [...now].filter(([field, origin]) => !isSame(old.get(field), origin)).map(([field]) => field);
    if (gone.length + changed.length === 0) return;
    await this.client.fieldProvenance.deleteMany({ where: { bookId, field: { in: [...gone, ...changed] } } });
    await this.client.fieldProvenance.createMany({
      data: changed.map((field) => originRow(bookId, field, now.get(field)!)),
    });
  }
}

function originsByField(origins: Origins, cover: Origin | undefined): Map<string, Origin> {
  return new Map<string, Origin>([...entriesOf(origins), ...(cover ? [[COVER, cover] as const] : [])]);
}

function isSame(a: Origin | undefined, b: Origin): boolean {
  return a?.source === b.source && a.provider === b.provider && Boolean(a.locked) === Boolean(b.locked);
}

/** A merge leaves what it does not touch the very same value. */
function changedFields(before: BookMetadata, after: BookMetadata): Set<keyof BookMetadata> {
  const fields = Object.keys(after) as (keyof BookMetadata)[];
  return new Set(fields.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field])));
}
