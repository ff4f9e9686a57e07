import { addressOf, baseOf } from '../addresses.js';
import { asinsOf, audibleMarket, isAsin, type AudibleMarket } from '../audible-markets.js';
import { PICTURE_HOSTS } from '../audiobook-candidate.js';
import type { Candidate } from '../candidate.js';
import type { MetadataProvider, ProviderSettings, Question, Request } from '../metadata-provider.js';
import { readBook, type Asked } from './book.js';
import { readChapters } from './chapters.js';

const OWN = 'https://api.audnex.us';
/** Those it collects from; it knows no Brazilian shop. */
const REGIONS = new Set(['us', 'ca', 'uk', 'au', 'fr', 'de', 'jp', 'it', 'in', 'es']);

/** Audnexus collects what Audible's shops say of their audiobooks, by number only: it cannot be searched by words. */
export const audnexus: MetadataProvider = {
  id: 'audnexus',
  name: 'Audnexus',
  scrapes: false,
  media: ['audiobook'],
  hosts: ['audnex.us', ...PICTURE_HOSTS],
  byIdentifier: (query, settings) =>
    asinsOf(query).flatMap((asin) => marketsFor(settings).map((market) => bookQuestion({ asin, market }, settings))),
  searches: () => [],
  details: ({ id, market }, settings) =>
    isAsin(id) ? bookQuestion({ asin: id, market: marketOf(settings, market) }, settings) : undefined,
  chapters: ({ id, market }, settings) =>
    isAsin(id)
      ? { request: requestFor(`/books/${id}/chapters`, marketOf(settings, market), settings), read: readChapters }
      : undefined,
};

/** The shop that is set, then the largest: many books are sold under one number in several. */
function marketsFor(settings: ProviderSettings): AudibleMarket[] {
  return [...new Set([marketOf(settings), audibleMarket({})])];
}

function marketOf(settings: ProviderSettings, market = settings.market): AudibleMarket {
  const named = audibleMarket({ market });
  return REGIONS.has(named.region) ? named : audibleMarket({});
}

function bookQuestion(asked: Asked, settings: ProviderSettings): Question<Candidate> {
  const request = requestFor(`/books/${asked.asin}`, asked.market, settings);
  return { request, read: (answer) => readBook(answer, asked, settings) };
}

/** `update=0`: what it has, without having it asked the shop again. */
function requestFor(path: string, { region }: AudibleMarket, settings: ProviderSettings): Request {
  const url = addressOf(baseOf(settings, OWN), path, { region, update: '0' });
  return { url, kind: 'book', headers: { accept: 'application/json' } };
}
