import { AUDIBLE_COUNTRIES, type AudibleCountry, DomainError } from '@octavo/domain';
import { isAdpToken } from './adp-token.js';
import { at, given, isObject, parseJson, textAt, tokenAt, type Json } from './json-value.js';
import { normalPrivateKey } from './private-key.js';

/** What a device signs its requests with; good until the device is removed from the account. */
export interface SigningMaterial {
  adpToken: string;
  /** PKCS#1 PEM, as `normalPrivateKey` gives it. */
  privateKey: string;
}

/** What access tokens are had with; good until the device is removed, each access token for an hour. */
export interface Bearer {
  refreshToken: string;
  accessToken?: string;
  /** ISO 8601, in UTC. Without it the access token counts as spent. */
  expiresAt?: string;
}

/** All there is to speak for an account of Audible. Secret from end to end: it is only ever stored sealed. */
export interface AudibleCredentials {
  /** The home marketplace: where tokens are asked for. The account is good in all of them. */
  country: AudibleCountry;
  /** An account from before Audible belonged to Amazon. */
  withUsername: boolean;
  signing?: SigningMaterial;
  bearer?: Bearer;
  device?: { name?: string; serial?: string; type?: string };
  customer?: { userId?: string; name?: string; givenName?: string; homeRegion?: string; accountPool?: string };
  /** Everything else of the file or the registration they come from: cookies, activation bytes. */
  kept: Record<string, unknown>;
}

/** How an account can authorise requests: by a device's signature or by an access token. */
export type Way = 'signing' | 'token';

/** The ways credentials have, the preferred one first: a signature does not expire and needs no renewal. */
export function waysOf({ signing, bearer }: Pick<AudibleCredentials, 'signing' | 'bearer'>): Way[] {
  return [...(signing ? (['signing'] as const) : []), ...(bearer ? (['token'] as const) : [])];
}

/** Credentials as JSON, to be sealed. */
export function writeCredentials(credentials: AudibleCredentials): string {
  return JSON.stringify(credentials);
}

/** The reverse. Throws a DomainError that repeats nothing of the text where it is not what `writeCredentials` wrote. */
export function readCredentials(text: string): AudibleCredentials {
  const json = parseJson(text);
  const country = AUDIBLE_COUNTRIES.find((one) => one === at(json, 'country'));
  const [withUsername, kept] = [at(json, 'withUsername'), at(json, 'kept')];
  if (country === undefined || typeof withUsername !== 'boolean' || !isObject(kept)) throw unreadable();
  return {
    country,
    withUsername,
    ...given({ signing: ifThere(json, 'signing', signingIn), bearer: ifThere(json, 'bearer', bearerIn) }),
    ...given({ device: ifThere(json, 'device', deviceIn), customer: ifThere(json, 'customer', customerIn) }),
    kept,
  };
}

function unreadable(): DomainError {
  return new DomainError('secret.cannot-open', 'What is kept of an Audible account cannot be read. Connect it anew.');
}

function ifThere<Part>(json: Json, key: string, read: (part: Json) => Part): Part | undefined {
  const part = at(json, key);
  if (part === undefined) return undefined;
  if (!isObject(part)) throw unreadable();
  return read(part);
}

function signingIn(part: Json): SigningMaterial {
  const adpToken = tokenAt(part, 'adpToken') ?? '';
  const privateKey = normalPrivateKey(textAt(part, 'privateKey') ?? '');
  if (!isAdpToken(adpToken) || privateKey === undefined) throw unreadable();
  return { adpToken, privateKey };
}

function bearerIn(part: Json): Bearer {
  const refreshToken = tokenAt(part, 'refreshToken');
  const expiresAt = textAt(part, 'expiresAt');
  if (refreshToken === undefined || Number.isNaN(Date.parse(expiresAt ?? '1970-01-01'))) throw unreadable();
  return { refreshToken, ...given({ accessToken: tokenAt(part, 'accessToken'), expiresAt }) };
}

function deviceIn(part: Json): NonNullable<AudibleCredentials['device']> {
  return given({ name: textAt(part, 'name'), serial: textAt(part, 'serial'), type: textAt(part, 'type') });
}

function customerIn(part: Json): NonNullable<AudibleCredentials['customer']> {
  return given({
    userId: textAt(part, 'userId'),
    name: textAt(part, 'name'),
    givenName: textAt(part, 'givenName'),
    homeRegion: textAt(part, 'homeRegion'),
    accountPool: textAt(part, 'accountPool'),
  });
}
