import type { BookMetadata, MetadataField } from '../book-metadata.js';
import { changesBetween } from './changes.js';
import { splitParts } from './field-parts.js';
import { isEmpty, METADATA_FIELDS, NOTHING_KNOWN, sameValue } from './field-values.js';
import type { MergedBook } from './merge-book.js';
import { entriesOf, fieldOf, type FieldPart, type Origin, type Origins, type StoredBook } from './origins.js';

const BY_HAND: Origin = { source: 'manual' };

/**
 * A book as a person changed it. Only parts that become another are theirs from now on; a field or part they emptied stays
 * empty. A title cannot be emptied: then the old one stays. Locks hold no person back, and stay.
 */
export function editBook(stored: StoredBook, edit: Partial<BookMetadata>): MergedBook {
  const edited = METADATA_FIELDS.filter((field) => isEdited(stored, edit, field));
  const values = edited.map((field) => [field, isEmpty(edit[field]) ? NOTHING_KNOWN[field] : edit[field]] as const);
  const metadata: BookMetadata = { ...stored.metadata, ...(Object.fromEntries(values) as Partial<BookMetadata>) };
  const origins = edited.reduce(
    (known, field) => originsOfEdit({ ...stored, origins: known }, metadata, field),
    stored.origins,
  );
  const result = { metadata, origins };
  return { ...result, changes: changesBetween(stored, result, () => BY_HAND) };
}

/** A field that was emptied is a person's as a whole, so that none of its parts comes back. */
function originsOfEdit(stored: StoredBook, metadata: BookMetadata, field: MetadataField): Origins {
  const { origins } = stored;
  const byHand = (part: FieldPart): Origin => ({ source: 'manual', ...(origins[part]?.locked && { locked: true }) });
  if (isEmpty(metadata[field])) {
    const others = entriesOf(origins).filter(([part]) => fieldOf(part) !== field);
    return { ...Object.fromEntries(others), [field]: byHand(field) };
  }
  const [before, after] = [splitParts(stored.metadata), splitParts(metadata)];
  const parts = [...new Set([...before.keys(), ...after.keys()])].filter((part) => fieldOf(part) === field);
  const changed = parts.filter((part) => !sameValue(field, before.get(part), after.get(part)));
  // Only the order of groups is another: then the whole is theirs.
  const written = changed.length > 0 ? changed : [field];
  return { ...origins, ...Object.fromEntries(written.map((part) => [part, byHand(part)])) };
}

function isEdited({ metadata }: StoredBook, edit: Partial<BookMetadata>, field: MetadataField): boolean {
  if (edit[field] === undefined || (field === 'title' && isEmpty(edit[field]))) return false;
  return !sameValue(field, metadata[field], edit[field]);
}
