import { Injectable } from '@nestjs/common';
import { ingest, type PayloadOf, type Processor, type ResultOf } from '@octavo/contracts';
import { Announcements, Database, type Library, type Place } from '@octavo/database';
import { DomainError } from '@octavo/domain';
import { LibraryFiles } from '@octavo/storage';

type Job = typeof ingest.jobs.forgetFile;

/** A file went away: marks its place missing, once it is certain that the file and not the whole folder is gone. */
@Injectable()
export class ForgetFile implements Processor<Job> {
  constructor(
    private readonly database: Database,
    private readonly files: LibraryFiles,
    private readonly announcements: Announcements,
  ) {}

  async process({ libraryId, path }: PayloadOf<Job>): Promise<ResultOf<Job>> {
    const library = await this.database.libraries.find(libraryId);
    const place = library && (await this.database.places.find(libraryId, path));
    if (!library || !place) return { outcome: 'unknown' };
    await this.assertMounted(library);
    if (await this.files.inspect(library.path, path)) return { outcome: 'still-there' };
    const bookId = await this.markMissing(place);
    this.announcements.announce('book', bookId);
    return { outcome: 'missing' };
  }

  /** A folder that is not there, or lies on another file system than when it was scanned, says nothing about files. */
  private async assertMounted(library: Library): Promise<void> {
    const fileSystem = await this.files.fileSystemOf(library.path);
    if (library.fileSystem !== null && fileSystem !== library.fileSystem) {
      throw new DomainError('library.unavailable', `${library.path} is not the file system it was`);
    }
  }

  private markMissing(place: Place): Promise<string> {
    return this.database.transaction(async ({ places, files, books }) => {
      const others = (await places.ofFile(place.fileId)).filter(({ id }) => id !== place.id);
      // The same file under another name: it was moved, and nothing is missing.
      const moved = others.some(({ inode, missingSince }) => missingSince === null && inode === place.inode);
      if (moved) await places.remove(place.id);
      else await places.markMissing(place.id);
      const file = await files.find(place.fileId);
      await books.refreshMissing(file!.bookId);
      return file!.bookId;
    });
  }
}
