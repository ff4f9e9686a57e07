import { DomainError } from '@octavo/domain';
import type { ArchiveEntry } from '../zip/zip-archive.js';
import type { EpubPackage } from './open-epub.js';

/**
 * The bytes of a file the book can do without. Undefined when it is locked, damaged or larger than `maxBytes`: that
 * costs the cover, not the book.
 */
export async function readableBytes(
  epub: EpubPackage,
  entry: ArchiveEntry,
  maxBytes: number,
): Promise<Uint8Array | undefined> {
  if (entry.size > maxBytes || epub.encryptedPaths.has(entry.name)) return undefined;
  try {
    return await epub.archive.bytes(entry, maxBytes);
  } catch (error) {
    if (error instanceof DomainError && (error.kind === 'corrupt' || error.kind === 'unsupported')) return undefined;
    throw error;
  }
}
