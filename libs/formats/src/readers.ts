import { DomainError, type BookDraft, type Format, type RandomAccess } from '@octavo/domain';
import { audioReaders } from './audio/audio-readers.js';
import { cbrReader, cbzReader } from './comics/comic-reader.js';
import { epubReader, kepubReader } from './epub/epub-reader.js';
import { fb2Reader } from './fb2/fb2-reader.js';
import type { FormatReader } from './format-reader.js';
import { azw3Reader, mobiReader } from './mobi/mobi-reader.js';
import { pdfReader } from './pdf/pdf-reader.js';
import { HEAD_BYTES } from './sniff.js';

/** Every format we read; the first that recognises a file reads it. */
export const readers: readonly FormatReader[] = [
  kepubReader,
  epubReader,
  pdfReader,
  cbzReader,
  cbrReader,
  mobiReader,
  azw3Reader,
  fb2Reader,
  ...audioReaders,
];

export function readerFor(head: Uint8Array, name: string): FormatReader | undefined {
  return readers.find((reader) => reader.recognises(head, name));
}

/**
 * Reads a file of any known format. Throws 'file.empty', 'format.unsupported' when no reader knows it, and whatever
 * its reader throws.
 */
export async function readBook(source: RandomAccess, name: string): Promise<{ format: Format; draft: BookDraft }> {
  if (source.size === 0) throw new DomainError('file.empty', 'The file has no bytes.');
  const reader = readerFor(await source.read(0, HEAD_BYTES), name);
  if (reader === undefined) throw new DomainError('format.unsupported', `No reader knows the format of "${name}".`);
  return { format: reader.format, draft: await reader.read(source, name) };
}
