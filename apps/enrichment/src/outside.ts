import type { AddressPolicy } from '@octavo/outbound';
import { type Config, providerAddresses } from '@octavo/platform';

/**
 * Where providers may lead: never to this machine or into private networks, except to the hosts an operator put in a
 * provider's place.
 */
export function addressPolicy(config: Config): AddressPolicy {
  const urls = Object.values(providerAddresses(config));
  const hosts = urls.flatMap((url) => URL.parse(url ?? '')?.hostname.replace(/^\[|\]$/g, '') ?? []);
  return { allow: [...new Set(hosts)], denyPrivate: true };
}
