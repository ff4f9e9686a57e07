import {
  providers,
  type Answer,
  type BookQuery,
  type Candidate,
  type ProviderId,
  type Question,
  type Request,
  type SearchHit,
  type Verdict,
} from '@octavo/providers';
import { isbn10Of } from '@octavo/domain';
import type { ShopBook } from '../books/shop-book.js';
import { ShopServer } from '../shop-server.js';

/** Redirects that led elsewhere, and bodies beyond all bounds: whoever asks honestly stops there. */
export class Stopped extends Error {}

const MOST_REDIRECTS = 5;
const MOST_BYTES = 15_000_000;
const MOST_STEPS = 10;

/** What a plain client gets, following redirects within the shop. */
export async function fetched(request: Pick<Request, 'url' | 'headers'>, signal?: AbortSignal): Promise<Answer> {
  const { origin } = new URL(request.url);
  let url = request.url;
  for (let hop = 0; hop <= MOST_REDIRECTS; hop += 1) {
    const response = await fetch(url, { headers: request.headers, redirect: 'manual', signal });
    const location = response.headers.get('location');
    if (location === null || response.status < 300 || response.status > 399)
      return {
        url,
        status: response.status,
        headers: Object.fromEntries(response.headers),
        body: await bodyOf(response),
      };
    url = new URL(location, url).href;
    if (new URL(url).origin !== origin) throw new Stopped(`sent on to ${url}`);
  }
  throw new Stopped('sent in circles');
}

async function bodyOf(response: Response): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    chunks.push(chunk as Uint8Array);
    size += (chunk as Uint8Array).byteLength;
    if (size > MOST_BYTES) throw new Stopped('a body without end');
  }
  return Buffer.concat(chunks);
}

/** Asks until there is an end. What is to be followed is followed once; what was found stands if the rest fails. */
export async function ask<Found>(first: Question<Found>): Promise<Verdict<Found>> {
  let question = first;
  let request = first.request;
  let soFar: Verdict<Found> | undefined;
  let hasFollowed = false;
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const verdict = question.read(await fetched(request));
    if (verdict.kind === 'follow') {
      if (hasFollowed) return { kind: 'blocked', reason: 'it leads in circles' };
      hasFollowed = true;
      request = verdict.request;
    } else if (verdict.kind === 'more') {
      soFar = { kind: 'found', value: verdict.soFar };
      question = verdict.next;
      request = question.request;
    } else return verdict.kind === 'found' ? verdict : (soFar ?? verdict);
  }
  throw new Error(`${first.request.url} has no end`);
}

/** What a found verdict found; fails the test for any other. */
export function foundIn<Found>(verdict: Verdict<Found>): Found {
  if (verdict.kind !== 'found') throw new Error(`it was ${JSON.stringify(verdict)}`);
  return verdict.value;
}

/** What somebody would know who has a file of the book. */
export function queryFor(book: ShopBook, over: Partial<BookQuery> = {}): BookQuery {
  const { title, authors, isbn13 } = book;
  const identifiers = isbn13 ? [{ scheme: 'isbn', value: isbn13 }] : [];
  return { title, authors, identifiers, medium: 'ebook', ...over };
}

/** The whole of the first hit of a search. */
export async function searched(provider: ProviderId, query: BookQuery, server: ShopServer): Promise<Candidate> {
  const hits = await hitsOf(provider, query, server);
  return wholeOf(provider, hits[0]!, server);
}

export async function hitsOf(provider: ProviderId, query: BookQuery, { url }: ShopServer): Promise<SearchHit[]> {
  const [first] = providers[provider].searches(query, { baseUrl: url });
  return foundIn(await ask(first!));
}

export async function wholeOf(provider: ProviderId, hit: SearchHit, { url }: ShopServer): Promise<Candidate> {
  const question = providers[provider].details(hit, { baseUrl: url });
  if (question) return foundIn(await ask(question));
  if (!hit.candidate) throw new Error(`nothing more of ${hit.id}`);
  return hit.candidate;
}

/** A server that plays the provider while `work` goes on. */
export async function withShop<Result>(
  provider: ProviderId,
  books: readonly ShopBook[],
  work: (server: ShopServer) => Promise<Result>,
): Promise<Result> {
  const server = await ShopServer.start(provider);
  server.books = books;
  try {
    return await work(server);
  } finally {
    await server.close();
  }
}

/** The words of a text with markup, to be compared. */
export function wordsOf(html: string | undefined): string {
  return (html ?? '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

export const asDate = (date: string) => {
  const [year, month, day] = date.split('-').map(Number);
  return { year, month, day };
};

export const ten = (book: ShopBook) => isbn10Of(book.isbn13!)!;
