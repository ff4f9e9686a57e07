import { type Dirent } from 'node:fs';
import { lstat, readdir, realpath, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { errnoOf, isVanished } from './file-problems.js';
import type { FileStat } from './file-access.js';
import { isIgnored, LEAVE_ALONE } from './ignored-names.js';

/** A file below a folder. */
export interface FolderEntry extends FileStat {
  /** Below the folder, with forward slashes. */
  path: string;
}

/** What of a folder could not be seen. Nothing may be concluded about these paths, or about anything below them. */
export interface Unseen {
  /** Folders, and files, that could not be read, with why. */
  unreadable: { path: string; reason: string }[];
  /** Folders that somebody asked us to leave alone, or that went away while we walked. */
  passedOver: string[];
}

export interface Walk {
  /** True for the names of files that are wanted. */
  wanted: (name: string) => boolean;
  /** Is given what was found, some hundreds at a time; the walk waits for it. */
  found: (files: FolderEntry[]) => Promise<void> | void;
  signal?: AbortSignal;
}

const FOLDERS_AT_ONCE = 8;
const STATS_AT_ONCE = 32;
/** How deep links between folders could lead, were they followed; real libraries end long before. */
const MAX_DEPTH = 64;

/**
 * Walks all wanted files below a folder. Links to folders are not followed; links to files are, as long as they end
 * below the folder. Throws what reading the folder itself throws; anything below it that fails is `unreadable`.
 */
export async function walkFolder(root: string, walk: Walk): Promise<Unseen> {
  const walker = new Walker(root, await realpath(root), walk);
  await walker.listOne('');
  await walker.listRest();
  return walker.unseen;
}

class Walker {
  readonly unseen: Unseen = { unreadable: [], passedOver: [] };
  private readonly waiting: string[] = [];
  private busy = 0;

  constructor(
    private readonly root: string,
    private readonly realRoot: string,
    private readonly walk: Walk,
  ) {}

  /** Works through the waiting folders, several at once, until none waits and none is at work that could add some. */
  listRest(): Promise<void> {
    return new Promise((resolve, reject) => {
      const next = () => {
        if (this.walk.signal?.aborted) return reject(this.walk.signal.reason as Error);
        while (this.busy < FOLDERS_AT_ONCE && this.waiting.length > 0) {
          this.busy += 1;
          this.listBelow(this.waiting.pop()!).then(() => {
            this.busy -= 1;
            next();
          }, reject);
        }
        if (this.busy === 0) resolve();
      };
      next();
    });
  }

  private async listBelow(folder: string): Promise<void> {
    let names: Dirent[];
    try {
      names = await readdir(join(this.root, folder), { withFileTypes: true });
    } catch (error) {
      // A folder that was there a moment ago was removed, or renamed into one we have seen already: the next walk tells.
      if (isVanished(error)) this.unseen.passedOver.push(folder);
      else this.cannotRead(folder, error);
      return;
    }
    await this.take(folder, names);
  }

  /** Reads one folder: notes the folders in it, hands on the files. */
  async listOne(folder: string): Promise<void> {
    await this.take(folder, await readdir(join(this.root, folder), { withFileTypes: true }));
  }

  private async take(folder: string, names: Dirent[]): Promise<void> {
    if (names.some(({ name }) => name === LEAVE_ALONE)) return void this.unseen.passedOver.push(folder);
    const files: { path: string; link: boolean }[] = [];
    for (const entry of names) {
      if (isIgnored(entry.name)) continue;
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      // Node gives names that are no UTF-8 with this character in them, and cannot open them.
      if (entry.name.includes('\uFFFD')) this.unseen.unreadable.push({ path, reason: 'its name is not UTF-8' });
      else if (entry.isDirectory()) this.descend(path);
      else if (this.walk.wanted(entry.name) && (entry.isFile() || entry.isSymbolicLink()))
        files.push({ path, link: entry.isSymbolicLink() });
    }
    for (let from = 0; from < files.length; from += STATS_AT_ONCE) {
      this.walk.signal?.throwIfAborted();
      const some = await Promise.all(files.slice(from, from + STATS_AT_ONCE).map((file) => this.statOf(file)));
      const found = some.filter((file) => file !== undefined);
      if (found.length > 0) await this.walk.found(found);
    }
  }

  private descend(path: string): void {
    if (path.split('/').length <= MAX_DEPTH) this.waiting.push(path);
    else this.unseen.unreadable.push({ path, reason: 'it lies too deep' });
  }

  private async statOf({ path, link }: { path: string; link: boolean }): Promise<FolderEntry | undefined> {
    try {
      const full = join(this.root, path);
      if (link && !(await realpath(full)).startsWith(this.realRoot + sep)) return undefined;
      const found = link ? await stat(full, { bigint: true }) : await lstat(full, { bigint: true });
      if (!found.isFile()) return undefined;
      return { path, size: found.size, mtimeNs: found.mtimeNs, inode: String(found.ino) };
    } catch (error) {
      if (!isVanished(error)) this.cannotRead(path, error);
      return undefined;
    }
  }

  private cannotRead(path: string, error: unknown): void {
    this.unseen.unreadable.push({ path, reason: errnoOf(error) ?? String(error) });
  }
}
