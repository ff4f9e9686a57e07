import type { AudibleCountry } from './audible-places.js';

/** How the stand-in is in general. May be changed at any time. */
export interface AudibleManners {
  /** The store that paths without one belong to; else "us". */
  country?: AudibleCountry;
  /** Whether a title bought at the very moment of `purchased_after` is among the answer; else it is ('inclusive'). */
  purchasedAfter?: 'inclusive' | 'strict';
  /** Total-Count is left out where false. */
  totals?: boolean;
  /** State-Token is left out, or "0" for none. */
  stateToken?: 'sent' | 'off' | 'zero';
  /** Continuation-Token: none; one beside pages; the only way, so that any `page` at all is refused. Else none. */
  continuation?: 'off' | 'offered' | 'required';
  /** How deep `page` × `num_results` may reach; else 10,000. */
  deepest?: number;
  /** How deep continuation may reach; else to the end. */
  continuationDeepest?: number;
  /** Says which response group it does not know. */
  namesInvalidGroup?: boolean;
  /** How many episodes of a podcast `parent_asin` brings; else 10. */
  episodes?: number;
  /** A parent stands in the list of its own parts. */
  parentAmongParts?: boolean;
  /** Products of the catalogue come without their number. */
  productsWithoutAsin?: boolean;
  /** Seconds by which its clock is ahead. */
  clockAhead?: number;
  /** Seconds a signature's time may differ from its clock; else it does not look. */
  clockTolerance?: number;
  /** Packs answers for those who accept gzip. */
  packed?: boolean;
  /** How long access tokens and codes of a sign-in are good for, in seconds; else 3600 and 300. */
  accessTokenSec?: number;
  codeSec?: number;
  /** The forms in which /auth/token answers. */
  renewal?: AudibleRenewal;
  /** The forms in which /auth/register answers. */
  registration?: AudibleRegistration;
}

export interface AudibleRenewal {
  /** Else a number. */
  expiresIn?: 'number' | 'text' | 'none';
  /** The newest app's names: `actor_access_token`, `actor_refresh_token`. */
  actor?: boolean;
  /** Each answer brings a new refresh token, and the old one is good for nothing. */
  rotates?: boolean;
  /** It refuses, with this status. */
  refused?: 400 | 401;
}

export interface AudibleRegistration {
  /** Else a text. */
  expiresIn?: 'number' | 'text' | 'none';
  /** Values as they are, in quotes, or no cookies at all; else in quotes. */
  cookies?: 'plain' | 'quoted' | 'none';
  storeCookie?: boolean;
  /** iPhones get PEM of PKCS #1, others bare base64 of PKCS #8. */
  key?: 'pem' | 'base64';
}
