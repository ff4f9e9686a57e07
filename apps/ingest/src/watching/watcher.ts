import { type ChildProcess, fork } from 'node:child_process';
import { extname } from 'node:path';
import type { WatchOrder } from './folder-watch.js';
import type { FromWatcher, ToWatcher } from './messages.js';

const START_AGAIN_AFTER_MS = 5_000;
const EXTENSION = extname(import.meta.filename);
// Run from source, the process needs the loader of ours; a test runner does not pass its own on.
const FROM_SOURCE = EXTENSION === '.ts' ? ['--import', '@swc-node/register/esm-register'] : [];

/** The watching process, as we see it: told which folders to watch, started again should it die. */
export class Watcher {
  private child: ChildProcess | undefined;
  private timer: NodeJS.Timeout | undefined;
  private readonly orders = new Map<string, WatchOrder>();
  private closed = false;

  /** `hear` is called with what the watches tell; `trouble` when the process died and will be started again. */
  constructor(
    private readonly hear: (news: FromWatcher) => void,
    private readonly trouble: (why: string) => void,
  ) {}

  watch(id: string, order: WatchOrder): void {
    this.orders.set(id, order);
    if (this.child) this.tell({ say: 'watch', id, order });
    else this.start();
  }

  leave(id: string): void {
    if (this.orders.delete(id)) this.tell({ say: 'leave', id });
  }

  /** Process id of the watcher, while it runs: its memory is looked at apart. */
  get pid(): number | undefined {
    return this.child?.pid;
  }

  private start(): void {
    if (this.closed || this.orders.size === 0) return;
    const file = new URL(`./watcher-process${EXTENSION}`, import.meta.url);
    const child = fork(file, [], {
      execArgv: [...process.execArgv.filter((argument) => !argument.includes('inspect')), ...FROM_SOURCE],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    this.child = child;
    child.on('message', (news: FromWatcher) => this.hear(news));
    child.on('error', () => undefined); // an exit follows, or it could not be told something and has ended
    child.once('exit', (code, signal) => this.ended(child, String(signal ?? code)));
    for (const [id, order] of this.orders) this.tell({ say: 'watch', id, order });
  }

  private tell(message: ToWatcher): void {
    this.child?.send(message, () => undefined); // a child that ended is started again with all that it must know
  }

  private ended(child: ChildProcess, how: string): void {
    if (this.child !== child || this.closed) return;
    this.child = undefined;
    this.trouble(`the watching process ended (${how})`);
    this.timer = setTimeout(() => this.start(), START_AGAIN_AFTER_MS).unref();
  }

  close(): Promise<void> {
    this.closed = true;
    clearTimeout(this.timer);
    const child = this.child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
    return new Promise((resolve) => {
      child.once('exit', () => resolve());
      child.kill('SIGKILL'); // it holds nothing but watches
    });
  }
}
