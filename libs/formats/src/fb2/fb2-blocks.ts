import { createGunzip, createInflateRaw } from 'node:zlib';
import { bytesAccess, DomainError, type RandomAccess } from '@octavo/domain';
import { HEAD_BYTES, sniff } from '../sniff.js';
import { ZipArchive, type ArchiveEntry } from '../zip/zip-archive.js';
import { unpackedBlocks, type Blocks } from './unpacked-blocks.js';

export interface OpenFb2 {
  /** How the file is packed. */
  packed: 'not' | 'zip' | 'gzip';
  blocks: Blocks;
}

/** In bytes: one range. Small books are one; of large ones the descriptions are in the first. */
const BLOCK = 1024 * 1024;
/** In bytes, of one packed entry, which is held whole. Books with every page as a picture have less. */
const MAX_PACKED = 64 * 1024 * 1024;
const UNPACKED = { chunkSize: 256 * 1024 };

/**
 * An FB2 as it is, in a zip or in gzip: the first bytes decide, names lie. 'locked' behind a zip password. Throws
 * 'file.empty', 'file.unreadable', 'archive.bomb' and what opening a zip throws.
 */
export async function openFb2(source: RandomAccess): Promise<OpenFb2 | 'locked'> {
  if (source.size === 0) throw new DomainError('file.empty');
  const kind = sniff(await source.read(0, Math.min(HEAD_BYTES, source.size)));
  if (kind === 'zip') return openZipped(source);
  if (kind === 'gzip') return { packed: 'gzip', blocks: unpackedBlocks(rangesOf(source), createGunzip(UNPACKED)) };
  return { packed: 'not', blocks: rangesOf(source) };
}

async function* rangesOf(source: RandomAccess): Blocks {
  for (let offset = 0; offset < source.size;) {
    const block = await source.read(offset, Math.min(BLOCK, source.size - offset));
    if (block.byteLength === 0) return;
    yield block;
    offset += block.byteLength;
  }
}

async function openZipped(source: RandomAccess): Promise<OpenFb2 | 'locked'> {
  const archive = await ZipArchive.open(source);
  const entry = largestFb2(archive.entries);
  if (entry === undefined) throw new DomainError('file.unreadable', 'The archive holds no *.fb2.');
  if (entry.encrypted) return 'locked';
  if (entry.compressedSize > MAX_PACKED)
    throw new DomainError('archive.bomb', `"${entry.name}" is larger than a book may be.`);
  if (entry.method !== 0 && entry.method !== 8)
    throw new DomainError('file.unreadable', `"${entry.name}" is packed with method ${entry.method}.`);
  const bytes = rangesOf(bytesAccess(await archive.compressed(entry)));
  return { packed: 'zip', blocks: entry.method === 0 ? bytes : unpackedBlocks(bytes, createInflateRaw(UNPACKED)) };
}

/** The first of the largest; others are notes and copies. */
function largestFb2(entries: readonly ArchiveEntry[]): ArchiveEntry | undefined {
  return entries
    .filter(({ name, directory }) => /\.fb2$/i.test(name) && !directory && !/(?:^|\/)(?:__MACOSX\/|\._)/.test(name))
    .sort((a, b) => b.size - a.size)[0];
}
