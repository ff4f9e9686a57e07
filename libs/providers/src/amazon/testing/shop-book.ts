/** A book as a page of the shop would show it: all texts as they are written there. */
export interface ShopBook {
  asin: string;
  title: string;
  /** Names with what is behind them: "(Author)". */
  people: [name: string, role: string][];
  /** The line under the title. */
  binding: string;
  series?: { label: string; name: string };
  publisher: string;
  published: string;
  language: string;
  pages: string;
  isbn10?: string;
  isbn13?: string;
  description: string;
  stars?: string;
  ratings?: string;
  path: string[];
  ranks: string[];
  picture: string;
  others: [name: string, asin: string][];
}

/** A printed novel in the American shop. */
export function aBook(over: Partial<ShopBook> = {}): ShopBook {
  return {
    asin: '0441478123',
    title: 'The Lantern Coast: A Novel of the Tides (Saltlight, 2)',
    people: [
      ['Mira Valdane', '(Author)'],
      ['Jon Abery', '(Illustrator)'],
    ],
    binding: 'Hardcover – April 22, 2008',
    series: { label: 'Book 2 of 5', name: 'Saltlight' },
    publisher: 'Quay & Harbour; 1st edition (April 22, 2008)',
    published: 'April 22, 2008',
    language: 'English',
    pages: '1,024 pages',
    isbn10: '0441478123',
    isbn13: '978-0441478125',
    description:
      '<p>A keeper <span class="a-text-bold">lights</span> the coast.</p><p>Then the tide <span class="a-text-italic">stays</span>.</p>',
    stars: '4.4 out of 5 stars',
    ratings: '21,200 ratings',
    path: ['Books', 'Science Fiction & Fantasy', 'Fantasy'],
    ranks: ['#41 in <a href="/gp/bestsellers/books/1">Sea Adventures Fiction (Books)</a>'],
    picture: '91EpHNSPFnL',
    others: [
      ['Kindle', 'B0KINDLE01'],
      ['Hardcover', '0441478123'],
    ],
    ...over,
  };
}
