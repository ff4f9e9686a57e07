import { bytesAccess, DomainError, type RandomAccess } from '@octavo/domain';
import { parentPort } from 'node:worker_threads';
import { readBook } from '../readers.js';
import type { FromThread, ToThread } from './messages.js';

const port = parentPort!;
const SOURCE_FAILED = new Error('the source failed');

const tell = (message: FromThread, transfer: ArrayBuffer[] = []) => port.postMessage(message, transfer);

let answer: ((message: ToThread) => void) | undefined;

port.on('message', (message: ToThread) => {
  if (message.say === 'read') void read(message);
  else answer?.(message);
});

/** The file as the other side holds it: every range is asked for there, one after the other. */
function sourceBehindPort(size: number): RandomAccess {
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
}

async function read({ size, name, bytes }: Extract<ToThread, { say: 'read' }>): Promise<void> {
  try {
    const { format, draft } = await readBook(bytes ? bytesAccess(bytes) : sourceBehindPort(size), name);
    if (draft.cover) draft.cover.bytes = Uint8Array.from(draft.cover.bytes); // a view of more would be sent with all of it
    const transfer = draft.cover ? [draft.cover.bytes.buffer as ArrayBuffer] : [];
    tell({ say: 'done', format, draft }, transfer);
  } catch (error) {
    if (error === SOURCE_FAILED) tell({ say: 'source failed' });
    else if (error instanceof DomainError) tell({ say: 'problem', code: error.code, detail: error.detail });
    else tell({ say: 'bug', message: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
}
