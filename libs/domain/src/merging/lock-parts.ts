import { entriesOf, fieldOf, type FieldPart, type Origin, type Origins } from './origins.js';
import { originOfField } from './ranks.js';

/** Which parts are to be locked (true) or unlocked (false). */
export type Locks = Partial<Record<FieldPart, boolean>>;

/**
 * Origins with parts locked or unlocked. A whole field is unlocked with all its parts. What nobody has said anything of can
 * be locked too; the weakest source then stands for nobody.
 */
export function lockParts(origins: Origins, locks: Locks): Origins {
  let result: Origins = { ...origins };
  for (const [part, lock] of Object.entries(locks) as [FieldPart, boolean][]) {
    result = lock ? locked(result, part) : unlocked(result, part);
  }
  return result;
}

function locked(origins: Origins, part: FieldPart): Origins {
  const known = origins[part] ??
    origins[fieldOf(part)] ??
    originOfField(origins, fieldOf(part)) ?? { source: 'filepath' };
  return { ...origins, [part]: { ...known, locked: true } };
}

function unlocked(origins: Origins, part: FieldPart): Origins {
  const isMeant = (other: FieldPart) => other === part || (part === fieldOf(part) && fieldOf(other) === part);
  const free = entriesOf(origins).map(([other, origin]) => [other, isMeant(other) ? withoutLock(origin) : origin]);
  return Object.fromEntries(free) as Origins;
}

function withoutLock({ source, provider }: Origin): Origin {
  return { source, ...(provider !== undefined && { provider }) };
}
