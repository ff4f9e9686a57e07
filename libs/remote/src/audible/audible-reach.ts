import type { AddressPolicy } from '@octavo/outbound';
import type { Config } from '@octavo/platform';
import { type AudibleHosts, hostsAt } from '@octavo/sources';

type Settings = Pick<Config, 'AUDIBLE_API_BASE_URL' | 'AMAZON_AUTH_BASE_URL'>;

/** Where Audible and Amazon's tokens are, as the operator has it. The page one signs in at is Amazon's own: a browser asks for it. */
export function audibleHosts({ AUDIBLE_API_BASE_URL: api, AMAZON_AUTH_BASE_URL: auth }: Settings): AudibleHosts {
  return hostsAt({ api, auth });
}

/** Never to this machine or into private networks, except to the hosts an operator put in Audible's place. */
export function audiblePolicy({ AUDIBLE_API_BASE_URL: api, AMAZON_AUTH_BASE_URL: auth }: Settings): AddressPolicy {
  const hosts = [api, auth].flatMap((url) => URL.parse(url ?? '')?.hostname.replace(/^\[|\]$/g, '') ?? []);
  return { allow: [...new Set(hosts)], denyPrivate: true };
}
