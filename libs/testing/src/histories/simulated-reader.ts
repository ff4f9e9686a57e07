import type { Holdings, ToldItem, ToldPage } from './history-house.js';

/** How a device treats its sync token: as it should, or as some were reported to. */
export type TokenHabit = 'as it should' | 'sends none' | 'repeats the first';

interface Book {
  file: number;
  meta: number;
  state: number;
}

/** A device and its reader: takes in pages, and keeps a token only with an answer it has taken in whole. */
export class SimulatedReader {
  token: string | undefined;
  /** What its reader did that the server has not confirmed yet. */
  readonly toTell: ({ read: string; state: number } | { deleted: string })[] = [];
  readonly violations: string[] = [];
  /** An answer that is under way, and the token it was asked with. */
  late: { askedWith: string | undefined; page: ToldPage } | undefined;
  private readonly books = new Map<string, Book>();
  private readonly shelves = new Map<string, { name: number; books: string[] }>();
  private inSync: string | undefined;

  constructor(readonly habit: TokenHabit) {}

  /** What it puts into its next request. */
  get asksWith(): string | undefined {
    if (this.habit === 'sends none') return undefined;
    return this.habit === 'repeats the first' && this.syncing ? this.inSync : this.token;
  }

  private syncing = false;

  take(page: ToldPage): void {
    for (const item of page.items) this.apply(item);
    if (page.more && !this.syncing) this.inSync = this.token;
    this.syncing = page.more;
    this.token = page.token;
  }

  has(book: string): boolean {
    return this.books.has(book);
  }

  read(book: string, state: number): void {
    const held = this.books.get(book);
    if (!held) return;
    held.state = state;
    this.toTell.push({ read: book, state });
  }

  delete(book: string): void {
    if (this.books.delete(book)) this.toTell.push({ deleted: book });
  }

  factoryReset(): void {
    this.books.clear();
    this.shelves.clear();
    this.toTell.length = 0;
    this.signOut();
  }

  /** The token goes; what was on the device stays there. */
  signOut(): void {
    this.token = undefined;
    this.late = undefined;
    this.syncing = false;
  }

  get holdings(): Holdings {
    const shelves = [...this.shelves].map(([id, { name, books }]) => {
      const held = books.filter((book) => this.books.has(book)).sort();
      return [id, { name, books: held }] as const;
    });
    return { books: Object.fromEntries(this.books), shelves: Object.fromEntries(shelves) };
  }

  private apply(item: ToldItem): void {
    if (item.kind === 'removed') this.books.delete(item.book);
    else if (item.kind === 'no-shelf') this.shelves.delete(item.shelf);
    else if (item.kind === 'shelf') this.keepShelf(item);
    else if (item.kind === 'new') this.keepBook(item);
    else this.change(item);
  }

  /** A device leaves out of a collection what it does not have at that moment. */
  private keepShelf({ shelf, name, books }: ToldItem & { kind: 'shelf' }): void {
    this.shelves.set(shelf, { name, books: books.filter((book) => this.books.has(book)) });
  }

  private keepBook({ book, file, meta, state }: ToldItem & { kind: 'new' }): void {
    const own = this.books.get(book)?.state ?? 0;
    this.books.set(book, { file, meta, state: Math.max(own, state) });
  }

  private change(item: ToldItem & { kind: 'metadata' | 'state' }): void {
    const held = this.books.get(item.book);
    if (!held) {
      // The reader may have deleted it a moment ago. And a device that never came back with a token may be taken for one
      // that never does; it is set right as soon as it comes back with one.
      const deleted = this.toTell.some((told) => 'deleted' in told && told.deleted === item.book);
      if (!deleted && this.token !== undefined)
        this.violations.push(`${item.kind} for ${item.book}, which is not there`);
    } else if (item.kind === 'metadata') held.meta = item.meta;
    else held.state = Math.max(held.state, item.state);
  }
}
