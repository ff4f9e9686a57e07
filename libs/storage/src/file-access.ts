import { DomainError, type RandomAccess } from '@octavo/domain';
import { type FileHandle, open } from 'node:fs/promises';
import { problemOf } from './file-problems.js';

/** A file on disk, open for reading. Close it. */
export interface FileAccess extends RandomAccess {
  /** Size, time of change and inode as they were when it was opened. */
  readonly stat: FileStat;
  /** Throws 'file.settling' when the file has changed since it was opened. */
  assertUnchanged(): Promise<void>;
  close(): Promise<void>;
}

export interface FileStat {
  size: bigint;
  mtimeNs: bigint;
  inode: string;
}

/** Opens a file read-only. Throws 'file.vanished', 'file.forbidden' or 'file.unreadable'. */
export async function openFile(path: string): Promise<FileAccess> {
  const handle = await open(path, 'r').catch((error: unknown) => {
    throw problemOf(error, path);
  });
  try {
    const stat = await statOf(handle);
    return {
      size: Number(stat.size),
      stat,
      read: (offset, length) => read(handle, path, offset, length),
      assertUnchanged: async () => {
        const now = await statOf(handle);
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

async function read(handle: FileHandle, path: string, offset: number, length: number): Promise<Uint8Array> {
  const buffer = new Uint8Array(Math.max(0, length));
  let filled = 0;
  try {
    while (filled < length) {
      const { bytesRead } = await handle.read(buffer, filled, length - filled, offset + filled);
      if (bytesRead === 0) break;
      filled += bytesRead;
    }
  } catch (error) {
    throw problemOf(error, path);
  }
  return filled === length ? buffer : buffer.subarray(0, filled);
}

async function statOf(handle: FileHandle): Promise<FileStat> {
  const { size, mtimeNs, ino } = await handle.stat({ bigint: true });
  return { size, mtimeNs, inode: String(ino) };
}
