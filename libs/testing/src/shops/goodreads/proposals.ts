import { titleLine, type ShopBook } from '../books/shop-book.js';
import { plainParagraphs } from '../markup.js';
import { shownKind } from './edition-facts.js';
import { bookPath, goodreadsId, pictureUrl, wholeTitle } from './goodreads-ids.js';

const MOST_LETTERS = 70;

/** What is proposed for a book while somebody types. */
export function proposalOf(book: ShopBook, url: string, rank: number): unknown {
  const bare = titleLine(book);
  return {
    imageUrl: pictureUrl(url, book, '_SX50_'),
    bookId: goodreadsId(book),
    workId: String(13_000_000 + book.number),
    bookUrl: bookPath(book),
    from_search: true,
    from_srp: true,
    qid: 'x1',
    rank,
    title: wholeTitle(bare, book),
    bookTitleBare: bare,
    numPages: shownKind(book) === 'audio' ? null : (book.pages ?? null),
    avgRating: (book.rating?.value ?? 0).toFixed(2),
    ratingsCount: book.rating?.count ?? 0,
    author: { id: 1000, name: book.authors[0], isGoodreadsAuthor: false, profileUrl: `${url}/author/show/1000` },
    // Of some Kindle edition, not of this one.
    kcrPreviewUrl: book.kindleAsin ? `${url}/reader/${book.kindleAsin}` : null,
    description: descriptionOf(book, url),
  };
}

function descriptionOf(book: ShopBook, url: string) {
  const whole = plainParagraphs(book.description);
  const truncated = whole.length > MOST_LETTERS;
  return { html: whole.slice(0, MOST_LETTERS), truncated, fullContentUrl: `${url}/book/blurb/${goodreadsId(book)}` };
}
