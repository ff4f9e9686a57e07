import type { Book } from '@octavo/contracts';

type Contributor = Book['contributors'][number];

/** How a role reads before the names of those who had it. */
const ROLE_WORDS: Record<Contributor['role'], string> = {
  author: 'by',
  editor: 'edited by',
  translator: 'translated by',
  illustrator: 'illustrated by',
  narrator: 'read by',
  penciller: 'pencilled by',
  inker: 'inked by',
  colorist: 'coloured by',
  letterer: 'lettered by',
  coverArtist: 'cover by',
  other: 'with',
};

/** What somebody with a role is called, in the order in which one looks for it. */
export const ROLE_NAMES: Record<Contributor['role'], string> = {
  author: 'Author',
  narrator: 'Narrator',
  translator: 'Translator',
  illustrator: 'Illustrator',
  editor: 'Editor',
  coverArtist: 'Cover artist',
  penciller: 'Penciller',
  inker: 'Inker',
  colorist: 'Colourist',
  letterer: 'Letterer',
  other: 'Other',
};

/** Who wrote it, for places with little room: the authors, else whoever comes first. */
export function authorsOf(contributors: Contributor[]): string {
  const authors = contributors.filter(({ role }) => role === 'author');
  const named = authors.length > 0 ? authors : contributors.slice(0, 1);
  return named.map(({ name }) => name).join(', ');
}

/** Names gathered by what they did, in the order of first mention. */
export function byRole(contributors: Contributor[]): { words: string; names: string[] }[] {
  const gathered = new Map<string, string[]>();
  for (const { name, role } of contributors) {
    const words = ROLE_WORDS[role];
    gathered.set(words, [...(gathered.get(words) ?? []), name]);
  }
  return [...gathered].map(([words, names]) => ({ words, names }));
}
