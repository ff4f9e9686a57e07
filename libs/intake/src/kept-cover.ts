import type { BookChange, Repositories, WholeStoredBook } from '@octavo/database';
import type { Format, KeptCover } from '@octavo/domain';
import { formsOf, inSpeakingOrder } from './forms-of-book.js';

/** Formats whose first page is the cover, whatever else there is. */
const PAGE_BASED: ReadonlySet<string> = new Set<Format>(['cbz', 'cbr', 'pdf']);

/** A book's cover as it is judged; `format` is that of the file which speaks for the book. */
export function keptCoverOf({ cover: { id, width, height, origin } }: WholeStoredBook, format?: string): KeptCover {
  return {
    ...(id !== null && { cover: { source: origin?.source ?? 'file', provider: origin?.provider, width, height } }),
    isLocked: origin?.locked ?? false,
    isCleared: id === null && origin?.source === 'manual',
    isPageBased: PAGE_BASED.has(format ?? ''),
  };
}

/** What is to be noted where a cover became another. */
export function coverChange({ cover: before }: WholeStoredBook, after: WholeStoredBook['cover']): BookChange[] {
  if (before.id === after.id || !after.origin) return [];
  return [
    {
      ...{ field: 'cover', before: before.id, after: after.id, originAfter: after.origin },
      ...(before.origin && { originBefore: before.origin }),
    },
  ];
}

/** The format of the file that speaks for a book; undefined for a book without files. */
export async function speakingFormat(repositories: Repositories, bookId: string): Promise<Format | undefined> {
  const [first] = inSpeakingOrder(await formsOf(repositories, bookId));
  return first?.file.format as Format | undefined;
}
