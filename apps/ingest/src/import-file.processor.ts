import { Injectable } from '@nestjs/common';
import { conversion, ingest, type JobContext, type PayloadOf, type Processor, type ResultOf } from '@octavo/contracts';
import { Announcements, Database, type Library } from '@octavo/database';
import { DomainError, isSameFile } from '@octavo/domain';
import { Jobs } from '@octavo/queue';
import { type FileStat, LibraryFiles } from '@octavo/storage';
import { keepFile } from './keep-file.js';
import { LookAtFile } from './look-at-file.js';

type Job = typeof ingest.jobs.importFile;

/** A file whose last change is younger than this may still be written to. */
const SETTLED_AFTER_MS = 1_000;

/** One file -> one book: look at it, read what is new, keep it, ask for what follows. */
@Injectable()
export class ImportFile implements Processor<Job> {
  constructor(
    private readonly database: Database,
    private readonly files: LibraryFiles,
    private readonly jobs: Jobs,
    private readonly announcements: Announcements,
    private readonly lookAtFile: LookAtFile,
  ) {}

  async process({ libraryId, path }: PayloadOf<Job>, { signal }: JobContext): Promise<ResultOf<Job>> {
    const library = await this.database.libraries.find(libraryId);
    if (!library) throw new DomainError('library.not-found');
    const stat = await this.files.inspect(library.path, path);
    if (!stat) return this.gone(library, path);

    const known = await this.knownHere(library, path, stat);
    if (known) {
      await this.askForWhatFollows(known);
      return { outcome: 'unchanged', bookId: known };
    }
    assertSettled(stat);
    const look = await this.lookAtFile.look({ library, path, signal });
    const kept = await this.database.transaction((repositories) => keepFile(repositories, library, look));
    this.announcements.announce('book', kept.bookId);
    await this.askForWhatFollows(kept.bookId);
    return { outcome: kept.outcome, bookId: kept.bookId };
  }

  /** The book of a place that looks as it did when it was read. */
  private async knownHere(library: Library, path: string, stat: FileStat): Promise<string | undefined> {
    const place = await this.database.places.find(library.id, path);
    if (!place || place.missingSince || !isSameFile(place, stat)) return undefined;
    const file = await this.database.files.find(place.fileId);
    return file && file.problemCode !== 'file.forbidden' ? file.bookId : undefined;
  }

  private async gone(library: Library, path: string): Promise<ResultOf<Job>> {
    const place = await this.database.places.find(library.id, path);
    if (place) await this.jobs.add(ingest.jobs.forgetFile, { libraryId: library.id, path });
    return { outcome: 'gone', bookId: null };
  }

  private async askForWhatFollows(bookId: string): Promise<void> {
    const coverId = await this.database.books.coverOf(bookId);
    if (coverId) await this.jobs.add(conversion.jobs.renderCover, { coverId });
    await this.jobs.add(conversion.jobs.prepareBook, { bookId });
  }
}

function assertSettled({ mtimeNs }: FileStat): void {
  const age = Date.now() - Number(mtimeNs / 1_000_000n);
  // A time of change in the future is a wrong clock and says nothing.
  if (age >= 0 && age < SETTLED_AFTER_MS) {
    throw new DomainError('file.settling', undefined, { retryAfter: SETTLED_AFTER_MS / 1_000 });
  }
}
