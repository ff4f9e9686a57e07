import { Injectable } from '@nestjs/common';
import { Database, type File } from '@octavo/database';
import { DomainError } from '@octavo/domain';
import { type FileAccess, LibraryFiles } from '@octavo/storage';

/** The copies of a file in the users' folders. */
@Injectable()
export class LibraryCopies {
  constructor(
    private readonly database: Database,
    private readonly files: LibraryFiles,
  ) {}

  /**
   * Opens any copy: they are the same bytes. One that changed since it was read is not one. Throws 'file.vanished' when
   * no copy is there.
   */
  async open(file: File): Promise<FileAccess> {
    for (const { library, path, mtimeNs, size } of await this.database.places.presentOf(file.id)) {
      const access = await this.files.open(library.path, path).catch(() => undefined);
      if (access && access.stat.size === size && access.stat.mtimeNs === mtimeNs) return access;
      await access?.close();
    }
    throw new DomainError('file.vanished', 'No copy of the file is where it was', { retryAfter: 5 });
  }
}
