import type { RandomAccess } from '@octavo/domain';
import type { Worker } from 'node:worker_threads';
import { Conversation, CutOff } from './conversation.js';
import type { Attention, RoomPlan, SeatLimits } from './limits.js';
import { startThread } from './start-thread.js';

/** Files up to so many bytes are handed over whole: asking for ranges takes longer. */
const WHOLE = 4 << 20;

/** One thread that works on one task at a time, and can be replaced when it does not come back. */
export class Seat<Task, Result> {
  private thread: Worker | undefined;
  private idle: NodeJS.Timeout | undefined;

  constructor(
    private readonly plan: RoomPlan,
    private readonly limits: SeatLimits,
  ) {}

  async work(task: Task, source: RandomAccess, attention: Attention): Promise<Result> {
    attention.signal?.throwIfAborted();
    clearTimeout(this.idle);
    this.thread ??= this.start();
    const thread = this.thread;
    thread.ref();
    try {
      const bytes = source.near && source.size <= WHOLE ? await source.read(0, source.size) : undefined;
      return await new Conversation<Task, Result>(thread, source, this.limits).about(task, bytes, attention);
    } catch (error) {
      if (error instanceof CutOff || attention.signal?.aborted) await this.close();
      throw error instanceof CutOff ? this.plan.cutOff(error.over) : error;
    } finally {
      thread.unref();
      this.idle = setTimeout(() => void this.close(), this.limits.idleMs).unref();
    }
  }

  private start(): Worker {
    const thread = startThread(this.plan.thread, this.limits.heapMb);
    // Who waits for a task hears of it there; a thread that breaks while nobody waits is started anew.
    thread.on('error', () => undefined);
    thread.once('exit', () => {
      if (this.thread === thread) this.thread = undefined;
    });
    return thread;
  }

  async close(): Promise<void> {
    clearTimeout(this.idle);
    const thread = this.thread;
    this.thread = undefined;
    await thread?.terminate();
  }
}
