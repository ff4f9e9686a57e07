import { parseAsin, type Contributor, type Identifier } from '@octavo/domain';
import { pictureAddress } from './addresses.js';
import type { Candidate, CoverAddresses, ProviderId } from './candidate.js';
import { descriptionFrom } from './description.js';
import { withFullSizes } from './full-size.js';
import { listAt, plainTextAt, type Json } from './json-value.js';
import type { ProviderSettings } from './metadata-provider.js';
import { distinctPeople, shopContributor } from './people.js';

/** Where Audible's pictures lie. */
export const PICTURE_HOSTS = ['media-amazon.com', 'ssl-images-amazon.com'] as const;

/** A candidate of an audiobook that claims nothing but its number in a shop ("com", "de") and its title. */
export function bareAudiobook(provider: ProviderId, asin: string, title: string, market: string): Candidate {
  const identifier = parseAsin(asin);
  return {
    provider,
    id: asin,
    market,
    url: `https://www.audible.${market}/pd/${asin}`,
    title,
    contributors: [],
    series: [],
    identifiers: identifier === undefined ? [] : [identifier],
    otherEditions: [],
    genres: [],
    tags: [],
    form: 'audiobook',
  };
}

/** Authors and narrators, lists of `{ name }`; entries without a name are left out. */
export function audiobookPeople(authors: Json, narrators: Json): Contributor[] {
  const named = (list: Json, role: 'author' | 'narrator') =>
    listAt({ list }, 'list').flatMap((entry) => {
      const name = plainTextAt(entry, 'name');
      return name === undefined ? [] : [shopContributor(name, role)];
    });
  return distinctPeople([...named(authors, 'author'), ...named(narrators, 'narrator')]);
}

/** "unabridged" -> false, "abridged" -> true; other kinds of recording are neither. */
export function isAbridged(format: string | undefined): boolean | undefined {
  const word = format?.toLowerCase();
  return word === 'abridged' ? true : word === 'unabridged' ? false : undefined;
}

/** Pictures, the best first, each without what makes it small and then as given; undefined where none is of the shop. */
export function audiobookCover(addresses: readonly string[], settings: ProviderSettings): CoverAddresses | undefined {
  return withFullSizes(addresses.flatMap((address) => pictureAddress(address, PICTURE_HOSTS, settings) ?? []));
}

/** The publisher's text, or else one that was cut for lists. */
export function audiobookDescription(whole: string | undefined, cut: string | undefined, title: string) {
  const description = descriptionFrom(whole ?? '', title);
  if (description !== undefined) return { description };
  const partial = descriptionFrom(cut ?? '', title);
  return partial === undefined ? {} : { description: partial, partialDescription: true };
}

/** Stars from above none to five. */
export function audiobookRating(value: number | undefined, count: number | undefined): Candidate['rating'] {
  if (value === undefined || value <= 0 || value > 5) return undefined;
  return { value, ...(count !== undefined && { count }), best: 5 };
}

/** Numbers of one edition, each once. */
export function distinctIdentifiers(identifiers: readonly Identifier[]): Identifier[] {
  return [...new Map(identifiers.map((one) => [`${one.scheme} ${one.value}`, one])).values()];
}
