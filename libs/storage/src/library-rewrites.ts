import { DomainError } from '@octavo/domain';
import { randomUUID } from 'node:crypto';
import { chmod, chown, copyFile, lstat, open, rename, rm, stat, utimes } from 'node:fs/promises';
import { dirname, posix } from 'node:path';
import { type FileStat, openFile } from './file-access.js';
import { isVanished, refusal } from './file-problems.js';
import { fingerprintOf } from './fingerprint.js';
import { flush } from './flush.js';
import type { LibraryFiles } from './library-files.js';
import type { Finished, Seen } from './library-replacements.js';
import { nameAnew } from './name-anew.js';

/** A file of a library that is to get other bytes: paths below the library's folder. */
export interface Rewriting {
  path: string;
  /** Where the new bytes lie until they have the original's name. */
  draftPath: string;
  /** Where the original lies until nobody needs it any more. */
  keptPath: string;
}

/** Names for a rewriting, in the folder of its file; scans pass over them. `keptPath` alone is enough to know the others. */
export function rewritingOf(path: string, keptPath = keptBeside(path)): Rewriting {
  return { path, keptPath, draftPath: keptPath.replace(/kept$/, 'part') };
}

const keptBeside = (path: string) => posix.join(posix.dirname(path), `.octavo-${randomUUID()}.kept`);

/**
 * Gives files in libraries other bytes, for users who asked for it. Each step can be the last one: the original keeps
 * its name until the whole of the new bytes has it, and lies beside it as long as it may be wanted back.
 */
export class LibraryRewrites {
  constructor(private readonly files: LibraryFiles) {}

  /**
   * Puts a checked copy of `made` and the original, under another name, beside the file. Throws 'library.read-only' where
   * the folder may not be written to or the name is a link, 'library.unavailable', 'file.vanished', or 'file.unreadable'
   * when other bytes arrived than were sent.
   */
  async prepare(root: string, { path, draftPath, keptPath }: Rewriting, made: Finished): Promise<void> {
    const [full, draft, kept] = [path, draftPath, keptPath].map((one) => this.files.locate(root, one)) as Three;
    try {
      const original = await lstat(full);
      if (!original.isFile()) throw new DomainError('library.read-only', `${path} is a link to another file`);
      await copyFile(made.file, draft);
      await chmod(draft, original.mode);
      // Only root may give files away; whoever cannot keeps them.
      await chown(draft, original.uid, original.gid).catch(() => undefined);
      await flush(draft);
      if (!(await this.holds(draft, made)))
        throw new DomainError('file.unreadable', 'The copy differs from what was written');
      await nameAnew(full, kept);
      // A link has the original's times; a copy, on disks that know no links, has to be given them.
      if ((await lstat(kept)).ino !== original.ino) await utimes(kept, original.atime, original.mtime);
    } catch (error) {
      throw refusal(error, root);
    }
  }

  /** From now on the file has the new bytes. Throws 'file.settling' when it is not any more what it `was`. */
  async swap(root: string, { path, draftPath }: Rewriting, was: Pick<FileStat, 'size' | 'mtimeNs'>): Promise<Seen> {
    const found = await this.files.inspect(root, path);
    if (found?.size !== was.size || found.mtimeNs !== was.mtimeNs) throw new DomainError('file.settling');
    const full = this.files.locate(root, path);
    await rename(this.files.locate(root, draftPath), full);
    await flushFolder(dirname(full));
    const seen = await this.files.inspect(root, path);
    if (!seen) throw new DomainError('file.vanished', `${path} vanished as soon as it was written`);
    return { path, ...seen };
  }

  /**
   * Undoes what was begun: where the file has the new bytes, or is not there, the original gets its name back. What
   * somebody else put there stays.
   */
  async undo(root: string, rewriting: Rewriting, made: Pick<Finished, 'checksum' | 'size'>): Promise<void> {
    const [full, kept] = [rewriting.path, rewriting.keptPath].map((one) => this.files.locate(root, one)) as Two;
    if (await isThere(kept)) {
      const isOurs = !(await isThere(full)) || (await this.holds(full, made));
      if (isOurs) await rename(kept, full);
    }
    await this.tidy(root, rewriting);
  }

  /** Nobody wants the original back: removes it, and what else was left beside the file. */
  async tidy(root: string, { draftPath, keptPath }: Rewriting): Promise<void> {
    for (const path of [draftPath, keptPath]) await rm(this.files.locate(root, path), { force: true });
  }

  private async holds(path: string, { checksum, size }: Pick<Finished, 'checksum' | 'size'>): Promise<boolean> {
    if (BigInt((await stat(path)).size) !== size) return false;
    const file = await openFile(path);
    try {
      return (await fingerprintOf(file)) === checksum;
    } finally {
      await file.close();
    }
  }
}

type Two = [string, string];
type Three = [string, string, string];

async function isThere(path: string): Promise<boolean> {
  try {
    await lstat(path);
    return true;
  } catch (error) {
    if (isVanished(error)) return false;
    throw error;
  }
}

/** Names are kept in the folder: that has to reach the disk as well. Some shares cannot be asked for it. */
async function flushFolder(path: string): Promise<void> {
  const folder = await open(path, 'r').catch(() => undefined);
  await folder?.sync().catch(() => undefined);
  await folder?.close();
}
