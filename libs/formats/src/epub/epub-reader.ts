import { type BookDraft, formatOfName, type RandomAccess } from '@octavo/domain';
import type { FormatReader } from '../format-reader.js';
import { sniff } from '../sniff.js';
import { readCover } from './cover.js';
import { readMetadata } from './metadata/read-metadata.js';
import { openEpub } from './open-epub.js';

export const epubReader: FormatReader = {
  format: 'epub',
  recognises: (head, name) => formatOfName(name) !== 'kepub' && isEpub(head, formatOfName(name) === 'epub'),
  read: readEpub,
};

/** Kobo's own form of EPUB, told by its name alone: inside it is one. */
export const kepubReader: FormatReader = {
  format: 'kepub',
  recognises: (head, name) => formatOfName(name) === 'kepub' && isEpub(head, true),
  read: readEpub,
};

/**
 * The mimetype in front is proof. It is often missing or packed, and what comes before a damaged file's bytes is
 * anything: then the name counts, unless the bytes are clearly of another kind.
 */
function isEpub(head: Uint8Array, named: boolean): boolean {
  const kind = sniff(head);
  return kind === 'epub' || (named && (kind === 'zip' || kind === undefined));
}

/** Metadata and cover, from one opening of the file. */
async function readEpub(source: RandomAccess): Promise<BookDraft> {
  const epub = await openEpub(source);
  const draft = readMetadata(epub);
  const { cover, warnings } = await readCover(epub);
  return { ...draft, cover, warnings: [...draft.warnings, ...warnings] };
}
