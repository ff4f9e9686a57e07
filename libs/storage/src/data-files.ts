import { randomUUID } from 'node:crypto';
import { constants } from 'node:fs';
import { copyFile, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type FileAccess, openFile } from './file-access.js';
import { isVanished } from './file-problems.js';
import { flush } from './flush.js';

/** A file of ours below DATA_DIR, as path segments. */
export type DataPath = readonly [string, ...string[]];

/** Ours while they are written, and the folders kepubify works in. */
const DRAFT = /\.tmp$|^\.kepubify-/;

/** What Octavo owns and could make again: covers, sized covers, converted books. Written whole or not at all. */
export class DataFiles {
  constructor(private readonly root: string) {}

  locate(path: DataPath): string {
    return join(this.root, ...path);
  }

  /** In bytes; undefined when there is no such file. */
  async size(path: DataPath): Promise<number | undefined> {
    try {
      return (await stat(this.locate(path))).size;
    } catch (error) {
      if (isVanished(error)) return undefined;
      throw error;
    }
  }

  open(path: DataPath): Promise<FileAccess> {
    return openFile(this.locate(path));
  }

  /**
   * Lets `make` write a file under a name of its own and puts it in place when all of it is on disk; on any error nothing
   * is left. Whoever makes it has closed it then. What came of it may be a reason for another name in the same folder.
   */
  async write<Result>(
    path: DataPath,
    make: (draft: string) => Promise<Result>,
    named: (result: Result) => DataPath = () => path,
  ): Promise<Result> {
    const target = this.locate(path);
    const draft = `${target}.${randomUUID()}.tmp`;
    await mkdir(dirname(target), { recursive: true });
    try {
      const result = await make(draft);
      await flush(draft);
      await rename(draft, this.locate(named(result)));
      return result;
    } catch (error) {
      await rm(draft, { force: true });
      throw error;
    }
  }

  /** Lets `work` use a file that nobody needs afterwards. */
  async scratch<Result>(folder: DataPath, work: (draft: string) => Promise<Result>): Promise<Result> {
    const draft = join(this.locate(folder), `${randomUUID()}.tmp`);
    await mkdir(dirname(draft), { recursive: true });
    try {
      return await work(draft);
    } finally {
      await rm(draft, { force: true });
    }
  }

  /** As `write`, for bytes that are all there. */
  async writeBytes(path: DataPath, bytes: Uint8Array): Promise<void> {
    const target = this.locate(path);
    const draft = `${target}.${randomUUID()}.tmp`;
    const out = await open(draft, 'wx', 0o644).catch(async (error: unknown) => {
      if (!isVanished(error)) throw error;
      await mkdir(dirname(target), { recursive: true });
      return open(draft, 'wx', 0o644);
    });
    try {
      await out
        .writeFile(bytes)
        .then(() => out.datasync())
        .finally(() => out.close());
      await rename(draft, target);
    } catch (error) {
      await rm(draft, { force: true });
      throw error;
    }
  }

  /** Has a file under another name as well; nothing happens where it is not there. */
  async copy(from: DataPath, to: DataPath): Promise<void> {
    if ((await this.size(from)) === undefined) return;
    await this.write(to, (draft) => copyFile(this.locate(from), draft, constants.COPYFILE_FICLONE));
  }

  /** Removes what killed processes left unfinished below a folder: drafts that nobody has touched for so long. */
  async removeDrafts(folder: DataPath, olderThanMs: number): Promise<number> {
    const root = this.locate(folder);
    const entries = await readdir(root, { recursive: true, withFileTypes: true }).catch(noneIfVanished);
    let removed = 0;
    for (const { name, parentPath } of entries) {
      if (!DRAFT.test(name)) continue;
      const path = join(parentPath, name);
      const age = Date.now() - ((await stat(path).catch(() => undefined))?.mtimeMs ?? Date.now());
      if (age <= olderThanMs) continue;
      await rm(path, { recursive: true, force: true });
      removed += 1;
    }
    return removed;
  }

  async remove(path: DataPath): Promise<void> {
    await rm(this.locate(path), { force: true });
  }
}

function noneIfVanished(error: unknown): [] {
  if (isVanished(error)) return [];
  throw error;
}
