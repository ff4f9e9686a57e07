import { AUDIBLE_COUNTRIES } from '@octavo/domain';
import { MARKETPLACES, marketplaceIn, marketplaceOf } from './marketplaces.js';

describe('a marketplace', () => {
  it.each([
    ['de', 'de'],
    [' UK ', 'uk'],
    ['Germany', 'de'],
    ['united_states', 'us'],
    ['United Kingdom', 'uk'],
    ['BRAZIL', 'br'],
  ])('is known by %s', (text, country) => expect(marketplaceOf(text)?.country).toBe(country));

  it.each(['', ' ', 'xx', 'usa!', 'com', 'constructor', '__proto__', 'd e', 'deu'])(
    'is never guessed from %p',
    (text) => expect(marketplaceOf(text)).toBeUndefined(),
  );

  it('has a host name, a number and a language of its own', () => {
    expect(MARKETPLACES.map(({ country }) => country)).toEqual([...AUDIBLE_COUNTRIES]);
    for (const key of ['tld', 'id', 'language'] as const)
      expect(new Set(MARKETPLACES.map((one) => one[key])).size).toBe(AUDIBLE_COUNTRIES.length);
  });

  it('has usernames where Audible sold before it was bought', () => {
    expect(MARKETPLACES.filter(({ usernames }) => usernames).map(({ country }) => country)).toEqual(['us', 'uk', 'de']);
  });

  it('is the one of the table', () => {
    const uk = { country: 'uk', tld: 'co.uk', id: 'A2I9A3Q2GNFNGQ', language: 'en-GB', usernames: true };
    expect(marketplaceIn('uk')).toEqual(uk);
    expect(marketplaceIn('br')).toMatchObject({ tld: 'com.br', id: 'A10J1VAYUDTYRN', language: 'pt-BR' });
  });
});
