import type { BookDraft } from '../book.js';

/** One audio file that may be a part of a book. */
export interface AudiobookPart {
  /** Below the library: "Jane Austen/Emma/CD1/01 - Highbury.mp3". */
  path: string;
  draft: BookDraft;
}
