import { roleFrom, type Role } from '@octavo/domain';

const COMIC_ROLES = new Map<string, Role>([
  ['writer', 'author'],
  ['script', 'author'],
  ['story', 'author'],
  ['plot', 'author'],
  ['penciler', 'penciller'],
  ['colorer', 'colorist'],
  ['colourer', 'colorist'],
  ['cover', 'coverArtist'],
  ['cover artist', 'coverArtist'],
  ['coverdesigner', 'coverArtist'],
]);

/** What the makers of comics call what they do: "Writer", "Cover", "Penciler". Words that are not known are 'other'. */
export function comicRole(word: string): Role {
  const known = word.trim().toLowerCase();
  return COMIC_ROLES.get(known) ?? roleFrom(known);
}
