import type { PLACES } from './places.js';

type Place = (typeof PLACES)[number]['to'];

/** Addresses that lie elsewhere than the place they belong to: a book is in the library, a server is a source. */
const ALSO: Partial<Record<Place, readonly string[]>> = { '/': ['/books'], '/folders': ['/servers', '/audible'] };

/** Whether a path lies within a place of the navigation. */
export function isWithin(pathname: string, place: Place): boolean {
  const below = (parent: string) => pathname === parent || pathname.startsWith(`${parent}/`);
  return (place === '/' ? pathname === '/' : below(place)) || (ALSO[place] ?? []).some(below);
}
