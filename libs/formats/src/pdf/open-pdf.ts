import { DomainError, type DrmScheme, type RandomAccess } from '@octavo/domain';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { MessageChannel } from 'node:worker_threads';
import { BoundedSource, CHUNK } from './bounded-source.js';
import { bytesToSearch } from './bytes-to-search.js';
import { loadPdfjs, openingOptions } from './load-pdfjs.js';
import { lockOf } from './lock-of.js';
import { inTime, OpenedPdf } from './opened-pdf.js';
import { rangesOf } from './source-ranges.js';
import { watchStrayRejections } from './stray-rejections.js';

/** In milliseconds. */
const MAX_OPENING = 15_000;
const MAX_CLOSING = 2_000;

/**
 * Opens a PDF by ranges. A small one, and one whose end does not say where its objects are, is read whole. A locked one
 * gives its lock. Throws 'file.empty', 'file.unreadable' and what the source throws. Close it after use.
 */
export async function openPdf(source: RandomAccess): Promise<OpenedPdf | DrmScheme> {
  const bounded = await BoundedSource.over(source);
  const data = await bytesToSearch(bounded);
  const [pdfjs, { WorkerMessageHandler }] = await loadPdfjs();
  // Left to itself within one thread pdf.js never yields to the clock; between ports it does, at every message.
  const unwatch = watchStrayRejections();
  const { port1, port2 } = new MessageChannel();
  WorkerMessageHandler.initializeFromPort(port2);
  const worker = pdfjs.PDFWorker.create({ port: port1, verbosity: 0 });
  const { range, broken, stop } = rangesOf(pdfjs, bounded);
  const from = data === undefined ? { range, rangeChunkSize: CHUNK } : { data };
  const task = pdfjs.getDocument({ ...openingOptions(), ...from, worker });
  const close = async (): Promise<void> => {
    stop();
    await inTime(MAX_CLOSING, task.destroy()).catch(() => undefined);
    worker.destroy();
    port1.close();
    await nextTurn();
    unwatch();
  };
  try {
    return new OpenedPdf(await inTime(MAX_OPENING, Promise.race([task.promise, broken])), bounded, broken, close);
  } catch (error) {
    await close();
    if (bounded.failure !== undefined) throw bounded.failure.error;
    const lock = lockOf(error, bounded.seen);
    if (lock === undefined) throw unreadable(error);
    return lock;
  }
}

function unreadable(error: unknown): DomainError {
  return error instanceof DomainError
    ? error
    : new DomainError('file.unreadable', 'The PDF is damaged: its pages cannot be found.', { cause: error });
}
