import type { SyncPreview, SyncTally } from '@octavo/contracts';
import { counted } from '../libraries/library-words.js';

/** What a look came across: "412 files: 400 EPUB, 12 CBZ". */
export function previewWords({ books, formats }: SyncPreview): string {
  if (books === 0) return 'No books were found there';
  const kinds = formats.map(({ format, count }) => `${count.toLocaleString('en-GB')} ${format.toUpperCase()}`);
  return `${counted(books, 'file')}: ${kinds.join(', ')}`;
}

/** What else lies there: "In 34 folders, beside 56 files that are no books." */
export function besideWords({ folders, ignored }: Pick<SyncTally, 'folders' | 'ignored'>): string {
  const books = ignored === 1 ? 'is no book' : 'are no books';
  const beside = ignored === 0 ? '' : `, beside ${counted(ignored, 'file')} that ${books}`;
  return `In ${counted(folders, 'folder')}${beside}.`;
}
