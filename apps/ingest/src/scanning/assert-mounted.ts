import { Injectable } from '@nestjs/common';
import { Database, type FolderLibrary } from '@octavo/database';
import { DomainError } from '@octavo/domain';
import { LibraryFiles, type LibraryRoot } from '@octavo/storage';

const SAMPLE = 20;
/** Of the sample must be where they were, as large as they were. */
const ENOUGH = 0.8;

/** Tells whether a library's folder is still the one it was. */
@Injectable()
export class AssertMounted {
  constructor(
    private readonly database: Database,
    private readonly files: LibraryFiles,
  ) {}

  /**
   * The folder and the file system it is on. Another one than before is a disk that was mounted, or one that was not: it is
   * believed when most of the files are where they were. Throws 'library.unavailable' otherwise, or when the folder is
   * not there at all.
   */
  async rootOf(library: FolderLibrary): Promise<LibraryRoot> {
    const root = await this.files.rootOf(library.path);
    if (library.fileSystem === null || library.fileSystem === root.fileSystem) return root;
    const sample = await this.database.places.sample(library.id, SAMPLE);
    let found = 0;
    for (const { path, size } of sample) {
      const stat = await this.files.inspect(library.path, path).catch(() => undefined);
      if (stat?.size === size) found += 1;
    }
    if (found >= sample.length * ENOUGH) return root;
    throw new DomainError(
      'library.unavailable',
      `${library.path} lies on another disk than before, and ${sample.length - found} of ${sample.length} files are not there: is it mounted?`,
    );
  }
}
