import type { BookDraft } from '../../book.js';
import type { BookMetadata, MetadataSource } from '../../book-metadata.js';
import { NOTHING_KNOWN } from '../field-values.js';
import type { Origins, StoredBook } from '../origins.js';
import type { RunStatement } from '../run-proposals.js';

/** A book that is kept. */
export function storedBook(metadata: Partial<BookMetadata>, origins: Origins = {}): StoredBook {
  return { metadata: { ...NOTHING_KNOWN, ...metadata }, origins };
}

/** What a source says in a run. */
export function says(
  source: MetadataSource,
  draft: Partial<BookDraft>,
  more: Partial<RunStatement> = {},
): RunStatement {
  return { source, draft, ...more };
}
