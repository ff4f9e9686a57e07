import { DomainError, type RandomAccess } from '@octavo/domain';
import { open } from 'node:fs/promises';

/** A file this process has just written, open for reading. Close it. Throws 'conversion.failed' when it is not there. */
export async function fileSource(path: string): Promise<RandomAccess & { close(): Promise<void> }> {
  const handle = await open(path, 'r').catch((error: unknown) => {
    throw new DomainError('conversion.failed', 'The conversion left no file', { cause: error });
  });
  const { size } = await handle.stat();
  return {
    size,
    read: async (offset, length) => {
      const { buffer, bytesRead } = await handle.read(new Uint8Array(Math.max(0, length)), 0, length, offset);
      return buffer.subarray(0, bytesRead);
    },
    close: () => handle.close(),
  };
}
