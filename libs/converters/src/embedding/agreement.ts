import { isDeepStrictEqual } from 'node:util';
import { ROLES, sameIdentifier } from '@octavo/domain';
import type { Promised } from './embedder.js';
import { SAID_FIELDS, type Said, type SaidField } from './said.js';

/**
 * True when `said` tells of a field what `wanted` does. People count by role, since a file tells its creators before its
 * contributors; of identifiers a file may have more, since those it has always stay.
 */
export function agree(field: SaidField, wanted: Said, said: Said): boolean {
  if (field === 'identifiers') {
    return (wanted.identifiers ?? []).every((one) => said.identifiers?.some((other) => sameIdentifier(one, other)));
  }
  return isDeepStrictEqual(comparable(field, wanted), comparable(field, said));
}

function comparable(field: SaidField, { contributors = [], series = [], ...said }: Said): unknown {
  if (field === 'series') return series.map(({ name, number }) => [name, number ?? '']);
  if (field !== 'contributors') return said[field];
  return ROLES.map((role) => {
    const people = contributors.filter((person) => person.role === role);
    return people.map(({ name, sortName }) => [name, sortName ?? '']);
  });
}

/**
 * The fields a file does not tell as it should: what was wanted, and what nobody touched otherwise than before.
 */
export function misread({ before, wanted }: Promised, after: Said): SaidField[] {
  const isNew = (field: SaidField) => wanted[field] !== undefined && !agree(field, wanted, before);
  return SAID_FIELDS.filter((field) => {
    if (wanted[field] !== undefined) return !agree(field, wanted, after);
    return !followed(field).some(isNew) && !agree(field, before, after);
  });
}

/**
 * Fields that are told by others: a sort form is that of one title; a description that only repeats the title is read as
 * none; a comic without a title is called by its series.
 */
function followed(field: SaidField): SaidField[] {
  if (field === 'title') return ['series'];
  return field === 'sortTitle' || field === 'description' ? ['title'] : [];
}
