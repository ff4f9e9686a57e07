import { coverPicture } from '../covers/cover-picture.js';
import { wishedSize } from '../covers/picture-size.js';
import { ONE_POINT_GIF } from '../covers/broken-pictures.js';
import { htmlAnswer, jsonAnswer, pictureAnswer, redirectAnswer, type ShopAnswer } from '../shop-answer.js';
import { routed, type Route, type Shop, type ShopRequest, type Site } from '../site.js';
import { bookPage, emptyBookPage } from './book-page.js';
import { bookPath, numberOf } from './goodreads-ids.js';
import { goodreadsPage } from './page-frame.js';
import { proposalOf } from './proposals.js';
import { searchPage } from './search-page.js';

const MOST_PROPOSALS = 20;
const IS_ISBN = /^(?:97[89])?\d{9}[\dXx]$/;

const ROUTES: readonly Route[] = [
  [/^\/book\/auto_complete$/, (_, request, shop) => proposals(request, shop)],
  [/^\/book\/isbn\/([^/]+)$/, ([isbn = ''], _, shop) => byIsbn(isbn, shop)],
  [/^\/book\/show\/(\d{1,12})(?:[-.][^/]*)?$/, ([id = ''], _, shop) => page(id, shop)],
  [/^\/search$/, (_, request, shop) => results(request, shop)],
  [
    /^\/images\/S\/compressed\.photo\.goodreads\.com\/books\/\d+[a-z]\/(\d+)((?:\._[^/]*_)?)\.jpg$/,
    ([id = '', modifiers = ''], _, shop) => picture(id, modifiers, shop),
  ],
  [/^\/assets\//, () => pictureAnswer(ONE_POINT_GIF, 'image/gif')],
];

/** Goodreads, as it answers where there is no fence. */
export const goodreadsSite: Site = {
  signIn: '/user/sign_in',
  answer: (request, shop) => routed(ROUTES, request, shop) ?? gone(shop),
};

function proposals({ query }: ShopRequest, { catalogue, url }: Shop): ShopAnswer {
  const found = catalogue.search({ anywhere: query.get('q') ?? '' }).slice(0, MOST_PROPOSALS);
  return jsonAnswer(found.map((book, at) => proposalOf(book, url, at + 1)));
}

function byIsbn(isbn: string, shop: Shop): ShopAnswer {
  const book = IS_ISBN.test(isbn) ? shop.catalogue.edition(isbn)?.book : undefined;
  return book ? redirectAnswer(`${shop.url}${bookPath(book)}`, 301) : gone(shop);
}

function page(id: string, shop: Shop): ShopAnswer {
  const { catalogue, url, manners } = shop;
  const book = catalogue.book(numberOf(id));
  if (book) return htmlAnswer(bookPage(book, id, url, manners));
  return manners.missing === 'null' ? htmlAnswer(emptyBookPage(id, url, manners)) : gone(shop);
}

/** A search for a number that is known leads to its book. */
function results({ query }: ShopRequest, { catalogue, url, manners }: Shop): ShopAnswer {
  const wanted = query.get('q') ?? '';
  const only = IS_ISBN.test(wanted) ? catalogue.edition(wanted)?.book : undefined;
  if (only) return redirectAnswer(`${url}${bookPath(only)}?from_search=true`);
  return htmlAnswer(searchPage(wanted, catalogue.search({ anywhere: wanted }), url, manners));
}

async function picture(id: string, modifiers: string, shop: Shop): Promise<ShopAnswer> {
  const number = numberOf(id);
  const size = shop.catalogue.book(number)?.cover;
  return size ? pictureAnswer(await coverPicture(wishedSize(size, modifiers), number)) : gone(shop);
}

function gone({ manners }: Shop): ShopAnswer {
  const body = '<main><h1>The page you are looking for is not here.</h1></main>';
  return htmlAnswer(goodreadsPage('Page not found', '', body, { ...manners, weight: 0 }), 404);
}
