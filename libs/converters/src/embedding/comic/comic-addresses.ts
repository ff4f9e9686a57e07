import type { Identifier } from '@octavo/domain';

/** Where databases keep a comic: ComicInfo names it by the address. */
const ADDRESSES: Readonly<Record<string, (value: string) => string>> = {
  comicvine: (value) => `https://comicvine.gamespot.com/issue/4000-${value}/`,
  metron: (value) => `https://metron.cloud/issue/${value}/`,
  gcd: (value) => `https://www.comics.org/issue/${value}/`,
  goodreads: (value) => `https://www.goodreads.com/book/show/${value}`,
  asin: (value) => `https://www.amazon.com/dp/${value}`,
};

/** The address of what an identifier names; undefined where ComicInfo has no way to say it. */
export function addressOf({ scheme, value }: Identifier): string | undefined {
  return ADDRESSES[scheme]?.(encodeURIComponent(value));
}
