import { posix } from 'node:path';
import { crc32 } from 'node:zlib';
import { DomainError } from '@octavo/domain';
import type { ArchiveEntry, EpubPackage, ManifestItem } from '@octavo/formats';
import type { PackedFile } from '../../archive/archive-writer.js';
import { stored } from '../../archive/pack-ahead.js';
import { coverItem } from '../../kepub/cover-item.js';
import type { NewCover } from '../embedder.js';
import { refuseUnusableCover } from '../usable-cover.js';

/** How a cover gets into a book: over the picture it has, or as a new one. */
export interface CoverPlan {
  /** Of the item that is the cover already. */
  id?: string;
  /** For the manifest, where a new item is needed. */
  item?: { href: string; mediaType: string };
  /** The entry whose bytes it takes; absent for a new item, and where the book has this very picture. */
  replaced?: ArchiveEntry;
  file: PackedFile;
}

const EXTENSIONS: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/gif': 'gif',
  'image/webp': 'webp',
};

/** Throws 'request.invalid' for what is no cover, 'format.unsupported' for a WebP in EPUB 2, which has none. */
export async function planCover(epub: EpubPackage, cover: NewCover): Promise<CoverPlan> {
  await refuseUnusableCover(cover);
  const { bytes, mediaType } = cover;
  if (mediaType === 'image/webp' && !epub.version.startsWith('3')) {
    throw new DomainError('format.unsupported', 'A book of EPUB 2 cannot have a WebP as its cover.');
  }
  const item = await coverItem(epub);
  const entry = item?.entry;
  if (item && entry && typeOf(item) === mediaType && isPicture(epub, entry)) {
    const isSame = entry.size === bytes.byteLength && entry.crc32 === crc32(bytes);
    const file = stored({ name: entry.name, bytes });
    return isSame ? { id: item.id, file } : { id: item.id, replaced: entry, file };
  }
  const href = freeName(epub, EXTENSIONS[mediaType] ?? 'img');
  const name = posix.join(posix.dirname(epub.path), href);
  return { item: { href, mediaType }, file: stored({ name, bytes }) };
}

function typeOf({ mediaType }: ManifestItem): string {
  return mediaType.trim().replace(/^image\/jpg$/, 'image/jpeg');
}

/** A manifest may call anything an image; what else it calls the file, or the book needs, is not written over. */
function isPicture({ manifest, path }: EpubPackage, entry: ArchiveEntry): boolean {
  if (entry.name === path || entry.name === 'mimetype' || /(?:^|\/)META-INF\//i.test(entry.name)) return false;
  return manifest.filter((item) => item.entry === entry).every((item) => typeOf(item).startsWith('image/'));
}

/** Beside the package document. */
function freeName({ archive, path }: EpubPackage, extension: string): string {
  const folder = posix.dirname(path);
  for (let count = 1; ; count += 1) {
    const name = count === 1 ? `cover.${extension}` : `cover-${count}.${extension}`;
    if (!archive.find(posix.join(folder, name))) return name;
  }
}
