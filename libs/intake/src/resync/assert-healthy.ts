import { Injectable } from '@nestjs/common';
import { Database, type FolderLibrary } from '@octavo/database';
import { DomainError } from '@octavo/domain';
import { LibraryFiles } from '@octavo/storage';

/** Tells whether a library's folder can be believed when it says that a file is gone. */
@Injectable()
export class AssertHealthy {
  constructor(
    private readonly database: Database,
    private readonly files: LibraryFiles,
  ) {}

  /**
   * Throws 'library.unavailable' where the folder is not there, is not the one that was scanned last (what is below a mount
   * that is away is another one), or is empty although more than the `gone` paths lay in it.
   */
  async check(library: FolderLibrary, gone: number): Promise<void> {
    const { path, fileSystem, rootInode } = library;
    const root = await this.files.rootOf(path);
    if (fileSystem !== null && fileSystem !== root.fileSystem) throw away(`${path} lies on another disk than before`);
    if (rootInode !== null && rootInode !== root.rootInode) throw away(`${path} is another folder than before`);
    if (!(await this.files.isEmpty(path))) return;
    const { present } = await this.database.places.census(library.id);
    if (present > gone) throw away(`${path} is empty, and ${present} files lay in it`);
  }
}

const away = (what: string) => new DomainError('library.unavailable', `${what}: is it mounted?`);
