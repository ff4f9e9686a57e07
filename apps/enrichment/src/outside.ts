import type { AddressPolicy } from '@octavo/outbound';
import { type Config, providerAddresses } from '@octavo/platform';
import { PROVIDERS } from '@octavo/providers';
import type { Pace } from './asking/pace-table.js';

/**
 * Where providers may lead: never to this machine or into private networks, except to the hosts an operator put in a
 * provider's place.
 */
export function addressPolicy(config: Config): AddressPolicy {
  const urls = Object.values(providerAddresses(config));
  const hosts = urls.flatMap((url) => URL.parse(url ?? '')?.hostname.replace(/^\[|\]$/g, '') ?? []);
  return { allow: [...new Set(hosts)], denyPrivate: true };
}

/** How providers are to be asked, as the operator has it. */
export function paceOf(config: Config): Pace {
  const addresses = providerAddresses(config);
  const elsewhere = new Set(PROVIDERS.filter((id) => addresses[id] !== undefined));
  return { gapMs: config.PROVIDER_GAP, pagesPerDay: config.PROVIDER_PAGES_PER_DAY, elsewhere };
}
