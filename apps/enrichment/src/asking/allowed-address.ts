import type { MetadataProvider, ProviderSettings } from '@octavo/providers';

/**
 * An address that may be asked on a provider's behalf: on its own hosts over HTTPS or, where a base address is set, there
 * and nowhere else. Undefined for every other, whoever names it: a page, a redirect, a list of pictures.
 */
export function allowedAddress(
  text: string,
  { hosts }: Pick<MetadataProvider, 'hosts'>,
  { baseUrl }: ProviderSettings,
): URL | undefined {
  const url = URL.parse(text);
  if (url === null || url.username !== '' || url.password !== '') return undefined;
  if (baseUrl !== undefined) return url.origin === URL.parse(baseUrl)?.origin ? url : undefined;
  const isOwn = url.protocol === 'https:' && url.port === '' && ownHost(url.hostname, hosts) !== undefined;
  return isOwn ? url : undefined;
}

/** The one of a provider's hosts that a name belongs to: "www.amazon.de" to "amazon.de". */
export function ownHost(hostname: string, hosts: readonly string[]): string | undefined {
  return hosts.find((host) => hostname === host || hostname.endsWith(`.${host}`));
}
