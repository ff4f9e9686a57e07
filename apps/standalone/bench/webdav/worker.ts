import type { Config } from '@octavo/platform';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { Costs } from './floor.js';
import { answerOf, startMeasured } from './measured-process.js';

/** What a part of the worker took. */
export interface Part extends Costs {
  calls: number;
  /** From the beginning of the first call to the end of the last. */
  wallMs: number;
  /** Sent to the database meanwhile. */
  statements: number;
}

export type Parts = Readonly<Record<string, Part>>;

/** The built product's worker in a process of its own, with a stopwatch at its parts. */
export class MeasuredWorker {
  private constructor(private readonly child: ChildProcess) {}

  /** `readers`: files are looked into as soon as they are there. */
  static async start(config: Config, readers: boolean): Promise<MeasuredWorker> {
    const { DATABASE_URL, QUEUE_BACKEND, REDIS_URL, DATA_DIR, LOG_LEVEL, SECRET_KEY } = config;
    const given = { DATABASE_URL, QUEUE_BACKEND, REDIS_URL, DATA_DIR, LOG_LEVEL, SECRET_KEY, ENRICHMENT: 'off' };
    const reach = { OUTBOUND_ALLOW: config.OUTBOUND_ALLOW.join(',') };
    const settings = Object.entries({ ...given, ...reach }).filter((one): one is [string, string] => !!one[1]);
    const child = startMeasured('worker.mjs', { readers }, Object.fromEntries(settings));
    await answerOf<'ready'>(child);
    return new MeasuredWorker(child);
  }

  /** What its parts took since it was asked last. */
  async parts(): Promise<Parts> {
    this.child.send('parts');
    return answerOf<Parts>(this.child);
  }

  async stop(): Promise<void> {
    const ended = once(this.child, 'exit');
    this.child.disconnect();
    await ended;
  }
}
