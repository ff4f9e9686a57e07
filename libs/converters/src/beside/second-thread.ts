import { startThread } from '@octavo/apart';
import { extname } from 'node:path';
import type { Worker } from 'node:worker_threads';
import type { PagePlan } from '../kepub/page-plan.js';
import { type Answer, inOneBuffer, type PackedPage } from './batch.js';
import type { PageMaker } from './page-maker.js';

const THREAD = new URL(`./page-thread${extname(import.meta.filename)}`, import.meta.url);
/** It is given small pages only, a few at a time; a page that needs more than this is made by the first thread after all. */
const HEAP_MB = 64;
/** One is worked on, the next is there already when it is done. */
const MOST_BATCHES = 2;

/** A thread beside this one. It ends with this one; should it end before, its pages count as not made. */
export class SecondThread implements PageMaker {
  private thread: Worker | undefined;
  private ready = false;
  private given = 0;
  private readonly waiting = new Map<number, (pages: Answer['pages']) => void>();

  get free(): boolean {
    return this.ready && this.waiting.size < MOST_BATCHES;
  }

  prepare(): void {
    this.thread ??= this.start();
  }

  make(plan: PagePlan, pages: readonly PackedPage[]): Promise<Answer['pages']> {
    const { thread } = this;
    if (!thread) return Promise.resolve([]);
    const id = (this.given += 1);
    const { parts, buffer } = inOneBuffer(pages.map(({ data }) => data));
    return new Promise((resolve) => {
      this.waiting.set(id, resolve);
      thread.ref();
      thread.postMessage({ id, plan, pages: pages.map((page, at) => ({ ...page, data: parts[at]! })) }, [buffer]);
    });
  }

  async close(): Promise<void> {
    await this.thread?.terminate();
  }

  private start(): Worker {
    const thread = startThread(THREAD, HEAP_MB);
    thread.unref();
    thread.on('message', (message: 'ready' | Answer) => {
      if (message === 'ready') this.ready = true;
      else this.answered(message);
    });
    // What it breaks on is not made, which is all there is to know.
    thread.on('error', () => undefined);
    thread.once('exit', () => {
      this.thread = undefined;
      this.ready = false;
      for (const id of [...this.waiting.keys()]) this.answered({ id, pages: [] });
    });
    return thread;
  }

  private answered({ id, pages }: Answer): void {
    this.waiting.get(id)?.(pages);
    this.waiting.delete(id);
    if (this.waiting.size === 0) this.thread?.unref();
  }
}
