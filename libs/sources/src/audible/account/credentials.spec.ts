import { DomainError } from '@octavo/domain';
import { readCredentials, waysOf, writeCredentials, type AudibleCredentials } from './credentials.js';
import { allOfError, thrownBy } from './testing/all-of-error.js';
import { ADP_TOKEN, PRIVATE_KEY } from './testing/vectors.js';

const FULL: AudibleCredentials = {
  country: 'de',
  withUsername: false,
  signing: { adpToken: ADP_TOKEN, privateKey: PRIVATE_KEY },
  bearer: { refreshToken: 'Atnr|r', accessToken: 'Atna|a', expiresAt: '2030-01-01T00:00:00.500Z' },
  device: { name: 'Octavo', serial: '0123', type: 'X' },
  customer: {
    userId: 'amzn1.account.X',
    name: 'Ada Lovelace',
    givenName: 'Ada',
    homeRegion: 'EU',
    accountPool: 'Amazon',
  },
  kept: { website_cookies: { 'session-id': '0' }, activation_bytes: null, deep: [{ a: 1 }] },
};
const BARE: AudibleCredentials = { country: 'us', withUsername: true, kept: {} };

describe('credentials', () => {
  it.each([
    ['whole', FULL],
    ['bare', BARE],
    ['with a refresh token only', { ...BARE, bearer: { refreshToken: 'Atnr|r' } }],
  ])('that are %s come back as they were written', (_what, credentials) =>
    expect(readCredentials(writeCredentials(credentials))).toEqual(credentials),
  );

  it.each([
    ['nothing', ''],
    ['no JSON', '{"country":"de"'],
    ['null', 'null'],
    ['a list', '[]'],
    ['no country', { ...FULL, country: undefined }],
    ['an unknown country', { ...FULL, country: 'xx' }],
    ['a country of no text', { ...FULL, country: ['de'] }],
    ['no word about usernames', { ...FULL, withUsername: null }],
    ['nothing kept', { ...FULL, kept: null }],
    ['a list kept', { ...FULL, kept: [] }],
    ['half the signing material', { ...FULL, signing: { adpToken: ADP_TOKEN } }],
    ['a damaged key', { ...FULL, signing: { adpToken: ADP_TOKEN, privateKey: PRIVATE_KEY.slice(40) } }],
    ['a damaged device token', { ...FULL, signing: { adpToken: 'Atna|a', privateKey: PRIVATE_KEY } }],
    ['signing of null', { ...FULL, signing: null }],
    ['an empty refresh token', { ...FULL, bearer: { refreshToken: '' } }],
    ['a line break in a token', { ...FULL, bearer: { refreshToken: 'Atnr|r\nx' } }],
    ['no moment', { ...FULL, bearer: { refreshToken: 'Atnr|r', expiresAt: 'soon' } }],
  ])('with %s are refused, and not repeated', (_what, written) => {
    const error = thrownBy(() => readCredentials(typeof written === 'string' ? written : JSON.stringify(written)));
    expect(error).toBeInstanceOf(DomainError);
    expect(error).toMatchObject({ code: 'secret.cannot-open' });
    expect(allOfError(error)).not.toMatch(/Atn|MIIE|enc:/);
  });

  it('have the ways they have what is needed for, signing first', () => {
    expect(waysOf(FULL)).toEqual(['signing', 'token']);
    expect(waysOf({ bearer: FULL.bearer })).toEqual(['token']);
    expect(waysOf(BARE)).toEqual([]);
  });
});
