import type { AudibleDiscovery } from '@octavo/contracts';
import { counted } from '../libraries/library-words.js';
import { countryName } from './marketplaces.js';

type Offer = AudibleDiscovery['found'][number];

/** What an account has at a marketplace: "1,357 titles, synced already". */
export function offerWords({ total, error }: Pick<Offer, 'total' | 'error'>, isHere: boolean): string {
  const here = isHere ? 'synced already' : '';
  const there =
    error ?? (total === null ? 'How many titles is not said' : total === 0 ? 'No titles' : counted(total, 'title'));
  return here === '' ? there : `${there}, ${here}`;
}

/** Those with titles first, the most first; then by their names, those that did not answer at the end. */
export function inOrderOfInterest(found: readonly Offer[]): Offer[] {
  const weight = ({ total, error }: Offer) => (error === null ? (total ?? 0) : -1);
  const name = ({ country }: Offer) => countryName(country);
  return found.toSorted((a, b) => weight(b) - weight(a) || name(a).localeCompare(name(b)));
}
