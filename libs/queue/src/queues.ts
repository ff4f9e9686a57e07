import type { QueueDefinition } from '@octavo/contracts';
import { type JobsOptions, Queue } from 'bullmq';
import type { QueueConnection } from './connection.js';

/** A run as the queue sees it: nothing but its id, its name and how urgent it is. The ledger holds the rest. */
export interface QueuedRun {
  id: string;
  name: string;
  priority: number;
}

/** BullMQ gives up on nothing by itself: the ledger decides how often a run is tried. */
const ENDLESS = 1_000_000;

/** BullMQ's queues of this process, opened when first needed. */
export class Queues {
  private readonly open = new Map<string, Queue>();

  constructor(private readonly connection: QueueConnection) {}

  of({ name }: Pick<QueueDefinition, 'name'>): Queue {
    let queue = this.open.get(name);
    if (!queue) {
      queue = new Queue(name, { connection: this.connection.producer });
      queue.on('error', () => undefined); // what it was asked for fails on its own
      this.open.set(name, queue);
    }
    return queue;
  }

  /** Puts runs into their queue. A run that is there already is left as it is. */
  async hand(queue: string, runs: QueuedRun[]): Promise<void> {
    await this.of({ name: queue }).addBulk(
      runs.map(({ id, name, priority }) => ({ name, data: {}, opts: options(id, priority) })),
    );
  }

  /** How many jobs a queue holds that are not finished. */
  async held(queue: string): Promise<number> {
    const counts = await this.of({ name: queue }).getJobCounts('waiting', 'active', 'delayed', 'prioritized');
    return Object.values(counts).reduce((sum, count) => sum + count, 0);
  }

  async close(): Promise<void> {
    await Promise.all([...this.open.values()].map((queue) => queue.close()));
  }
}

function options(jobId: string, priority: number): JobsOptions {
  return {
    jobId,
    priority,
    attempts: ENDLESS,
    backoff: { type: 'as the verdict says' },
    removeOnComplete: true,
    removeOnFail: true,
  };
}
