import type { BookQuery, Candidate, MetadataProvider, Question, SearchHit } from '@octavo/providers';
import type { Outcome } from '../src/asking/outcome.js';
import type { Ask } from '../src/finding/ask-provider.js';

export const DUNE: BookQuery = {
  ...{ title: 'Dune', authors: ['Frank Herbert'], medium: 'ebook' },
  identifiers: [{ scheme: 'isbn', value: '9780441172719' }],
};

/** An edition as a provider tells of it; the first book of Frank Herbert's unless said otherwise. */
export function candidate(id: string, over: Partial<Candidate> & { by?: string } = {}): Candidate {
  const { by = 'Frank Herbert', ...rest } = over;
  return {
    ...{ provider: 'amazon', id, url: `https://shop.example/${id}`, title: 'Dune' },
    ...{ contributors: [{ name: by, role: 'author' }], series: [], identifiers: [], otherEditions: [] },
    ...{ genres: [], tags: [], ...rest },
  };
}

export function hit(id: string, over: Partial<SearchHit> = {}): SearchHit {
  return { id, title: 'Dune', authors: ['Frank Herbert'], series: [], identifiers: [], ...over };
}

/** A question by its address; what comes of it is said where it is asked. */
export function question<Found>(url: string, kind: 'search' | 'book' = 'book'): Question<Found> {
  return { request: { url, kind }, read: () => ({ kind: 'not-found' }) };
}

/** A provider that has these questions: addresses, of lists where they begin with "list". */
export function providerOf({
  byIdentifier = [] as string[],
  searches = [] as string[],
  ...over
}: {
  byIdentifier?: string[];
  searches?: string[];
} & Partial<Pick<MetadataProvider, 'media' | 'details' | 'id' | 'name'>> = {}): MetadataProvider {
  return {
    ...{ id: 'amazon', name: 'Amazon', scrapes: true, media: ['ebook'], hosts: ['shop.example'] },
    byIdentifier: () => byIdentifier.map((url) => question(url, url.startsWith('list') ? 'search' : 'book')),
    searches: () => searches.map((url) => question(url, 'search')),
    details: ({ id }) => question(`page ${id}`),
    ...over,
  };
}

export const found = <Found>(value: Found): Outcome<Found> => ({ kind: 'found', value });
export const NOT_FOUND = { kind: 'not-found' } as const;
export const RETRY_AT = new Date('2026-11-22T12:02:00Z');
export const BLOCKED = { kind: 'blocked', retryAt: RETRY_AT, reason: 'status 503' } as const;
export const OUTAGE = { kind: 'outage', retryAt: RETRY_AT, reason: 'status 502' } as const;

/** The world as it answers to addresses, and what it was asked; nobody knows what is not among the answers. */
export function worldOf(answers: Readonly<Record<string, Outcome<unknown>>>): { ask: Ask; asked: string[] } {
  const asked: string[] = [];
  const ask: Ask = <Found>({ request: { url } }: Question<Found>) => {
    asked.push(url);
    return Promise.resolve((answers[url] ?? NOT_FOUND) as Outcome<Found>);
  };
  return { ask, asked };
}
