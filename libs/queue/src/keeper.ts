import type { QueueDefinition } from '@octavo/contracts';
import type { Database } from '@octavo/database';
import type { Queues } from './queues.js';

const EVERY_MS = 10_000;
const FULL_ROUND_EVERY_MS = 5 * 60_000;
const PRUNE_EVERY_MS = 60 * 60_000;
const AT_ONCE = 500;
/** Finished runs kept for people to look at, of each state. */
const FINISHED_KEPT = 5_000;

/**
 * Keeps a queue as full as the ledger says it is. The queue is only the hurry: when it was emptied, or a process died
 * between writing the ledger and telling the queue, the unfinished runs are handed over again. Handing over a run that
 * is still there changes nothing, so several keepers may be at it.
 */
export class Keeper {
  private timer: NodeJS.Timeout | undefined;
  private lastRound = 0;
  private lastPrune = 0;
  private running: Promise<void> | undefined;

  constructor(
    private readonly queue: QueueDefinition,
    private readonly database: Database,
    private readonly queues: Queues,
  ) {}

  start(): void {
    this.tick();
    this.timer = setInterval(() => this.tick(), EVERY_MS);
    this.timer.unref();
  }

  private tick(): void {
    // An outage of either side ends this round; the next one is seconds away.
    this.running ??= this.keep()
      .catch(() => undefined)
      .finally(() => (this.running = undefined));
  }

  private async keep(): Promise<void> {
    const now = Date.now();
    const owed = await this.database.jobRuns.countUnfinished(this.queue.name);
    const held = owed > 0 ? await this.queues.held(this.queue.name) : 0;
    if (held < owed || (owed > 0 && now - this.lastRound > FULL_ROUND_EVERY_MS)) await this.handOverAll();
    if (now - this.lastPrune > PRUNE_EVERY_MS) {
      this.lastPrune = now;
      await this.database.jobRuns.prune(FINISHED_KEPT);
    }
  }

  /** Hands every unfinished run that nobody works on to the queue; gives how many. */
  async handOverAll(): Promise<number> {
    this.lastRound = Date.now();
    let after: string | null = null;
    let handed = 0;
    for (;;) {
      const runs = await this.database.jobRuns.unfinished(this.queue.name, after, AT_ONCE);
      if (runs.length > 0) await this.queues.hand(this.queue.name, runs);
      handed += runs.length;
      if (runs.length < AT_ONCE) return handed;
      after = runs.at(-1)!.id;
    }
  }

  async stop(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
  }
}
