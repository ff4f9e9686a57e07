import { inflateRaw, inflateRawSync } from 'node:zlib';
import { promisify } from 'node:util';
import { DomainError } from '@octavo/domain';

// Below this, one buffer for the whole result saves zlib from gluing pieces together.
const MAX_CHUNK = 1024 * 1024;
// So little is unpacked in less time than it takes to hand it to another thread.
const AT_ONCE = 512 * 1024;
const inflateRawAsync = promisify(inflateRaw);

/**
 * Unpacks raw deflate data of `expected` bytes into at most `max` bytes: zlib itself stops there, whatever the headers
 * claimed. Throws 'archive.bomb' beyond, 'file.unreadable' for data that is not deflate or ends early.
 */
export async function inflate(data: Uint8Array, expected: number, max: number): Promise<Uint8Array> {
  const chunkSize = Math.min(Math.max(expected, 64), MAX_CHUNK);
  const options = { maxOutputLength: Math.max(max, 1), chunkSize };
  try {
    return max <= AT_ONCE ? inflateRawSync(data, options) : await inflateRawAsync(data, options);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE')
      throw new DomainError('archive.bomb', 'A file in the archive unpacks to more than it claims or may.');
    throw new DomainError('file.unreadable', 'A file in the archive cannot be unpacked.', { cause: error });
  }
}
