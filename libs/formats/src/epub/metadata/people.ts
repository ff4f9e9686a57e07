import { foldText, peopleFrom, roleFrom, type Contributor, type PersonName, type Role } from '@octavo/domain';
import type { MetadataEntry } from '../package-document.js';
import type { PackageMetadata } from './package-metadata.js';
import { plainText } from '../../text/plain-text.js';

const MAX_PEOPLE = 200;

/** Creators, contributors and narrators, each once per role. The makers of the file itself (MARC "bkp") are no people. */
export function peopleOf(metadata: PackageMetadata): Contributor[] {
  const creators = metadata.inDisplayOrder(metadata.fields('creator'));
  const contributors = metadata.inDisplayOrder(metadata.fields('contributor'));
  const hasAuthor = creators.some((creator) => rolesOf(metadata, creator).includes('author'));
  const people = [
    ...creators.flatMap((creator) => named(metadata, creator, creatorRoles(metadata, creator, hasAuthor))),
    ...contributors.flatMap((person) =>
      named(metadata, person, contributorRoles(metadata, person, creators.length > 0)),
    ),
    ...metadata.properties('media:narrator').flatMap((person) => named(metadata, person, ['narrator'])),
  ];
  return unique(people).slice(0, MAX_PEOPLE);
}

/** Where some creators are called authors, one without a role is a guess of the tool that wrote it. */
function creatorRoles(metadata: PackageMetadata, creator: MetadataEntry, hasAuthor: boolean): Role[] {
  const roles = rolesOf(metadata, creator);
  if (roles.length > 0) return roles;
  return hasAuthor || hasRole(metadata, creator) ? [] : ['author'];
}

/** A contributor is only an author where no creator is named at all. */
function contributorRoles(metadata: PackageMetadata, person: MetadataEntry, hasCreator: boolean): Role[] {
  const roles = rolesOf(metadata, person);
  if (roles.length > 0) return roles.map((role) => (role === 'author' && hasCreator ? 'other' : role));
  return hasRole(metadata, person) ? [] : ['other'];
}

function roleWords(metadata: PackageMetadata, person: MetadataEntry): readonly string[] {
  const refined = metadata.refinedAll(person, 'role');
  const own = person.attributes['role'];
  return refined.length > 0 ? refined : own === undefined || own.trim() === '' ? [] : [own];
}

function hasRole(metadata: PackageMetadata, person: MetadataEntry): boolean {
  return roleWords(metadata, person).length > 0;
}

function rolesOf(metadata: PackageMetadata, person: MetadataEntry): Role[] {
  const words = roleWords(metadata, person).filter((word) => !/\bbkp$/i.test(word.trim()));
  return [...new Set(words.map(roleFrom))];
}

function named(metadata: PackageMetadata, person: MetadataEntry, roles: Role[]): Contributor[] {
  const sortForm = plainText(metadata.refined(person, 'file-as') ?? person.attributes['file-as'] ?? '');
  const names = withSortForm(peopleFrom(plainText(person.text)), sortForm);
  return roles.flatMap((role) => names.map(({ name, sortName }) => ({ name, role, ...(sortName && { sortName }) })));
}

/** The given sort form wins over the one read from the name; it only fits where it is of one person, as the name is. */
function withSortForm(names: PersonName[], sortForm: string): PersonName[] {
  const [only] = names;
  if (only === undefined || names.length > 1 || sortForm === '') return names;
  const writtenInverted = only.name === sortForm && /^[^,]+, [^,]+$/.test(sortForm);
  const name = writtenInverted ? sortForm.replace(/^([^,]+), ([^,]+)$/, '$2 $1') : only.name;
  return [sortForm === name ? { name } : { name, sortName: sortForm }];
}

function unique(people: Contributor[]): Contributor[] {
  const seen = new Set<string>();
  return people.filter(({ name, role }) => {
    const key = `${role} ${foldText(name)}`;
    return !seen.has(key) && seen.add(key);
  });
}
