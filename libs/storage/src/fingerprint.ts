import { xxh3 } from '@node-rs/xxhash';
import type { RandomAccess } from '@octavo/domain';

const BLOCK = 1 << 20;

/** xxh3 (64 bit) of all bytes as 16 hex digits, read block by block: memory does not grow with the file. */
export async function fingerprintOf(source: RandomAccess, signal?: AbortSignal): Promise<string> {
  const hash = xxh3.Xxh3.withSeed();
  for (let offset = 0; offset < source.size; offset += BLOCK) {
    signal?.throwIfAborted();
    hash.update(await source.read(offset, Math.min(BLOCK, source.size - offset)));
  }
  return hex(hash.digest());
}

/** xxh3 of bytes or text in memory. */
export function fingerprintOfBytes(bytes: Uint8Array | string): string {
  return hex(xxh3.xxh64(bytes));
}

const hex = (digest: bigint) => digest.toString(16).padStart(16, '0');
