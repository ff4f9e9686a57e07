/** A book to be put into a library: an EPUB, and a picture beside it that is its cover. */
export interface NewBook {
  file: Uint8Array;
  cover?: Uint8Array;
}

/**
 * What a check needs done on the server and the protocol cannot do. Every method settles when the server is done with
 * it, so that the next request sees it. `base` is the address of a device, as it stands in the device's configuration;
 * ids of books and shelves are those the devices know. What a server's owner leaves out skips the checks that need it.
 */
export interface Hands {
  /** How many items this server puts on one page of a sync. */
  pageSize?: number;
  /** The same server at an address where it has no public one configured and takes us for a trusted proxy. */
  unconfigured?: string;

  /** Pairs one more device for the same account; gives its base. */
  pair?(base: string): Promise<string>;
  /** Makes an account with exactly that many books, which nobody else sees, and pairs a device for it. */
  reader?(books: number): Promise<string>;
  /** A valid base whose account may not sync. */
  withoutRight?(): Promise<string>;

  /** Puts books into the library of that device's account; gives their ids once they can be downloaded. */
  addBooks?(base: string, books: NewBook[]): Promise<string[]>;
  /** Puts a book there whose conversion does not end before `finish`. */
  addUnready?(base: string, book: NewBook): Promise<{ finish(): Promise<string> }>;
  editBook?(id: string, change: { title: string; series: string }): Promise<void>;
  replaceFile?(id: string, file: Uint8Array): Promise<void>;
  replaceCover?(id: string, picture: Uint8Array): Promise<void>;
  /** Takes a book out of the library for good. */
  deleteBook?(id: string): Promise<void>;
  /** Whether the library still has a book and its file. */
  stillHas?(id: string): Promise<boolean>;
  /** Makes the converted file of a book unobtainable; gives what undoes that. */
  loseConversion?(id: string): Promise<() => Promise<void>>;

  /** Keeps a book from a device, and sends it (again). */
  withhold?(base: string, id: string): Promise<void>;
  offer?(base: string, id: string): Promise<void>;
  /** Has everything sent to a device again. */
  resync?(base: string): Promise<void>;
  /** Chooses what a device gets. */
  choose?(base: string, shelves: string[] | 'everything'): Promise<void>;

  /** Marks books as read on the server. */
  finishBooks?(base: string, ids: string[]): Promise<void>;
  addShelf?(base: string, name: string): Promise<string>;
  shelve?(shelf: string, ids: string[]): Promise<void>;
  removeShelf?(shelf: string): Promise<void>;

  /** Takes back what was made for the checks. */
  tidyUp?(): Promise<void>;
}

/** `write`: leave to change reading states and collections on the server. */
export type Need = Exclude<keyof Hands, 'tidyUp'> | 'write';

/** What each need is, in words for who runs the checks. */
export const NEEDS: Record<Need, string> = {
  pageSize: 'to know how many items make a page',
  unconfigured: 'a server behind a proxy without a public address of its own',
  pair: 'a second device of the same account',
  reader: 'accounts with a library of a given size',
  withoutRight: 'an account that may not sync',
  addBooks: 'books added',
  addUnready: 'a book held in conversion',
  editBook: 'a title edited',
  replaceFile: 'a file replaced',
  replaceCover: 'a cover replaced',
  deleteBook: 'a book deleted',
  stillHas: 'a look into the library',
  loseConversion: 'a converted file lost',
  withhold: 'a book kept from a device',
  offer: 'a book sent to a device again',
  resync: 'everything sent again',
  choose: 'a choice of shelves for a device',
  finishBooks: 'books marked as read',
  addShelf: 'a shelf made',
  shelve: 'books put on a shelf',
  removeShelf: 'a shelf removed',
  write: '--write',
};
