import { Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ingest, type JobAccepted, type LibraryPage } from '@octavo/contracts';
import { Database, type User } from '@octavo/database';
import { DomainError } from '@octavo/domain';
import { Jobs } from '@octavo/queue';
import { AdminOnly, CurrentUser } from '../auth/session.guard.js';
import { anId } from '../http/zod.pipe.js';

/** The watched folders. */
@Controller('api/libraries')
export class LibrariesController {
  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
  ) {}

  @Get()
  async list(@CurrentUser() user: User): Promise<LibraryPage> {
    const counts = await this.database.libraries.counts();
    const items = (await this.database.libraries.visibleTo(user.id)).map((library) => ({
      id: library.id,
      name: library.name,
      path: library.path,
      bookCount: counts.get(library.id)?.bookCount ?? 0,
      missingCount: counts.get(library.id)?.missingCount ?? 0,
      lastScanAt: library.lastScanAt?.toISOString() ?? null,
      problem: library.problemCode ? { code: library.problemCode, detail: library.problemDetail ?? '' } : null,
    }));
    return { items, total: items.length, next: null };
  }

  @AdminOnly()
  @Post(':id/scan')
  @HttpCode(202)
  async scan(@Param('id', anId) libraryId: string): Promise<JobAccepted> {
    if (!(await this.database.libraries.find(libraryId))) throw new DomainError('library.not-found');
    return { jobId: await this.jobs.add(ingest.jobs.scanLibrary, { libraryId }, { urgent: true }) };
  }
}
