/** The only place a sign-in may lead to: the device's own deep link. */
const RETURN_TO = 'kobo://UserAuthenticated';

// Nothing is gained by short lives: the path opens more than the token does, and one that ends makes the device sign in.
const LIFE_SECONDS = 365 * 24 * 60 * 60;

const SCOPE = 'openid profile kobo_profile public_api_authenticated offline_access';

/** `oauthHost` is the value of the resource of that name: our base followed by "/oauth". */
export function discoveryDocument(oauthHost: string): Record<string, string | string[]> {
  return {
    issuer: oauthHost,
    authorization_endpoint: `${oauthHost}/authorize`,
    token_endpoint: `${oauthHost}/token`,
    userinfo_endpoint: `${oauthHost}/userinfo`,
    jwks_uri: `${oauthHost}/jwks`,
    response_types_supported: ['code'],
    grant_types_supported: ['authorization_code', 'refresh_token'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256'],
    scopes_supported: SCOPE.split(' '),
    token_endpoint_auth_methods_supported: ['none', 'client_secret_post', 'client_secret_basic'],
    code_challenge_methods_supported: ['S256'],
  };
}

/**
 * Where GET authorize sends the device (302): its deep link, with a random `code` and its own state. No page is shown:
 * whoever knows the path is signed in. Undefined where another address was asked for, to be answered with 400.
 */
export function authorizeRedirect(
  query: Readonly<Record<string, unknown>>,
  code: string,
): { location: string } | undefined {
  const wanted = query.redirect_uri;
  if (typeof wanted !== 'string' || wanted.toLowerCase().replace(/\/$/, '') !== RETURN_TO.toLowerCase()) {
    return undefined;
  }
  const answer = new URLSearchParams({ code });
  if (typeof query.state === 'string') answer.set('state', query.state);
  return { location: `${RETURN_TO}?${answer.toString()}` };
}

/** Random values for one token answer, and the account they stand for. */
export interface OAuthTokens {
  accessToken: string;
  refreshToken: string;
  trackingId: string;
  userId: string;
}

/** The answer of POST token for both grants, in OAuth's names and in the store's: it is not known which a firmware reads. */
export function tokenAnswer(tokens: OAuthTokens): Record<string, string | number> {
  return {
    access_token: tokens.accessToken,
    refresh_token: tokens.refreshToken,
    token_type: 'Bearer',
    expires_in: LIFE_SECONDS,
    scope: SCOPE,
    user_id: tokens.userId,
    AccessToken: tokens.accessToken,
    RefreshToken: tokens.refreshToken,
    TokenType: 'Bearer',
    TrackingId: tokens.trackingId,
    UserKey: tokens.userId,
  };
}

/** GET userinfo. */
export function userInfo(userId: string): { sub: string } {
  return { sub: userId };
}

/** GET jwks: there is nothing to verify, since no token of ours is signed. */
export function jsonWebKeys(): { keys: never[] } {
  return { keys: [] };
}
