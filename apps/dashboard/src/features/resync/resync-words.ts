import type { Book } from '@octavo/contracts';
import { METADATA_FIELDS } from '@octavo/domain';
import { fieldWords } from '../books/provenance-words.js';

type Comparable = Partial<Record<string, unknown>>;

/** What is shown of a book and is another now, by name. */
export function changedParts(before: Comparable | undefined, after: Comparable): string[] {
  if (!before) return [];
  const parts = [...METADATA_FIELDS, 'coverUrl'];
  return parts.filter((part) => JSON.stringify(before[part]) !== JSON.stringify(after[part])).map(fieldWords);
}

/** What came of reading a book's files anew. */
export function resyncWords(before: Book | undefined, after: Book): string {
  const parts = changedParts(before, after);
  return parts.length === 0 ? 'Read anew: nothing is different' : `Read anew. Changed: ${parts.join(', ')}`;
}

/** What was gone when its files were to be read anew. */
export function goneWords(what: 'book' | 'file', bookDeleted: boolean): string {
  if (what === 'book') return 'Its files are gone from their folder, so the book leaves the list';
  return bookDeleted
    ? 'The file is gone from its folder. It was the last of its book, which leaves the list'
    : 'The file is gone from its folder, so it leaves the list';
}
