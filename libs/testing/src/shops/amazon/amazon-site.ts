import type { Edition, EditionKind } from '../books/editions.js';
import { editionsOf } from '../books/editions.js';
import { SORRY_PAGE } from '../faults/refusal-pages.js';
import { htmlAnswer, type ShopAnswer } from '../shop-answer.js';
import { routed, type Route, type Shop, type ShopRequest, type Site } from '../site.js';
import { adById, mugPage } from './other-products.js';
import { shopPage } from './page-frame.js';
import { AMAZON_PICTURES } from './picture-store.js';
import { productPage } from './product-page.js';
import { searchPage } from './search-page.js';
import { wordsOf } from './words/markets.js';

/** The parts of the shop that can be searched, with the forms that are sold there. */
const DEPARTMENTS: Readonly<Record<string, EditionKind>> = {
  stripbooks: 'print',
  'digital-text': 'kindle',
  audible: 'audio',
};

const ROUTES: readonly Route[] = [
  [
    /^\/(?:[^/]+\/)?(?:dp|gp\/product)\/([A-Z0-9]{10})(?:\/|$)/,
    ([id = ''], request, shop) => product(id, request, shop),
  ],
  [/^\/s\/?$/, (_, request, shop) => results(request, shop)],
];

/** Amazon's desktop shop: pages for those who look like a browser, pictures for everybody. */
export const amazonSite: Site = {
  signIn: '/ap/signin',
  answer(request, shop) {
    const picture = routed(AMAZON_PICTURES, request, shop);
    if (picture) return picture;
    return routed(ROUTES, request, shop) ?? gone(shop);
  },
};

/** With too few headers of a browser there is nothing to be had. */
function likesABrowser(answer: () => ShopAnswer, { headers }: ShopRequest): ShopAnswer {
  const isBrowser =
    /^Mozilla\/5\.0 .*(?:Windows|Macintosh|X11)/.test(headers['user-agent'] ?? '') &&
    /text\/html/.test(headers.accept ?? '') &&
    headers['accept-language'] !== undefined;
  if (!isBrowser) return htmlAnswer(SORRY_PAGE, 503);
  const found = answer();
  const cookie = 'session-id=141-5926535-8979323; Path=/; Secure';
  return { ...found, headers: { ...found.headers, 'set-cookie': cookie } };
}

function product(id: string, request: ShopRequest, shop: Shop): ShopAnswer {
  return likesABrowser(() => {
    const { url, catalogue, manners } = shop;
    const edition = catalogue.edition(id) ?? (manners.clutter ? adById(id) : undefined);
    if (edition) return htmlAnswer(productPage({ ...edition, url, words: wordsOf(manners), manners }));
    const book = manners.clutter && /^B0MUG\d{5}$/.test(id) ? catalogue.book(Number(id.slice(5))) : undefined;
    return book ? htmlAnswer(mugPage(id, book.title, manners)) : gone(shop);
  }, request);
}

/** Also the fields of the search that has a form of its own. */
function results(request: ShopRequest, { url, catalogue, manners }: Shop): ShopAnswer {
  return likesABrowser(() => {
    const { query } = request;
    const fields = ['field-isbn', 'field-title', 'field-author'].map((name) => query.get(name));
    const wanted = query.get('k') ?? query.get('field-keywords') ?? fields.filter(Boolean).join(' ');
    const kind = DEPARTMENTS[query.get('i') ?? query.get('search-alias') ?? 'stripbooks'];
    const inDepartment = (book: Edition['book']) => editionsOf(book).find((one) => one.kind === kind);
    const books = catalogue.search({ anywhere: wanted });
    const editions = books.flatMap((book) => inDepartment(book) ?? []);
    return htmlAnswer(searchPage({ wanted, editions, url, manners }));
  }, request);
}

function gone({ manners }: Shop): ShopAnswer {
  const dog = '<a href="/dogsofamazon"><img src="/images/G/01/error/1.jpg" alt="Dogs of Amazon"></a>';
  return htmlAnswer(shopPage(wordsOf(manners).gone, `<div id="d">${dog}</div>`, {}), 404);
}
