import { LibraryEvent } from '@octavo/contracts';
import pg from 'pg';

const CHANNEL = 'octavo';
const FLUSH_EVERY_MS = 250;
const MOST_AT_ONCE = 25;
const RECONNECT_AFTER_MS = 1_000;

/**
 * Tells every process that something changed, through Postgres (LISTEN/NOTIFY), so that it works whatever carries the
 * queues. Announcing is cheap and lossy on purpose: repeats within a moment are one, a flood of one kind is a single
 * "much changed", and nobody who was away is told afterwards.
 */
export class Announcements {
  private readonly pending = new Map<LibraryEvent['kind'], Set<string>>();
  private readonly much = new Set<LibraryEvent['kind']>();
  private timer: NodeJS.Timeout | undefined;
  private listener: pg.Client | undefined;
  private closed = false;
  private readonly sender: pg.Pool;

  constructor(private readonly url: string) {
    this.sender = new pg.Pool({ connectionString: url, max: 1, idleTimeoutMillis: 10_000, allowExitOnIdle: true });
    this.sender.on('error', () => undefined); // an idle connection that broke; the next flush opens another
  }

  announce(kind: LibraryEvent['kind'], id: string): void {
    const ids = this.pending.get(kind) ?? new Set();
    this.pending.set(kind, ids.add(id));
    this.timer ??= setTimeout(() => void this.flush(), FLUSH_EVERY_MS).unref();
  }

  /** So much changed that naming each would cost more than it helps. */
  announceMuch(kind: LibraryEvent['kind']): void {
    this.much.add(kind);
    this.timer ??= setTimeout(() => void this.flush(), FLUSH_EVERY_MS).unref();
  }

  private async flush(): Promise<void> {
    this.timer = undefined;
    for (const [kind, ids] of this.pending) if (ids.size > MOST_AT_ONCE) this.much.add(kind);
    const single = [...this.pending].filter(([kind]) => !this.much.has(kind));
    const events: LibraryEvent[] = [
      ...[...this.much].map((kind) => ({ kind, id: null })),
      ...single.flatMap(([kind, ids]) => [...ids].map((id) => ({ kind, id }))),
    ];
    this.pending.clear();
    this.much.clear();
    if (this.closed || events.length === 0) return;
    const payloads = events.map((event) => JSON.stringify(event));
    // A lost announcement costs an open dashboard a moment of being late; the work itself must not fail for it.
    await this.sender
      .query('select pg_notify($1, p) from unnest($2::text[]) p', [CHANNEL, payloads])
      .catch(() => undefined);
  }

  /**
   * Calls `hear` for every announcement of any process until closed. When the connection is lost it is made again, and
   * whatever may have been said meanwhile is heard as "much changed".
   */
  async listen(hear: (event: LibraryEvent) => void): Promise<void> {
    const client = new pg.Client({ connectionString: this.url, keepAlive: true });
    // Only a connection that was made can be lost; one that cannot be made is for whoever asked for it.
    const lost = () => {
      if (this.listener !== client) return;
      this.listener = undefined;
      this.listenLater(hear);
    };
    client.on('error', lost).on('end', lost);
    client.on('notification', ({ payload }) => {
      const event = LibraryEvent.safeParse(JSON.parse(payload ?? 'null'));
      if (event.success) hear(event.data);
    });
    await client.connect();
    if (this.closed) return client.end();
    this.listener = client;
    await client.query(`listen ${CHANNEL}`);
  }

  private listenLater(hear: (event: LibraryEvent) => void): void {
    if (!this.closed) setTimeout(() => void this.listenAgain(hear), RECONNECT_AFTER_MS).unref();
  }

  private async listenAgain(hear: (event: LibraryEvent) => void): Promise<void> {
    if (this.closed) return;
    try {
      await this.listen(hear);
      for (const kind of LibraryEvent.shape.kind.options) hear({ kind, id: null });
    } catch {
      if (!this.listener) this.listenLater(hear); // no database for the moment
    }
  }

  async close(): Promise<void> {
    await this.flush();
    this.closed = true;
    clearTimeout(this.timer);
    const listener = this.listener;
    this.listener = undefined;
    await Promise.all([listener?.end(), this.sender.end()]);
  }
}
