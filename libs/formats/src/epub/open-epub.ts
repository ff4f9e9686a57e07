import type { DrmScheme, RandomAccess } from '@octavo/domain';
import type { ArchiveLimits } from '../zip/archive-limits.js';
import { ZipArchive, type ArchiveEntry } from '../zip/zip-archive.js';
import { findPackageDocument, MAX_XML } from './container.js';
import { decodeXml } from '../xml/decode-xml.js';
import { readEncryption } from './encryption.js';
import { resolveHref } from './href.js';
import { readLayout, type Layout } from './layout.js';
import { parsePackageDocument, type MetadataEntry, type PackageDocument } from './package-document.js';

export interface ManifestItem {
  id: string;
  /** As written. */
  href: string;
  mediaType: string;
  properties: string[];
  /** The file it leads to, if that is in the archive. */
  entry: ArchiveEntry | undefined;
}

export interface EpubPackage {
  archive: ZipArchive;
  /** Entry name of the package document. */
  path: string;
  /** The package document, decoded. */
  text: string;
  /** "2.0", "3.0"; "" when it is not said. */
  version: string;
  metadata: MetadataEntry[];
  uniqueIdentifier: string | undefined;
  manifest: ManifestItem[];
  spine: { item: ManifestItem; linear: boolean }[];
  guide: { type: string; href: string }[];
  layout: Layout;
  drm: DrmScheme | undefined;
  /** Entry names of content that is ciphertext. */
  encryptedPaths: ReadonlySet<string>;
  /** What is odd about the archive, one sentence each. */
  warnings: string[];
}

/**
 * Opens an EPUB as far as its package document: one read for the directory and one for each small XML file.
 * Throws 'file.empty', 'file.unreadable' (no zip, no package document) and 'archive.bomb'. A locked book opens.
 */
export async function openEpub(source: RandomAccess, limits?: Partial<ArchiveLimits>): Promise<EpubPackage> {
  const archive = await ZipArchive.open(source, limits);
  const entry = await findPackageDocument(archive);
  const { text } = decodeXml(await archive.bytes(entry, MAX_XML));
  const document = parsePackageDocument(text);
  const manifest = manifestOf(archive, entry.name, document);
  return {
    archive,
    path: entry.name,
    text,
    version: document.version,
    metadata: document.metadata,
    uniqueIdentifier: document.uniqueIdentifier,
    manifest,
    spine: spineOf(manifest, document),
    guide: document.guide,
    layout: await readLayout(archive, document.metadata),
    ...(await readEncryption(archive)),
    warnings: oddities(archive, manifest),
  };
}

function manifestOf(archive: ZipArchive, path: string, { items }: PackageDocument): ManifestItem[] {
  return items.map((item) => {
    const name = resolveHref(path, item.href);
    return { ...item, entry: name === undefined ? undefined : archive.find(name) };
  });
}

function spineOf(manifest: ManifestItem[], { itemrefs }: PackageDocument): EpubPackage['spine'] {
  const byId = new Map(manifest.map((item) => [item.id, item]));
  return itemrefs.flatMap(({ idref, linear }) => {
    const item = byId.get(idref);
    return item === undefined ? [] : [{ item, linear }];
  });
}

function oddities(archive: ZipArchive, manifest: ManifestItem[]): string[] {
  const lost = manifest.filter(({ entry, href }) => entry === undefined && !/^[a-z]+:/i.test(href));
  const warnings: string[] = [];
  if (archive.find('mimetype') === undefined) warnings.push('The mimetype file is missing.');
  if (archive.refused.length > 0)
    warnings.push(`Left out ${archive.refused.length} files whose names lead outside the archive.`);
  if (lost.length > 0)
    warnings.push(`The manifest lists ${lost.length} files that are not in the archive, "${lost[0]?.href}" first.`);
  return warnings;
}
