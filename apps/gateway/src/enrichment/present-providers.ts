import type { MetadataSettings, ProviderHealth } from '@octavo/contracts';
import type { HostStanding } from '@octavo/database';
import { type Config, providerAddresses } from '@octavo/platform';
import { isSwitchedOn, type MetadataProvider, type ProviderId, providers } from '@octavo/providers';

/** Every provider there is, with how its hosts are. */
export function presentProviders(
  { ebooks, audiobooks }: MetadataSettings,
  hosts: readonly HostStanding[],
  config: Config,
): ProviderHealth[] {
  return Object.values(providers).map((provider) => {
    const { id, name, scrapes } = provider;
    const baseUrl = providerAddresses(config)[id];
    const isOn = (order: MetadataSettings['ebooks']) => {
      const choice = order.find((one) => one.id === id);
      return choice !== undefined && isSwitchedOn(choice.on, provider, baseUrl);
    };
    return {
      ...{ id, name, scrapes },
      onFor: [...(isOn(ebooks) ? (['ebook'] as const) : []), ...(isOn(audiobooks) ? (['audiobook'] as const) : [])],
      hosts: hosts.filter(({ host }) => isHostOf(provider, baseUrl, host)).map(presentHost),
    };
  });
}

/** By the address that is set, and by the provider's own hosts otherwise. */
function isHostOf(
  { hosts }: MetadataProvider & { id: ProviderId },
  baseUrl: string | undefined,
  host: string,
): boolean {
  const [name = ''] = host.split(' ', 1);
  if (baseUrl !== undefined) return URL.parse(baseUrl)?.host === name;
  return hosts.some((suffix) => name === suffix || name.endsWith(`.${suffix}`));
}

function presentHost({ host, closed, pagesToday }: HostStanding): ProviderHealth['hosts'][number] {
  // "www.goodreads.com book" stands for pages of books there.
  const named = host.replace(/ (\w+)$/, ' ($1 pages)');
  return { host: named, pagesToday, closedUntil: closed?.until.toISOString() ?? null, reason: closed?.reason ?? null };
}
