/** What a device is told, without the dress of the wire. Versions are numbers that only grow. */
export type ToldItem =
  | { kind: 'new'; book: string; file: number; meta: number; state: number }
  | { kind: 'metadata'; book: string; meta: number }
  | { kind: 'state'; book: string; state: number }
  | { kind: 'removed'; book: string }
  | { kind: 'shelf'; shelf: string; name: number; books: string[] }
  | { kind: 'no-shelf'; shelf: string };

export interface ToldPage {
  items: ToldItem[];
  token: string;
  more: boolean;
}

/** What a device should hold: books by name, shelves with those of their books that it holds. */
export interface Holdings {
  books: Record<string, { file: number; meta: number; state: number }>;
  shelves: Record<string, { name: number; books: string[] }>;
}

/** At once in plain maps, later over a line. */
export type Awaitable<Value> = Value | Promise<Value>;

/** A server as random histories see it: everything that may happen to it, and what a device is answered. */
export interface HistoryHouse {
  addBook(book: string): Awaitable<void>;
  replaceFile(book: string): Awaitable<void>;
  editBook(book: string): Awaitable<void>;
  deleteBook(book: string): Awaitable<void>;
  addShelf(shelf: string): Awaitable<void>;
  renameShelf(shelf: string): Awaitable<void>;
  deleteShelf(shelf: string): Awaitable<void>;
  putOnShelf(shelf: string, book: string): Awaitable<void>;
  takeOffShelf(shelf: string, book: string): Awaitable<void>;
  /** Which shelves a device gets; null: everything. */
  choose(device: number, shelves: string[] | null): Awaitable<void>;
  /** A reader came to `state`; told by a device, or in a browser (null). */
  read(device: number | null, book: string, state: number): Awaitable<void>;
  deletedOnDevice(device: number, book: string): Awaitable<void>;
  sendAgain(device: number, book: string): Awaitable<void>;
  sync(device: number, token: string | undefined): Awaitable<ToldPage>;
  /** As things stand now. */
  shouldHold(device: number): Awaitable<Holdings>;
}
