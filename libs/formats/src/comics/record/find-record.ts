import { DomainError } from '@octavo/domain';
import type { Element } from 'domhandler';
import { decodeXml } from '../../xml/decode-xml.js';
import { firstNamed, parseXml } from '../../xml/xml.js';
import type { ComicArchive, ComicFile } from '../comic-archive.js';
import { contentOf } from '../pages.js';
import { comet } from './comet.js';
import { comicBookInfo } from './comic-book-info.js';
import { comicInfo } from './comic-info.js';
import { emptyRecord, type ComicRecord } from './comic-record.js';
import { metronInfo } from './metron-info.js';

/** In bytes. */
const MAX_XML = 5 * 1024 * 1024;

/** Records that are files, the most trusted first. */
const FILES: readonly { name: string; root: string; read: (root: Element) => ComicRecord }[] = [
  { name: 'comicinfo.xml', root: 'comicinfo', read: comicInfo },
  { name: 'metroninfo.xml', root: 'metroninfo', read: metronInfo },
  { name: 'comet.xml', root: 'comet', read: comet },
];

/** What the comic says of itself: the first record that can be read, and a warning for each before it that cannot. */
export async function findRecord(archive: ComicArchive): Promise<{ record: ComicRecord; warnings: string[] }> {
  const warnings: string[] = [];
  const files = contentOf(archive.entries).filter(({ encrypted }) => !encrypted);
  for (const { name, root, read } of FILES) {
    const file = shallowest(files, name);
    const element = file === undefined ? undefined : await rootOf(archive, file, root);
    if (typeof element === 'string') warnings.push(element);
    else if (element !== undefined) return { record: read(element), warnings };
  }
  return { record: comicBookInfo(await archive.comment()) ?? emptyRecord(), warnings };
}

/** Some archives hold the comic in a folder, and some folders hold other comics. */
function shallowest(files: readonly ComicFile[], name: string): ComicFile | undefined {
  const depth = (file: ComicFile): number => file.name.split('/').length;
  return files
    .filter((file) => `/${file.name}`.toLowerCase().endsWith(`/${name}`))
    .reduce<ComicFile | undefined>((best, file) => (best && depth(best) <= depth(file) ? best : file), undefined);
}

/** The element a record is, or a sentence on why it cannot be read: that costs the metadata, not the comic. */
async function rootOf(archive: ComicArchive, file: ComicFile, name: string): Promise<Element | string> {
  try {
    const { text } = decodeXml(await archive.bytes(file, MAX_XML));
    return firstNamed(parseXml(text), name) ?? `"${file.name}" is not what it is called.`;
  } catch (error) {
    if (error instanceof DomainError && (error.kind === 'corrupt' || error.kind === 'unsupported')) return error.detail;
    throw error;
  }
}
