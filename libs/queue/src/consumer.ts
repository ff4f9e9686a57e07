import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import type { AnyJob, Processor, QueueDefinition } from '@octavo/contracts';
import { type Job, Worker } from 'bullmq';
import { ActiveRuns } from './active-runs.js';
import type { QueueConnection } from './connection.js';
import { Keeper } from './keeper.js';
import type { Queues } from './queues.js';
import { runJob, type RunTools } from './run-job.js';

/** How long the queue waits for a sign of life of a worker before it gives its job to another. */
const LOCK_MS = 15_000;
const LOOK_FOR_DEAD_EVERY_MS = 5_000;
/** A worker that is stopped waits so long for processors to come to an end. */
const STOP_WITHIN_MS = 20_000;

/** Carries the verdict's waiting time through BullMQ. */
class RetryLater extends Error {
  constructor(readonly inMs: number) {
    super(`to be tried again in ${inMs} ms`);
  }
}

/** A queue, who serves its jobs, and how many at once. */
export interface Serving {
  queue: QueueDefinition;
  processors: Record<string, Processor<AnyJob>>;
  concurrency: number;
}

/** Serves one queue with its processors, as long as the app runs. */
export class Consumer implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly active: ActiveRuns;
  private readonly keeper: Keeper;
  private worker: Worker | undefined;

  constructor(
    private readonly serving: Serving,
    private readonly connection: QueueConnection,
    queues: Queues,
    private readonly tools: Omit<RunTools, 'active'>,
  ) {
    this.active = new ActiveRuns(tools.database.jobRuns);
    this.keeper = new Keeper(serving.queue, tools.database, queues);
  }

  onApplicationBootstrap(): void {
    this.active.start();
    const { queue, concurrency } = this.serving;
    this.worker = new Worker(queue.name, (job) => this.serve(job), {
      connection: this.connection.connection,
      concurrency,
      lockDuration: LOCK_MS,
      stalledInterval: LOOK_FOR_DEAD_EVERY_MS,
      maxStalledCount: 1_000, // the ledger counts attempts
      settings: { backoffStrategy: (_attempts, _type, error) => (error instanceof RetryLater ? error.inMs : LOCK_MS) },
    });
    this.worker.on('error', (error) => this.tools.logger.warn({ err: error, queue: queue.name }, 'queue trouble'));
    this.keeper.start();
  }

  private async serve(job: Job): Promise<void> {
    const { queue, processors } = this.serving;
    const outcome = await runJob(queue, processors, job.id!, { ...this.tools, active: this.active });
    if (outcome.then === 'retry') throw new RetryLater(outcome.inMs);
  }

  /** Takes no more jobs, asks running ones to stop (they go back to waiting) and waits for them a while. */
  async beforeApplicationShutdown(): Promise<void> {
    await this.keeper.stop();
    const closing = this.worker?.close();
    this.active.stop();
    await Promise.race([closing, new Promise((resolve) => setTimeout(resolve, STOP_WITHIN_MS).unref())]);
  }
}
