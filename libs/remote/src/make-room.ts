import { COPIES, type DataFiles } from '@octavo/storage';
import { readdir, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';

interface Copy {
  path: string;
  size: number;
  usedAt: number;
}

/** A copy was used: it is one of the last to go. Not every file system keeps times of reading, so we set our own. */
export async function touch(path: string): Promise<void> {
  const now = new Date();
  await utimes(path, now, now).catch(() => undefined); // it is gone, or not ours to touch: nothing depends on it
}

/** Removes copies until no more than `bytes` are left, those first that were not used for the longest time. */
export async function makeRoom(data: DataFiles, bytes: number): Promise<void> {
  const copies = await copiesIn(data.locate([COPIES]));
  let total = copies.reduce((sum, { size }) => sum + size, 0);
  for (const { path, size } of copies.sort((a, b) => a.usedAt - b.usedAt)) {
    if (total <= Math.max(0, bytes)) return;
    // Whoever has it open goes on reading it.
    await rm(path, { force: true });
    total -= size;
  }
}

async function copiesIn(folder: string): Promise<Copy[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const copies: Copy[] = [];
  for (const entry of entries) {
    if (!entry.isFile() || entry.name.endsWith('.tmp')) continue;
    const path = join(entry.parentPath, entry.name);
    const found = await stat(path).catch(() => undefined); // another worker makes room too
    if (found) copies.push({ path, size: found.size, usedAt: found.mtimeMs });
  }
  return copies;
}
