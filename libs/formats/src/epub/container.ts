import { DomainError } from '@octavo/domain';
import { percentDecoded, safeEntryName } from '../zip/entry-names.js';
import type { ArchiveEntry, ZipArchive } from '../zip/zip-archive.js';
import { decodeXml } from '../xml/decode-xml.js';
import { attribute, elementsBelow, localName, parseXml } from '../xml/xml.js';

/** In bytes, for the container and for the package document. */
export const MAX_XML = 5 * 1024 * 1024;

const PACKAGE_TYPE = 'application/oebps-package+xml';

/**
 * The package document of an EPUB: the first rootfile of the container that is there (EPUB 3.3 §4.2.6.3), else any
 * *.opf. Containers name files that are not in the archive, and some archives hold the book in a folder.
 * Throws 'file.unreadable' when there is none.
 */
export async function findPackageDocument(archive: ZipArchive): Promise<ArchiveEntry> {
  const container = archive.find('META-INF/container.xml') ?? shortest(archive, /(^|\/)META-INF\/container\.xml$/i);
  const named = container === undefined ? undefined : await fromContainer(archive, container);
  const found = named ?? shortest(archive, /\.opf$/i);
  if (found === undefined)
    throw new DomainError('file.unreadable', 'The archive holds no package document (*.opf), so it is no EPUB.');
  return found;
}

async function fromContainer(archive: ZipArchive, container: ArchiveEntry): Promise<ArchiveEntry | undefined> {
  const { text } = decodeXml(await archive.bytes(container, MAX_XML));
  const root = container.name.slice(0, -'META-INF/container.xml'.length);
  const rootfiles = [...elementsBelow(parseXml(text))]
    .filter((element) => localName(element) === 'rootfile')
    .map((element) => ({
      entry: at(archive, root, attribute(element, 'full-path')),
      type: attribute(element, 'media-type'),
    }))
    .filter(({ entry }) => entry !== undefined);
  return (rootfiles.find(({ type }) => type?.trim() === PACKAGE_TYPE) ?? rootfiles[0])?.entry;
}

function at(archive: ZipArchive, root: string, path: string | undefined): ArchiveEntry | undefined {
  const name = path === undefined ? undefined : safeEntryName(percentDecoded(path.trim()));
  return name === undefined ? undefined : (archive.find(root + name) ?? archive.find(name));
}

function shortest(archive: ZipArchive, form: RegExp): ArchiveEntry | undefined {
  return archive.entries
    .filter(({ name, directory }) => form.test(name) && !directory && !name.startsWith('__MACOSX/'))
    .sort((a, b) => a.name.length - b.name.length)[0];
}
