import { open } from 'node:fs/promises';

/** What was written is on disk before it is relied on. */
export async function flush(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.datasync();
  } finally {
    await handle.close();
  }
}
