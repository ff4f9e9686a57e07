import type { ShopBook } from '../books/shop-book.js';
import { htmlAnswer, jsonAnswer, redirectAnswer, type ShopAnswer } from '../shop-answer.js';
import { routed, type Route, type Shop, type ShopRequest, type Site } from '../site.js';
import { PICTURE_ROUTES } from './picture-store.js';
import { authorNamed, editionKey, editionNumber, workNumber } from './record-ids.js';
import { authorRecord, editionRecord, searchEntry, workRecord } from './records.js';

/** What a search tells where nothing else was asked for. */
const USUAL_FIELDS = 'key,title,subtitle,author_name,author_key,first_publish_year,edition_count,cover_i,language';
const USUAL_LIMIT = 100;

const ROUTES: readonly Route[] = [
  [/^\/search\.json$/, (_, request, shop) => results(request, shop)],
  [/^\/isbn\/([^/]+)\.json$/, ([isbn = ''], _, shop) => byIsbn(isbn, shop)],
  [/^\/books\/OL(\d+)M\.json$/, ([digits = ''], _, shop) => record(editionOf(digits, shop), editionRecord, shop)],
  [
    /^\/works\/OL(\d+)W\.json$/,
    ([digits = ''], _, shop) => record(shop.catalogue.book(workNumber(digits)), workRecord, shop),
  ],
  [/^\/authors\/OL(\d+)A\.json$/, ([digits = ''], _, shop) => author(digits, shop)],
  ...PICTURE_ROUTES,
];

/** Open Library's records and its covers, which the real one has on a host of their own. */
export const openLibrarySite: Site = {
  signIn: '/account/login',
  answer: (request, shop) => routed(ROUTES, request, shop) ?? missing(),
};

/** It knows printed editions alone. */
function editionOf(digits: string, { catalogue }: Shop): ShopBook | undefined {
  const book = catalogue.book(editionNumber(digits));
  return book?.isbn13 === undefined ? undefined : book;
}

function record(book: ShopBook | undefined, make: typeof workRecord, { catalogue }: Shop): ShopAnswer {
  return book ? jsonAnswer(make(book, catalogue)) : missing();
}

function author(digits: string, { catalogue }: Shop): ShopAnswer {
  const name = authorNamed(digits, catalogue);
  return name === undefined ? missing() : jsonAnswer(authorRecord(name, `/authors/OL${digits}A`));
}

function byIsbn(isbn: string, { catalogue, url }: Shop): ShopAnswer {
  const edition = catalogue.edition(isbn);
  return edition?.kind === 'print' ? redirectAnswer(`${url}${editionKey(edition.book)}.json`) : missing();
}

/** Each entry has the fields that were asked for, of those that it has. */
function results({ query }: ShopRequest, { catalogue }: Shop): ShopAnswer {
  const sought = {
    anywhere: query.get('q') ?? query.get('isbn') ?? '',
    title: query.get('title') ?? '',
    author: query.get('author') ?? '',
  };
  const fields = (query.get('fields') ?? USUAL_FIELDS).split(',');
  const found = catalogue.search(sought);
  const docs = found.slice(0, Number(query.get('limit') ?? USUAL_LIMIT)).map((book) => {
    const entry = searchEntry(book, catalogue);
    return Object.fromEntries(fields.flatMap((field) => (entry[field] === undefined ? [] : [[field, entry[field]]])));
  });
  return jsonAnswer({
    numFound: found.length,
    start: 0,
    numFoundExact: true,
    num_found: found.length,
    q: sought.anywhere,
    docs,
  });
}

function missing(): ShopAnswer {
  return htmlAnswer('<!doctype html><title>Open Library</title><h1>404: Page Not Found</h1>', 404);
}
