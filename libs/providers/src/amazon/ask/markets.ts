import type { ProviderSettings } from '../../metadata-provider.js';
import { baseOf } from '../../addresses.js';

/** Every shop by the end of its address, with the languages its pages may be in, as browsers ask for them. */
const MARKETS = new Map<string, string>([
  ['com', 'en-US,en;q=0.9'],
  ['co.uk', 'en-GB,en;q=0.9'],
  ['de', 'en-GB,en;q=0.9,de;q=0.8'],
  ['fr', 'en-GB,en;q=0.9,fr;q=0.8'],
  ['it', 'en-GB,en;q=0.9,it;q=0.8'],
  ['es', 'en-GB,en;q=0.9,es;q=0.8'],
  ['ca', 'en-CA,en;q=0.9,fr;q=0.8'],
  ['com.au', 'en-AU,en;q=0.9'],
  ['co.jp', 'en-US,en;q=0.9,ja;q=0.8'],
  ['in', 'en-IN,en;q=0.9'],
  ['com.br', 'en-US,en;q=0.9,pt-BR;q=0.8'],
  ['com.mx', 'en-US,en;q=0.9,es-MX;q=0.8'],
  ['nl', 'en-GB,en;q=0.9,nl;q=0.8'],
  ['se', 'en-GB,en;q=0.9,sv;q=0.8'],
  ['pl', 'en-GB,en;q=0.9,pl;q=0.8'],
  ['com.be', 'en-GB,en;q=0.9,fr;q=0.8,nl;q=0.7'],
  ['com.tr', 'en-GB,en;q=0.9,tr;q=0.8'],
  ['ae', 'en-GB,en;q=0.9,ar;q=0.8'],
  ['sa', 'en-GB,en;q=0.9,ar;q=0.8'],
  ['eg', 'en-GB,en;q=0.9,ar;q=0.8'],
  ['sg', 'en-SG,en;q=0.9'],
  ['cn', 'en-US,en;q=0.9,zh-CN;q=0.8'],
  ['ie', 'en-IE,en;q=0.9'],
  ['co.za', 'en-ZA,en;q=0.9'],
]);

/** Where a language is at home; every other is looked for in the American shop. */
const HOME = new Map(
  Object.entries({
    de: 'de',
    fr: 'fr',
    it: 'it',
    es: 'es',
    ja: 'co.jp',
    pt: 'com.br',
    nl: 'nl',
    sv: 'se',
    pl: 'pl',
    tr: 'com.tr',
  }),
);
const PICTURE_HOSTS = ['media-amazon.com', 'ssl-images-amazon.com', 'images-amazon.com'];

/** Every host of a page or picture, as suffixes. */
export const AMAZON_HOSTS: readonly string[] = [
  ...[...MARKETS.keys()].map((market) => `amazon.${market}`),
  ...PICTURE_HOSTS,
];

/** One country's shop, as it is asked. */
export interface Shop {
  /** The end of its address: "co.uk". */
  market: string;
  /** What addresses begin with. */
  base: string;
  settings: ProviderSettings;
}

/**
 * The shop of the settings; without one that of the book's language (BCP 47). The same shop must be asked for everything
 * about one book: numbers of Kindle editions are another in each.
 */
export function shopFor(settings: ProviderSettings, language?: string): Shop {
  const market = knownMarket(settings.market) ?? HOME.get(language?.split('-')[0]?.toLowerCase() ?? '') ?? 'com';
  return { market, base: baseOf(settings, `https://www.amazon.${market}`), settings };
}

/** "www.amazon.co.uk", "amazon.co.uk" and "CO.UK" are one. */
function knownMarket(text: string | undefined): string | undefined {
  const market = text
    ?.trim()
    .toLowerCase()
    .replace(/^(?:www\.)?amazon\./, '')
    .replace(/^\./, '');
  return market !== undefined && MARKETS.has(market) ? market : undefined;
}

/** The languages a shop's pages are asked in: English first, since most then label in English, then its own. */
export function languagesOf({ market }: Shop): string {
  return MARKETS.get(market) ?? 'en-US,en;q=0.9';
}

/** True for a host of pictures. */
export function isPictureHost(hostname: string): boolean {
  return PICTURE_HOSTS.some((host) => hostname === host || hostname.endsWith(`.${host}`));
}
