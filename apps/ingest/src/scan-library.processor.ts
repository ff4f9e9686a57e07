import { Injectable } from '@nestjs/common';
import { ingest, type JobContext, type PayloadOf, type Processor, type ResultOf } from '@octavo/contracts';
import { Announcements, Database, type Library } from '@octavo/database';
import { diffListing, DomainError } from '@octavo/domain';
import { formatOfName } from '@octavo/formats';
import { Jobs } from '@octavo/queue';
import { LibraryFiles } from '@octavo/storage';

type Job = typeof ingest.jobs.scanLibrary;

const wanted = (name: string) => formatOfName(name) !== undefined;

/** Compares a library's folder with what is known of it and asks for whatever differs. Changes nothing itself. */
@Injectable()
export class ScanLibrary implements Processor<Job> {
  constructor(
    private readonly database: Database,
    private readonly files: LibraryFiles,
    private readonly jobs: Jobs,
    private readonly announcements: Announcements,
  ) {}

  async process({ libraryId }: PayloadOf<Job>, { progress, signal }: JobContext): Promise<ResultOf<Job>> {
    const library = await this.database.libraries.find(libraryId);
    if (!library) throw new DomainError('library.not-found');
    try {
      const result = await this.scan(library, progress, signal);
      this.announcements.announce('source', libraryId);
      return result;
    } catch (error) {
      if (error instanceof DomainError) await this.complain(library, error);
      throw error;
    }
  }

  private async scan(library: Library, progress: JobContext['progress'], signal: AbortSignal): Promise<ResultOf<Job>> {
    const fileSystem = await this.files.fileSystemOf(library.path);
    const { files, unreadable } = await this.files.list(library.path, wanted, signal);
    const known = await this.database.places.known(library.id);
    refuseLostMount(library, fileSystem, files.length, known.filter(({ missing }) => !missing).length);

    const diff = diffListing(
      known,
      files,
      unreadable.map(({ path }) => path),
    );
    const place = (path: string) => ({ libraryId: library.id, path });
    const imports = [...diff.added, ...diff.changed].map((path) => ({ ...place(path), origin: 'scan' as const }));
    await this.jobs.addMany(ingest.jobs.importFile, imports);
    await this.jobs.addMany(ingest.jobs.forgetFile, diff.removed.map(place));
    await this.database.libraries.scanned(library.id, fileSystem);
    progress(files.length, files.length);
    return {
      found: files.length,
      added: diff.added.length,
      changed: diff.changed.length,
      removed: diff.removed.length,
      unchanged: diff.unchanged,
      unreadable: unreadable.map(({ path, reason }) => `${path || '.'}: ${reason}`),
    };
  }

  private async complain(library: Library, { code, detail }: DomainError): Promise<void> {
    await this.database.libraries.complain(library.id, code, detail);
    this.announcements.announce('source', library.id);
  }
}

/** An empty folder on another file system than before is a mount that is not there: it must not take the books along. */
function refuseLostMount(library: Library, fileSystem: string, found: number, known: number): void {
  if (found > 0 || known === 0 || library.fileSystem === null || library.fileSystem === fileSystem) return;
  throw new DomainError('library.unavailable', `${library.path} is empty where ${known} files were: is it mounted?`);
}
