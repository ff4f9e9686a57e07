import type { BookDraft } from '../book.js';
import type { MetadataField } from '../book-metadata.js';
import { mergeBook, type MergedBook } from './merge-book.js';
import type { StoredBook } from './origins.js';
import type { RunStatement } from './run-proposals.js';

const DRAFT_FIELD: Partial<Record<MetadataField, keyof BookDraft>> = { publishedDate: 'published' };

/** What a statement says of some fields, and of nothing else. */
export function onlyFields(statement: RunStatement, fields: readonly MetadataField[]): RunStatement {
  const keys = fields.map((field) => DRAFT_FIELD[field] ?? (field as keyof BookDraft));
  return { ...statement, draft: Object.fromEntries(keys.map((key) => [key, statement.draft[key]])) };
}

/**
 * A book in which one field is as a source has it, whoever said what is there now. Locked fields stay, and so does everything
 * where the source says nothing of the field.
 */
export function restoreField(stored: StoredBook, field: MetadataField, statement: RunStatement): MergedBook {
  return mergeBook(stored, [onlyFields(statement, [field])], { mode: 'refresh' });
}
