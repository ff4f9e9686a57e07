import type { AnyJob, JobContext, JobDefinition, Processor, QueueDefinition } from '@octavo/contracts';
import type { Announcements, Database, JobRun } from '@octavo/database';
import { DomainError } from '@octavo/domain';
import type { PinoLogger } from 'nestjs-pino';
import type { ActiveRuns, StopReason } from './active-runs.js';
import { parsePayload } from './jobs.js';
import { verdictOn } from './verdict.js';

/** What the queue is to do with a run it handed out. */
export type Outcome = { then: 'done' } | { then: 'retry'; inMs: number };

export interface RunTools {
  database: Database;
  announcements: Announcements;
  active: ActiveRuns;
  logger: PinoLogger;
}

/** Another run of the same key is at work: look again so soon. */
const BUSY_RETRY_MS = 500;
const PROGRESS_EVERY_MS = 500;

/**
 * Works on one run: claims it in the ledger, hands its payload to the processor, writes down what became of it.
 * Never throws for what a processor did; what it throws is an outage of the ledger itself.
 */
export async function runJob(
  queue: QueueDefinition,
  processors: Record<string, Processor<AnyJob>>,
  runId: string,
  tools: RunTools,
): Promise<Outcome> {
  const claim = await tools.database.jobRuns.claim(runId);
  if (claim.outcome === 'gone') return { then: 'done' };
  if (claim.outcome === 'busy') return { then: 'retry', inMs: BUSY_RETRY_MS };
  const { run } = claim;
  tools.announcements.announce('job', run.id);
  const job = queue.jobs[run.name];
  const signal = tools.active.begin(run.id);
  try {
    const processor = processors[run.name];
    if (!job || !processor) throw new DomainError('job.unknown', `${queue.name} has no job "${run.name}"`);
    const result: unknown = await processor.process(parsePayload(job, run.payload), contextOf(run, signal, tools));
    await tools.database.jobRuns.complete(run.id, (job as JobDefinition).result.parse(result));
    tools.logger.debug({ queue: run.queue, job: run.name, runId: run.id, subject: run.subject, result }, 'job done');
    return { then: 'done' };
  } catch (error) {
    return await conclude(run, error, signal, job?.attempts ?? 1, tools);
  } finally {
    tools.active.end(run.id);
    tools.announcements.announce('job', run.id);
  }
}

async function conclude(
  run: JobRun,
  error: unknown,
  signal: AbortSignal,
  attempts: number,
  { database, logger }: RunTools,
): Promise<Outcome> {
  const stop = signal.aborted ? (signal.reason as StopReason) : undefined;
  if (stop === 'cancelled') {
    await database.jobRuns.fail(run.id, { code: 'job.cancelled', detail: 'Cancelled on request' }, 'cancelled');
    return { then: 'done' };
  }
  if (stop === 'stopping') {
    await database.jobRuns.postpone(run.id, { code: 'job.interrupted', detail: 'The worker was stopped' });
    return { then: 'retry', inMs: 0 };
  }
  const { retryIn, level, ...failure } = verdictOn(error, run.attempts, attempts);
  const unforeseen = level === 'error' ? { err: error } : {};
  // What is tried again by itself is no news yet, unless nobody foresaw it.
  logger[level === 'warn' && retryIn !== undefined ? 'info' : level](
    { queue: run.queue, job: run.name, runId: run.id, subject: run.subject, retryIn, ...failure, ...unforeseen },
    retryIn === undefined ? 'job failed' : 'job to be tried again',
  );
  if (retryIn === undefined) {
    await database.jobRuns.fail(run.id, failure);
    return { then: 'done' };
  }
  const outcome = await database.jobRuns.postpone(run.id, failure);
  return outcome === 'superseded' ? { then: 'done' } : { then: 'retry', inMs: retryIn };
}

function contextOf(run: JobRun, signal: AbortSignal, { database, announcements, logger }: RunTools): JobContext {
  let last = 0;
  return {
    runId: run.id,
    signal,
    progress(done, total) {
      const now = Date.now();
      if (now - last < PROGRESS_EVERY_MS && done !== total) return;
      last = now;
      database.jobRuns.progress(run.id, done, total).then(
        () => announcements.announce('job', run.id),
        (error: unknown) => logger.warn({ err: error, runId: run.id }, 'progress was not written'),
      );
    },
  };
}
