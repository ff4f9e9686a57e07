import { AMAZON_PICTURES } from '../amazon/picture-store.js';
import { editionsOf, type Edition } from '../books/editions.js';
import type { ShopBook } from '../books/shop-book.js';
import { htmlAnswer, jsonAnswer, type ShopAnswer } from '../shop-answer.js';
import { routed, type Route, type Shop, type ShopRequest, type Site } from '../site.js';
import { isGroup, productOf, type Telling } from './product.js';

const USUAL_RESULTS = 10;
const MOST_RESULTS = 50;

const ROUTES: readonly Route[] = [
  [/^\/1\.0\/catalog\/products$/, (_, request, shop) => results(request, shop)],
  [/^\/1\.0\/catalog\/products\/([A-Z0-9]{10})$/, ([asin = ''], request, shop) => product(asin, request, shop)],
];

/** The catalogue of Audible, and Amazon's pictures, to which it points. */
export const audibleSite: Site = {
  signIn: '/ap/signin',
  answer: (request, shop) =>
    routed(ROUTES, request, shop) ?? routed(AMAZON_PICTURES, request, shop) ?? htmlAnswer('<h1>Not Found</h1>', 404),
};

/** For a number that it does not know, it tells the number. */
function product(asin: string, request: ShopRequest, shop: Shop): ShopAnswer {
  return telling(request, shop, (how) => {
    const edition = shop.catalogue.edition(asin);
    return { product: edition?.kind === 'audio' ? productOf(edition, how) : { asin } };
  });
}

function results(request: ShopRequest, shop: Shop): ShopAnswer {
  const { query } = request;
  return telling(request, shop, (how) => {
    const words = (name: string) => query.get(name) ?? '';
    const sought = { anywhere: words('keywords'), title: words('title'), author: words('author') };
    const editions = shop.catalogue.search(sought).flatMap((book) => audioOf(book) ?? []);
    const podcasts = shop.manners.clutter ? editions.slice(0, 1).map((edition) => podcastOf(edition, how)) : [];
    const products = [...podcasts, ...editions.map((edition) => productOf(edition, how))];
    const limit = Math.min(MOST_RESULTS, Number(query.get('num_results') ?? USUAL_RESULTS));
    return { products: products.slice(0, limit), total_results: products.length, response_groups: how.groups };
  });
}

function audioOf(book: ShopBook): Edition | undefined {
  return editionsOf(book).find(({ kind }) => kind === 'audio');
}

/** A group that is not known makes it refuse the whole question. */
function telling({ query }: ShopRequest, { url }: Shop, tell: (how: Telling) => object): ShopAnswer {
  const groups = (query.get('response_groups') ?? '').split(',').filter((name) => name !== '');
  const unknown = groups.find((name) => !isGroup(name));
  if (unknown !== undefined)
    return jsonAnswer({ message: `Invalid response group: ${unknown}`, error_code: '000002' }, 400);
  const sizes = (query.get('image_sizes') ?? '500').split(',');
  return jsonAnswer({ ...tell({ groups, sizes, url }), response_groups: ['always-returned', ...groups] });
}

/** A show about the book, by its name. */
function podcastOf(edition: Edition, how: Telling): object {
  const asin = `B0POD${String(edition.book.number).padStart(5, '0')}`;
  return {
    ...productOf(edition, how),
    asin,
    title: `${edition.book.title}: The Podcast`,
    content_delivery_type: 'PodcastParent',
    content_type: 'Podcast',
  };
}
