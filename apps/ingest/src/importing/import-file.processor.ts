import { Injectable } from '@nestjs/common';
import { ingest, type JobContext, type PayloadOf, type Processor, type ResultOf } from '@octavo/contracts';
import { Database, type FolderLibrary } from '@octavo/database';
import { DomainError } from '@octavo/domain';
import { Importer } from './importer.js';

type Job = typeof ingest.jobs.importFile;

/** One file that somebody waits for. */
@Injectable()
export class ImportFile implements Processor<Job> {
  constructor(
    private readonly database: Database,
    private readonly importer: Importer,
  ) {}

  async process({ libraryId, path, origin }: PayloadOf<Job>, { signal }: JobContext): Promise<ResultOf<Job>> {
    const library = await this.database.libraries.findFolder(libraryId);
    if (!library) throw new DomainError('library.not-found');
    await this.database.arrivals.note({ libraryId, paths: [path], origin, reread: origin === 'retry' });
    const { kept } = await this.importer.one(library, path, signal);
    const [file] = kept;
    if (!file) return this.withoutChange(library, path);
    return { outcome: file.kept.outcome === 'moved' ? 'updated' : file.kept.outcome, bookId: file.kept.bookId };
  }

  /** Nothing was kept: the file is as it was, or gone, or cannot be had yet. */
  private async withoutChange(library: FolderLibrary, path: string): Promise<ResultOf<Job>> {
    const [place] = await this.database.places.at(library.id, [path]);
    const file = place && place.missingSince === null ? await this.database.files.find(place.fileId) : null;
    if (file) return { outcome: 'unchanged', bookId: file.bookId };
    if (await this.database.arrivals.isExpected(library.id, path))
      throw new DomainError('file.settling', undefined, { retryAfter: 2 });
    return { outcome: 'gone', bookId: null };
  }
}
