import { type Config, startWorkers } from '@octavo/platform';
import { parentPort, Worker, workerData } from 'node:worker_threads';
import { WorkersModule } from './workers.module.js';

type Told = 'stop';
type Tells = 'ready' | 'stopped';

/** The thread in which all workers run, as the main thread sees it. */
export interface Companion {
  /** Asks the workers to stop and waits until they have. A thread hears no signals, so it must be told. */
  stop(): Promise<void>;
}

/** Starts the workers in a thread of their own; resolves when they consume. `died` is called if it ends unasked. */
export async function startCompanion(file: string, config: Config, died: (error: Error) => void): Promise<Companion> {
  const worker = new Worker(file, { workerData: config });
  let stopping = false;
  const ended = new Promise<void>((resolve) => worker.once('exit', () => resolve()));
  await new Promise<void>((resolve, reject) => {
    worker.on('message', (told: Tells) => told === 'ready' && resolve());
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('the workers ended before they were ready')));
  });
  worker.on('error', (error) => died(error instanceof Error ? error : new Error(String(error))));
  worker.once('exit', () => stopping || died(new Error('the workers ended')));
  return {
    stop: async () => {
      stopping = true;
      worker.postMessage('stop' satisfies Told);
      await ended;
    },
  };
}

/** What the thread itself does. */
export async function runCompanion(): Promise<void> {
  const running = await startWorkers([WorkersModule], workerData as Config);
  parentPort!.on('message', (told: Told) => {
    if (told !== 'stop') return;
    void running.stop().then(() => {
      parentPort!.postMessage('stopped' satisfies Tells);
      process.exit(0);
    });
  });
  parentPort!.postMessage('ready' satisfies Tells);
}
