/** The stores with a library of their own: the end of their hosts' names, and how Audible numbers them. */
export const AUDIBLE_STORES = {
  us: { tld: 'com', marketplaceId: 'AF2M0KC94RCEA' },
  uk: { tld: 'co.uk', marketplaceId: 'A2I9A3Q2GNFNGQ' },
  de: { tld: 'de', marketplaceId: 'AN7V1F1VY261K' },
  fr: { tld: 'fr', marketplaceId: 'A2728XDNODOQ8T' },
  ca: { tld: 'ca', marketplaceId: 'A2CQZ5RBY40XE' },
  it: { tld: 'it', marketplaceId: 'A2N7FU2W2BU2ZC' },
  au: { tld: 'com.au', marketplaceId: 'AN7EY7DTAW63G' },
  in: { tld: 'in', marketplaceId: 'AJO3FBRUE6J4S' },
  jp: { tld: 'co.jp', marketplaceId: 'A1QAP3MOU4173J' },
  es: { tld: 'es', marketplaceId: 'ALMIKO4SZCSAR' },
  br: { tld: 'com.br', marketplaceId: 'A10J1VAYUDTYRN' },
} as const;

export type AudibleCountry = keyof typeof AUDIBLE_STORES;

/** Which store a request is for, and what it asks of that store. */
export interface AudiblePlace {
  country: AudibleCountry;
  /** "/de" where the path names the store, else empty. */
  prefix: string;
  /** What follows the prefix, without the query. */
  path: string;
}

/**
 * Where a request belongs: the store its path begins with ("/de/1.0/library"), else that of its Host header
 * ("api.audible.de", "www.amazon.co.uk"), else `otherwise`.
 */
export function placeOf(target: string, host: string | undefined, otherwise: AudibleCountry): AudiblePlace {
  const path = target.split('?', 1)[0] ?? '';
  const first = path.split('/', 2)[1] ?? '';
  if (isCountry(first)) return { country: first, prefix: `/${first}`, path: path.slice(first.length + 1) };
  return { country: countryOfHost(host) ?? otherwise, prefix: '', path };
}

function countryOfHost(host = ''): AudibleCountry | undefined {
  const tld = /^(?:api|www)\.(?:audible|amazon)\.([a-z.]+?)(?::\d+)?$/.exec(host.toLowerCase())?.[1];
  return Object.keys(AUDIBLE_STORES)
    .filter(isCountry)
    .find((country) => AUDIBLE_STORES[country].tld === tld);
}

function isCountry(text: string): text is AudibleCountry {
  return Object.hasOwn(AUDIBLE_STORES, text);
}
