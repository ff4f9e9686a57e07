import { addressOf, baseOf } from '../addresses.js';
import type { SearchHit } from '../candidate.js';
import type { MetadataProvider, ProviderSettings, Question } from '../metadata-provider.js';
import { authorTerms, identifiersOf, mainTitleTerms, titleTerms } from '../query-text.js';
import { readProposals } from './autocomplete.js';
import { readBookPage } from './book-page.js';
import { HOSTS } from './cover.js';
import { readSearchPage } from './search-page.js';

const OWN = 'https://www.goodreads.com';
/** In English the dates and the labels of its pages are as we know them. */
const PAGE_HEADERS = { accept: 'text/html,application/xhtml+xml', 'accept-language': 'en-US,en;q=0.9' };
const JSON_HEADERS = { accept: 'application/json', 'accept-language': 'en-US,en;q=0.9' };
const ID = /^\d{1,12}$/;

/**
 * Goodreads has no interface for programs since 2020. What it proposes while somebody types is asked first, since that
 * is open to all; its pages lie behind a fence for many addresses, and are a bonus where they come.
 */
export const goodreads: MetadataProvider = {
  id: 'goodreads',
  name: 'Goodreads',
  scrapes: true,
  // Since 2026 pages of books are often behind a challenge where the list of proposals is not.
  fenced: ['book'],
  media: ['ebook', 'audiobook'],
  hosts: HOSTS,
  byIdentifier: (query, settings) => [
    ...identifiersOf(query, 'goodreads', ID).map((id) => bookQuestion(`/book/show/${id}`, settings)),
    ...identifiersOf(query, 'isbn', /^\d{13}$/).flatMap((isbn) => [
      proposals(isbn, settings, isbn),
      bookQuestion(`/book/isbn/${isbn}`, settings),
    ]),
    ...identifiersOf(query, 'asin', /^[A-Z0-9]{10}$/).map((asin) => proposals(asin, settings)),
  ],
  searches: (query, settings) => {
    const title = titleTerms(query);
    if (title === undefined) return [];
    const main = mainTitleTerms(query);
    return [
      proposals(title, settings),
      ...(main === undefined ? [] : [proposals(main, settings)]),
      search([title, authorTerms(query)].filter((part) => part !== undefined).join(' '), settings),
    ];
  },
  details: ({ id }, settings) => (ID.test(id) ? bookQuestion(`/book/show/${id}`, settings) : undefined),
};

function proposals(terms: string, settings: ProviderSettings, isbn?: string): Question<SearchHit[]> {
  const url = addressOf(baseOf(settings, OWN), '/book/auto_complete', { format: 'json', q: terms });
  return {
    request: { url, kind: 'search', headers: JSON_HEADERS },
    read: (answer) => readProposals(answer, settings, isbn),
  };
}

function bookQuestion(path: string, settings: ProviderSettings) {
  return {
    request: { url: `${baseOf(settings, OWN)}${path}`, kind: 'book', headers: PAGE_HEADERS } as const,
    read: (answer: Parameters<typeof readBookPage>[0]) => readBookPage(answer, settings),
  };
}

function search(terms: string, settings: ProviderSettings): Question<SearchHit[]> {
  const url = addressOf(baseOf(settings, OWN), '/search', { q: terms, search_type: 'books' });
  return {
    request: { url, kind: 'search', headers: PAGE_HEADERS },
    read: (answer) => readSearchPage(answer, settings),
  };
}
