import { given } from './json-value.js';
import { MARKETPLACES, type Marketplace } from './marketplaces.js';

/** Where a marketplace is asked. Each function gives an address without a slash at its end: "https://api.audible.de". */
export interface AudibleHosts {
  /** The library and the catalogue. */
  api(marketplace: Marketplace): string;
  /** Tokens and devices. Accounts with a username are Audible's own business. */
  auth(marketplace: Marketplace, withUsername: boolean): string;
  /** The page a person signs in at, and lands at afterwards. */
  signIn(marketplace: Marketplace, withUsername: boolean): string;
}

/** The hosts of Audible and Amazon. */
export const REAL_HOSTS: AudibleHosts = {
  api: ({ tld }) => `https://api.audible.${tld}`,
  auth: ({ tld }, withUsername) => `https://api.${withUsername ? 'audible' : 'amazon'}.${tld}`,
  signIn: ({ tld }, withUsername) => `https://www.${withUsername ? 'audible' : 'amazon'}.${tld}`,
};

/** Other addresses than the real ones; what is left out stays real. */
export interface OtherHosts {
  api?: string | undefined;
  auth?: string | undefined;
  /** Nothing but a browser asks there. */
  signIn?: string | undefined;
}

/**
 * Hosts with some addresses replaced: "http://127.0.0.1:8080/{country}", "https://{tld}.audible.test". `{tld}` and
 * `{country}` are filled in; an address without them serves all marketplaces, and requests do not tell it which one is
 * meant. Throws a TypeError for a query or a password, which would be lost on the way.
 */
export function hostsAt({ api, auth, signIn }: OtherHosts): AudibleHosts {
  return { ...REAL_HOSTS, ...given({ api: replaced(api), auth: replaced(auth), signIn: replaced(signIn) }) };
}

function replaced(base: string | undefined): ((marketplace: Marketplace) => string) | undefined {
  if (base === undefined || base === '') return undefined;
  const addresses = new Map(MARKETPLACES.map((marketplace) => [marketplace.country, addressOf(base, marketplace)]));
  return (marketplace) => addresses.get(marketplace.country) ?? addressOf(base, marketplace);
}

function addressOf(base: string, { tld, country }: Marketplace): string {
  const url = URL.parse(base.trim().replaceAll('{tld}', tld).replaceAll('{country}', country));
  // A placeholder nobody fills in would pass for a name of a host.
  const isPlain = url !== null && !/[{}]/.test(url.host) && /^https?:$/.test(url.protocol);
  if (!isPlain || url.href !== `${url.origin}${url.pathname}`)
    throw new TypeError('A base address of Audible or Amazon must be scheme, host, port and path only.');
  return url.href.replace(/\/+$/, '');
}
