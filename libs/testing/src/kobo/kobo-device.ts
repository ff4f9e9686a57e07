import type { ReadingState } from '@octavo/kobo';
import { DeviceApi } from './device-api.js';
import { fetchCover } from './device-covers.js';
import { fetchBook } from './device-downloads.js';
import { DeviceLink, SyncBroken } from './device-link.js';
import { CLARA_COLOUR, type DeviceProfile } from './device-profile.js';
import { startDevice } from './device-start.js';
import { syncPage } from './device-sync.js';
import { Network, type Fetch } from './network.js';
import { Shelf, type SeenItem, type ShelfBook } from './shelf.js';

export interface KoboDeviceOptions extends Partial<DeviceProfile> {
  /** What stands in the device's configuration: no slash at the end. */
  apiEndpoint: string;
  /** New books that a sync downloads by itself; the rest waits for a tap. */
  downloadLimit?: number;
  /** Covers that a sync fetches at most. */
  coverLimit?: number;
  /** What carries the requests; faults are put around it by `net`. */
  fetch?: Fetch;
}

/** How a sync, or a part of one, went. `failure` says why a device would have given up. */
export interface SyncRun {
  completed: boolean;
  failure?: string;
  pages: number;
  items: SeenItem[];
}

/** What the reader did to a book, in the three parts a device tells it in. */
export type StateChange = Pick<ReadingState, 'LastModified' | 'StatusInfo' | 'Statistics' | 'CurrentBookmark'>;

/** More pages than this are a server that never comes to an end. */
const MOST_PAGES = 200;

/**
 * A Kobo that speaks the real protocol over HTTP, in the order and with the strictness of the real one. It never
 * throws for what a server does: what a device would choke on is in `violations`, and every call in `transcript`.
 */
export class KoboDevice {
  readonly net: Network;
  /** The token of the last page that arrived whole; public, so that a test can put another server's in its place. */
  syncToken: string | undefined;
  /** Covers by image id; a device never asks for one again. */
  readonly covers = new Map<string, Uint8Array>();
  private readonly link: DeviceLink;
  private readonly api: DeviceApi;
  private readonly shelf: Shelf;
  private readonly downloadLimit: number;
  private readonly coverLimit: number;
  private pending: (() => Promise<void>)[] = [];

  constructor({ apiEndpoint, downloadLimit = 5, coverLimit = 20, fetch, ...profile }: KoboDeviceOptions) {
    this.net = new Network(fetch);
    this.link = new DeviceLink(apiEndpoint, this.net);
    this.api = new DeviceApi(apiEndpoint, { ...CLARA_COLOUR, ...profile }, this.link);
    this.shelf = new Shelf((violation) => this.link.note(violation));
    this.downloadLimit = downloadLimit;
    this.coverLimit = coverLimit;
  }

  /** What is on the device by entitlement id, its archive included. */
  get books(): ReadonlyMap<string, ShelfBook> {
    return this.shelf.books;
  }

  get collections(): Shelf['collections'] {
    return this.shelf.collections;
  }

  /** Titles on the shelf, sorted; those in the archive are not. */
  get titles(): string[] {
    const shown = [...this.books.values()].filter(({ removed }) => !removed);
    return shown.map(({ title }) => title).sort();
  }

  /** One line a call: method, path without the device's token, status, size, what a page held. */
  get transcript(): readonly string[] {
    return this.link.transcript;
  }

  /** What a real device would have choked on, in words. */
  get violations(): readonly string[] {
    return this.link.violations;
  }

  /** The map of the last initialization. */
  get resources(): Readonly<Record<string, unknown>> | undefined {
    return this.api.session.resources;
  }

  /** Everything a device does before it asks for its library. */
  start(): Promise<SyncRun> {
    return this.run(() => startDevice(this.api));
  }

  /** A whole sync: own changes, all pages, downloads, covers. Starts the device first if it was not. */
  sync(): Promise<SyncRun> {
    return this.run(async (run) => {
      if (!this.resources) await startDevice(this.api);
      await this.pushChanges();
      await this.fetchPages(run);
      await this.downloadWanted();
      await this.fetchCovers();
      await this.api.get('/v1/user/wishlist?PageSize=100&PageIndex=0');
      await this.api.post('/v1/analytics/event', { Events: [{ EventType: 'SyncCompleted' }] });
    });
  }

  /** The reader opens a book that was not downloaded yet. */
  tap(id: string): Promise<SyncRun> {
    return this.run(() => this.download(this.bookOf(id)));
  }

  /** The reader reads: kept on the device, and told to the server with the next sync. */
  read(id: string, change: StateChange): void {
    const book = this.bookOf(id);
    const state = { ...change, EntitlementId: id };
    const created = book.readingState?.Created ?? change.LastModified;
    book.readingState = { ...state, Created: created, PriorityTimestamp: change.LastModified };
    this.pending.push(() => this.api.push('PUT', `/v1/library/${id}/state`, { ReadingStates: [state] }));
  }

  /** The reader removes a book here: it goes, and the server hears of it with the next sync. */
  archive(id: string): void {
    this.shelf.forget(id);
    this.pending.push(() => this.api.push('DELETE', `/v1/library/${id}`));
  }

  /** Everything is gone but the configured endpoint. */
  factoryReset(): void {
    this.signOutKeepingBooks();
    this.shelf.clear();
    this.covers.clear();
    this.pending = [];
  }

  /** Sign-out, or "Repair your account": the books stay, the sync token and the sign-in do not. */
  signOutKeepingBooks(): void {
    this.api.session = {};
    this.syncToken = undefined;
  }

  /** The tokens of both sign-ins end, so that the next start renews them. */
  expireTokens(): void {
    this.api.session = { ...this.api.session, accessToken: undefined, cloudToken: undefined };
  }

  private async run(steps: (run: SyncRun) => Promise<void>): Promise<SyncRun> {
    const run: SyncRun = { completed: false, pages: 0, items: [] };
    try {
      await steps(run);
      return { ...run, completed: true };
    } catch (error) {
      if (error instanceof SyncBroken) return { ...run, failure: error.message };
      throw error;
    }
  }

  private async pushChanges(): Promise<void> {
    for (let change = this.pending[0]; change; change = this.pending[0]) {
      await change();
      this.pending.shift();
    }
  }

  private async fetchPages(run: SyncRun): Promise<void> {
    for (let more = true; more;) {
      if (run.pages === MOST_PAGES) throw this.link.refuse(`after ${MOST_PAGES} pages there was still more to sync`);
      const page = await syncPage(this.api, this.syncToken);
      const items = page.items.map((item) => this.shelf.apply(item));
      run.pages += 1;
      run.items.push(...items);
      this.link.transcript.push(contentsOf(items, page.more));
      this.syncToken = page.token ?? this.syncToken;
      more = page.more;
    }
  }

  private async downloadWanted(): Promise<void> {
    const wanted = [...this.shelf.wanted].map((id) => this.bookOf(id));
    // a book that was on the device and is announced again is fetched again
    const again = wanted.filter(({ file }) => file);
    const fresh = wanted.filter(({ file }) => !file);
    for (const book of [...again, ...fresh.slice(0, this.downloadLimit)]) await this.download(book);
  }

  private async download(book: ShelfBook): Promise<void> {
    const fetched = await fetchBook(this.api, book.id);
    if (!fetched) return;
    Object.assign(book, fetched);
    this.shelf.wanted.delete(book.id);
  }

  private async fetchCovers(): Promise<void> {
    const shown = [...this.books.values()].filter(({ removed }) => !removed);
    const ids = shown.map(({ metadata }) => metadata.CoverImageId).filter((id) => id !== undefined);
    for (const id of ids.filter((known) => !this.covers.has(known)).slice(0, this.coverLimit)) {
      const cover = await fetchCover(this.link, this.resources ?? {}, id);
      if (cover) this.covers.set(id, cover);
    }
  }

  private bookOf(id: string): ShelfBook {
    const book = this.shelf.books.get(id);
    if (!book) throw new Error(`the device has no book ${id}`);
    return book;
  }
}

/** "  3 items: 2 NewEntitlement, 1 ChangedEntitlement, continue" */
function contentsOf(items: SeenItem[], more: boolean): string {
  const counts = [...Map.groupBy(items, ({ kind }) => kind)].map(([kind, all]) => `${all.length} ${kind}`);
  return `  ${items.length} items: ${[...counts, more ? 'continue' : 'end'].join(', ')}`;
}
