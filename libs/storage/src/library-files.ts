import { DomainError } from '@octavo/domain';
import { constants } from 'node:fs';
import { access, lstat, opendir, realpath, stat } from 'node:fs/promises';
import { isAbsolute, join, relative, sep } from 'node:path';
import { type FileAccess, type FileStat, openFile } from './file-access.js';
import { errnoOf, isVanished, problemOf } from './file-problems.js';
import { type Unseen, type Walk, walkFolder } from './walk-folder.js';

/** A library's folder: the file system it is on, and its inode there. */
export interface LibraryRoot {
  fileSystem: string;
  rootInode: string;
}

const GONE = new Set(['ENOENT', 'ENOTDIR']);

/** The users' own folders. Nothing here ever writes. */
export class LibraryFiles {
  /** Where a path of a library lies. Throws 'file.not-found' for a path that climbs out of the folder. */
  locate(root: string, path: string): string {
    const full = join(root, path);
    const below = relative(root, full);
    if (below === '' || below.startsWith('..') || isAbsolute(below)) {
      throw new DomainError('file.not-found', 'This path is not inside the library');
    }
    return full;
  }

  /** Size, time and inode of a file, or undefined when it is not there. Throws 'file.forbidden' and the like. */
  async inspect(root: string, path: string): Promise<FileStat | undefined> {
    const full = this.locate(root, path);
    try {
      const found = await lstat(full, { bigint: true });
      const target = found.isSymbolicLink() ? await this.followInside(root, full) : found;
      if (!target?.isFile()) return undefined;
      return { size: target.size, mtimeNs: target.mtimeNs, inode: String(target.ino) };
    } catch (error) {
      if (isVanished(error)) return undefined;
      throw problemOf(error, path);
    }
  }

  private async followInside(root: string, full: string) {
    const inside = (await realpath(full)).startsWith((await realpath(root)) + sep);
    return inside ? stat(full, { bigint: true }) : undefined;
  }

  /** Opens a file of a library. Close what you get. */
  open(root: string, path: string): Promise<FileAccess> {
    return openFile(this.locate(root, path));
  }

  /** Walks a library's folder. Throws 'library.unavailable' when the folder itself cannot be read. */
  async walk(root: string, walk: Walk): Promise<Unseen> {
    await this.assertReadable(root);
    return walkFolder(root, walk);
  }

  private async assertReadable(root: string): Promise<void> {
    try {
      await access(root, constants.R_OK | constants.X_OK);
      await this.fileSystemOf(root);
    } catch (error) {
      throw new DomainError('library.unavailable', `${root} cannot be read: ${(error as Error).message}`, {
        cause: error,
      });
    }
  }

  /**
   * The file system a library's folder is on, as a text that changes when something is mounted there or unmounted.
   * Throws 'library.unavailable' when the folder is not there.
   */
  async fileSystemOf(root: string): Promise<string> {
    return (await this.rootOf(root)).fileSystem;
  }

  /** The folder itself: its file system, and its inode there. Throws 'library.unavailable' when it is not there. */
  async rootOf(root: string): Promise<LibraryRoot> {
    try {
      const found = await stat(root, { bigint: true });
      if (!found.isDirectory()) throw new DomainError('library.unavailable', `${root} is not a folder`);
      return { fileSystem: String(found.dev), rootInode: String(found.ino) };
    } catch (error) {
      if (error instanceof DomainError) throw error;
      throw new DomainError('library.unavailable', `${root} is not there`, { cause: error });
    }
  }

  /** True when there is nothing at all in a library's folder. Throws 'library.unavailable' when it cannot be read. */
  async isEmpty(root: string): Promise<boolean> {
    await this.assertReadable(root);
    const folder = await opendir(root);
    try {
      return (await folder.read()) === null;
    } finally {
      await folder.close();
    }
  }

  /**
   * True only when the folder says that there is no such file: not for a file that may not be looked at, nor for a server
   * or disk that does not answer. Throws 'file.forbidden', 'file.vanished' for those.
   */
  async isGone(root: string, path: string): Promise<boolean> {
    try {
      await lstat(this.locate(root, path));
      return false;
    } catch (error) {
      if (GONE.has(errnoOf(error) ?? '')) return true;
      throw problemOf(error, path);
    }
  }
}
