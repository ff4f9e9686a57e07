import { randomUUID } from 'node:crypto';
import { pngCover } from '../../builders/cover.builder.js';
import type { Hands, NewBook } from '../hands.js';
import { aBook } from '../new-books.js';
import { type ModelAccounts, takeIn } from './model-accounts.js';
import { modelBook, modelCover, plainBook } from './model-books.js';
import { PAGE_SIZE } from './model-sync.js';

/** So many books of a new reader are real ones, with covers. */
const REAL = 3;

/** Everything that can be done to a model server. */
export function modelHands(accounts: ModelAccounts): Hands {
  const add = async (base: string, books: NewBook[]) => {
    const made = await Promise.all(books.map(modelBook));
    for (const book of made) accounts.at(base).account.books.set(book.id, book);
    return made.map(({ id }) => id);
  };
  return {
    pageSize: PAGE_SIZE,
    addBooks: add,
    addUnready: (base, book) => Promise.resolve({ finish: async () => (await add(base, [book]))[0] ?? '' }),
    ...onAccounts(accounts),
    ...onBooks(accounts),
    ...onShelves(accounts),
  };
}

const onAccounts = (accounts: ModelAccounts): Hands => ({
  pair: (base) => Promise.resolve(accounts.pair(accounts.at(base).account).base),
  async reader(books) {
    const { account, base } = accounts.pair(accounts.open());
    for (let n = 1; n <= books; n++) {
      const book = n <= REAL ? await modelBook({ ...aBook(`Book ${n}`), cover: pngCover() }) : plainBook(n);
      account.books.set(book.id, book);
    }
    return base;
  },
  withoutRight() {
    const device = accounts.pair(accounts.open());
    device.mayRead = false;
    return Promise.resolve(device.base);
  },
  resync(base) {
    accounts.at(base).epoch += 1;
    return Promise.resolve();
  },
  finishBooks(base, ids) {
    const status = { modifiedAt: new Date(), status: 'Finished' as const };
    for (const entitlementId of ids) takeIn(accounts.at(base).account, { entitlementId, status }, 'the server');
    return Promise.resolve();
  },
});

const onBooks = (accounts: ModelAccounts): Hands => ({
  editBook(id, { title, series }) {
    const book = accounts.book(id);
    Object.assign(book, { title, series: { name: series }, metadata: book.metadata + 1 });
    return Promise.resolve();
  },
  async replaceFile(id, file) {
    const book = accounts.book(id);
    Object.assign(book, { bytes: (await modelBook({ file })).bytes, file: book.file + 1 });
  },
  async replaceCover(id, picture) {
    const book = accounts.book(id);
    book.covers.push(await modelCover(picture));
    book.metadata += 1;
  },
  deleteBook: (id) => Promise.resolve(void accounts.owner(id).books.delete(id)),
  stillHas: (id) => Promise.resolve(accounts.book(id) !== undefined),
  loseConversion(id) {
    accounts.book(id).lost = true;
    return Promise.resolve(() => Promise.resolve(void (accounts.book(id).lost = false)));
  },
  withhold: (base, id) => Promise.resolve(void accounts.at(base).withheld.add(id)),
  offer: (base, id) => Promise.resolve(void accounts.at(base).withheld.delete(id)),
});

const onShelves = (accounts: ModelAccounts): Hands => ({
  addShelf(base, name) {
    const shelf = { id: randomUUID(), name, books: new Set<string>() };
    accounts.at(base).account.shelves.set(shelf.id, shelf);
    return Promise.resolve(shelf.id);
  },
  shelve(shelf, ids) {
    const { books } = accounts.owner(shelf).shelves.get(shelf) ?? {};
    for (const id of ids) books?.add(id);
    return Promise.resolve();
  },
  removeShelf: (shelf) => Promise.resolve(void accounts.owner(shelf).shelves.delete(shelf)),
  choose: (base, scope) => Promise.resolve(void (accounts.at(base).scope = scope)),
});
