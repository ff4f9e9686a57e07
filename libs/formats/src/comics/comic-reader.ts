import { type BookDraft, DomainError, formatOfName } from '@octavo/domain';
import type { FormatReader } from '../format-reader.js';
import { sniff } from '../sniff.js';
import type { ComicArchive } from './comic-archive.js';
import { readCover } from './cover.js';
import { draftOfRecord } from './draft/draft-of-record.js';
import { pagesIn } from './pages.js';
import { RarArchive } from './rar/rar-archive.js';
import { findRecord } from './record/find-record.js';
import { ZipComic } from './zip-comic.js';

/** Comics in a zip, whichever of the two names they have. */
export const cbzReader: FormatReader = {
  format: 'cbz',
  recognises: (head, name) => isComic(head, name, 'cbz'),
  read: async (source, name) => readComic(await ZipComic.open(source), name),
};

/** Comics in a RAR. */
export const cbrReader: FormatReader = {
  format: 'cbr',
  recognises: (head, name) => isComic(head, name, 'cbr'),
  read: async (source, name) => readComic(await RarArchive.open(source), name),
};

/** Only a name makes an archive a comic; which archive it is, its bytes know better. Damage is told by the name. */
function isComic(head: Uint8Array, name: string, format: 'cbz' | 'cbr'): boolean {
  const promised = formatOfName(name);
  if (promised !== 'cbz' && promised !== 'cbr') return false;
  const kind = sniff(head);
  return kind === undefined ? promised === format : kind === (format === 'cbz' ? 'zip' : 'rar');
}

/**
 * Pages, record and cover, from one opening of the archive. What is locked with a password is not looked into. Throws
 * 'file.unreadable' for an archive that holds neither a page nor a record.
 */
async function readComic(archive: ComicArchive, name: string): Promise<BookDraft> {
  const pages = pagesIn(archive.entries);
  const { record, warnings } = await findRecord(archive);
  const draft = draftOfRecord(record, name);
  if (pages.length === 0 && draft.title === undefined && archive.drm === undefined)
    throw new DomainError('file.unreadable', 'The archive holds no pages, so it is no comic.');
  const found = await readCover(archive, pages, record.pages);
  return {
    ...draft,
    pageCount: archive.complete && pages.length > 0 ? pages.length : undefined,
    drm: archive.drm,
    cover: found.cover,
    warnings: [...archive.warnings, ...warnings, ...draft.warnings, ...found.warnings],
  };
}
