import type { Identifier } from '@octavo/domain';
import { answerText } from '../answer-text.js';
import type { Candidate } from '../candidate.js';
import { htmlPage, type HtmlPage } from '../html-page.js';
import { at, parseJson, textAt, type Json } from '../json-value.js';
import type { Answer, ProviderSettings, Verdict } from '../metadata-provider.js';
import { blocked } from '../verdicts.js';
import { factsOfCurrentLayout } from './current-layout.js';
import { factsOfLinkedData } from './json-ld.js';
import { factsOfLegacyLayout } from './legacy-layout.js';
import { factsOfMeta, metaText } from './meta-tags.js';
import { factsOfBook, pointedBook } from './next-data.js';
import { combined, type PageFacts } from './page-facts.js';
import { pathOf, refusal } from './refusal.js';

const BOOK_PATH = /\/book\/show\/(\d{1,12})(?!\d)/;

/** The id in the address of a book's page. */
export function bookIdIn(address: string): string | undefined {
  return BOOK_PATH.exec(address)?.[1];
}

/** The page a person can look at. */
export const bookAddress = (id: string) => `https://www.goodreads.com/book/show/${id}`;

/**
 * A book's page, however it was reached: `answer.url` tells which book it is about. The page's own data is the surest;
 * where it says nothing of this book, what the page tells search engines and what is to be seen on it.
 */
export function readBookPage(answer: Answer, settings: ProviderSettings): Verdict<Candidate> {
  const text = answerText(answer);
  const refused = refusal(answer, text);
  if (refused !== undefined) return refused;
  const page = htmlPage(text);
  if (page === undefined) return blocked('a page beyond reason', answer);
  const data = at(parseJson(page('script#__NEXT_DATA__').first().text()), 'props', 'pageProps');
  const id = idOf(answer, page, data);
  const pointed = pointedBook(at(data, 'apolloState'), id);
  if (pointed.kind === 'gone') return { kind: 'not-found' };
  const book = pointed.kind === 'book' ? pointed.book : undefined;
  const facts = combined([
    ...(book === undefined ? [] : [factsOfBook(at(data, 'apolloState'), book, settings)]),
    factsOfLinkedData(page, settings),
    factsOfCurrentLayout(page, settings),
    factsOfLegacyLayout(page, settings),
    factsOfMeta(page, settings),
  ]);
  const ownId = textAt(book, 'legacyId') ?? id;
  if (ownId === undefined || !/^\d{1,12}$/.test(ownId) || !isAboutABook(page, facts))
    return blocked('a page that is not known', answer);
  return { kind: 'found', value: candidateFrom(ownId, facts) };
}

/** By the address where redirects ended; a page may have been answered in the place of another one. */
function idOf(answer: Answer, page: HtmlPage, data: Json): string | undefined {
  const asked = textAt(data, 'params', 'book_id') ?? textAt(data, 'query', 'book_id');
  const canonical = page('link[rel="canonical"]').first().attr('href') ?? metaText(page, 'og:url') ?? '';
  return bookIdIn(pathOf(answer.url)) ?? /^\d{1,12}/.exec(asked ?? '')?.[0] ?? bookIdIn(canonical);
}

/** Every page of Goodreads has a title; only a book has people or numbers, or says it is one. */
function isAboutABook(page: HtmlPage, { title, contributors, identifiers }: PageFacts): boolean {
  if (title === undefined) return false;
  const says = metaText(page, 'og:type');
  return contributors !== undefined || identifiers !== undefined || /book/i.test(says ?? '');
}

/** Facts of a page or a list as a candidate; what is missing stays unknown. */
export function candidateFrom(id: string, facts: PageFacts, otherEditions: Identifier[] = []): Candidate {
  return {
    contributors: [],
    series: [],
    genres: [],
    tags: [],
    ...facts,
    title: facts.title ?? '',
    provider: 'goodreads',
    id,
    url: bookAddress(id),
    identifiers: [...(facts.identifiers ?? []), { scheme: 'goodreads', value: id }],
    otherEditions,
  };
}
