import { DomainError, type RandomAccess } from '@octavo/domain';
import type { Attention, RoomLimits, RoomPlan } from './limits.js';
import { Seat } from './seat.js';

/**
 * Works on what users bring in threads of their own: a task that does not come to an end, or takes more memory than it
 * may, is cut off with a problem, and whatever else is being worked on goes on. Threads are started when they are needed
 * and end when they are not.
 */
export class Workroom<Task, Result> {
  private readonly free: Seat<Task, Result>[];
  private readonly queue: ((seat: Seat<Task, Result>) => void)[] = [];
  private closed = false;

  constructor(plan: RoomPlan, limits: RoomLimits) {
    this.free = Array.from({ length: limits.seats }, () => new Seat<Task, Result>(plan, limits));
  }

  /** The source is read here, so it may be anything. Throws what the task throws; WorkFailure for what it should not. */
  async work(task: Task, source: RandomAccess, attention: Attention = {}): Promise<Result> {
    if (this.closed) throw new DomainError('file.vanished', 'The server is about to stop');
    // The seat that was used last comes first: the others may end.
    const seat = this.free.pop() ?? (await new Promise<Seat<Task, Result>>((resolve) => this.queue.push(resolve)));
    try {
      return await seat.work(task, source, attention);
    } finally {
      const next = this.queue.shift();
      if (next) next(seat);
      else this.free.push(seat);
    }
  }

  async close(): Promise<void> {
    this.closed = true;
    await Promise.all(this.free.map((seat) => seat.close()));
  }
}
