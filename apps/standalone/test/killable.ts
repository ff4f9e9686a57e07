import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

/** One of our processes as it was built: it can be killed without a chance to tidy up, and is started again. */
export class Killable {
  private child: ChildProcess | undefined;
  kills = 0;

  constructor(
    private readonly app: 'ingest' | 'standalone' | 'audible-sync',
    private readonly environment: Record<string, string>,
  ) {}

  start(): void {
    this.child = spawn(process.execPath, [`dist/apps/${this.app}/src/main.js`], {
      env: { PATH: process.env['PATH'], LOG_LEVEL: 'silent', SETTLE_TIME: '200ms', ...this.environment },
      stdio: ['ignore', 'ignore', process.env['TEST_LOG_LEVEL'] ? 'inherit' : 'ignore'],
    });
  }

  /** False when it ended by itself. */
  get isRunning(): boolean {
    return this.child?.exitCode === null && this.child.signalCode === null;
  }

  async kill(): Promise<void> {
    if (await this.end('SIGKILL')) this.kills += 1;
  }

  stop(): Promise<boolean> {
    return this.end('SIGTERM');
  }

  private async end(signal: NodeJS.Signals): Promise<boolean> {
    const child = this.child;
    this.child = undefined;
    if (!child || child.exitCode !== null || child.signalCode !== null) return false;
    child.kill(signal);
    await once(child, 'exit');
    return true;
  }
}

/**
 * Kills it again and again, at random instants, until `imported` has reached `count`; not before it has got on, or it
 * never would.
 */
export async function killUntil(
  process: Killable,
  { imported, count, atMost }: { imported: () => Promise<number>; count: number; atMost: number },
): Promise<void> {
  while ((await imported()) < count && process.kills < atMost) {
    const before = await imported();
    process.start();
    for (const end = Date.now() + 240_000; (await imported()) <= before;) {
      if (!process.isRunning || Date.now() > end) throw new Error('it does not get on');
      await pause(20);
    }
    await pause(Math.random() * 400);
    await process.kill();
  }
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
