import { isbn10Of, parseAsin, parseIsbn } from '@octavo/domain';
import type { Candidate, SearchHit } from '../candidate.js';
import { hitFrom } from '../hits.js';
import type { Answer, BookQuery, MetadataProvider, Question, Request, Verdict } from '../metadata-provider.js';
import { blocked } from '../verdicts.js';
import { AMAZON_HOSTS, shopFor, type Shop } from './ask/markets.js';
import { bookRequest, searchRequest } from './ask/page-requests.js';
import { searchTexts } from './ask/search-texts.js';
import { classify, type Classified } from './classify/classify.js';
import { readProduct } from './product/read-product.js';
import { readSearch } from './search/read-search.js';

const ID = /^[A-Z0-9]{10}$/;
const MAX_ISBNS = 2;
const MAX_ASINS = 2;

/** Amazon's shops, read as a browser shows them. Each country's shop has numbers of its own for what is not printed. */
export const amazon: MetadataProvider = {
  id: 'amazon',
  name: 'Amazon',
  scrapes: true,
  media: ['ebook', 'audiobook'],
  hosts: AMAZON_HOSTS,

  byIdentifier(query, settings) {
    const shop = shopFor(settings, query.language);
    return [
      ...asinsOf(query).map((asin) => bookQuestion(shop, asin)),
      ...isbnsOf(query).flatMap((isbn) => isbnQuestions(shop, isbn)),
    ];
  },

  searches(query, settings) {
    const shop = shopFor(settings, query.language);
    const department = query.medium === 'audiobook' ? 'audible' : 'stripbooks';
    return searchTexts(query).map((words) => searchQuestion(shop, searchRequest(shop, words, department)));
  },

  details(hit, settings) {
    const id = hit.id.trim().toUpperCase();
    return ID.test(id) ? bookQuestion(shopFor({ ...settings, market: hit.market ?? settings.market }), id) : undefined;
  },
};

function asinsOf({ identifiers }: BookQuery): string[] {
  const asins = identifiers.filter(({ scheme }) => scheme === 'asin').flatMap(({ value }) => parseAsin(value) ?? []);
  return [...new Set(asins.filter(({ scheme }) => scheme === 'asin').map(({ value }) => value))].slice(0, MAX_ASINS);
}

/** Also such as stand there as the number of a printed book. */
function isbnsOf({ identifiers }: BookQuery): string[] {
  const isbns = identifiers
    .filter(({ scheme }) => scheme === 'isbn' || scheme === 'asin')
    .flatMap(({ value }) => parseIsbn(value) ?? []);
  return [...new Set(isbns)].slice(0, MAX_ISBNS);
}

/** A printed book's number is its ISBN-10, so it is asked for at once; what has none, or is not sold so, is searched for. */
function isbnQuestions(shop: Shop, isbn: string): Question<Candidate | SearchHit[]>[] {
  const ten = isbn10Of(isbn);
  const search = searchQuestion(shop, searchRequest(shop, isbn, 'stripbooks'));
  return ten === undefined ? [search] : [bookQuestion(shop, ten), search];
}

function bookQuestion(shop: Shop, id: string): Question<Candidate> {
  const request = bookRequest(shop, id);
  return { request, read: (answer) => bookVerdict(answer, shop, { id, request }) };
}

function searchQuestion(shop: Shop, request: Request): Question<SearchHit[]> {
  return { request, read: (answer) => searchVerdict(answer, shop, request) };
}

function bookVerdict(
  answer: Answer,
  shop: Shop,
  { id, request }: { id: string; request: Request },
): Verdict<Candidate> {
  const seen = classify(answer);
  if (seen.kind !== 'product') return otherVerdict(seen, answer, request);
  return orNotFound(readProduct(seen.lookup, shop, id));
}

/** A search that has but one result may lead straight to it. */
function searchVerdict(answer: Answer, shop: Shop, request: Request): Verdict<SearchHit[]> {
  const seen = classify(answer);
  if (seen.kind === 'search') {
    const hits = readSearch(seen.lookup, shop);
    return orNotFound(hits.length > 0 ? hits : undefined);
  }
  if (seen.kind !== 'product') return otherVerdict(seen, answer, request);
  const only = readProduct(seen.lookup, shop, '');
  return orNotFound(only && ID.test(only.id) ? [hitFrom(only)] : undefined);
}

function orNotFound<Found>(value: Found | undefined): Verdict<Found> {
  return value === undefined ? { kind: 'not-found' } : { kind: 'found', value };
}

/** For pages that show neither a product nor results; results where a product was asked for are none of it. */
function otherVerdict(seen: Classified, answer: Answer, request: Request): Verdict<never> {
  if (seen.kind === 'verdict') return seen.verdict;
  if (seen.kind === 'age-gate') return confirmation(seen.confirm, answer, request);
  return { kind: 'not-found' };
}

/** The link through an age gate, if it stays in the shop. One that leads to the gate again is not followed. */
function confirmation(link: string, answer: Answer, request: Request): Verdict<never> {
  const isConfirmed = /save-eligibility|black-curtain-redirect/i.test(answer.url);
  if (!isConfirmed && URL.canParse(link, request.url)) {
    const url = new URL(link, request.url);
    if (url.origin === new URL(request.url).origin) return { kind: 'follow', request: { ...request, url: url.href } };
  }
  return blocked('an age gate', answer);
}
