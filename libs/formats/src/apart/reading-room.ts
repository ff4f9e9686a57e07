import { type BookDraft, DomainError, type Format, type RandomAccess } from '@octavo/domain';
import { ReadingSeat, type SeatLimits } from './reading-seat.js';

export interface ReadingLimits extends SeatLimits {
  /** How many books are read at the same time. */
  seats: number;
}

const DEFAULTS: ReadingLimits = { seats: 2, workMs: 45_000, heapMb: 256, bytesMb: 384, idleMs: 30_000 };

/**
 * Reads books in threads of their own: a reader that does not come to an end, or takes more memory than a book may, is
 * cut off with 'file.too-hard', and whatever else is being read goes on. Threads are started when they are needed and
 * end when they are not.
 */
export class ReadingRoom {
  private readonly limits: ReadingLimits;
  private readonly free: ReadingSeat[];
  private readonly queue: ((seat: ReadingSeat) => void)[] = [];
  private closed = false;

  constructor(limits: Partial<ReadingLimits> = {}) {
    this.limits = { ...DEFAULTS, ...limits };
    this.free = Array.from({ length: this.limits.seats }, () => new ReadingSeat(this.limits));
  }

  /** As `readBook`, apart. The source is read here, so it may be anything; time it takes does not count. */
  async read(source: RandomAccess, name: string): Promise<{ format: Format; draft: BookDraft }> {
    if (this.closed) throw new DomainError('file.vanished', 'The server is about to stop');
    // The seat that was used last comes first: the others may end.
    const seat = this.free.pop() ?? (await new Promise<ReadingSeat>((resolve) => this.queue.push(resolve)));
    try {
      return await seat.read(source, name);
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
