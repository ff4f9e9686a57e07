import { xxh3 } from '@node-rs/xxhash';
import { DomainError } from '@octavo/domain';
import type { FileAccess } from './file-access.js';

const BLOCK = 1 << 20;

/** xxh3 (64 bit) of bytes as they come, as 16 hex digits. */
export class Fingerprinting {
  private readonly hash = xxh3.Xxh3.withSeed();

  add(bytes: Uint8Array): void {
    this.hash.update(bytes);
  }

  digest(): string {
    return hex(this.hash.digest());
  }
}

/**
 * xxh3 (64 bit) of all bytes as 16 hex digits, read block by block into one buffer: memory does not grow with the file.
 * Throws 'file.settling' when the file ends before the size it was opened with.
 */
export async function fingerprintOf(
  source: Pick<FileAccess, 'size' | 'readInto'>,
  signal?: AbortSignal,
): Promise<string> {
  const fingerprint = new Fingerprinting();
  const block = new Uint8Array(Math.min(BLOCK, source.size));
  for (let offset = 0; offset < source.size;) {
    signal?.throwIfAborted();
    const filled = await source.readInto(block, offset);
    if (filled === 0) throw new DomainError('file.settling', undefined, { retryAfter: 2 });
    fingerprint.add(block.subarray(0, filled));
    offset += filled;
  }
  return fingerprint.digest();
}

/** xxh3 of bytes or text in memory. */
export function fingerprintOfBytes(bytes: Uint8Array | string): string {
  return hex(xxh3.xxh64(bytes));
}

const hex = (digest: bigint) => digest.toString(16).padStart(16, '0');
