import type { DrmScheme } from '@octavo/domain';
import type { ZipArchive } from '../zip/zip-archive.js';
import { MAX_XML } from './container.js';
import { decodeXml } from '../xml/decode-xml.js';
import { resolveHref } from './href.js';
import { attribute, elementsBelow, localName, parseXml } from '../xml/xml.js';

export interface Encryption {
  drm: DrmScheme | undefined;
  /** Entry names whose bytes are ciphertext. */
  encryptedPaths: ReadonlySet<string>;
}

/** Fonts scrambled so that they cannot be lifted out (EPUB 3.3 §4.4, and Adobe's own way). This is no DRM. */
const FONT_OBFUSCATION = new Set(['http://www.idpf.org/2008/embedding', 'http://ns.adobe.com/pdf/enc#rc']);

/** How a book is locked, and which of its files are. A locked book still shows its metadata. */
export async function readEncryption(archive: ZipArchive): Promise<Encryption> {
  const xml = await textAt(archive, 'META-INF/encryption.xml');
  const encryptedPaths = new Set(
    xml === undefined ? [] : lockedNames(xml).map((name) => archive.find(name)?.name ?? name),
  );
  return {
    drm: schemeOf(archive, await rightsOf(archive), xml) ?? (encryptedPaths.size > 0 ? 'unknown' : undefined),
    encryptedPaths,
  };
}

function lockedNames(xml: string): string[] {
  const names: string[] = [];
  for (const data of elementsBelow(parseXml(xml))) {
    if (localName(data) !== 'encrypteddata') continue;
    const parts = [...elementsBelow(data)];
    const method = parts.find((part) => localName(part) === 'encryptionmethod');
    const algorithm = method === undefined ? '' : (attribute(method, 'algorithm') ?? '');
    const reference = parts.find((part) => localName(part) === 'cipherreference');
    const name = reference === undefined ? undefined : resolveHref('', attribute(reference, 'uri') ?? '');
    if (name !== undefined && !FONT_OBFUSCATION.has(algorithm.toLowerCase())) names.push(name);
  }
  return names;
}

function schemeOf(
  archive: ZipArchive,
  rights: string | undefined,
  encryption: string | undefined,
): DrmScheme | undefined {
  if (archive.find('META-INF/license.lcpl') !== undefined || encryption?.includes('license.lcpl') === true)
    return 'lcp';
  if (archive.find('META-INF/sinf.xml') !== undefined) return 'apple';
  if (rights?.includes('http://ns.adobe.com/adept') === true) return 'adobe';
  // Kobo keeps its keys in rights.xml at the root.
  return /<kdrm|kobo/i.test((rights ?? '').slice(0, 10_000)) ? 'kobo' : undefined;
}

async function rightsOf(archive: ZipArchive): Promise<string | undefined> {
  return (await textAt(archive, 'META-INF/rights.xml')) ?? (await textAt(archive, 'rights.xml'));
}

async function textAt(archive: ZipArchive, name: string): Promise<string | undefined> {
  const entry = archive.find(name);
  return entry === undefined ? undefined : decodeXml(await archive.bytes(entry, MAX_XML)).text;
}
