import type { ProviderName } from '@octavo/contracts';

/** Shops by the end of their address, as the server takes them. */
const AMAZON =
  'com co.uk de fr it es ca com.au co.jp in com.br com.mx nl se pl com.be com.tr ae sa eg sg cn ie co.za'.split(' ');
const AUDIBLE = 'com co.uk ca com.au de fr it es in co.jp com.br'.split(' ');

const SHOPS: Partial<Record<ProviderName, { host: string; ends: string[]; unset: string }>> = {
  amazon: { host: 'amazon', ends: AMAZON, unset: 'After the book’s language' },
  audible: { host: 'audible', ends: AUDIBLE, unset: 'The American shop' },
  audnexus: { host: 'audible', ends: AUDIBLE, unset: 'The American shop' },
};

const COUNTRIES = new Intl.DisplayNames('en-GB', { type: 'region' });

/** The shops one can choose from; none where a provider has only one. "" stands for no choice. */
export function marketChoices(provider: ProviderName): { value: string; label: string }[] {
  const shop = SHOPS[provider];
  if (!shop) return [];
  const named = shop.ends.map((end) => ({ value: end, label: `${countryOf(end)} (${shop.host}.${end})` }));
  return [{ value: '', label: shop.unset }, ...named.toSorted((a, b) => a.label.localeCompare(b.label))];
}

function countryOf(end: string): string {
  const code = end === 'com' ? 'US' : (end.split('.').at(-1) ?? '').toUpperCase();
  return COUNTRIES.of(code === 'UK' ? 'GB' : code) ?? end;
}
