import type { Contributor } from '@octavo/domain';
import { readOpfSidecar } from '@octavo/formats';
import { attributeOf, type Markup, type MarkupElement } from '../markup/markup.js';
import type { PackageElements } from './package-elements.js';

/** An element that names people, and whom our reader finds in it when it stands alone. */
export interface PersonElement {
  element: MarkupElement;
  people: readonly Contributor[];
  /** False where the reader only guesses what they did. */
  hasRole: boolean;
}

/** As many elements of a kind, and as many of one element's roles, as our reader looks at. */
const MOST_FIELDS = 500;
const MOST_ROLES = 20;

/** All creators and contributors, in order, but for the makers of the file (MARC "bkp"), who are no people of the book. */
export function peopleElements(elements: PackageElements): PersonElement[] {
  const all = elements.entries.filter(({ name }) => name === 'creator' || name === 'contributor');
  return all.flatMap((element, at) => {
    const roles = rolesOf(elements, element);
    if (roles.length > 0 && roles.every((word) => /\bbkp$/i.test(word))) return [];
    const people = at < MOST_FIELDS ? readAlone(elements, element) : [];
    return [{ element, people, hasRole: roles.length > 0 }];
  });
}

function rolesOf(elements: PackageElements, element: MarkupElement): string[] {
  const metas = elements.refinements(element, 'role').slice(0, MOST_ROLES);
  const said = metas.length > 0 ? metas.map(({ text }) => text) : [attributeOf(element, 'role') ?? ''];
  return said.map((word) => word.trim()).filter((word) => word !== '');
}

function readAlone(elements: PackageElements, element: MarkupElement): readonly Contributor[] {
  const refinements = ['role', 'file-as'].flatMap((name) => elements.refinements(element, name).slice(0, MOST_ROLES));
  const sources = [element, ...refinements].map((one) => sourceOf(elements.markup, one));
  const alone = `<package><metadata>${sources.join('')}</metadata></package>`;
  return readOpfSidecar(Buffer.from(alone)).contributors;
}

function sourceOf({ text }: Markup, { start, end }: MarkupElement): string {
  return text.slice(start.start, end.end);
}
