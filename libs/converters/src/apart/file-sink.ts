import { closeSync, openSync, writeSync } from 'node:fs';
import { Writable } from 'node:stream';

/**
 * Writes a new file at once, without going through other threads: this one has nothing else to do, and a book is
 * thousands of small pieces.
 */
export function fileSink(path: string): Writable {
  const file = openSync(path, 'w', 0o644);
  return new Writable({
    write(chunk: Uint8Array, _encoding, done) {
      done(failureOf(() => writeAll(file, chunk)));
    },
    destroy(error, done) {
      done(failureOf(() => closeSync(file)) ?? error);
    },
  });
}

function writeAll(file: number, chunk: Uint8Array): void {
  for (let written = 0; written < chunk.byteLength;) written += writeSync(file, chunk, written);
}

function failureOf(work: () => void): Error | null {
  try {
    work();
    return null;
  } catch (error) {
    return error as Error;
  }
}
