import { inventedIsbn } from './isbn.js';
import { titleLine, type ShopBook } from './shop-book.js';

/** Guides are numbered behind all books. */
const BEHIND = 50_000;

export const isStudyGuide = ({ number }: ShopBook) => number > BEHIND;

/** What shops put beside a book that sells: its title, somebody else's text. */
export function studyGuideOf(book: ShopBook): ShopBook {
  const number = BEHIND + book.number;
  return {
    ...book,
    number,
    title: `Summary of ${book.title}`,
    subtitle: 'A Study Guide',
    authors: ['QuickRead Notes'],
    helpers: [],
    narrators: ['QuickRead Notes'],
    series: [],
    // Who prints books on demand has numbers of this prefix, which have no ten digits.
    isbn13: inventedIsbn(number, '9798'),
    kindleAsin: `B0G${String(number).padStart(7, '0')}`,
    audioAsin: book.audioAsin && `B0H${String(number).padStart(7, '0')}`,
    description: `<p>All you need to know of ${titleLine(book)} in twenty minutes.</p>`,
    publisher: 'QuickRead Notes',
    firstPublished: undefined,
    pages: 32,
    minutes: 21,
    rating: { value: 2.1, count: 9 },
  };
}
