import pg from 'pg';

const TRY_EVERY_MS = 5_000;

/** What is to happen on one replica only; the numbers are Postgres advisory locks and must stay different. */
export const LEADERSHIPS = { 'watch libraries': 7_301 } as const;

/**
 * Does something on exactly one of all processes: whoever holds the lock leads, and when its process dies Postgres
 * gives the lock to another. `lead` starts the work and gives what stops it.
 */
export class Leadership {
  private client: pg.Client | undefined;
  private stopWork: (() => Promise<void>) | undefined;
  private timer: NodeJS.Timeout | undefined;
  private closed = false;

  constructor(
    private readonly url: string,
    private readonly what: keyof typeof LEADERSHIPS,
    private readonly lead: () => Promise<() => Promise<void>>,
  ) {}

  /** Tries now and then every few seconds. Resolves after the first try. */
  async start(): Promise<void> {
    await this.attempt();
    this.timer = setInterval(() => void this.attempt(), TRY_EVERY_MS);
    this.timer.unref();
  }

  private async attempt(): Promise<void> {
    if (this.closed || this.client) return;
    const client = new pg.Client({ connectionString: this.url, keepAlive: true });
    client.on('error', () => undefined).on('end', () => void this.lose(client));
    try {
      await client.connect();
      const { rows } = await client.query<{ won: boolean }>('select pg_try_advisory_lock($1) as won', [
        LEADERSHIPS[this.what],
      ]);
      if (!rows[0]?.won || this.client) return await client.end();
      this.client = client;
      this.stopWork = await this.lead();
    } catch {
      await client.end().catch(() => undefined); // no database for the moment: the next try is seconds away
    }
  }

  private async lose(client: pg.Client): Promise<void> {
    if (this.client !== client) return;
    this.client = undefined;
    const stop = this.stopWork;
    this.stopWork = undefined;
    await stop?.();
  }

  async close(): Promise<void> {
    this.closed = true;
    clearInterval(this.timer);
    await this.stopWork?.();
    this.stopWork = undefined;
    const client = this.client;
    this.client = undefined;
    await client?.end();
  }
}
