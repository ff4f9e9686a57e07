import { AUDIBLE_COUNTRIES, type AudibleCountry } from '@octavo/domain';

/** A shop of Audible. Each has a library of its own, also for one and the same account. */
export interface Marketplace {
  country: AudibleCountry;
  /** What the names of its hosts end with: "co.uk". */
  tld: string;
  /** As Amazon numbers it. */
  id: string;
  /** Of the sign-in page: "en-GB". */
  language: string;
  /** Whether there are accounts from before Audible belonged to Amazon, signed in to with a username. */
  usernames: boolean;
}

const ROWS: Readonly<Record<AudibleCountry, Omit<Marketplace, 'country'>>> = {
  us: { tld: 'com', id: 'AF2M0KC94RCEA', language: 'en-US', usernames: true },
  uk: { tld: 'co.uk', id: 'A2I9A3Q2GNFNGQ', language: 'en-GB', usernames: true },
  de: { tld: 'de', id: 'AN7V1F1VY261K', language: 'de-DE', usernames: true },
  fr: { tld: 'fr', id: 'A2728XDNODOQ8T', language: 'fr-FR', usernames: false },
  ca: { tld: 'ca', id: 'A2CQZ5RBY40XE', language: 'en-CA', usernames: false },
  it: { tld: 'it', id: 'A2N7FU2W2BU2ZC', language: 'it-IT', usernames: false },
  au: { tld: 'com.au', id: 'AN7EY7DTAW63G', language: 'en-AU', usernames: false },
  in: { tld: 'in', id: 'AJO3FBRUE6J4S', language: 'en-IN', usernames: false },
  jp: { tld: 'co.jp', id: 'A1QAP3MOU4173J', language: 'ja-JP', usernames: false },
  es: { tld: 'es', id: 'ALMIKO4SZCSAR', language: 'es-ES', usernames: false },
  br: { tld: 'com.br', id: 'A10J1VAYUDTYRN', language: 'pt-BR', usernames: false },
};

/** What other programs call them in the files they write. */
const ALIASES: ReadonlyMap<string, AudibleCountry> = new Map([
  ['united_states', 'us'],
  ['united_kingdom', 'uk'],
  ['germany', 'de'],
  ['france', 'fr'],
  ['canada', 'ca'],
  ['italy', 'it'],
  ['australia', 'au'],
  ['india', 'in'],
  ['japan', 'jp'],
  ['spain', 'es'],
  ['brazil', 'br'],
]);

export const MARKETPLACES: readonly Marketplace[] = AUDIBLE_COUNTRIES.map((country) => marketplaceIn(country));

/** The marketplace of a country. */
export function marketplaceIn(country: AudibleCountry): Marketplace {
  return { country, ...ROWS[country] };
}

/** The marketplace a code or a name stands for ("de", "UK", "Germany"); undefined for what is not known, never a guess. */
export function marketplaceOf(text: string): Marketplace | undefined {
  const name = text.trim().toLowerCase().replace(/[ -]/g, '_');
  const country = AUDIBLE_COUNTRIES.find((one) => one === name) ?? ALIASES.get(name);
  return country && marketplaceIn(country);
}
