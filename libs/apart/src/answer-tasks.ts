import { bytesAccess, DomainError, type RandomAccess } from '@octavo/domain';
import { parentPort } from 'node:worker_threads';
import type { FromThread, ToThread } from './messages.js';

/** What a task is given beside its own words. */
export interface Workbench {
  source: RandomAccess;
  progress: (done: number, total: number) => void;
}

/** What a task gives: its result, and buffers of it that are handed over instead of copied. */
export interface Work<Result> {
  result: Result;
  transfer?: ArrayBuffer[];
}

/** Nobody sees more, and each message wakes the other side. */
const PROGRESS_EVERY_MS = 100;
const SOURCE_FAILED = new Error('the source failed');

/** Makes this thread one of a Workroom: it does each task it is told, one at a time. */
export function answerTasks<Task, Result>(work: (task: Task, bench: Workbench) => Promise<Work<Result>>): void {
  const port = parentPort!;
  const tell = (message: FromThread<Result>, transfer: ArrayBuffer[] = []) => port.postMessage(message, transfer);
  let toldAt = Number.NEGATIVE_INFINITY;
  const progress = (done: number, total: number) => {
    if (done < total && performance.now() - toldAt < PROGRESS_EVERY_MS) return;
    toldAt = performance.now();
    tell({ say: 'so far', done, total });
  };
  let answer: ((message: ToThread<Task>) => void) | undefined;

  /** The source as the other side holds it: every range is asked for there, one after the other. */
  const sourceBehindPort = (size: number): RandomAccess => {
    let last: Promise<unknown> = Promise.resolve();
    const ask = (offset: number, length: number) =>
      new Promise<Uint8Array>((resolve, reject) => {
        answer = (message) => (message.say === 'bytes' ? resolve(message.bytes) : reject(SOURCE_FAILED));
        tell({ say: 'need', offset, length });
      });
    return {
      size,
      read(offset, length) {
        const next = last.then(() => ask(offset, length));
        last = next.catch(() => undefined);
        return next;
      },
    };
  };

  const perform = async ({ task, size, bytes }: Extract<ToThread<Task>, { say: 'do' }>) => {
    toldAt = Number.NEGATIVE_INFINITY;
    try {
      const source = bytes ? bytesAccess(bytes) : sourceBehindPort(size);
      const { result, transfer } = await work(task, { source, progress });
      tell({ say: 'done', result }, transfer);
    } catch (error) {
      tell(failureOf(error));
    }
  };

  port.on('message', (message: ToThread<Task>) => {
    if (message.say === 'do') void perform(message);
    else answer?.(message);
  });
}

function failureOf(error: unknown): FromThread<never> {
  if (error === SOURCE_FAILED) return { say: 'source failed' };
  if (error instanceof DomainError) return { say: 'problem', code: error.code, detail: error.detail };
  return { say: 'bug', message: error instanceof Error ? (error.stack ?? error.message) : String(error) };
}
