import type { Country } from '@octavo/contracts';
import { AUDIBLE_COUNTRIES } from '@octavo/domain';

const NAMES = new Intl.DisplayNames('en-GB', { type: 'region' });

/** Regions whose people buy at a marketplace of another country. Everywhere else it is the American one. */
const SERVED_BY: Record<string, Country> = {
  GB: 'uk',
  IE: 'uk',
  AT: 'de',
  CH: 'de',
  BE: 'fr',
  NZ: 'au',
};

/** Where accounts from before Amazon are known: they sign in with a user name at Audible itself. */
const WITH_USERNAMES: readonly Country[] = ['us', 'uk', 'de'];

/** "Germany". */
export function countryName(country: Country): string {
  return NAMES.of(country === 'uk' ? 'GB' : country.toUpperCase()) ?? country;
}

/** A country as it comes in answers that say it as plain text; what is not known stays as it is. */
export const countryWord = (country: string): string => (isCountry(country) ? countryName(country) : country);

/** Whether a text is one of the marketplaces. */
export const isCountry = (text: string): text is Country => (AUDIBLE_COUNTRIES as readonly string[]).includes(text);

/** Whether there are accounts with user names at a marketplace. */
export const knowsUsernames = (country: string): boolean => WITH_USERNAMES.some((one) => one === country);

/** The marketplace of whoever speaks these languages (BCP 47, the first counts most). */
export function ownMarketplace(languages: readonly string[]): Country {
  const region = languages.map(regionOf).find((one) => one !== undefined) ?? 'US';
  const speaksFrench = /^fr\b/i.test(languages[0] ?? '');
  if (region === 'CH' && speaksFrench) return 'fr';
  const code = region.toLowerCase();
  return SERVED_BY[region] ?? (isCountry(code) ? code : 'us');
}

/** All marketplaces as a choice: one's own first, the others by name. */
export function marketplaceChoices(own: Country): { value: Country; label: string }[] {
  const others = AUDIBLE_COUNTRIES.filter((country) => country !== own).map((value) => ({
    value,
    label: countryName(value),
  }));
  return [{ value: own, label: countryName(own) }, ...others.toSorted((a, b) => a.label.localeCompare(b.label))];
}

function regionOf(language: string): string | undefined {
  try {
    return new Intl.Locale(language).maximize().region;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
