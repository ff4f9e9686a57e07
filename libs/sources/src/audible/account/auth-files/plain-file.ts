import type { AudibleCountry } from '@octavo/domain';
import { waysOf, type AudibleCredentials } from '../credentials.js';
import { at, given, isObject, textAt, without, type JsonObject } from '../json-value.js';
import { momentAt } from '../lifetime.js';
import { marketplaceOf } from '../marketplaces.js';
import { bearerFrom, customerFrom, deviceFrom, hasUsername, signingFrom } from '../registration.js';
import { unusable } from './file-problems.js';

const SIGNS = ['adp_token', 'device_private_key', 'refresh_token', 'access_token'];
const READ = [...SIGNS, 'login_cookies', 'website_cookies', 'expires', 'locale_code', 'with_username'];
const READ_OF_DEVICE = ['device_name', 'device_serial_number', 'device_type'];
const READ_OF_CUSTOMER = ['account_pool', 'user_id', 'home_region', 'name', 'given_name'];

/** Whether an object is a file of the Python library, as audible-cli and Libation write it. */
export function isPlainFile(json: JsonObject): boolean {
  return SIGNS.some((key) => Object.hasOwn(json, key));
}

/**
 * The credentials in it; all that is not read is kept. `country` is taken where the file names none that is known. Throws
 * 'audible.auth-file-unusable' where neither says one, or nothing is left to authorise requests with.
 */
export function readPlainFile(json: JsonObject, country: AudibleCountry | undefined): AudibleCredentials {
  const parts = { signing: signingFrom(json), bearer: bearerFrom(json, momentAt(json, 'expires')) };
  if (waysOf(given(parts)).length === 0) throw unusable('nothing_usable');
  const home = marketplaceOf(textAt(json, 'locale_code') ?? '')?.country ?? country;
  if (home === undefined) throw unusable('no_country');
  const [device, customer] = [at(json, 'device_info'), at(json, 'customer_info')];
  return {
    country: home,
    withUsername: hasUsername(home, toldUsername(json), customer),
    ...given({ ...parts, device: deviceFrom(device), customer: customerFrom(customer) }),
    kept: keptOf(json),
  };
}

function toldUsername(json: JsonObject): boolean | undefined {
  const told = at(json, 'with_username');
  return typeof told === 'boolean' ? told : undefined;
}

/** Older files have cookies under another name. Of device and customer remains what is not read of them. */
function keptOf(json: JsonObject): Record<string, unknown> {
  const cookies = at(json, 'website_cookies') ?? at(json, 'login_cookies');
  return {
    ...without(json, [...READ, 'device_info', 'customer_info']),
    ...(isObject(cookies) && { website_cookies: cookies }),
    ...rest(json, 'device_info', READ_OF_DEVICE),
    ...rest(json, 'customer_info', READ_OF_CUSTOMER),
  };
}

function rest(json: JsonObject, key: string, read: readonly string[]): Record<string, unknown> {
  const part = at(json, key);
  const left = isObject(part) ? without(part, read) : {};
  return Object.keys(left).length === 0 ? {} : { [key]: left };
}
