import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { type JobAccepted, type JobRun, type JobRunPage, JobRunQuery } from '@octavo/contracts';
import { Announcements, Database, type JobRun as JobRunRow } from '@octavo/database';
import { DomainError } from '@octavo/domain';
import { Jobs } from '@octavo/queue';
import { AdminOnly } from '../auth/session.guard.js';
import { anId, fits } from '../http/zod.pipe.js';

/** What the workers do and did. */
@AdminOnly()
@Controller('api/jobs')
export class JobsController {
  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly announcements: Announcements,
  ) {}

  @Get()
  async list(@Query(fits(JobRunQuery)) query: JobRunQuery): Promise<JobRunPage> {
    const page = await this.database.jobRuns.list(query);
    return { ...page, items: page.items.map(presentRun) };
  }

  @Get(':id')
  async show(@Param('id', anId) id: string): Promise<JobRun> {
    return presentRun(await this.find(id));
  }

  @Post(':id/retry')
  @HttpCode(202)
  async retry(@Param('id', anId) id: string): Promise<JobAccepted> {
    return { jobId: await this.jobs.again(await this.find(id)) };
  }

  @Post(':id/cancel')
  @HttpCode(202)
  async cancel(@Param('id', anId) id: string): Promise<JobAccepted> {
    await this.find(id);
    await this.database.jobRuns.cancel(id);
    this.announcements.announce('job', id);
    return { jobId: id };
  }

  private async find(id: string): Promise<JobRunRow> {
    const run = await this.database.jobRuns.find(id);
    if (!run) throw new DomainError('job.not-found');
    return run;
  }
}

function presentRun(run: JobRunRow): JobRun {
  const { id, queue, name, subject, state, done, total, attempts, result } = run;
  return {
    id,
    queue,
    name,
    subject,
    state,
    progress: { done, total },
    attempts,
    result,
    error: run.errorCode ? { code: run.errorCode, detail: run.errorDetail ?? '' } : null,
    createdAt: run.createdAt.toISOString(),
    startedAt: run.startedAt?.toISOString() ?? null,
    finishedAt: run.finishedAt?.toISOString() ?? null,
  };
}
