import { isbn10Of } from '@octavo/domain';
import type { BookQuery, ProviderSettings } from './metadata-provider.js';
import { identifiersOf } from './query-text.js';

/** A shop of Audible: the end of its host's name, and what it is called by those who collect from it. */
export interface AudibleMarket {
  tld: string;
  region: string;
}

const AMERICAN: AudibleMarket = { tld: 'com', region: 'us' };
const MARKETS: readonly AudibleMarket[] = [
  AMERICAN,
  { tld: 'co.uk', region: 'uk' },
  { tld: 'ca', region: 'ca' },
  { tld: 'com.au', region: 'au' },
  { tld: 'de', region: 'de' },
  { tld: 'fr', region: 'fr' },
  { tld: 'it', region: 'it' },
  { tld: 'es', region: 'es' },
  { tld: 'in', region: 'in' },
  { tld: 'co.jp', region: 'jp' },
  { tld: 'com.br', region: 'br' },
];
/** The hosts of all shops. */
export const AUDIBLE_HOSTS = MARKETS.map(({ tld }) => `audible.${tld}`);

/** The shop of a country, by either name; every country without one buys in the American. */
export function audibleMarket({ market }: ProviderSettings): AudibleMarket {
  const named = market?.toLowerCase();
  return MARKETS.find(({ tld, region }) => tld === named || region === named) ?? AMERICAN;
}

const MOST_NUMBERS = 3;

export const isAsin = (text: string) => /^[A-Z0-9]{10}$/.test(text);

/**
 * The numbers under which Audible may have a book. Older audiobooks are sold under their ISBN-10, and a file that
 * tells its ASIN then told an ISBN.
 */
export function asinsOf(query: BookQuery): string[] {
  const tenDigits =
    query.medium === 'audiobook'
      ? identifiersOf(query, 'isbn', /^\d{13}$/).flatMap((isbn) => isbn10Of(isbn) ?? [])
      : [];
  return [...new Set([...identifiersOf(query, 'asin', /^[A-Z0-9]{10}$/), ...tenDigits])].slice(0, MOST_NUMBERS);
}
