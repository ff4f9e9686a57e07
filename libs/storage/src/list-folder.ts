import { lstat, readdir, realpath, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { errnoOf, isVanished } from './file-problems.js';
import type { FileStat } from './file-access.js';

/** A file below a folder. */
export interface FolderEntry extends FileStat {
  /** Below the folder, with forward slashes. */
  path: string;
}

/** What a folder holds now. */
export interface FolderListing {
  files: FolderEntry[];
  /** Folders (or files) that could not be read, with why; nothing may be concluded about what is below them. */
  unreadable: { path: string; reason: string }[];
}

const FOLDERS_AT_ONCE = 8;

/** What other programs leave in folders and is never a book: hidden names, recycle bins, thumbnails, partial downloads. */
const IGNORED =
  /^[.]|^(@eaDir|#recycle|#snapshot|lost\+found|System Volume Information|\$RECYCLE\.BIN|__MACOSX)$|\.(part|partial|crdownload|tmp|!qB|sdr)$|~$/i;

/** True for names that are never looked into. */
export const isIgnored = (name: string) => IGNORED.test(name);

/**
 * Lists all wanted files below a folder. Links to folders are not followed; links to files are, as long as they end
 * below the folder. Throws what reading the folder itself throws; anything below it that fails is in `unreadable`.
 */
export async function listFolder(
  root: string,
  wanted: (name: string) => boolean,
  signal?: AbortSignal,
): Promise<FolderListing> {
  const listing: FolderListing = { files: [], unreadable: [] };
  const realRoot = await realpath(root);
  const waiting: string[] = [];
  await listOne('');
  await Promise.all(Array.from({ length: FOLDERS_AT_ONCE }, work));
  return listing;

  async function work(): Promise<void> {
    for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
      signal?.throwIfAborted();
      await listOne(folder).catch((error: unknown) => {
        // A folder that went away while we walked holds nothing; anything else leaves us ignorant.
        if (!isVanished(error)) listing.unreadable.push({ path: folder, reason: errnoOf(error) ?? String(error) });
      });
    }
  }

  async function listOne(folder: string): Promise<void> {
    for (const entry of await readdir(join(root, folder), { withFileTypes: true })) {
      if (isIgnored(entry.name)) continue;
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) waiting.push(path);
      else if (wanted(entry.name) && (entry.isFile() || entry.isSymbolicLink()))
        await add(path, entry.isSymbolicLink());
    }
  }

  async function add(path: string, link: boolean): Promise<void> {
    if (path.includes('\uFFFD')) return void listing.unreadable.push({ path, reason: 'its name is not UTF-8' });
    try {
      const full = join(root, path);
      if (link && !`${await realpath(full)}`.startsWith(realRoot + sep)) return;
      const found = link ? await stat(full, { bigint: true }) : await lstat(full, { bigint: true });
      if (found.isFile()) {
        listing.files.push({ path, size: found.size, mtimeNs: found.mtimeNs, inode: String(found.ino) });
      }
    } catch (error) {
      if (!isVanished(error)) listing.unreadable.push({ path, reason: errnoOf(error) ?? String(error) });
    }
  }
}
