import {
  answering,
  type Asked,
  changesFor,
  hear,
  pageAfter,
  type Piece,
  provenTo,
  shelfChangeFor,
  type SyncPosition,
} from '@octavo/domain';
import { Line, type Right } from './in-memory-line.js';
import type { HistoryHouse, Holdings, ToldItem, ToldPage } from './history-house.js';

interface Book {
  file: number;
  meta: number;
}

/**
 * The rules of syncing with plain maps in the place of the database: the same decisions, none of the SQL. `pageSize` is
 * small, so that syncs have many pages.
 */
export class InMemoryHouse implements HistoryHouse {
  private readonly books = new Map<string, Book>();
  private readonly shelves = new Map<string, { name: number; books: Set<string> }>();
  private readonly states = new Map<string, number>();
  private readonly lines: Line[];
  private changes = 0;

  constructor(
    devices: number,
    private readonly pageSize: number,
  ) {
    this.lines = Array.from({ length: devices }, () => new Line());
  }

  addBook(book: string): void {
    if (this.books.has(book)) return;
    this.books.set(book, { file: ++this.changes, meta: ++this.changes });
    this.settle();
  }

  replaceFile(book: string): void {
    this.change(book, (known) => (known.file = ++this.changes), 'fileAt');
  }

  editBook(book: string): void {
    this.change(book, (known) => (known.meta = ++this.changes), 'metadataAt');
  }

  /** It keeps its places on shelves, should it ever come back. */
  deleteBook(book: string): void {
    this.books.delete(book);
    this.settle();
  }

  addShelf(shelf: string): void {
    if (this.shelves.has(shelf)) return;
    this.shelves.set(shelf, { name: ++this.changes, books: new Set() });
    this.settle();
  }

  renameShelf(shelf: string): void {
    const known = this.shelves.get(shelf);
    if (!known) return;
    known.name = ++this.changes;
    this.touchShelf(shelf);
  }

  deleteShelf(shelf: string): void {
    this.shelves.delete(shelf);
    this.settle();
  }

  putOnShelf(shelf: string, book: string): void {
    if (!this.books.has(book) || !this.shelves.has(shelf)) return;
    this.shelves.get(shelf)!.books.add(book);
    this.touchShelf(shelf);
    this.settle();
  }

  takeOffShelf(shelf: string, book: string): void {
    this.shelves.get(shelf)?.books.delete(book);
    this.touchShelf(shelf);
    this.settle();
  }

  choose(device: number, shelves: string[] | null): void {
    this.lines[device]!.chosen = shelves && new Set(shelves.filter((shelf) => this.shelves.has(shelf)));
    this.settle();
  }

  read(device: number | null, book: string, state: number): void {
    const known = device === null ? this.books.has(book) : this.lines[device]!.rights.has(book);
    if (!known || (this.states.get(book) ?? 0) >= state) return;
    this.states.set(book, state);
    this.touch(book, 'stateAt', device);
  }

  deletedOnDevice(device: number, book: string): void {
    this.lines[device]!.deletedOnDevice(book);
  }

  sendAgain(device: number, book: string): void {
    const right = this.lines[device]!.rights.get(book);
    if (right && this.books.has(book)) Object.assign(right, { revoked: true, withheld: false });
    this.settle();
  }

  async sync(device: number, token: string | undefined): Promise<ToldPage> {
    const line = this.lines[device]!;
    const asked: Asked = token === undefined ? { header: '' } : { ...(JSON.parse(token) as Asked), header: token };
    const { position, origin, habits } = hear(asked, line.habits);
    line.acknowledged = Math.max(line.acknowledged, provenTo(origin ?? position));
    const offered = line.offered;
    const next = (at: SyncPosition, room: number) => Promise.resolve(this.piece(line, at, { room, offered }));
    const limits = { items: this.pageSize, bytes: 1e9, ms: 1e9 };
    const page = await pageAfter(position, next, { limits, assumed: origin !== undefined });
    line.offered = Math.max(line.offered, page.reached ?? 0);
    line.habits = answering(habits, asked.header, page.more);
    line.habits.answered = { position: page.position, more: page.more };
    const next_ = JSON.stringify({ position: page.position, ...(origin && { origin }) });
    return { items: page.items, more: page.more, token: next_ };
  }

  shouldHold(device: number): Holdings {
    const { rights, chosen } = this.lines[device]!;
    const books = [...rights].filter(([, { revoked }]) => !revoked).map(([book]) => [book, this.asTold(book)] as const);
    const held = new Set(books.map(([book]) => book));
    const shelves = [...this.shelves]
      .filter(([shelf]) => !chosen || chosen.has(shelf))
      .map(([shelf, known]) => [
        shelf,
        { name: known.name, books: [...known.books].filter((book) => held.has(book)).sort() },
      ]);
    return { books: Object.fromEntries(books), shelves: Object.fromEntries(shelves) as Holdings['shelves'] };
  }

  /** What is told of a book now. */
  asTold(book: string): { file: number; meta: number; state: number } {
    return { ...this.books.get(book)!, state: this.states.get(book) ?? 0 };
  }

  /** The version of a shelf's name; undefined while there is no such shelf. */
  nameOf(shelf: string): number | undefined {
    return this.shelves.get(shelf)?.name;
  }

  has(book: string): boolean {
    return this.books.has(book);
  }

  private change(book: string, how: (known: Book) => void, part: 'fileAt' | 'metadataAt'): void {
    const known = this.books.get(book);
    if (!known) return;
    how(known);
    this.touch(book, part, null);
  }

  private touch(book: string, part: 'fileAt' | 'metadataAt' | 'stateAt', except: number | null): void {
    for (const [device, line] of this.lines.entries()) {
      const right = line.rights.get(book);
      if (!right || right.revoked || device === except) continue;
      const at = ++line.version;
      Object.assign(right, { [part]: at, changedAt: at });
    }
  }

  private touchShelf(shelf: string): void {
    for (const line of this.lines) {
      const known = line.shelves.get(shelf);
      if (known && !known.revoked) known.changedAt = ++line.version;
    }
  }

  private settle(): void {
    for (const line of this.lines) {
      if (line.chosen) line.chosen = new Set([...line.chosen].filter((shelf) => this.shelves.has(shelf)));
      for (const [book, right] of line.rights) {
        if (!right.revoked && !this.isMeantFor(line, book))
          Object.assign(right, { revoked: true, changedAt: ++line.version });
      }
      for (const book of this.books.keys()) this.grant(line, book);
      for (const shelf of new Set([...this.shelves.keys(), ...line.shelves.keys()])) this.settleShelf(line, shelf);
    }
  }

  private isMeantFor({ chosen }: Line, book: string): boolean {
    const onChosen = !chosen || [...chosen].some((shelf) => this.shelves.get(shelf)?.books.has(book));
    return this.books.has(book) && onChosen;
  }

  private grant(line: Line, book: string): void {
    const known = line.rights.get(book);
    if ((known && (!known.revoked || known.withheld)) || !this.isMeantFor(line, book)) return;
    line.grant(book);
  }

  private settleShelf(line: Line, shelf: string): void {
    const meant = this.shelves.has(shelf) && (!line.chosen || line.chosen.has(shelf));
    const known = line.shelves.get(shelf);
    if (!meant) {
      if (known && !known.revoked) Object.assign(known, { revoked: true, changedAt: ++line.version });
      return;
    }
    if (!known || known.revoked) {
      const at = ++line.version;
      const firstGrantedAt = known?.firstGrantedAt ?? at;
      line.shelves.set(shelf, { grantedAt: at, firstGrantedAt, changedAt: at, revoked: false });
      return;
    }
    const granted = [...this.shelves.get(shelf)!.books].map((book) => line.rights.get(book)?.grantedAt ?? 0);
    if (Math.max(0, ...granted) > known.changedAt) known.changedAt = ++line.version;
  }

  private piece(
    line: Line,
    position: SyncPosition,
    { room, offered }: { room: number; offered: number },
  ): Piece<ToldItem> {
    const shelves = position.phase === 'shelves';
    const { taken, more, reached } = line.after(position, room);
    const entries = taken.map(([id, row]) => ({
      at: row.changedAt,
      items: shelves
        ? this.shelfItems(id, shelfChangeFor(row, position, offered), line)
        : this.bookItems(id, changesFor(row as Right, position, offered)),
    }));
    return { entries, more, reached };
  }

  private bookItems(book: string, changes: ReturnType<typeof changesFor>): ToldItem[] {
    return changes.map((change) => {
      if (change === 'removed') return { kind: 'removed', book };
      const { file, meta, state } = this.asTold(book);
      if (change === 'new') return { kind: 'new', book, file, meta, state };
      return change === 'metadata' ? { kind: 'metadata', book, meta } : { kind: 'state', book, state };
    });
  }

  private shelfItems(shelf: string, change: ReturnType<typeof shelfChangeFor>, line: Line): ToldItem[] {
    if (change === undefined) return [];
    const known = this.shelves.get(shelf);
    if (change === 'deleted' || !known) return [{ kind: 'no-shelf', shelf }];
    const books = [...known.books].filter((book) => line.rights.get(book)?.revoked === false);
    return [{ kind: 'shelf', shelf, name: known.name, books }];
  }
}
