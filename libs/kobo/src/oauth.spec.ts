import { authorizeRedirect, discoveryDocument, jsonWebKeys, tokenAnswer, userInfo } from './oauth.js';

const HOST = 'https://books.example.org/kobo/t/oauth';

it('the discovery document names every endpoint below the host it was asked from', () => {
  const document = discoveryDocument(HOST);
  expect(document).toMatchObject({
    issuer: HOST,
    authorization_endpoint: `${HOST}/authorize`,
    token_endpoint: `${HOST}/token`,
    userinfo_endpoint: `${HOST}/userinfo`,
    jwks_uri: `${HOST}/jwks`,
    response_types_supported: ['code'],
    grant_types_supported: ['authorization_code', 'refresh_token'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256'],
    token_endpoint_auth_methods_supported: ['none', 'client_secret_post', 'client_secret_basic'],
    code_challenge_methods_supported: ['S256'],
  });
  expect(document.scopes_supported).toContain('openid');
});

describe('authorisation', () => {
  it('leads back to the device with a code and the state it gave', () => {
    expect(authorizeRedirect({ redirect_uri: 'kobo://UserAuthenticated', state: 'abc' }, 'c0de')).toEqual({
      location: 'kobo://UserAuthenticated?code=c0de&state=abc',
    });
  });

  it('cannot be made to add a line to the header', () => {
    const query = { redirect_uri: 'kobo://UserAuthenticated', state: 'a\r\nSet-Cookie: x=1\ud800' };
    expect(authorizeRedirect(query, 'c0de')?.location).toMatch(/^kobo:\/\/UserAuthenticated\?[\w=&%+.-]+$/);
  });

  it.each([
    'https://evil.example',
    'kobo://UserAuthenticated@evil.example',
    'kobo://UserAuthenticated?next=https://evil.example',
    'kobo://Other',
    '',
    undefined,
    ['kobo://UserAuthenticated', 'https://evil.example'],
  ])('never leads to %j', (redirect) => {
    expect(authorizeRedirect({ redirect_uri: redirect, state: 'abc' }, 'c0de')).toBeUndefined();
  });
});

it('the token answer speaks in both naming styles', () => {
  const tokens = { accessToken: 'a', refreshToken: 'r', trackingId: 't', userId: 'u' };
  expect(tokenAnswer(tokens)).toEqual({
    access_token: 'a',
    refresh_token: 'r',
    token_type: 'Bearer',
    expires_in: 31_536_000,
    scope: 'openid profile kobo_profile public_api_authenticated offline_access',
    user_id: 'u',
    AccessToken: 'a',
    RefreshToken: 'r',
    TokenType: 'Bearer',
    TrackingId: 't',
    UserKey: 'u',
  });
});

it('user information and keys are small valid JSON', () => {
  expect([userInfo('u'), jsonWebKeys()]).toEqual([{ sub: 'u' }, { keys: [] }]);
});
