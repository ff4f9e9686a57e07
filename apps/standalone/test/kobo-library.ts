import type { NewBook } from '@octavo/testing';
import { mkdir, rm, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { type House, until } from './house.js';

/** In this many or fewer, each new book gets a folder of its own, so that one can be deleted without the others. */
const ALONE = 20;
const LONG_AGO = Date.now() - 365 * 86_400_000;

interface Place {
  libraryId: string;
  file: string;
}

/** Puts books into the house as people do, with files in watched folders, and knows when the house is done with them. */
export class KoboLibrary {
  private folders = 0;
  private writes = 0;

  constructor(private readonly house: House) {}

  /** New books of a user; their ids, in their order, once devices can be told of them. */
  async add(userId: string, books: NewBook[]): Promise<string[]> {
    const places = await this.put(userId, books);
    return Promise.all(places.map((place) => this.ready(place)));
  }

  /** A new book of a user whose conversion waits for `finish`. */
  async addUnready(userId: string, book: NewBook): Promise<{ finish(): Promise<string> }> {
    const lock = new pg.Client({ connectionString: this.house.databaseUrl });
    await lock.connect();
    await lock.query('begin; lock table converted_file in share row exclusive mode');
    const [place] = await this.put(userId, [book]);
    await until('the book to be known', () => this.bookAt(place!));
    return {
      finish: async () => {
        await lock.query('commit');
        await lock.end();
        return this.ready(place!);
      },
    };
  }

  /** Writes beside a book's file, or over it, and waits until the house has taken that in. */
  async change(id: string, ending: 'epub' | 'opf' | 'png' | 'jpg' | 'webp', bytes: Uint8Array): Promise<void> {
    const { libraryId, file } = await this.placeOf(id);
    const path = join(dirname(file), `book.${ending}`);
    const picture = !['epub', 'opf'].includes(ending);
    if (picture)
      for (const other of ['png', 'jpg', 'webp']) await rm(join(dirname(file), `book.${other}`), { force: true });
    await this.write(path, bytes);
    await this.scan(libraryId);
    await this.house.quiet();
    await until('the book to be ready', async () => (await this.deliverable(id)) && id);
  }

  /** Removes the library the book lies in, which is how a book goes for good. */
  async delete(id: string): Promise<void> {
    const { libraryId } = await this.placeOf(id);
    const { status } = await this.house.admin.delete(`/api/libraries/${libraryId}`);
    if (status !== 204) throw new Error(`removing a library was answered with ${status}`);
    await this.house.quiet();
  }

  /** Books nobody will open, by the thousand: rows, and no files. */
  async pile(userId: string, count: number): Promise<void> {
    await this.house.sql(
      `with made as (select n, gen_random_uuid() as book, gen_random_uuid() as work, gen_random_uuid() as file,
           lpad(to_hex(n), 16, '0') as fingerprint from generate_series(1, $2::int) n),
         works as (insert into work (id) select work from made),
         shelf as (insert into library (id, name, path, owner_id, paused) values
           (gen_random_uuid(), 'Pile', '/nowhere/' || gen_random_uuid(), $1, true) returning id),
         books as (insert into book (id, work_id, owner_id, title, sort_title, subjects, status, delivery_form, added_at)
           select book, work, $1, 'Book ' || n, 'book ' || n, '{}', 'READY', 'kepub:' || fingerprint || '-1000',
             now() + n * interval '1 millisecond' from made),
         files as (insert into file (id, book_id, owner_id, fingerprint, size, format, warnings)
           select file, book, $1, fingerprint, 1000, 'kepub', '{}' from made)
       insert into place (id, library_id, path, file_id, size, mtime_ns, inode)
         select gen_random_uuid(), shelf.id, n || '.kepub.epub', file, 1000, 0, n from made, shelf`,
      [userId, count],
    );
  }

  async hasFile(id: string): Promise<boolean> {
    const [row] = await this.house.sql<{ there: boolean }>(
      `select exists (select from book b join file f on f.book_id = b.id join place p on p.file_id = f.id
        where b.id = $1 and b.removed_at is null and p.missing_since is null) as there`,
      [id],
    );
    return row!.there;
  }

  private async put(userId: string, books: NewBook[]): Promise<Place[]> {
    const places: Place[] = [];
    for (const group of books.length <= ALONE ? books.map((book) => [book]) : [books]) {
      const folder = join(this.house.books, '..', 'readers', String((this.folders += 1)));
      const files = group.map((_, n) => join(folder, String(n), 'book.epub'));
      for (const [n, { file, cover }] of group.entries()) {
        await this.write(files[n]!, file);
        if (cover) await this.write(join(folder, String(n), `book.${pictureEnding(cover)}`), cover);
      }
      const libraryId = await this.makeLibrary(userId, folder);
      places.push(...files.map((file) => ({ libraryId, file })));
    }
    return places;
  }

  /** By hand, because only a library of one user has books that others do not see, and nobody can ask for one yet. */
  private async makeLibrary(userId: string, path: string): Promise<string> {
    const [row] = await this.house.sql<{ id: string }>(
      `insert into library (id, name, path, owner_id) values (gen_random_uuid(), $2, $2, $1) returning id::text`,
      [userId, path],
    );
    await this.scan(row!.id);
    return row!.id;
  }

  private async scan(libraryId: string): Promise<void> {
    const { status } = await this.house.admin.post(`/api/libraries/${libraryId}/scan`);
    if (status !== 202) throw new Error(`a scan was answered with ${status}`);
  }

  private async ready(place: Place): Promise<string> {
    const id = await until(`${place.file} to be ready`, async () => {
      const known = await this.bookAt(place);
      return known !== undefined && (await this.deliverable(known)) && known;
    });
    await this.house.quiet();
    return id;
  }

  private async bookAt({ libraryId, file }: Place): Promise<string | undefined> {
    const [row] = await this.house.sql<{ id: string }>(
      `select f.book_id::text as id from place p join file f on f.id = p.file_id join library l on l.id = p.library_id
        where l.id = $1 and l.path || '/' || p.path = $2`,
      [libraryId, file],
    );
    return row?.id;
  }

  private async deliverable(id: string): Promise<boolean> {
    const [row] = await this.house.sql<{ ready: boolean }>(
      `select coalesce(delivery_form not in ('none', 'stale'), false) as ready from book where id = $1`,
      [id],
    );
    return row?.ready ?? false;
  }

  private async placeOf(id: string): Promise<Place> {
    const [row] = await this.house.sql<Place>(
      `select l.id::text as "libraryId", l.path || '/' || p.path as file from place p
        join file f on f.id = p.file_id join library l on l.id = p.library_id where f.book_id = $1`,
      [id],
    );
    if (!row) throw new Error(`the book ${id} lies nowhere`);
    return row;
  }

  /** With a time of its own, long ago: what is young may be a copy under way. */
  private async write(path: string, bytes: Uint8Array): Promise<void> {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, bytes);
    const time = new Date(LONG_AGO + (this.writes += 1) * 1_000);
    await utimes(path, time, time);
  }
}

/** What a picture is, by its first bytes. */
export function pictureEnding(bytes: Uint8Array): 'png' | 'jpg' | 'webp' {
  if (bytes[0] === 0x89) return 'png';
  return bytes[0] === 0xff ? 'jpg' : 'webp';
}
