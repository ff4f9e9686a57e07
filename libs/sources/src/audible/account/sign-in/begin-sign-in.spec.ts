import { DomainError } from '@octavo/domain';
import { hostsAt, REAL_HOSTS } from '../hosts.js';
import { marketplaceIn, MARKETPLACES } from '../marketplaces.js';
import { thrownBy } from '../testing/all-of-error.js';
import { PKCE } from '../testing/vectors.js';
import { beginSignIn, challengeOf, clientIdOf } from './begin-sign-in.js';

const SERIAL = Buffer.from(PKCE.serial, 'hex');
const random = (count: number) => (count === 16 ? SERIAL : Uint8Array.from({ length: count }, (_, at) => at));
const begin = (country: 'de' | 'uk' | 'fr', withUsername = false) =>
  beginSignIn({ marketplace: marketplaceIn(country), withUsername, hosts: REAL_HOSTS, random });

describe('a sign-in that begins', () => {
  it('has secrets made of chance, and what follows from them', () => {
    const { secrets } = begin('uk');
    expect(secrets).toEqual({
      country: 'uk',
      withUsername: false,
      serial: PKCE.serial,
      clientId: PKCE.clientId,
      verifier: PKCE.verifier,
      returnTo: 'https://www.amazon.co.uk/ap/maplanding',
    });
    expect(challengeOf(PKCE.verifier)).toBe(PKCE.challenge);
    expect(clientIdOf(PKCE.serial)).toBe(PKCE.clientId);
  });

  it('leads to the sign-in page with all it must be told', () => {
    const url = new URL(begin('uk').url);
    expect(url.origin + url.pathname).toBe('https://www.amazon.co.uk/ap/signin');
    expect(Object.fromEntries(url.searchParams)).toEqual({
      'openid.oa2.response_type': 'code',
      'openid.oa2.code_challenge_method': 'S256',
      'openid.oa2.code_challenge': PKCE.challenge,
      'openid.return_to': 'https://www.amazon.co.uk/ap/maplanding',
      'openid.assoc_handle': 'amzn_audible_ios_uk',
      'openid.identity': 'http://specs.openid.net/auth/2.0/identifier_select',
      pageId: 'amzn_audible_ios',
      accountStatusPolicy: 'P1',
      'openid.claimed_id': 'http://specs.openid.net/auth/2.0/identifier_select',
      'openid.mode': 'checkid_setup',
      'openid.ns.oa2': 'http://www.amazon.com/ap/ext/oauth/2',
      'openid.oa2.client_id': `device:${PKCE.clientId}`,
      'openid.ns.pape': 'http://specs.openid.net/extensions/pape/1.0',
      marketPlaceId: 'A2I9A3Q2GNFNGQ',
      'openid.oa2.scope': 'device_auth_access',
      forceMobileLayout: 'true',
      'openid.ns': 'http://specs.openid.net/auth/2.0',
      'openid.pape.max_auth_age': '0',
      language: 'en_GB',
    });
  });

  it('keeps what proves who began out of the address', () => expect(begin('de').url).not.toContain(PKCE.verifier));

  it('is Audible’s own for accounts with a username', () => {
    const { url, secrets } = begin('de', true);
    const { origin, searchParams } = new URL(url);
    expect([origin, secrets.returnTo]).toEqual(['https://www.audible.de', 'https://www.audible.de/ap/maplanding']);
    expect(searchParams.get('openid.assoc_handle')).toBe('amzn_audible_ios_lap_de');
    expect(searchParams.get('pageId')).toBe('amzn_audible_ios_privatepool');
  });

  it('is refused for accounts with a username where there are none', () => {
    for (const marketplace of MARKETPLACES.filter(({ usernames }) => !usernames)) {
      const error = thrownBy(() => beginSignIn({ marketplace, withUsername: true, hosts: REAL_HOSTS, random }));
      expect(error).toBeInstanceOf(DomainError);
      expect(error).toMatchObject({ code: 'request.invalid' });
    }
  });

  it('can be led elsewhere', () => {
    const hosts = hostsAt({ signIn: 'http://127.0.0.1:8080' });
    const { url } = beginSignIn({ marketplace: marketplaceIn('de'), withUsername: false, hosts, random });
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:8080\/ap\/signin\?/);
  });
});
