import type { BookDraft, Format, RandomAccess } from '@octavo/domain';

/**
 * The seam every format stands behind. A reader asks the source only for the ranges it needs, gives what it could
 * read plus warnings for what it could not, and throws a DomainError ('file.unreadable', 'archive.bomb', ...) only
 * when there is nothing to give.
 */
export interface FormatReader {
  readonly format: Format;
  /** True when the first bytes, and where they do not decide the file name, are of this format. */
  recognises(head: Uint8Array, name: string): boolean;
  read(source: RandomAccess, name: string): Promise<BookDraft>;
}
