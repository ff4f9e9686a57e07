import type { AudibleCountry } from '@octavo/domain';
import { isAdpToken } from './adp-token.js';
import type { AudibleCredentials, Bearer, SigningMaterial } from './credentials.js';
import { at, given, isObject, textAt, tokenAt, without, type Json } from './json-value.js';
import { marketplaceIn } from './marketplaces.js';
import { normalPrivateKey } from './private-key.js';

/** What a registration does not tell of itself. */
export interface RegistrationFacts {
  country: AudibleCountry;
  withUsername?: boolean | undefined;
  /** Of the access token; ISO 8601 in UTC. */
  expiresAt?: string | undefined;
}

const MOST_COOKIES = 200;

/**
 * The `success` part of a registration as credentials. What is missing or damaged in it is left out: whether enough is
 * left, `waysOf` tells.
 */
export function credentialsFrom(success: Json, facts: RegistrationFacts): AudibleCredentials {
  const { country, withUsername, expiresAt } = facts;
  const [tokens, extensions] = [at(success, 'tokens'), at(success, 'extensions')];
  const customer = at(extensions, 'customer_info');
  const cookies = cookiesIn(at(tokens, 'website_cookies'));
  const parts = {
    signing: signingFrom(at(tokens, 'mac_dms')),
    bearer: bearerFrom(at(tokens, 'bearer'), expiresAt),
    device: deviceFrom(at(extensions, 'device_info')),
    customer: customerFrom(customer),
  };
  const kept = {
    ...(isObject(tokens) && without(tokens, ['mac_dms', 'bearer', 'website_cookies'])),
    ...(cookies && { website_cookies: cookies }),
  };
  const username = hasUsername(country, withUsername, customer);
  return { country, withUsername: username, ...given(parts), kept };
}

/** Both halves of the signing material, or undefined where one is missing or damaged. */
export function signingFrom(json: Json): SigningMaterial | undefined {
  const adpToken = tokenAt(json, 'adp_token') ?? '';
  const privateKey = normalPrivateKey(textAt(json, 'device_private_key') ?? '');
  return isAdpToken(adpToken) && privateKey !== undefined ? { adpToken, privateKey } : undefined;
}

/** Tokens, where there is one to have new ones with. */
export function bearerFrom(json: Json, expiresAt: string | undefined): Bearer | undefined {
  const refreshToken = tokenAt(json, 'refresh_token');
  const accessToken = tokenAt(json, 'access_token');
  if (refreshToken === undefined) return undefined;
  return accessToken === undefined ? { refreshToken } : { refreshToken, accessToken, ...given({ expiresAt }) };
}

/** `device_info` of a registration or a file; undefined where it says nothing. */
export function deviceFrom(json: Json): AudibleCredentials['device'] {
  const [name, serial] = [textAt(json, 'device_name'), textAt(json, 'device_serial_number')];
  return someOf({ name, serial, type: textAt(json, 'device_type') });
}

/** `customer_info` of a registration or a file; undefined where it says nothing. */
export function customerFrom(json: Json): AudibleCredentials['customer'] {
  return someOf({
    userId: textAt(json, 'user_id'),
    name: textAt(json, 'name'),
    givenName: textAt(json, 'given_name'),
    homeRegion: textAt(json, 'home_region'),
    accountPool: textAt(json, 'account_pool'),
  });
}

/** Where nobody says, the customer's pool does. There are usernames in some marketplaces only. */
export function hasUsername(country: AudibleCountry, told: boolean | undefined, customer: Json): boolean {
  const isPool = textAt(customer, 'account_pool')?.startsWith('pool-') ?? false;
  return marketplaceIn(country).usernames && (told ?? isPool);
}

function someOf<Fields extends object>(fields: Fields): Partial<Fields> | undefined {
  const some = given(fields);
  return Object.keys(some).length === 0 ? undefined : some;
}

/** A list of cookies by their names, as auth files hold them. Some values come with quotes around them. */
function cookiesIn(list: Json): Record<string, string> | undefined {
  const entries = (Array.isArray(list) ? (list as Json[]) : []).slice(0, MOST_COOKIES).flatMap((cookie) => {
    const [name, value] = [textAt(cookie, 'Name'), textAt(cookie, 'Value')];
    return name === undefined || value === undefined ? [] : [[name, value.replace(/^"(.*)"$/s, '$1')] as const];
  });
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}
