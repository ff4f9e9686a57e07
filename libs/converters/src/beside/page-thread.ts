import { parentPort } from 'node:worker_threads';
import type { Batch } from './batch.js';
import { makePages } from './make-pages.js';

const port = parentPort!;
port.on('message', (batch: Batch) => {
  const { answer, buffer } = makePages(batch);
  port.postMessage(answer, [buffer]);
});
port.postMessage('ready');
