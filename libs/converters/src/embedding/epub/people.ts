import { ROLES, type Contributor, type Role } from '@octavo/domain';
import { aligned } from '../aligned.js';
import type { MarkupElement } from '../markup/markup.js';
import { oneLine } from '../wanted.js';
import type { Neighbour, PackageDraft } from './package-draft.js';
import { peopleElements, type PersonElement } from './people-elements.js';
import { roleRefinement } from './relators.js';

/**
 * Everybody who is wanted, and nobody else. An element that names one of them in one role stays, with all that refines
 * it; new ones are dc:creator for authors and dc:contributor for all others, or what the book calls others of the role.
 */
export function writePeople(draft: PackageDraft, wanted: readonly Contributor[]): void {
  const { elements } = draft;
  const people = peopleElements(elements);
  // An order of its own fits no longer.
  for (const { element } of people) for (const meta of elements.refinements(element, 'display-seq')) draft.remove(meta);
  const kept = new Set(ROLES.flatMap((role) => writeRole(draft, role, { people, wanted })));
  for (const { element } of people) if (!kept.has(element)) draft.remove(element);
  const narrators = new Set(wanted.filter(({ role }) => role === 'narrator').map(({ name }) => name));
  for (const meta of elements.properties('media:narrator')) if (!narrators.has(oneLine(meta.text))) draft.remove(meta);
}

interface Cast {
  people: readonly PersonElement[];
  wanted: readonly Contributor[];
}

/** Of one role all are creators or all contributors, since creators are read first. Gives the elements that stay. */
function writeRole(draft: PackageDraft, role: Role, { people, wanted }: Cast): MarkupElement[] {
  const there = people.filter(
    ({ element, people: [person, ...more] }) =>
      person?.role === role && more.length === 0 && (role !== 'author' || element.name === 'creator'),
  );
  const { pairs } = aligned(
    there,
    wanted.filter((person) => person.role === role),
    ({ people: [person] }, { name }) => person?.name === name,
  );
  const known = pairs.find(({ element }) => element)?.element?.element.name;
  // A creator without a role would be an author.
  const kind = role === 'author' ? 'creator' : role === 'other' ? 'contributor' : (known ?? 'contributor');
  const [first] = there;
  const kept: MarkupElement[] = [];
  for (const { wanted: contributor, element: person } of pairs) {
    const last = kept.at(-1);
    if (person && (person.element.name === kind || role === 'other')) {
      keep(draft, person, contributor);
      kept.push(person.element);
    } else if (last) addPerson(draft, kind, contributor, { after: last });
    else addPerson(draft, kind, contributor, first?.element.name === kind ? { before: first.element } : undefined);
  }
  return kept;
}

/** Roles that are not said are guessed at by readers, and otherwise as soon as others are said. */
function keep(draft: PackageDraft, { element, people, hasRole }: PersonElement, { role, sortName }: Contributor): void {
  const refinement = roleRefinement(role);
  if (refinement && !hasRole) draft.refine(element, refinement);
  if (sortName !== undefined && sortName !== people[0]?.sortName) {
    draft.refine(element, { property: 'file-as', value: sortName });
  }
}

function addPerson(draft: PackageDraft, kind: string, person: Contributor, neighbour: Neighbour | undefined): void {
  const { name, role, sortName } = person;
  const refinement = roleRefinement(role);
  const refinements = [
    ...(refinement ? [refinement] : []),
    ...(sortName === undefined ? [] : [{ property: 'file-as', value: sortName }]),
  ];
  draft.addField({ name: kind, text: name, refinements }, neighbour);
}
