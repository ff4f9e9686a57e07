import { type BookDraft, DomainError, emptyDraft, formatOfName, type RandomAccess } from '@octavo/domain';
import type { FormatReader } from '../format-reader.js';
import { sniff } from '../sniff.js';
import { mobiCover } from './mobi-cover.js';
import { parseMobiHeader } from './mobi-header.js';
import { mobiMetadata } from './mobi-metadata.js';
import { PalmDatabase } from './palm-database.js';
import { sealedKindle } from './sealed-kindle.js';

/** In bytes. A header with a long blurb has some ten thousand. */
const MAX_HEADER = 1024 * 1024;
const KF8 = 8;

/** MOBI 6, joint MOBI 6 and KF8, PalmDOC, and whatever of Amazon's is called by no name of ours. */
export const mobiReader: FormatReader = {
  format: 'mobi',
  recognises: (head, name) => formatOfName(name) !== 'azw3' && isKindle(head, formatOfName(name) === 'mobi'),
  read: readKindle,
};

/**
 * KF8, told by its name: the bytes that tell it from MOBI 6 stand beyond those a reader is chosen by. Amazon calls
 * both of them *.azw, the newer ones far more often.
 */
export const azw3Reader: FormatReader = {
  format: 'azw3',
  recognises: (head, name) => formatOfName(name) === 'azw3' && isKindle(head, true),
  read: readKindle,
};

function isKindle(head: Uint8Array, named: boolean): boolean {
  const kind = sniff(head);
  return kind === 'mobi' || (named && kind === undefined);
}

/** Metadata and cover. A file that has lost its end is 'file.unreadable', as an archive that has is. */
async function readKindle(source: RandomAccess, name: string): Promise<BookDraft> {
  const database = await PalmDatabase.open(source);
  if (database.kind !== 'BOOKMOBI' && database.kind !== 'TEXtREAd') return readOther(source);
  if (await database.isCutOff()) throw new DomainError('file.unreadable', 'The file is cut off: its end is missing.');
  // PalmDOC holds a text and nothing about it.
  if (database.kind === 'TEXtREAd') return { ...emptyDraft(), warnings: ['The book does not name its title.'] };
  const record = await database.record(0, MAX_HEADER);
  const header = parseMobiHeader(Buffer.from(record ?? []));
  const draft = mobiMetadata(header);
  const { cover, warnings } = await mobiCover(database, header);
  return { ...draft, cover, warnings: [...draft.warnings, ...misnomer(name, header.version), ...warnings] };
}

async function readOther(source: RandomAccess): Promise<BookDraft> {
  const sealed = await sealedKindle(source);
  if (sealed === undefined) throw new DomainError('file.unreadable', 'The file is no Kindle book.');
  return sealed;
}

/** A device chooses its program by the name, and an old one fails at KF8. An *.azw may be either. */
function misnomer(name: string, version: number | undefined): string[] {
  const lower = name.toLowerCase();
  if (version === KF8 && formatOfName(name) === 'mobi')
    return ['The file is named as a MOBI, yet it is an AZW3 (KF8).'];
  return version !== KF8 && lower.endsWith('.azw3') ? ['The file is named as an AZW3, yet it is a MOBI.'] : [];
}
