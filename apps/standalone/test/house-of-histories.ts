import { Database, newId, settleRights } from '@octavo/database';
import { type HistoryHouse, type Holdings, InMemoryHouse, titled, type ToldItem, type ToldPage } from '@octavo/testing';
import type { House } from './house.js';
import { Visitor } from './visitor.js';

const FIRST_DAY = Date.UTC(2026, 0, 1);

interface Device {
  id: string;
  http: Visitor;
}

/**
 * The real house as random histories see it: devices and shelves over HTTP, books as the workers change them. Beside it
 * runs the house of plain maps, which says what devices should hold.
 */
export class HouseOfHistories implements HistoryHouse {
  private readonly oracle: InMemoryHouse;
  private readonly books = new Map<string, string>();
  private readonly shelves = new Map<string, string>();
  private readonly names = new Map<string, string>();

  private constructor(
    private readonly house: House,
    private readonly database: Database,
    private readonly devices: Device[],
    /** Stands in for the browser: it tells of reading and never syncs. */
    private readonly browser: Device,
  ) {
    this.oracle = new InMemoryHouse(devices.length, 1);
  }

  static async with(house: House, database: Database, devices: number): Promise<HouseOfHistories> {
    const paired: Device[] = [];
    for (let n = 0; n <= devices; n++) {
      const { body } = await house.admin.post('/api/devices', { name: `Kobo ${n}` });
      paired.push({ id: body.id, http: new Visitor(`${house.url}/kobo/${body.token}`) });
    }
    return new HouseOfHistories(house, database, paired.slice(0, devices), paired[devices]!);
  }

  /** Takes away everything this history brought. */
  async clear(): Promise<void> {
    await this.house.sql('delete from device');
    await this.house.sql('delete from shelf');
    await this.house.sql('delete from reading_state');
    await this.house.sql('delete from book');
  }

  async addBook(book: string): Promise<void> {
    this.oracle.addBook(book);
    const known = this.books.get(book);
    const id = known ?? newId();
    this.books.set(book, id);
    this.names.set(id, book);
    if (!known) await this.insert(id, book);
    await this.write(book, true);
  }

  async replaceFile(book: string): Promise<void> {
    this.oracle.replaceFile(book);
    if (this.oracle.has(book)) await this.write(book, true);
  }

  async editBook(book: string): Promise<void> {
    this.oracle.editBook(book);
    if (this.oracle.has(book)) await this.write(book, false);
  }

  async deleteBook(book: string): Promise<void> {
    this.oracle.deleteBook(book);
    const id = this.books.get(book);
    if (!id) return;
    await this.house.sql('update book set removed_at = coalesce(removed_at, now()) where id = $1', [id]);
    await this.database.transaction((repositories) => settleRights(repositories, { books: [id] }));
  }

  async addShelf(shelf: string): Promise<void> {
    this.oracle.addShelf(shelf);
    if (this.shelves.has(shelf)) return;
    const { body } = await this.house.admin.post('/api/shelves', { name: this.shelfName(shelf) });
    this.shelves.set(shelf, body.id);
    this.names.set(body.id, shelf);
  }

  async renameShelf(shelf: string): Promise<void> {
    this.oracle.renameShelf(shelf);
    const id = this.shelves.get(shelf);
    if (id) await this.house.admin.call('PATCH', `/api/shelves/${id}`, { name: this.shelfName(shelf) });
  }

  async deleteShelf(shelf: string): Promise<void> {
    this.oracle.deleteShelf(shelf);
    const id = this.shelves.get(shelf);
    this.shelves.delete(shelf);
    if (id) await this.house.admin.call('DELETE', `/api/shelves/${id}`);
  }

  async putOnShelf(shelf: string, book: string): Promise<void> {
    this.oracle.putOnShelf(shelf, book);
    await this.onShelf('PUT', shelf, book);
  }

  async takeOffShelf(shelf: string, book: string): Promise<void> {
    this.oracle.takeOffShelf(shelf, book);
    await this.onShelf('DELETE', shelf, book);
  }

  async choose(device: number, shelves: string[] | null): Promise<void> {
    this.oracle.choose(device, shelves);
    const shelfIds = (shelves ?? []).flatMap((shelf) => this.shelves.get(shelf) ?? []);
    const scope = shelves ? { kind: 'shelves', shelfIds } : { kind: 'everything' };
    await this.house.admin.call('PATCH', `/api/devices/${this.devices[device]!.id}`, { scope });
  }

  async read(device: number | null, book: string, state: number): Promise<void> {
    this.oracle.read(device, book, state);
    const id = this.books.get(book);
    if (!id || (device === null && !this.oracle.has(book))) return;
    const { http } = device === null ? this.browser : this.devices[device]!;
    const LastModified = new Date(FIRST_DAY + state * 1000).toISOString();
    const Statistics = { LastModified, SpentReadingMinutes: state };
    await http.call('PUT', `/v1/library/${id}/state`, {
      ReadingStates: [{ EntitlementId: id, LastModified, Statistics }],
    });
  }

  async deletedOnDevice(device: number, book: string): Promise<void> {
    this.oracle.deletedOnDevice(device, book);
    const id = this.books.get(book);
    if (id) await this.devices[device]!.http.call('DELETE', `/v1/library/${id}`);
  }

  async sendAgain(device: number, book: string): Promise<void> {
    this.oracle.sendAgain(device, book);
    const id = this.books.get(book);
    const path = `/api/devices/${this.devices[device]!.id}/books/${id}`;
    if (id) await this.house.admin.call('PATCH', path, { withheld: false });
  }

  async sync(device: number, token: string | undefined): Promise<ToldPage> {
    const headers: Record<string, string> = token === undefined ? {} : { 'x-kobo-synctoken': token };
    const answer = await this.devices[device]!.http.get('/v1/library/sync', headers);
    return {
      items: (answer.body as Record<string, Wire>[]).map((item) => this.told(item)),
      token: answer.headers.get('x-kobo-synctoken')!,
      more: answer.headers.get('x-kobo-sync') === 'continue',
    };
  }

  shouldHold(device: number): Holdings {
    return this.oracle.shouldHold(device);
  }

  private async onShelf(method: string, shelf: string, book: string): Promise<void> {
    const [shelfId, bookId] = [this.shelves.get(shelf), this.books.get(book)];
    if (shelfId && bookId) await this.house.admin.call(method, `/api/shelves/${shelfId}/books/${bookId}`);
  }

  private shelfName(shelf: string): string {
    return `${shelf}@${this.oracle.nameOf(shelf)}`;
  }

  private async insert(id: string, book: string): Promise<void> {
    await this.house.sql(
      `with made as (insert into work (id) values ($2) returning id),
       added as (insert into book (id, work_id, title, sort_title, author_sort, search_text, status, subjects)
         select $1, id, $3, $3, '', $3, 'READY', '{}' from made returning id)
       insert into file (id, book_id, fingerprint, size, format, warnings)
       select $4, id, $5, 1, 'kepub', '{}' from added`,
      [id, newId(), book, newId(), `${id.slice(-12)}`],
    );
  }

  /** As ingest and conversion leave a book: its title, its file and what devices get of it. */
  private async write(book: string, newFile: boolean): Promise<void> {
    const id = this.books.get(book)!;
    const { file, meta } = this.oracle.asTold(book);
    const metadata = titled(`${book}@${meta}`);
    await this.house.sql('update file set size = $2 where book_id = $1', [id, file]);
    await this.database.transaction(async (repositories) => {
      const { bookMetadata, books, entitlements } = repositories;
      await bookMetadata.save(id, (await bookMetadata.locked(id))!, { metadata, origins: {} });
      const before = await books.setDeliveryForm(id, `kepub:${id.slice(-12)}-${file}`, 'a test');
      await entitlements.lock();
      if (!newFile || before !== null) await entitlements.touch(id, newFile ? 'file' : 'metadata');
    });
    await this.house.sql('update book set removed_at = null where id = $1', [id]);
    await this.database.transaction((repositories) => settleRights(repositories, { books: [id] }));
  }

  private told(item: Record<string, Wire>): ToldItem {
    const [kind, value] = Object.entries(item)[0]!;
    if (kind === 'DeletedTag') return { kind: 'no-shelf', shelf: this.name(value.Tag!.Id) };
    if (kind.endsWith('Tag')) {
      const { Id, Name, Items } = value.Tag!;
      const books = Items!.map(({ RevisionId }) => this.name(RevisionId));
      return { kind: 'shelf', shelf: this.name(Id), name: Number(Name!.split('@')[1]), books };
    }
    if (kind === 'ChangedReadingState')
      return { kind: 'state', book: this.name(value.ReadingState!.EntitlementId), state: minutes(value) };
    const book = this.name(value.BookEntitlement!.Id);
    if (kind === 'ChangedEntitlement') return { kind: 'removed', book };
    const { Title, DownloadUrls } = value.BookMetadata!;
    const meta = Number(Title.split('@')[1]);
    if (kind === 'ChangedProductMetadata') return { kind: 'metadata', book, meta };
    return { kind: 'new', book, meta, file: DownloadUrls[0]!.Size, state: minutes(value) };
  }

  private name(id: string): string {
    return this.names.get(id) ?? id;
  }
}

const minutes = (value: Wire) => value.ReadingState?.Statistics.SpentReadingMinutes ?? 0;

interface Wire {
  BookEntitlement?: { Id: string };
  BookMetadata?: { Title: string; DownloadUrls: { Size: number }[] };
  ReadingState?: { EntitlementId: string; Statistics: { SpentReadingMinutes?: number } };
  Tag?: { Id: string; Name?: string; Items?: { RevisionId: string }[] };
}
