import type { Ask } from '../../ask.js';
import { AudibleError } from '../../audible-error.js';
import { APP_PROFILE } from '../app-profile.js';
import { askAuth } from '../auth-exchange.js';
import { waysOf, type AudibleCredentials } from '../credentials.js';
import type { AudibleHosts } from '../hosts.js';
import { at, isObject } from '../json-value.js';
import { expiryOf } from '../lifetime.js';
import { marketplaceIn } from '../marketplaces.js';
import { credentialsFrom } from '../registration.js';
import type { SignInSecrets } from './sign-in-secrets.js';

export interface RegisterOrder {
  secrets: SignInSecrets;
  /** As `readLanding` gave it. It is good once, and for minutes. */
  code: string;
  /** What the person sees in the list of devices, after their first name: "Anna's Octavo". */
  deviceName: string;
  hosts: AudibleHosts;
  /** Milliseconds since 1970. */
  now: number;
  signal?: AbortSignal | undefined;
}

/** Amazon puts the first name there, and a number where there is such a device already. */
const NAME_PATTERN = '%FIRST_NAME%%FIRST_NAME_POSSESSIVE_STRING%%DUPE_STRATEGY_1ST%';

/**
 * Registers Octavo as a device of the account. Throws AudibleError 'sign_in_failed' where the code or what belongs to it is
 * not accepted, or nothing usable is given for it, and what `askAuth` throws. The code is spent either way.
 */
export async function registerDevice(ask: Ask, order: RegisterOrder): Promise<AudibleCredentials> {
  const { secrets, hosts, now, signal } = order;
  const { country, withUsername } = secrets;
  const { status, json } = await askAuth(ask, {
    origin: hosts.auth(marketplaceIn(country), withUsername),
    target: '/auth/register',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(bodyOf(order)),
    now,
    signal,
  });
  const success = at(json, 'response', 'success');
  if (status !== 200 || !isObject(success)) throw new AudibleError('sign_in_failed', { status });
  const expiresAt = expiryOf(at(success, 'tokens', 'bearer'), now);
  const credentials = credentialsFrom(success, { country, withUsername, expiresAt });
  if (waysOf(credentials).length > 0) return credentials;
  const words = 'Amazon accepted the sign-in and gave nothing that can be used. Begin it once more.';
  throw new AudibleError('sign_in_failed', { words });
}

function bodyOf({ secrets, code, deviceName }: RegisterOrder) {
  const { serial, clientId, verifier, country } = secrets;
  return {
    requested_token_type: ['bearer', 'mac_dms', 'website_cookies', 'store_authentication_cookie'],
    cookies: { website_cookies: [], domain: `.amazon.${marketplaceIn(country).tld}` },
    registration_data: {
      domain: 'Device',
      app_version: APP_PROFILE.version,
      device_serial: serial,
      device_type: APP_PROFILE.deviceType,
      device_name: `${NAME_PATTERN}${deviceName}`,
      os_version: APP_PROFILE.osVersion,
      software_version: APP_PROFILE.softwareVersion,
      device_model: APP_PROFILE.deviceModel,
      app_name: APP_PROFILE.name,
    },
    auth_data: {
      client_id: clientId,
      authorization_code: code,
      code_verifier: verifier,
      code_algorithm: 'SHA-256',
      client_domain: 'DeviceLegacy',
    },
    requested_extensions: ['device_info', 'customer_info'],
  };
}
