import type { AudibleCountry } from '@octavo/domain';
import type { Ask } from '../ask.js';
import { AudibleError } from '../audible-error.js';
import { APP_PROFILE } from './app-profile.js';
import { askAuth } from './auth-exchange.js';
import type { AudibleHosts } from './hosts.js';
import { given, tokenAt, type Json } from './json-value.js';
import { expiryOf } from './lifetime.js';
import { marketplaceIn } from './marketplaces.js';

export interface RefreshOrder {
  /** The account's own, wherever the library lies. */
  country: AudibleCountry;
  withUsername: boolean;
  refreshToken: string;
  hosts: AudibleHosts;
  /** Milliseconds since 1970. */
  now: number;
  signal?: AbortSignal | undefined;
}

/** An access token with the end of its life, ISO 8601 in UTC. */
export interface AccessToken {
  accessToken: string;
  expiresAt: string;
}

export interface RefreshedToken extends AccessToken {
  /** Where the server gave another one; the old one may be good no longer. */
  refreshToken?: string;
}

/**
 * A new access token. Throws AudibleError 'reauth_required' where the device is known no longer (400, 401), 'rejected' for
 * other refusals, 'malformed_response' for an answer without a token, and what `askAuth` throws.
 */
export async function refreshToken(ask: Ask, order: RefreshOrder): Promise<RefreshedToken> {
  const { hosts, now, signal } = order;
  const form = new URLSearchParams({
    app_name: APP_PROFILE.name,
    app_version: APP_PROFILE.version,
    source_token: order.refreshToken,
    requested_token_type: 'access_token',
    source_token_type: 'refresh_token',
  });
  const { status, json } = await askAuth(ask, {
    origin: hosts.auth(marketplaceIn(order.country), order.withUsername),
    target: '/auth/token',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: form.toString(),
    now,
    signal,
  });
  if (status === 400 || status === 401) throw new AudibleError('reauth_required', { status });
  if (status >= 500) throw new AudibleError('server_error', { status });
  if (status >= 400) throw new AudibleError('rejected', { status });
  return tokenIn(json, status, now);
}

/** The newest apps get an "actor" access token. Their actor refresh token is for another question and not taken. */
function tokenIn(json: Json, status: number, now: number): RefreshedToken {
  const accessToken = tokenAt(json, 'access_token') ?? tokenAt(json, 'actor_access_token');
  if (accessToken === undefined) throw new AudibleError('malformed_response', { status });
  const renewed = given({ refreshToken: tokenAt(json, 'refresh_token') });
  return { accessToken, expiresAt: expiryOf(json, now), ...renewed };
}
