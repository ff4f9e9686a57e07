import { Injectable } from '@nestjs/common';
import { Database } from '@octavo/database';
import { folderOf, nameOf, sidecarsFor } from '@octavo/domain';
import { LibraryFiles } from '@octavo/storage';

const BOOKS_OF_A_FOLDER = 500;

/** Takes notice of what came, changed or went beside books, and has those books read again which it says something of. */
@Injectable()
export class NoteSidecars {
  constructor(
    private readonly database: Database,
    private readonly files: LibraryFiles,
  ) {}

  async note(libraryId: string, paths: string[]): Promise<void> {
    const library = paths.length > 0 ? await this.database.libraries.findFolder(libraryId) : null;
    if (!library) return;
    for (const path of new Set(paths)) {
      const stat = await this.files.inspect(library.path, path).catch(() => undefined);
      // What went says nothing any more, and takes nothing back of what it said.
      if (!stat) await this.database.sidecars.remove(libraryId, [path]);
      else {
        await this.database.sidecars.put(libraryId, { path, ...stat });
        await this.readAgain(libraryId, path);
      }
    }
  }

  private async readAgain(libraryId: string, path: string): Promise<void> {
    const name = nameOf(path);
    const books = await this.database.sidecars.booksIn(libraryId, folderOf(path), BOOKS_OF_A_FOLDER);
    const names = [name, ...books.map(nameOf)];
    const concerned = books.filter((book) => {
      const { opf, cover } = sidecarsFor(book, names);
      return opf === name || cover === name;
    });
    if (concerned.length > 0)
      await this.database.arrivals.note({ libraryId, paths: concerned, origin: 'watch', reread: true });
  }
}
