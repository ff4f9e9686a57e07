import { DomainError, type RandomAccess } from '@octavo/domain';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

/**
 * A file this thread has just written, open for reading; as file-sink.ts, without other threads. Close it. Throws
 * 'conversion.failed' when it is not there.
 */
export function fileSource(path: string): RandomAccess & { close(): void } {
  const file = opened(path);
  return {
    size: fstatSync(file).size,
    read: (offset, length) => {
      const buffer = new Uint8Array(Math.max(0, length));
      return Promise.resolve(buffer.subarray(0, readSync(file, buffer, 0, buffer.byteLength, offset)));
    },
    close: () => closeSync(file),
  };
}

function opened(path: string): number {
  try {
    return openSync(path, 'r');
  } catch (error) {
    throw new DomainError('conversion.failed', 'The conversion left no file', { cause: error });
  }
}
