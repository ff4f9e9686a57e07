import type { ProviderSettings } from './metadata-provider.js';

const MAX_LENGTH = 2000;

/** Where requests go: the provider's own address, or the one that is set instead; without a slash at its end. */
export function baseOf({ baseUrl }: ProviderSettings, own: string): string {
  return (baseUrl ?? own).replace(/\/+$/, '');
}

/** An address with its parameters; those without a value are left out. */
export function addressOf(base: string, path: string, parameters: Readonly<Record<string, string | undefined>> = {}) {
  const given = Object.entries(parameters).filter((entry): entry is [string, string] => (entry[1] ?? '') !== '');
  const query = new URLSearchParams(given).toString();
  return query === '' ? `${base}${path}` : `${base}${path}?${query}`;
}

/**
 * A picture's address as a page gives it, made whole and safe to fetch: on the provider's hosts over HTTPS or, where a
 * base address is set, on that one's host alone. Undefined for every other, and for pictures that lie in the page.
 */
export function pictureAddress(
  text: string,
  hosts: readonly string[],
  { baseUrl }: ProviderSettings,
): string | undefined {
  const written = text.trim();
  const within = baseUrl ?? `https://${hosts[0] ?? 'localhost'}`;
  if (written === '' || written.length > MAX_LENGTH || !URL.canParse(written, within)) return undefined;
  const url = new URL(written, within);
  if (url.username !== '' || url.password !== '') return undefined;
  if (baseUrl !== undefined) return url.origin === new URL(baseUrl).origin ? url.href : undefined;
  if (!/^https?:$/.test(url.protocol) || url.port !== '' || !isOn(url.hostname, hosts)) return undefined;
  url.protocol = 'https:';
  return url.href;
}

function isOn(hostname: string, hosts: readonly string[]): boolean {
  return hosts.some((host) => hostname === host || hostname.endsWith(`.${host}`));
}
