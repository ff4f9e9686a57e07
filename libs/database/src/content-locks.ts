import pg from 'pg';

const LOOK_EVERY_MS = 200;
/** The advisory locks of other purposes are told apart by their two halves (leadership.ts uses single numbers). */
const SPACE = 7_302;

/**
 * Lets one process at a time work on one content, wherever it runs: an advisory lock that Postgres gives back when the
 * process dies. Without a connection work goes on, since it may be done twice; it only costs more.
 */
export class ContentLocks {
  private client: Promise<pg.Client | undefined> | undefined;
  private readonly here = new Map<string, Promise<unknown>>();

  constructor(private readonly url: string) {}

  /** Throws the signal's reason when it is aborted while waiting, else what `work` throws. */
  async hold<Result>(content: string, signal: AbortSignal, work: () => Promise<Result>): Promise<Result> {
    const before = this.here.get(content) ?? Promise.resolve();
    const mine = before.then(() => this.alone(content, signal, work));
    const settled = mine.catch(() => undefined);
    this.here.set(content, settled);
    void settled.then(() => this.here.get(content) === settled && this.here.delete(content));
    return mine;
  }

  private async alone<Result>(content: string, signal: AbortSignal, work: () => Promise<Result>): Promise<Result> {
    while (!(await this.ask('pg_try_advisory_lock', content))) {
      signal.throwIfAborted();
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
    }
    try {
      signal.throwIfAborted();
      return await work();
    } finally {
      await this.ask('pg_advisory_unlock', content);
    }
  }

  private async ask(what: 'pg_try_advisory_lock' | 'pg_advisory_unlock', content: string): Promise<boolean> {
    this.client ??= this.connect();
    try {
      const client = await this.client;
      const { rows } = (await client?.query<{ done: boolean }>(`select ${what}($1, hashtext($2)) as done`, [
        SPACE,
        content,
      ])) ?? { rows: [{ done: true }] };
      return rows[0]?.done ?? true;
    } catch {
      this.client = undefined;
      return true;
    }
  }

  private async connect(): Promise<pg.Client | undefined> {
    const client = new pg.Client({ connectionString: this.url, keepAlive: true });
    client.on('error', () => undefined).on('end', () => (this.client = undefined));
    return client.connect().then(
      () => client,
      () => undefined,
    );
  }

  async close(): Promise<void> {
    await Promise.all(this.here.values());
    await (await this.client)?.end();
  }
}
