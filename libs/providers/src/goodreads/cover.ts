import type { CoverAddresses } from '../candidate.js';
import { pictureAddress } from '../addresses.js';
import { withFullSizes } from '../full-size.js';
import type { ProviderSettings } from '../metadata-provider.js';

/** Goodreads' own pages, and the stores its pictures lie in. */
export const HOSTS = ['goodreads.com', 'gr-assets.com', 'media-amazon.com', 'ssl-images-amazon.com'] as const;

const PLACEHOLDER = /nophoto|no-cover|loading-trans|blank_book|\/assets\/(?:no|loading)/i;
/** The last letter of the number before the book's: s, m and l are sizes, i is the picture as it came. */
const SMALL = /(\/books\/\d+)[sm](?=\/)/;

/** A cover from any picture of it: without what makes it small, then as it stands there. Undefined for placeholders. */
export function coverFrom(text: string | undefined, settings: ProviderSettings): CoverAddresses | undefined {
  if (text === undefined || PLACEHOLDER.test(text)) return undefined;
  const address = pictureAddress(text, HOSTS, settings);
  if (address === undefined) return undefined;
  return withFullSizes([...new Set([address.replace(SMALL, '$1l'), address])]);
}
