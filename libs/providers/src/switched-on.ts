import type { MetadataProvider } from './metadata-provider.js';

/**
 * Whether a provider is asked. As it comes (`on` null), those that are meant for programs are, and those that read pages
 * made for people are not, unless an operator gave their address: whoever does that knows what it is.
 */
export function isSwitchedOn(
  on: boolean | null,
  { scrapes }: Pick<MetadataProvider, 'scrapes'>,
  baseUrl: string | undefined,
): boolean {
  return on ?? (!scrapes || baseUrl !== undefined);
}
