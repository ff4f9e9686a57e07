import { type BookDraft, DomainError, type Format, type RandomAccess } from '@octavo/domain';
import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { FromThread, ToThread } from './messages.js';

export interface SeatLimits {
  /** Milliseconds a reader may work on one book, not counting the time its source takes. */
  workMs: number;
  /** Megabytes of JavaScript memory a reader may use, and of bytes beside it, which the runtime itself does not limit. */
  heapMb: number;
  bytesMb: number;
  /** Milliseconds after which an unused thread ends. */
  idleMs: number;
}

type Book = { format: Format; draft: BookDraft };

/** Files up to so many bytes are handed over whole: asking for ranges takes longer. */
const WHOLE = 4 << 20;

const EXTENSION = extname(import.meta.filename);
// Run from source, a thread needs the same loader as its process; a test runner does not pass its own on.
const FROM_SOURCE = EXTENSION === '.ts' ? { execArgv: ['--import', '@swc-node/register/esm-register'] } : {};

/** One thread that reads one book at a time, and can be replaced when it does not come back. */
export class ReadingSeat {
  private thread: Worker | undefined;
  private idle: NodeJS.Timeout | undefined;

  constructor(private readonly limits: SeatLimits) {}

  async read(source: RandomAccess, name: string): Promise<Book> {
    clearTimeout(this.idle);
    this.thread ??= this.start();
    const thread = this.thread;
    thread.ref();
    try {
      const bytes = source.near && source.size <= WHOLE ? await source.read(0, source.size) : undefined;
      return await new Reading(thread, source, this.limits).of(name, bytes);
    } catch (error) {
      if (error instanceof CutOff) {
        await this.close();
        throw new DomainError('file.too-hard', error.message);
      }
      throw error;
    } finally {
      thread.unref();
      this.idle = setTimeout(() => void this.close(), this.limits.idleMs).unref();
    }
  }

  private start(): Worker {
    const file = new URL(`./reading-thread${EXTENSION}`, import.meta.url);
    const thread = new Worker(file, {
      resourceLimits: { maxOldGenerationSizeMb: this.limits.heapMb, stackSizeMb: 4 },
      ...FROM_SOURCE,
    });
    // Who waits for a book hears of it there; a thread that breaks while nobody reads is started anew.
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

/** A reader threw what it should not: a fault of ours that one file brings out. */
export class ReaderFailure extends Error {}

class CutOff extends Error {}

const TOO_LONG = 'Reading the file takes more time than a book may';
const TOO_LARGE = 'Reading the file takes more memory than a book may';
const WEIGH_EVERY_MS = 500;

/** The conversation about one book. */
class Reading {
  private timer: NodeJS.Timeout | undefined;
  private scales: NodeJS.Timeout | undefined;
  private leftMs: number;
  private since = 0;
  private sourceError: unknown;

  constructor(
    private readonly thread: Worker,
    private readonly source: RandomAccess,
    private readonly limits: SeatLimits,
  ) {
    this.leftMs = limits.workMs;
  }

  /** `bytes` is the whole file, where it is at hand already. */
  of(name: string, bytes: Uint8Array | undefined): Promise<Book> {
    return new Promise<Book>((resolve, reject) => {
      const hear = (message: FromThread) => {
        this.pause();
        if (message.say === 'need') void this.serve(message);
        else settle(() => (message.say === 'done' ? resolve(message) : reject(this.problemFrom(message))));
      };
      const broken = (error: Error & { code?: string }) => {
        const memory = error.code === 'ERR_WORKER_OUT_OF_MEMORY';
        settle(() => reject(new CutOff(memory ? TOO_LARGE : error.message)));
      };
      const ended = () => broken(new Error('The reader ended before its book did'));
      const settle = (conclude: () => void) => {
        this.pause();
        this.thread.off('message', hear).off('error', broken).off('exit', ended);
        conclude();
      };
      this.reject = (error) => settle(() => reject(error));
      this.thread.on('message', hear).on('error', broken).on('exit', ended);
      this.resume({ say: 'read', size: this.source.size, name, ...(bytes && { bytes }) });
    });
  }

  private reject: (error: Error) => void = () => undefined;

  private async serve({ offset, length }: { offset: number; length: number }): Promise<void> {
    try {
      const bytes = await this.source.read(offset, length);
      this.resume({ say: 'bytes', bytes });
    } catch (error) {
      this.sourceError = error;
      this.resume({ say: 'failed' });
    }
  }

  /** The reader's turn: its clock runs. */
  private resume(message: ToThread): void {
    this.since = Date.now();
    this.timer = setTimeout(() => this.reject(new CutOff(TOO_LONG)), this.leftMs);
    this.scales = setInterval(() => void this.weigh(), WEIGH_EVERY_MS);
    this.thread.postMessage(message);
  }

  private async weigh(): Promise<void> {
    const weight = await this.thread.getHeapStatistics().catch(() => undefined); // it may just have ended
    if (weight && weight.external_memory > this.limits.bytesMb * 1e6) this.reject(new CutOff(TOO_LARGE));
  }

  private pause(): void {
    clearTimeout(this.timer);
    clearInterval(this.scales);
    this.leftMs -= Date.now() - this.since;
  }

  private problemFrom(message: Exclude<FromThread, { say: 'need' | 'done' }>): Error {
    if (message.say === 'source failed') return this.sourceError as Error;
    if (message.say === 'problem') return new DomainError(message.code, message.detail);
    return new ReaderFailure(message.message);
  }
}
