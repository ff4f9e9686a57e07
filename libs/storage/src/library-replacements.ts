import { DomainError } from '@octavo/domain';
import { randomUUID } from 'node:crypto';
import { copyFile, lstat, rm, stat, unlink } from 'node:fs/promises';
import { basename, dirname, join, posix } from 'node:path';
import { type FileStat, openFile } from './file-access.js';
import { errnoOf, isVanished, refusal } from './file-problems.js';
import { fingerprintOf } from './fingerprint.js';
import { flush } from './flush.js';
import type { LibraryFiles } from './library-files.js';
import { nameAnew } from './name-anew.js';
import { numbered } from './numbered-name.js';

/** A finished file of ours, and what its bytes must be. */
export interface Finished {
  file: string;
  checksum: string;
  size: bigint;
}

/** A file in a library, and what it was when it was looked at. */
export interface Seen extends FileStat {
  path: string;
}

const MOST_NAMESAKES = 100;

/** Changes libraries for operators who asked for it: what was made of a file takes its place. Nothing is overwritten. */
export class LibraryReplacements {
  constructor(private readonly files: LibraryFiles) {}

  /**
   * Copies a file into the folder of the one at `path`, under that one's name with another ending, and makes sure that
   * the very bytes arrived. Where they lie there already, that file is taken. Throws 'library.read-only',
   * 'library.unavailable', or 'file.unreadable' when other bytes arrived than were sent.
   */
  async putBeside(root: string, path: string, made: Finished, ending: string): Promise<Seen> {
    const full = this.files.locate(root, path);
    const draft = join(dirname(full), `.octavo-${randomUUID()}.part`);
    const name = posix.basename(path).replace(/\.[^.]*$/, '') + ending;
    try {
      await copyFile(made.file, draft);
      await flush(draft);
      if (!(await this.holds(draft, made)))
        throw new DomainError('file.unreadable', 'The copy differs from the original');
      const kept = await this.keep(draft, name, made);
      return this.seen(root, posix.join(posix.dirname(path), kept));
    } catch (error) {
      throw refusal(error, root);
    } finally {
      await rm(draft, { force: true }).catch(() => undefined);
    }
  }

  private async keep(draft: string, wanted: string, made: Finished): Promise<string> {
    for (let n = 1; n <= MOST_NAMESAKES; n += 1) {
      const name = n === 1 ? wanted : numbered(wanted, n);
      const path = join(dirname(draft), name);
      try {
        await nameAnew(draft, path);
        return name;
      } catch (error) {
        if (errnoOf(error) !== 'EEXIST') throw error;
        if (await this.holds(path, made)) return name;
      }
    }
    throw new DomainError('library.read-only', `There are too many files called ${wanted}`);
  }

  private async holds(path: string, { checksum, size }: Finished): Promise<boolean> {
    if (!(await lstat(path)).isFile() || BigInt((await stat(path)).size) !== size) return false;
    const file = await openFile(path);
    try {
      return (await fingerprintOf(file)) === checksum;
    } finally {
      await file.close();
    }
  }

  private async seen(root: string, path: string): Promise<Seen> {
    const found = await this.files.inspect(root, path);
    if (!found) throw new DomainError('library.unavailable', `${basename(path)} vanished as soon as it was written`);
    return { path, ...found };
  }

  /** Removes a file if it is what it was; true when it is not there any more. */
  async remove(root: string, path: string, was: Pick<FileStat, 'size' | 'mtimeNs'>): Promise<boolean> {
    const found = await this.files.inspect(root, path);
    if (!found) return true;
    if (found.size !== was.size || found.mtimeNs !== was.mtimeNs) return false;
    try {
      await unlink(this.files.locate(root, path));
      return true;
    } catch (error) {
      if (isVanished(error)) return true;
      throw refusal(error, root);
    }
  }
}
