import { DomainError, type RandomAccess } from '@octavo/domain';
import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { problemOf } from './file-problems.js';

/** A file, open for reading, here or on another server. Close it. */
export interface OpenedFile extends RandomAccess {
  /** Size, time of change and inode as they were when it was opened. */
  readonly stat: FileStat;
  /** Throws 'file.settling' when the file has changed since it was opened. */
  assertUnchanged(): Promise<void>;
  close(): Promise<void>;
}

/** A file on disk, open for reading. Close it. */
export interface FileAccess extends OpenedFile {
  /** Fills `buffer` from `offset` on, as far as there are bytes; gives how many. For those who read all and keep none. */
  readInto(buffer: Uint8Array, offset: number): Promise<number>;
  /** Where it lies, for programs that are not ours. */
  readonly path: string;
}

export interface FileStat {
  size: bigint;
  mtimeNs: bigint;
  inode: string;
}

/** Opens a file read-only. Throws 'file.vanished', 'file.forbidden' or 'file.unreadable'. */
export async function openFile(path: string): Promise<FileAccess> {
  // Opening a pipe would wait for somebody to write into it; with O_NONBLOCK it does not, and files do not mind.
  const handle = await open(path, constants.O_RDONLY | constants.O_NONBLOCK).catch((error: unknown) => {
    throw problemOf(error, path);
  });
  try {
    const stat = await statOf(handle, path);
    return {
      size: Number(stat.size),
      near: true,
      path,
      stat,
      read: async (offset, length) => {
        const buffer = new Uint8Array(Math.max(0, length));
        const filled = await fill(handle, path, buffer, offset);
        return filled === length ? buffer : buffer.subarray(0, filled);
      },
      readInto: (buffer, offset) => fill(handle, path, buffer, offset),
      assertUnchanged: async () => {
        const now = await statOf(handle, path);
        if (now.size !== stat.size || now.mtimeNs !== stat.mtimeNs)
          throw new DomainError('file.settling', undefined, { retryAfter: 2 });
      },
      close: () => handle.close(),
    };
  } catch (error) {
    await handle.close();
    throw error;
  }
}

async function fill(handle: FileHandle, path: string, buffer: Uint8Array, offset: number): Promise<number> {
  let filled = 0;
  try {
    while (filled < buffer.byteLength) {
      const { bytesRead } = await handle.read(buffer, filled, buffer.byteLength - filled, offset + filled);
      if (bytesRead === 0) break;
      filled += bytesRead;
    }
  } catch (error) {
    throw problemOf(error, path);
  }
  return filled;
}

async function statOf(handle: FileHandle, path: string): Promise<FileStat> {
  const found = await handle.stat({ bigint: true });
  if (!found.isFile()) throw new DomainError('file.vanished', `${path} is no file any more`);
  return { size: found.size, mtimeNs: found.mtimeNs, inode: String(found.ino) };
}
