import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Patch, Post } from '@nestjs/common';
import { ingest, type JobAccepted, type Library, LibraryChange, type LibraryPage, NewLibrary } from '@octavo/contracts';
import { Announcements, Database, type FolderLibrary, type User, settleRights } from '@octavo/database';
import { DomainError } from '@octavo/domain';
import { CONFIG, type Config } from '@octavo/platform';
import { Jobs } from '@octavo/queue';
import { basename } from 'node:path';
import { AdminOnly, CurrentUser } from '../auth/session.guard.js';
import { anId, fits } from '../http/zod.pipe.js';
import { assertWritable, libraryFolder } from './library-folder.js';
import { presentLibrary } from './present-library.js';

/** The watched folders. */
@Controller('api/libraries')
export class LibrariesController {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly announcements: Announcements,
  ) {}

  @Get()
  async list(@CurrentUser() user: User): Promise<LibraryPage> {
    const items = await this.present(await this.database.libraries.foldersVisibleTo(user.id));
    return { items, total: items.length, next: null };
  }

  @AdminOnly()
  @Post()
  async add(@Body(fits(NewLibrary)) { path, name }: NewLibrary): Promise<Library> {
    const folder = await libraryFolder(path, this.config.DATA_DIR);
    const library = await this.database.libraries.add(folder, name ?? (basename(folder) || folder));
    await this.jobs.add(ingest.jobs.scanLibrary, { libraryId: library.id }, { urgent: true });
    return this.changed(library.id);
  }

  @AdminOnly()
  @Patch(':id')
  async change(@Param('id', anId) id: string, @Body(fits(LibraryChange)) change: LibraryChange): Promise<Library> {
    const library = await this.find(id);
    if (change.writeMetadata === true) await assertWritable(library.path);
    await this.database.libraries.update(id, change);
    // Whatever could not be written may be possible now.
    if (change.writeMetadata === true) await this.database.rewrites.forgetProblems(id);
    if (change.paused === true && !library.paused) await this.stopScan(id);
    if (change.paused === false && library.paused)
      await this.jobs.add(ingest.jobs.scanLibrary, { libraryId: id }, { urgent: true });
    return this.changed(id);
  }

  /** Its files stay where they are, and are never touched. */
  @AdminOnly()
  @Delete(':id')
  @HttpCode(204)
  async remove(@Param('id', anId) id: string): Promise<void> {
    await this.find(id);
    await this.stopScan(id);
    await this.database.transaction(async (repositories) => {
      if ((await repositories.libraries.remove(id)) > 0) await settleRights(repositories, {});
    });
    this.announcements.announce('source', id);
    this.announcements.announceMuch('book');
  }

  @AdminOnly()
  @Post(':id/scan')
  @HttpCode(202)
  async scan(@Param('id', anId) libraryId: string): Promise<JobAccepted> {
    if ((await this.find(libraryId)).paused) throw new DomainError('library.paused');
    return { jobId: await this.jobs.add(ingest.jobs.scanLibrary, { libraryId }, { urgent: true }) };
  }

  /** The files that a scan held back are gone indeed: it may mark them missing, and no more than it showed. */
  @AdminOnly()
  @Post(':id/confirm-removal')
  @HttpCode(202)
  async confirmRemoval(@Param('id', anId) libraryId: string): Promise<JobAccepted> {
    await this.find(libraryId);
    const scan = await this.database.scans.lastFinished(libraryId);
    if (scan?.state !== 'HELD') throw new DomainError('library.nothing-held');
    await this.database.libraries.update(libraryId, { confirmedGone: scan.gone });
    return this.scan(libraryId);
  }

  private async stopScan(libraryId: string): Promise<void> {
    const scan = (await this.database.scans.latest([libraryId])).get(libraryId);
    if (scan && scan.finishedAt === null) await this.database.jobRuns.cancel(scan.jobId);
  }

  private async changed(id: string): Promise<Library> {
    this.announcements.announce('source', id);
    const [library] = await this.present([await this.find(id)]);
    return library!;
  }

  private async find(id: string): Promise<FolderLibrary> {
    const library = await this.database.libraries.findFolder(id);
    if (!library) throw new DomainError('library.not-found');
    return library;
  }

  private async present(libraries: FolderLibrary[]): Promise<Library[]> {
    const ids = libraries.map(({ id }) => id);
    const counts = await this.database.libraries.counts(ids);
    const scans = await this.database.scans.latest(ids);
    return libraries.map((library) => {
      const { bookCount, missingCount } = counts.get(library.id) ?? { bookCount: 0, missingCount: 0 };
      return presentLibrary(library, { bookCount, missingCount, scan: scans.get(library.id) });
    });
  }
}
