import type { AnyJob, PayloadOf } from '@octavo/contracts';
import type { Database } from '@octavo/database';
import type { Jobs } from './jobs.js';

const LONGEST_TICK_MS = 30_000;

/**
 * Jobs that come round. When each was last asked for stands in the ledger, so any number of replicas share one
 * rhythm and an emptied queue forgets nothing.
 */
export class Schedules {
  private readonly timers: NodeJS.Timeout[] = [];

  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
  ) {}

  /** Asks for `job` whenever the last time is `everyMs` ago, starting with the first look. Gives what ends it. */
  every<Job extends AnyJob>(everyMs: number, job: Job, payload: PayloadOf<Job>): () => void {
    // Without the database there is nothing to ask; the next look is seconds away.
    const look = () => void this.askIfDue(everyMs, job, payload).catch(() => undefined);
    look();
    const timer = setInterval(look, Math.min(everyMs, LONGEST_TICK_MS));
    timer.unref();
    this.timers.push(timer);
    return () => clearInterval(timer);
  }

  private async askIfDue<Job extends AnyJob>(everyMs: number, job: Job, payload: PayloadOf<Job>): Promise<void> {
    const key = (job.key as (payload: PayloadOf<Job>) => string)(payload);
    const last = await this.database.jobRuns.lastAsked(job.queue, job.name, key);
    if (!last || Date.now() - last.getTime() >= everyMs) await this.jobs.add(job, payload);
  }

  beforeApplicationShutdown(): void {
    for (const timer of this.timers) clearInterval(timer);
  }
}
