import type { BookQuery, Question } from '@octavo/providers';
import { providers } from '@octavo/providers';
import { type ShopBook, shopBooks, ShopServer } from '@octavo/testing';
import { line, milliseconds } from './numbers.js';

const PAGES = 40;
const ROUNDS = 5;

/** Prints what reading one answer of each provider costs: of a product page, and of a list of search results. */
export async function pageCosts(): Promise<void> {
  for (const shop of ['amazon', 'goodreads', 'open-library', 'audnexus', 'audible'] as const) {
    const server = await ShopServer.start(shop, { clutter: true, weight: 500 });
    server.books = shopBooks(200);
    const questions = server.books.slice(0, PAGES).flatMap((book) => questionsFor(shop, book, server.url));
    const read = await Promise.all(questions.map((question) => answered(question)));
    for (const kind of ['book', 'search'] as const) {
      const pages = read.filter(({ question }) => question.request.kind === kind);
      if (pages.length === 0) continue;
      const started = performance.now();
      for (let round = 0; round < ROUNDS; round += 1) for (const { question, answer } of pages) question.read(answer);
      const each = (performance.now() - started) / (pages.length * ROUNDS);
      const bytes = pages.reduce((sum, { answer }) => sum + answer.body.byteLength, 0) / pages.length;
      line(`${shop}: reading a ${kind} page of ${(bytes / 1_000).toFixed(0)} kB`, milliseconds(each));
    }
    await server.close();
  }
}

function questionsFor(shop: keyof typeof providers, book: ShopBook, baseUrl: string): Question<unknown>[] {
  const provider = providers[shop];
  const query: BookQuery = {
    ...{ title: book.title, authors: book.authors, medium: provider.media[0]! },
    identifiers: [
      ...(book.isbn13 === undefined ? [] : [{ scheme: 'isbn', value: book.isbn13 }]),
      ...(book.audioAsin === undefined ? [] : [{ scheme: 'asin', value: book.audioAsin }]),
    ],
  };
  return [
    ...provider.byIdentifier(query, { baseUrl }).slice(0, 1),
    ...provider.searches(query, { baseUrl }).slice(0, 1),
  ];
}

const BROWSER = {
  'user-agent': 'Mozilla/5.0',
  accept: 'text/html',
  'accept-language': 'en',
  'sec-fetch-mode': 'navigate',
};

async function answered(question: Question<unknown>) {
  const { url, headers = {} } = question.request;
  const response = await fetch(url, { headers: { ...BROWSER, ...headers } });
  const body = new Uint8Array(await response.arrayBuffer());
  return {
    question,
    answer: { url: response.url, status: response.status, headers: Object.fromEntries(response.headers), body },
  };
}
