import type { Role } from '@octavo/domain';
import type { Refinement } from './new-field.js';

/** MARC relators (id.loc.gov/vocabulary/relators). */
const RELATORS: Partial<Record<Role, string>> = {
  author: 'aut',
  editor: 'edt',
  translator: 'trl',
  illustrator: 'ill',
  narrator: 'nrt',
  colorist: 'clr',
  coverArtist: 'cov',
};

/**
 * How a package says what somebody did. Three roles of comics are written as the word itself, which readers understand
 * better than codes; a role nobody knows is not said at all.
 */
export function roleRefinement(role: Role): Refinement | undefined {
  if (role === 'other') return undefined;
  const relator = RELATORS[role];
  if (relator === undefined) return { property: 'role', value: role };
  return { property: 'role', value: relator, scheme: 'marc:relators' };
}
