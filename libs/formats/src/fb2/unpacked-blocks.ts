import { Readable } from 'node:stream';
import type { Gunzip, InflateRaw } from 'node:zlib';
import { DomainError } from '@octavo/domain';

/** The bytes of a file from its start, once, in pieces of any size. */
export type Blocks = AsyncGenerator<Uint8Array, void, undefined>;

/**
 * Unpacks as far as is asked for; nothing is unpacked ahead beyond the streams' own buffers. Throws 'file.unreadable'
 * for data that is damaged or ends early; a failure of what feeds it comes through unchanged.
 */
export async function* unpackedBlocks(packed: Blocks, unpacker: Gunzip | InflateRaw): Blocks {
  const input = Readable.from(packed);
  input.on('error', (error) => unpacker.destroy(error));
  try {
    for await (const block of input.pipe(unpacker)) yield block as Uint8Array;
  } catch (error) {
    if (!isZlibError(error)) throw error;
    throw new DomainError('file.unreadable', 'The packed book is damaged or cut off.', { cause: error });
  } finally {
    input.destroy();
    unpacker.destroy();
  }
}

/** By the code alone: the runtime's errors are of another realm than a test's. */
function isZlibError(error: unknown): boolean {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  return typeof code === 'string' && code.startsWith('Z_');
}
