import { foldText } from '@octavo/domain';
import { editionsOf, type Edition } from './editions.js';
import type { ShopBook } from './shop-book.js';
import { studyGuideOf } from './study-guide.js';

/** Words that somebody looks for; in the title or among the authors, where the shop can tell them apart. */
export interface Sought {
  anywhere?: string;
  title?: string;
  author?: string;
}

interface Entry {
  book: ShopBook;
  title: Set<string>;
  people: Set<string>;
}

/** Of the words that are looked for, so many must be there. */
const ENOUGH = 0.6;

/** The books of a shop, to be found by number and by words. */
export class Catalogue {
  /** Everybody who wrote one, in order of appearance. */
  readonly authors: readonly string[];
  private readonly entries: Entry[];
  private readonly byNumbers = new Map<string, Edition>();
  private readonly byPlace = new Map<number, ShopBook>();

  /** With `guides`, before every book that a search finds stands a study guide to it. */
  constructor(
    readonly books: readonly ShopBook[],
    private readonly guides = false,
  ) {
    this.entries = books.map((book) => ({
      book,
      title: wordsIn(`${book.title} ${book.subtitle ?? ''} ${book.series.map(({ name }) => name).join(' ')}`),
      people: wordsIn([...book.authors, ...book.narrators].join(' ')),
    }));
    const all = guides ? [...books, ...books.map(studyGuideOf)] : books;
    this.authors = [...new Set(all.flatMap(({ authors }) => authors))];
    for (const book of all) this.file(book);
  }

  private file(book: ShopBook): void {
    this.byPlace.set(book.number, book);
    for (const edition of editionsOf(book).reverse()) {
      this.byNumbers.set(edition.id, edition);
      if (edition.kind === 'print' && book.isbn13) this.byNumbers.set(book.isbn13, edition);
    }
  }

  /** By ISBN-13, ISBN-10 or ASIN. */
  edition(text: string): Edition | undefined {
    return this.byNumbers.get(text.replace(/[\s-]/g, '').toUpperCase());
  }

  /** By the number the stand-ins keep it under. */
  book(number: number): ShopBook | undefined {
    return this.byPlace.get(number);
  }

  /** The books that fit, the best first; a number finds its book and nothing else. */
  search({ anywhere = '', title = '', author = '' }: Sought, isMeant: (book: ShopBook) => boolean = () => true) {
    const exact = this.edition(anywhere)?.book;
    if (exact !== undefined) return isMeant(exact) ? [exact] : [];
    const [some, inTitle, inPeople] = [wordsIn(anywhere), wordsIn(title), wordsIn(author)];
    const count = some.size + inTitle.size + inPeople.size;
    const share = (entry: Entry) =>
      (held(some, entry.title, entry.people) + held(inTitle, entry.title) + held(inPeople, entry.people)) / count;
    const rated = this.entries
      .filter(({ book }) => isMeant(book))
      .map((entry) => ({ entry, fit: share(entry) }))
      .filter(({ fit }) => fit >= ENOUGH)
      .map(({ entry, fit }) => ({ entry, fit, spare: entry.title.size - held(entry.title, some, inTitle) }))
      .sort((a, b) => b.fit - a.fit || a.spare - b.spare || a.entry.book.number - b.entry.book.number);
    const found = rated.map(({ entry }) => entry.book);
    return this.guides ? found.flatMap((book) => [studyGuideOf(book), book]) : found;
  }
}

function wordsIn(text: string): Set<string> {
  return new Set(foldText(text).match(/[\p{L}\p{N}]+/gu) ?? []);
}

function held(words: Set<string>, ...places: Set<string>[]): number {
  let count = 0;
  for (const word of words) if (places.some((place) => place.has(word))) count += 1;
  return count;
}
