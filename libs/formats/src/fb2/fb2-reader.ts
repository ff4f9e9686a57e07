import { type BookDraft, DomainError, emptyDraft, formatOfName, type RandomAccess } from '@octavo/domain';
import { readMetadata } from '../epub/metadata/read-metadata.js';
import type { FormatReader } from '../format-reader.js';
import { sniff } from '../sniff.js';
import { coverId } from './cover-id.js';
import { descriptionEntries } from './description-entries.js';
import { openFb2 } from './fb2-blocks.js';
import { fb2Cover, MAX_SCANNED } from './fb2-cover.js';
import { readFront, type Fb2Front } from './front.js';
import { MarkupStream } from './markup-stream.js';

/** FictionBook 2, plain, in a zip (*.fb2.zip, *.fbz) or in gzip. XML begins as it likes, so the name counts. */
export const fb2Reader: FormatReader = {
  format: 'fb2',
  recognises: (head, name) => formatOfName(name) === 'fb2' && [undefined, 'zip', 'gzip'].includes(sniff(head)),
  read: readFb2,
};

async function readFb2(source: RandomAccess): Promise<BookDraft> {
  const opened = await openFb2(source);
  if (opened === 'locked')
    return { ...emptyDraft(), drm: 'password', warnings: ['The book is locked with a zip password.'] };
  const stream = new MarkupStream(opened.blocks);
  try {
    const front = await readFront(stream);
    if (opened.packed === 'not') await refuseIfCutOff(source, stream);
    const draft = await draftOf(stream, front);
    if (opened.packed === 'gzip') await readToEnd(stream);
    return draft;
  } finally {
    await stream.close();
  }
}

/** In one pass over the file: what it says of itself stands first, the cover last. */
async function draftOf(stream: MarkupStream, front: Fb2Front): Promise<BookDraft> {
  const { description } = front;
  const draft = readMetadata({
    metadata: description === undefined ? [] : descriptionEntries(description),
    uniqueIdentifier: undefined,
    layout: 'reflowable',
    drm: undefined,
    warnings: front.warnings,
  });
  const { cover, warnings } = await fb2Cover(stream, front, coverId(description));
  return { ...draft, cover, warnings: [...draft.warnings, ...warnings] };
}

/** In bytes. Behind the last tag some downloads have blanks. */
const TAIL = 4096;

/** Throws 'file.unreadable' when the file does not end as it must. A zip that has lost its end does not even open. */
async function refuseIfCutOff(source: RandomAccess, stream: MarkupStream): Promise<void> {
  const from = Math.max(0, source.size - TAIL);
  // An even offset, so that no UTF-16 character is cut in two.
  const start = from - (from % 2);
  const tail = stream.textOf(await source.read(start, source.size - start));
  if (!/<\/(?:[\w.-]{1,20}:)?fictionbook\s*>/i.test(tail))
    throw new DomainError('file.unreadable', 'The file is cut off: <FictionBook> is never closed.');
}

/** What is packed with gzip is known to be whole only at its end. */
async function readToEnd(stream: MarkupStream): Promise<void> {
  let piece: string | undefined = '';
  while (piece !== undefined && stream.given < MAX_SCANNED) piece = await stream.next();
}
