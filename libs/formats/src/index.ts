export { formatOfName } from './format-of-name.js';
export type { FormatReader } from './format-reader.js';
export { readBook, readerFor, readers } from './readers.js';
export { HEAD_BYTES } from './sniff.js';
export { ZipArchive, type ArchiveEntry } from './zip/zip-archive.js';
export type { ArchiveLimits } from './zip/archive-limits.js';
export { decodeXml, type DecodedXml } from './epub/decode-xml.js';
export { openEpub, type EpubPackage, type ManifestItem } from './epub/open-epub.js';
export type { MetadataEntry } from './epub/package-document.js';
