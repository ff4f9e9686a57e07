import { closeSync, openSync, writeSync } from 'node:fs';
import { Writable } from 'node:stream';

/** In bytes: smaller pieces are written together. */
const ROOM = 131_072;

/**
 * Writes a new file at once, without going through other threads: this one has nothing else to do, and a book is
 * thousands of small pieces.
 */
export function fileSink(path: string): Writable {
  const file = openSync(path, 'w', 0o644);
  const room = Buffer.allocUnsafeSlow(ROOM);
  let held = 0;
  const writeHeld = () => {
    writeAll(file, room.subarray(0, held));
    held = 0;
  };
  const take = (chunk: Uint8Array) => {
    if (held + chunk.byteLength > ROOM) writeHeld();
    if (chunk.byteLength > ROOM) return writeAll(file, chunk);
    room.set(chunk, held);
    held += chunk.byteLength;
  };
  return new Writable({
    write(chunk: Uint8Array, _encoding, done) {
      done(failureOf(() => take(chunk)));
    },
    final(done) {
      done(failureOf(writeHeld));
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
