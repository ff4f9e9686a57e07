import { bytesAccess, DomainError } from '@octavo/domain';
import { openComic, type ArchiveEntry, type ZipArchive } from '@octavo/formats';
import { writeArchive } from '../../archive/archive-writer.js';
import { stored } from '../../archive/pack-ahead.js';
import { DECLARATION } from '../../kepub/prologue.js';
import { utf8 } from '../../kepub/utf8.js';
import { LARGEST_DOCUMENT } from '../limits.js';
import { editableXml } from '../markup/editable-xml.js';
import { firstNamed, parseMarkup, type Markup, type MarkupElement } from '../markup/markup.js';
import { saidOf, type Said } from '../said.js';

export const INFO_NAME = 'ComicInfo.xml';

export interface ComicDocument {
  /** Where it stands; absent for one that is new. */
  entry?: ArchiveEntry;
  markup: Markup;
  root: MarkupElement;
}

/**
 * The ComicInfo.xml our reader reads: the one nearest to the root, no file a system left behind. Undefined for none and
 * for an empty one. Throws 'file.unreadable' for one that cannot be edited.
 */
export async function findDocument(archive: ZipArchive): Promise<ComicDocument | undefined> {
  const depth = ({ name }: ArchiveEntry) => name.split('/').length;
  const entry = archive.entries
    .filter(({ name, size, directory }) => /(?:^|\/)ComicInfo\.xml$/i.test(name) && size > 0 && !directory)
    .filter(({ name }) => !name.split('/').some((part) => part.startsWith('.') || /^__MACOSX$/i.test(part)))
    .reduce<ArchiveEntry | undefined>((best, one) => (best && depth(best) <= depth(one) ? best : one), undefined);
  if (!entry) return undefined;
  const markup = editableXml(await archive.bytes(entry, LARGEST_DOCUMENT), `"${entry.name}"`);
  const root = firstNamed(markup, 'comicinfo');
  if (root) return { entry, markup, root };
  throw new DomainError('file.unreadable', `"${entry.name}" is not what it is called, so nothing is written into it.`);
}

/** A record that says nothing but which page is the cover, where that is known. It takes the place of an empty one. */
export function newDocument(archive: ZipArchive, frontCover: number | undefined): ComicDocument {
  const pages = frontCover === undefined ? '' : `\n  <Pages><Page Image="${frontCover}" Type="FrontCover"/></Pages>`;
  const markup = parseMarkup(`${DECLARATION}\n<ComicInfo>${pages}\n</ComicInfo>\n`);
  const entry = archive.entries.find(({ name, size }) => name === INFO_NAME && size === 0);
  return { entry, markup, root: markup.elements[0]! };
}

/** What our reader makes of a ComicInfo.xml, its pages aside. */
export async function readDocument(text: string): Promise<Said> {
  const chunks: Uint8Array[] = [];
  const file = stored({ name: INFO_NAME, bytes: utf8(text) });
  for await (const chunk of writeArchive(only(file))) chunks.push(chunk);
  const { draft } = await openComic(bytesAccess(Buffer.concat(chunks)));
  return saidOf(draft);
}

async function* only<T>(value: T): AsyncGenerator<T> {
  yield await Promise.resolve(value);
}
