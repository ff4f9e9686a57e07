import type { Contributor, Role } from '@octavo/domain';

/** The elements of ComicInfo that name people. Of narrators, illustrators and others it knows nothing. */
export const ROLE_ELEMENTS: Partial<Record<Role, string>> = {
  author: 'Writer',
  penciller: 'Penciller',
  inker: 'Inker',
  colorist: 'Colorist',
  letterer: 'Letterer',
  coverArtist: 'CoverArtist',
  editor: 'Editor',
  translator: 'Translator',
};

/** Those who have an element, without sort forms, which have none. */
export function namedInComics(contributors: readonly Contributor[]): Contributor[] {
  return contributors.filter(({ role }) => ROLE_ELEMENTS[role] !== undefined).map(({ name, role }) => ({ name, role }));
}
