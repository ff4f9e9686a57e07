/** In which of its ways a shop answers, where the real one has several. All are off, or the first, unless set. */
export interface Manners {
  /**
   * What nobody looked for stands before what is looked for: study guides everywhere; at Amazon also paid results and a
   * mug, at Audible also podcasts.
   */
  clutter?: boolean;
  /** Amazon: the country, whose language its pages are in. */
  market?: 'com' | 'de' | 'co.jp';
  /** Amazon: whether a page has cards with details above its list of them, or the list alone. */
  details?: 'cards' | 'list';
  /** Amazon: where the description is: in a box that opens, or in today's tabs, whose id is spelt in two ways. */
  description?: 'expander' | 'tab' | 'Tab';
  /** Goodreads: the search page as it was for years, or that of 2026. */
  results?: 'table' | 'list';
  /** Goodreads: false for pages without data of their own, from which only what is to be seen can be read. */
  pageData?: boolean;
  /** Goodreads: how a page says that there is no such book: by its status, or by data that point at nothing. */
  missing?: 'status' | 'null';
  /** Kilobytes that a page of Amazon or Goodreads has around its book; those of the real ones have 500 to 2000. */
  weight?: number;
}
