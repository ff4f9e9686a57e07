import { DomainError } from '@octavo/domain';
import { createHash } from 'node:crypto';
import { APP_PROFILE } from '../app-profile.js';
import type { AudibleHosts } from '../hosts.js';
import type { Marketplace } from '../marketplaces.js';
import type { SignInSecrets } from './sign-in-secrets.js';

export interface SignInOrder {
  marketplace: Marketplace;
  /** An account from before Audible belonged to Amazon. */
  withUsername: boolean;
  hosts: AudibleHosts;
  /** So many bytes that nobody can guess. */
  random: (bytes: number) => Uint8Array;
}

export interface SignInBegun {
  /** Where the person signs in, in a browser of their own. */
  url: string;
  secrets: SignInSecrets;
}

const IDENTIFIER = 'http://specs.openid.net/auth/2.0/identifier_select';

/** Begins a sign-in. Throws a DomainError where the marketplace has no accounts with a username. */
export function beginSignIn({ marketplace, withUsername, hosts, random }: SignInOrder): SignInBegun {
  const { country, usernames } = marketplace;
  if (withUsername && !usernames)
    throw new DomainError('request.invalid', 'Accounts with a username exist in the us, uk and de marketplaces only.');
  const serial = Buffer.from(random(16)).toString('hex').toUpperCase();
  const secrets: SignInSecrets = {
    country,
    withUsername,
    serial,
    clientId: clientIdOf(serial),
    verifier: Buffer.from(random(32)).toString('base64url'),
    returnTo: `${hosts.signIn(marketplace, withUsername)}/ap/maplanding`,
  };
  const url = new URL(`${hosts.signIn(marketplace, withUsername)}/ap/signin`);
  url.search = parametersOf(marketplace, secrets).toString();
  return { url: url.href, secrets };
}

/** "serial#kind", each character as two hexadecimal digits. */
export function clientIdOf(serial: string): string {
  return Buffer.from(`${serial}#${APP_PROFILE.deviceType}`, 'ascii').toString('hex');
}

/** SHA-256 of the verifier's characters (RFC 7636 §4.2). */
export function challengeOf(verifier: string): string {
  return createHash('sha256').update(verifier, 'ascii').digest('base64url');
}

function parametersOf({ country, id, language }: Marketplace, secrets: SignInSecrets): URLSearchParams {
  const kind = secrets.withUsername ? 'username' : 'amazon';
  return new URLSearchParams({
    'openid.oa2.response_type': 'code',
    'openid.oa2.code_challenge_method': 'S256',
    'openid.oa2.code_challenge': challengeOf(secrets.verifier),
    'openid.return_to': secrets.returnTo,
    'openid.assoc_handle': `${APP_PROFILE.handle[kind]}_${country}`,
    'openid.identity': IDENTIFIER,
    pageId: APP_PROFILE.page[kind],
    accountStatusPolicy: 'P1',
    'openid.claimed_id': IDENTIFIER,
    'openid.mode': 'checkid_setup',
    'openid.ns.oa2': 'http://www.amazon.com/ap/ext/oauth/2',
    'openid.oa2.client_id': `device:${secrets.clientId}`,
    'openid.ns.pape': 'http://specs.openid.net/extensions/pape/1.0',
    marketPlaceId: id,
    'openid.oa2.scope': 'device_auth_access',
    forceMobileLayout: 'true',
    'openid.ns': 'http://specs.openid.net/auth/2.0',
    'openid.pape.max_auth_age': '0',
    language: language.replace('-', '_'),
  });
}
