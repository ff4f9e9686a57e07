import type { EmbedRequest } from '@octavo/converters';
import type { TellingFile, WholeStoredBook } from '@octavo/database';
import type { Format } from '@octavo/domain';

/** What is to be written into a file of a book. */
export interface Writing {
  request: Pick<EmbedRequest, 'format' | 'metadata'>;
  /** The cover that is to be in it; null where it keeps its own. */
  coverId: string | null;
}

/**
 * All that is known of the book. The cover only where it is another than the file's own: a file that was written into
 * may hold one that the book does not have any more.
 */
export function writingOf({ metadata, cover }: WholeStoredBook, file: WrittenInto): Writing {
  const isOwn = cover.id === file.says?.cover?.id && file.says?.cover?.source === 'file';
  return {
    request: { format: file.format as Format, metadata },
    coverId: isOwn && !file.isWritten ? null : cover.id,
  };
}

type WrittenInto = Pick<TellingFile, 'format' | 'says' | 'isWritten'>;
