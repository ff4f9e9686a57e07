import { createHash } from 'node:crypto';
import { lstat, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** All there is to tell of every file below a folder, by its path: mode, owner, times, size, bytes. */
export async function snapshotOf(folder: string): Promise<Map<string, string>> {
  const snapshot = new Map<string, string>();
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    const { mode, uid, gid, size, mtimeNs, ino } = await lstat(path, { bigint: true });
    const bytes = entry.isFile()
      ? createHash('sha1')
          .update(await readFile(path))
          .digest('hex')
      : '';
    snapshot.set(path, [mode, uid, gid, size, mtimeNs, ino, bytes].join(' '));
  }
  return snapshot;
}
