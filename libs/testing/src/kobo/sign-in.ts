import { createHash, randomBytes } from 'node:crypto';
import { DeviceAuthAnswer } from '@octavo/kobo';
import { z } from 'zod';
import type { DeviceApi } from './device-api.js';
import type { DeviceLink } from './device-link.js';
import { platformId } from './device-profile.js';

const REDIRECT = 'kobo://UserAuthenticated';
const SCOPE = 'openid profile kobo_profile public_api_authenticated offline_access';

const Discovery = z.object({ issuer: z.url(), authorization_endpoint: z.url(), token_endpoint: z.url() });
const Tokens = z.object({
  access_token: z.string().min(1),
  refresh_token: z.string().min(1),
  token_type: z.literal('Bearer'),
  expires_in: z.number().positive(),
});

/** POST v1/auth/device, or v1/auth/refresh for a device that has signed in before. */
export async function signInDevice(api: DeviceApi): Promise<void> {
  const { profile, session, link } = api;
  const platform = platformId(profile);
  const key = Buffer.from(platform).toString('base64');
  const known = { AppVersion: profile.firmware, ClientKey: key, PlatformId: platform };
  const again = session.refreshToken !== undefined;
  const body = again
    ? { ...known, RefreshToken: session.refreshToken }
    : { ...known, AffiliateName: 'Kobo', SerialNumber: profile.serial, UserKey: session.userKey };
  const path = `/v1/auth/${again ? 'refresh' : 'device'}`;
  const answer = await api.request('POST', path, { headers: api.jsonHeaders(again), body });
  if (answer.status !== 200) throw link.refuse(`POST ${path} was answered with ${answer.status}`);
  const tokens = checked(link, path, DeviceAuthAnswer, link.parsed(path, answer));
  session.accessToken = tokens.AccessToken;
  session.refreshToken = tokens.RefreshToken;
  session.userKey = tokens.UserKey || session.userKey;
}

/** The OAuth steps that newer firmware takes before it syncs: discovery, code with PKCE, token. */
export async function signInWithOauth(api: DeviceApi): Promise<void> {
  const { session, link } = api;
  const host = session.resources?.oauth_host;
  if (typeof host !== 'string') throw link.refuse('initialization names no oauth_host');
  const headers = api.headers();
  const document = await link.json('GET', `${host}/.well-known/openid-configuration`, { headers });
  const discovery = checked(link, 'the discovery document', Discovery, document);
  const grant = session.cloudRefreshToken
    ? { grant_type: 'refresh_token', refresh_token: session.cloudRefreshToken }
    : await authorise(discovery.authorization_endpoint, headers, link);
  const answer = await link.json('POST', discovery.token_endpoint, {
    headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ ...grant, client_id: 'nickel' }).toString(),
  });
  const tokens = checked(link, 'the token endpoint', Tokens, answer);
  session.cloudToken = tokens.access_token;
  session.cloudRefreshToken = tokens.refresh_token;
}

/** Asks for a code. The device never shows a page here: it waits for its own deep link. */
async function authorise(endpoint: string, headers: Record<string, string>, link: DeviceLink) {
  const verifier = randomBytes(32).toString('base64url');
  const state = randomBytes(16).toString('hex');
  const url = new URL(endpoint);
  const query = {
    response_type: 'code',
    client_id: 'nickel',
    redirect_uri: REDIRECT,
    scope: SCOPE,
    state,
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
  };
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  const answer = await link.request('GET', url.href, { headers, followRedirects: false });
  const location = answer.headers.get('location') ?? '';
  const returned = new URLSearchParams(location.slice(REDIRECT.length + 1));
  const code = returned.get('code');
  if (answer.status !== 302 || !location.startsWith(`${REDIRECT}?`) || !code || returned.get('state') !== state) {
    throw link.refuse(
      `authorisation answered ${answer.status} and not with the device's deep link, a code and its state`,
    );
  }
  return { grant_type: 'authorization_code', code, code_verifier: verifier, redirect_uri: REDIRECT };
}

function checked<Output>(link: DeviceLink, what: string, schema: z.ZodType<Output>, value: unknown): Output {
  const result = schema.safeParse(value);
  if (!result.success) throw link.refuse(`${what} does not answer as it must: ${z.prettifyError(result.error)}`);
  return result.data;
}
