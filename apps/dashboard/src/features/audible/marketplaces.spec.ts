import { AUDIBLE_COUNTRIES } from '@octavo/domain';
import { countryName, countryWord, knowsUsernames, marketplaceChoices, ownMarketplace } from './marketplaces.js';

describe('one’s own marketplace', () => {
  it.each([
    [['de-DE', 'en'], 'de'],
    [['de-AT'], 'de'],
    [['fr-CH', 'de-CH'], 'fr'],
    [['de-CH'], 'de'],
    [['fr-BE'], 'fr'],
    [['en-GB'], 'uk'],
    [['en-IE'], 'uk'],
    [['en-NZ'], 'au'],
    [['en'], 'us'],
    [['ja'], 'jp'],
    [['pt'], 'br'],
    [['pl'], 'us'],
    [['not a language', 'it-IT'], 'it'],
    [[''], 'us'],
    [[], 'us'],
  ])('of who speaks %j is %s', (languages, country) => {
    expect(ownMarketplace(languages)).toBe(country);
  });
});

describe('the marketplaces', () => {
  it('are told by the names of their countries, one’s own first', () => {
    const choices = marketplaceChoices('uk');
    expect(choices[0]).toEqual({ value: 'uk', label: 'United Kingdom' });
    expect(choices.slice(1, 4).map(({ label }) => label)).toEqual(['Australia', 'Brazil', 'Canada']);
    expect(choices.map(({ value }) => value).toSorted()).toEqual([...AUDIBLE_COUNTRIES].toSorted());
  });

  it('have names, all of them', () => {
    for (const country of AUDIBLE_COUNTRIES) expect(countryName(country)).toMatch(/^[A-Z][a-z]+/);
    expect(countryWord('de')).toBe('Germany');
    expect(countryWord('xx')).toBe('xx');
  });

  it('know accounts with user names in three countries', () => {
    expect(AUDIBLE_COUNTRIES.filter(knowsUsernames)).toEqual(['us', 'uk', 'de']);
    expect(knowsUsernames('toString')).toBe(false);
  });
});
