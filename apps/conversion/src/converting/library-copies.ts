import { Injectable } from '@nestjs/common';
import { Database, type File, isFolder } from '@octavo/database';
import { DomainError } from '@octavo/domain';
import { Originals } from '@octavo/remote';
import type { FileAccess } from '@octavo/storage';

/** The copies of a file in the users' libraries. */
@Injectable()
export class LibraryCopies {
  constructor(
    private readonly database: Database,
    private readonly originals: Originals,
  ) {}

  /**
   * Opens any copy: they are the same bytes. One that changed since it was read is not one. Throws 'file.vanished' when
   * no copy is there, and DavErrors where the only one lies on a server that is of no use now.
   */
  async open(file: File, signal?: AbortSignal): Promise<FileAccess> {
    let away: Error | undefined;
    for (const { library, path, mtimeNs, size } of await this.database.places.presentOf(file.id)) {
      const access = await this.originals.openWhole(library, path, signal).catch((error: Error) => {
        if (!isFolder(library)) away = error;
        return undefined;
      });
      const isSame = access?.stat.size === size && (!isFolder(library) || access.stat.mtimeNs === mtimeNs);
      if (access && isSame) return access;
      await access?.close();
    }
    if (away) throw away;
    throw new DomainError('file.vanished', 'No copy of the file is where it was', { retryAfter: 5 });
  }
}
