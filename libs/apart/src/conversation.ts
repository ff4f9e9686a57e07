import { DomainError, type RandomAccess } from '@octavo/domain';
import type { Worker } from 'node:worker_threads';
import type { Attention, SeatLimits } from './limits.js';
import type { FromThread, ToThread } from './messages.js';

/** A task threw what it should not: a fault of ours that one input brings out. */
export class WorkFailure extends Error {}

/** The task took more than it may; its thread is of no use any more. */
export class CutOff extends Error {
  constructor(readonly over: 'time' | 'memory') {
    super(over);
  }
}

const WEIGH_EVERY_MS = 500;

/** What is said with a thread about one task. */
export class Conversation<Task, Result> {
  private timer: NodeJS.Timeout | undefined;
  private scales: NodeJS.Timeout | undefined;
  private leftMs: number;
  private since = 0;
  private sourceError: unknown;
  private reject: (reason: unknown) => void = () => undefined;

  constructor(
    private readonly thread: Worker,
    private readonly source: RandomAccess,
    private readonly limits: SeatLimits,
  ) {
    this.leftMs = limits.workMs;
  }

  /** `bytes` is the whole source, where it is at hand already. */
  about(task: Task, bytes: Uint8Array | undefined, { progress, signal }: Attention): Promise<Result> {
    return new Promise<Result>((resolve, reject) => {
      const hear = (message: FromThread<Result>) => {
        if (message.say === 'so far') return progress?.(message.done, message.total);
        this.pause();
        if (message.say === 'need') void this.serve(message);
        else
          settle(() => (message.say === 'done' ? resolve(message.result) : reject(asError(this.problemFrom(message)))));
      };
      const broken = (error: Error & { code?: string }) => {
        const memory = error.code === 'ERR_WORKER_OUT_OF_MEMORY';
        settle(() => reject(memory ? new CutOff('memory') : new WorkFailure(error.message)));
      };
      const ended = () => broken(new Error('The thread ended before its task did'));
      const leave = () => this.reject(signal?.reason);
      const settle = (conclude: () => void) => {
        this.pause();
        this.thread.off('message', hear).off('error', broken).off('exit', ended);
        signal?.removeEventListener('abort', leave);
        conclude();
      };
      this.reject = (reason) => settle(() => reject(asError(reason)));
      this.thread.on('message', hear).on('error', broken).on('exit', ended);
      signal?.addEventListener('abort', leave);
      this.resume({ say: 'do', task, size: this.source.size, ...(bytes && { bytes }) });
    });
  }

  private async serve({ offset, length }: { offset: number; length: number }): Promise<void> {
    try {
      const bytes = await this.source.read(offset, length);
      this.resume({ say: 'bytes', bytes });
    } catch (error) {
      this.sourceError = error;
      this.resume({ say: 'failed' });
    }
  }

  /** The thread's turn: its clock runs. */
  private resume(message: ToThread<Task>): void {
    this.since = Date.now();
    this.timer = setTimeout(() => this.reject(new CutOff('time')), this.leftMs);
    this.scales = setInterval(() => void this.weigh(), WEIGH_EVERY_MS);
    this.thread.postMessage(message);
  }

  private async weigh(): Promise<void> {
    const weight = await this.thread.getHeapStatistics().catch(() => undefined); // it may just have ended
    if (weight && weight.external_memory > this.limits.bytesMb * 1e6) this.reject(new CutOff('memory'));
  }

  private pause(): void {
    clearTimeout(this.timer);
    clearInterval(this.scales);
    this.leftMs -= Date.now() - this.since;
  }

  private problemFrom(message: Extract<FromThread<Result>, { say: 'problem' | 'source failed' | 'bug' }>): unknown {
    if (message.say === 'source failed') return this.sourceError;
    if (message.say === 'problem') return new DomainError(message.code, message.detail);
    return new WorkFailure(message.message);
  }
}

const asError = (reason: unknown) => (reason instanceof Error ? reason : new Error(String(reason)));
