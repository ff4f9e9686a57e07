import type { Contributor } from '../book.js';
import type { BookMetadata, MetadataField } from '../book-metadata.js';
import type { Identifier } from '../identifiers.js';
import { type FieldValue, NOTHING_KNOWN } from './field-values.js';
import { type FieldPart, ROLE_GROUPS, roleGroup } from './origins.js';

/** Values by part; parts without a value may be missing. */
export type FieldValues = Map<FieldPart, FieldValue>;

/** Metadata taken apart; `joinParts` puts it together. */
export function splitParts(metadata: BookMetadata): FieldValues {
  const { contributors, identifiers, ...whole } = metadata;
  const parts: FieldValues = new Map(Object.entries(whole) as [FieldPart, FieldValue][]);
  for (const [group, people] of byKey(contributors, ({ role }) => roleGroup(role)))
    parts.set(`contributors.${group}`, people);
  for (const [scheme, named] of byKey(identifiers, ({ scheme }) => scheme)) parts.set(`identifiers.${scheme}`, named);
  return parts;
}

function byKey<Entry, Key>(entries: readonly Entry[], keyOf: (entry: Entry) => Key): Map<Key, Entry[]> {
  const groups = new Map<Key, Entry[]>();
  for (const entry of entries) groups.set(keyOf(entry), [...(groups.get(keyOf(entry)) ?? []), entry]);
  return groups;
}

/** One field of what was taken apart: authors before narrators before others, identifiers by scheme. */
export function joinParts(parts: FieldValues, field: MetadataField): FieldValue {
  if (field === 'contributors')
    return ROLE_GROUPS.flatMap((group) => (parts.get(`contributors.${group}`) ?? []) as Contributor[]);
  if (field !== 'identifiers') return parts.get(field) ?? NOTHING_KNOWN[field];
  const schemes = [...parts.keys()].filter((part) => part.startsWith('identifiers.')).sort();
  return schemes.flatMap((part) => (parts.get(part) ?? []) as Identifier[]);
}
