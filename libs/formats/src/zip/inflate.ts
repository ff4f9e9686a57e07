import { inflateRaw } from 'node:zlib';
import { DomainError } from '@octavo/domain';

// Below this, one buffer for the whole result saves zlib from gluing pieces together.
const MAX_CHUNK = 1024 * 1024;

/**
 * Unpacks raw deflate data of `expected` bytes into at most `max` bytes: zlib itself stops there, whatever the headers
 * claimed. Throws 'archive.bomb' beyond, 'file.unreadable' for data that is not deflate or ends early.
 */
export function inflate(data: Uint8Array, expected: number, max: number): Promise<Uint8Array> {
  const chunkSize = Math.min(Math.max(expected, 64), MAX_CHUNK);
  return new Promise((resolve, reject) => {
    inflateRaw(data, { maxOutputLength: Math.max(max, 1), chunkSize }, (error, result) => {
      if (error === null) resolve(result);
      else if ('code' in error && error.code === 'ERR_BUFFER_TOO_LARGE')
        reject(new DomainError('archive.bomb', 'A file in the archive unpacks to more than it claims or may.'));
      else reject(new DomainError('file.unreadable', 'A file in the archive cannot be unpacked.', { cause: error }));
    });
  });
}
