import { bytesAccess, type BookDraft } from '@octavo/domain';
import { readBook } from '../../readers.js';

/** What is read of a whole file by its name. */
export async function draftOfAudio(name: string, file: { build(): Uint8Array } | Uint8Array): Promise<BookDraft> {
  const bytes = file instanceof Uint8Array ? file : file.build();
  return (await readBook(bytesAccess(bytes), name)).draft;
}
