import type { Role } from '../book.js';
import type { BookMetadata, FieldSources, MetadataField, MetadataSource } from '../book-metadata.js';

/** Contributors are three fields in one: who wrote it may be known from a file, and who reads it from a shop. */
export const ROLE_GROUPS = ['author', 'narrator', 'other'] as const;
export type RoleGroup = (typeof ROLE_GROUPS)[number];

/** In which group of contributors somebody with this role is. */
export function roleGroup(role: Role): RoleGroup {
  return role === 'author' || role === 'narrator' ? role : 'other';
}

/**
 * What is decided as one. Most fields are whole; contributors are decided by group of roles and identifiers by scheme:
 * "contributors.narrator", "identifiers.isbn".
 */
export type FieldPart = MetadataField | `contributors.${RoleGroup}` | `identifiers.${string}`;

/** Where a value comes from; from 'manual' without a value it means that a person emptied the field. */
export interface Origin {
  source: MetadataSource;
  /** Which of those that enrichment asks. */
  provider?: string;
  /** Nothing but a person's own edit changes it. */
  locked?: boolean;
}

/**
 * By part, as kept. A part without an origin of its own has that of its field: "contributors" speaks for all groups that
 * do not speak for themselves.
 */
export type Origins = Partial<Record<FieldPart, Origin>>;

/** A book as it is kept. */
export interface StoredBook {
  metadata: BookMetadata;
  origins: Origins;
}

/** "contributors.narrator" -> "contributors". */
export function fieldOf(part: FieldPart): MetadataField {
  return part.split('.', 1)[0] as MetadataField;
}

/** That of the part, else that of its field. */
export function originOf(origins: Origins, part: FieldPart): Origin | undefined {
  return origins[part] ?? origins[fieldOf(part)];
}

/** By a lock on the part or on its whole field. */
export function isLocked(origins: Origins, part: FieldPart): boolean {
  return origins[part]?.locked === true || origins[fieldOf(part)]?.locked === true;
}

/** Those of a field and its parts. */
export function originsOfField(origins: Origins, field: MetadataField): Origins {
  return Object.fromEntries(entriesOf(origins).filter(([part]) => fieldOf(part) === field));
}

/** As `Object.entries`, with its types. */
export function entriesOf(origins: Origins): [FieldPart, Origin][] {
  return Object.entries(origins) as [FieldPart, Origin][];
}

/** What `origins` says of whole fields, each by the most trusted source of its parts. `trust` gives less for more trust. */
export function fieldSources(origins: Origins, trust: (source: MetadataSource) => number): FieldSources {
  const sources: FieldSources = {};
  for (const [part, origin] of entriesOf(origins)) {
    const field = fieldOf(part);
    const known = sources[field];
    if (known === undefined || trust(origin.source) < trust(known)) sources[field] = origin.source;
  }
  return sources;
}
