import { addressOf, baseOf } from '../addresses.js';
import { asinsOf, AUDIBLE_HOSTS, audibleMarket, isAsin } from '../audible-markets.js';
import { PICTURE_HOSTS } from '../audiobook-candidate.js';
import type { Candidate, SearchHit } from '../candidate.js';
import type { MetadataProvider, ProviderSettings, Question, Request } from '../metadata-provider.js';
import { type Wording, wordings } from '../query-text.js';
import { readProduct, readProducts } from './answers.js';

/** What the catalogue tells to anybody; a group that it does not know would make it refuse the whole question. */
const TOLD = {
  response_groups: [
    'product_desc',
    'media',
    'product_attrs',
    'product_extended_attrs',
    'contributors',
    'series',
    'category_ladders',
    'rating',
  ].join(','),
  image_sizes: '500,1024',
};
/** As many products as are worth comparing with a book. */
const LIMIT = '10';
const PATH = '/1.0/catalog/products';

/** The catalogue of Audible's shops, which needs no account. A list tells of each product all there is to know. */
export const audible: MetadataProvider = {
  id: 'audible',
  name: 'Audible',
  scrapes: false,
  media: ['audiobook'],
  hosts: [...AUDIBLE_HOSTS, ...PICTURE_HOSTS],
  byIdentifier: (query, settings) => asinsOf(query).map((asin) => productQuestion(asin, settings)),
  searches: (query, settings) => wordings(query, 'keywords').map((wording) => search(wording, settings)),
  details: ({ id, market, candidate }, settings) =>
    candidate === undefined && isAsin(id)
      ? productQuestion(id, { ...settings, market: market ?? settings.market })
      : undefined,
};

function search(wording: Wording, settings: ProviderSettings): Question<SearchHit[]> {
  const parameters = { ...wording, num_results: LIMIT, products_sort_by: 'Relevance', ...TOLD };
  const request = requestFor(PATH, parameters, 'search', settings);
  return { request, read: (answer) => readProducts(answer, settings) };
}

function productQuestion(asin: string, settings: ProviderSettings): Question<Candidate> {
  const request = requestFor(`${PATH}/${asin}`, TOLD, 'book', settings);
  return { request, read: (answer) => readProduct(answer, asin, settings) };
}

function requestFor(path: string, parameters: Wording, kind: Request['kind'], settings: ProviderSettings): Request {
  const own = `https://api.audible.${audibleMarket(settings).tld}`;
  const url = addressOf(baseOf(settings, own), path, parameters);
  return { url, kind, headers: { accept: 'application/json' } };
}
