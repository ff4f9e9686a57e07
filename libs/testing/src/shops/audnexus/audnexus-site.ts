import type { Edition } from '../books/editions.js';
import { pictureUrl } from '../amazon/picture-urls.js';
import { AMAZON_PICTURES } from '../amazon/picture-store.js';
import { plainParagraphs } from '../markup.js';
import { languageName } from '../written.js';
import { jsonAnswer, type ShopAnswer } from '../shop-answer.js';
import { routed, type Route, type Shop, type ShopRequest, type Site } from '../site.js';
import { chaptersOf } from './chapters.js';

const REGIONS = new Set(['us', 'ca', 'uk', 'au', 'fr', 'de', 'jp', 'it', 'in', 'es']);

const ROUTES: readonly Route[] = [
  [
    /^\/books\/([^/]+)$/,
    ([asin = ''], request, shop) => found(asin, { request, shop }, (edition) => bookOf(edition, shop)),
  ],
  [
    /^\/books\/([^/]+)\/chapters$/,
    ([asin = ''], request, shop) => found(asin, { request, shop }, ({ book, id }) => chaptersOf(book, id)),
  ],
];

/** Audnexus: audiobooks by number, with their chapters; and Amazon's pictures, to which it points. */
export const audnexusSite: Site = {
  signIn: '/ap/signin',
  answer: (request, shop) =>
    routed(ROUTES, request, shop) ?? routed(AMAZON_PICTURES, request, shop) ?? refusal(404, 'NOT_FOUND', request.path),
};

function found(
  asin: string,
  { request, shop }: { request: ShopRequest; shop: Shop },
  tell: (edition: Edition) => unknown,
): ShopAnswer {
  const region = request.query.get('region') ?? 'us';
  if (!/^[0-9A-Z]{10}$/.test(asin)) return refusal(400, 'BAD_REQUEST', `Bad ASIN ${asin}`);
  if (!REGIONS.has(region)) return refusal(400, 'BAD_REQUEST', `Region ${region} is none of ours`);
  const edition = shop.catalogue.edition(asin);
  if (edition?.kind !== 'audio') return refusal(404, 'NOT_FOUND', `${asin} not found`);
  const isSold = edition.book.regions?.includes(region) ?? true;
  return isSold
    ? jsonAnswer(tell(edition))
    : refusal(404, 'REGION_UNAVAILABLE', `${asin} is not available in ${region}`);
}

function refusal(status: number, code: string, message: string): ShopAnswer {
  return jsonAnswer({ error: { code, message, details: null } }, status);
}

function bookOf(edition: Edition, { url }: Shop): unknown {
  const { book, id } = edition;
  const [first, second] = book.series.map(({ name, number }, at) => ({
    asin: `B0SERIES0${at}`,
    name,
    position: number,
  }));
  const [genre, ...tags] = book.genres;
  return {
    asin: id,
    title: book.title,
    ...(book.subtitle && { subtitle: book.subtitle }),
    authors: [
      ...book.authors.map((name) => ({ asin: 'B001AUTHOR', name })),
      ...book.helpers.map(({ name, role }) => ({ name: `${name} - ${role}` })),
    ],
    narrators: book.narrators.map((name) => ({ name })),
    publisherName: book.publisher,
    releaseDate: `${book.published}T00:00:00.000Z`,
    summary: book.description,
    description: `${plainParagraphs(book.description).slice(0, 60)}...`,
    ...(book.cover && { image: pictureUrl(url, edition, '_SL500_') }),
    genres: [
      ...(genre ? [{ asin: '18580518011', name: genre, type: 'genre' }] : []),
      ...tags.map((name) => ({ asin: '18580519011', name, type: 'tag' })),
    ],
    ...(first && { seriesPrimary: first }),
    ...(second && { seriesSecondary: second }),
    language: languageName(book.language).toLowerCase(),
    runtimeLengthMin: book.minutes,
    formatType: 'unabridged',
    rating: book.rating ? String(book.rating.value) : '0',
    isAdult: false,
    literatureType: 'fiction',
    region: 'us',
  };
}
