import { FLAGS } from './resources/flags.js';
import { OWN_PATHS } from './resources/own-paths.js';
import { STORE_PATHS } from './resources/store-paths.js';
import { OTHER_HOSTS, WEB_PAGES } from './resources/web-addresses.js';
import type { Resources } from './wire/initialization.js';

const STORE_API = 'https://storeapi.kobo.com';

/** Where a device reaches us. */
export interface OwnAddresses {
  /** What stands as api_endpoint in the device's configuration, with the device's token in its path. */
  base: string;
  /** Scheme, host and port of the same. */
  origin: string;
}

/**
 * The whole map of GET v1/initialization for a device that has no account at the store. It is never shortened: devices
 * keep what an earlier server told them for every key that is missing, and an outdated short map has stopped syncs.
 */
export function resourcesFor(addresses: OwnAddresses): Resources {
  const base = addresses.base.replace(/\/+$/, '');
  const origin = addresses.origin.replace(/\/+$/, '');
  return {
    ...below(STORE_API, STORE_PATHS),
    ...below(base, OWN_PATHS),
    image_host: origin,
    reading_services_host: origin,
    ...OTHER_HOSTS,
    ...WEB_PAGES,
    ...FLAGS,
    blackstone_header: { key: 'x-amz-request-payer', value: 'requester' },
  };
}

function below(host: string, paths: Readonly<Record<string, string>>): Record<string, string> {
  // plain concatenation: a URL object would percent-encode the braces of the placeholders
  return Object.fromEntries(Object.entries(paths).map(([key, path]) => [key, host + path]));
}
