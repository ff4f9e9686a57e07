import { Database, newId } from '@octavo/database';
import { AddressRules, Outbound } from '@octavo/outbound';
import { SecretBox } from '@octavo/platform';
import { Connections } from '@octavo/remote';
import { probe, toBaseUrl } from '@octavo/sources';
import pg from 'pg';
import { type BenchHouse, openBenchHouse } from '../bench-house.js';
import { CREDENTIALS } from './apache.js';

const KEY = Buffer.alloc(32, 7).toString('base64');
const LOOK_EVERY_MS = 50;

/** A comparison as it ended. */
export interface Compared {
  id: string;
  state: string;
  found: number;
  added: number;
  changed: number;
  unchanged: number;
}

/** A house whose only library lies on a WebDAV server. */
export class ConnectedHouse {
  private constructor(
    readonly house: BenchHouse,
    readonly database: Database,
    private readonly pool: pg.Pool,
    readonly libraryId: string,
  ) {}

  static async at(url: string): Promise<ConnectedHouse> {
    const house = await openBenchHouse({ SECRET_KEY: KEY, OUTBOUND_ALLOW: '127.0.0.1', WEBDAV_SYNC_INTERVAL: '1d' });
    const database = await Database.open(house.config.DATABASE_URL!, 4);
    const pool = new pg.Pool({ connectionString: house.config.DATABASE_URL, max: 2 });
    return new ConnectedHouse(house, database, pool, await connect(database, url));
  }

  /** Waits until the worker has compared the server with the library, after whatever it did before. */
  async compared(before?: Compared): Promise<Compared> {
    for (; ; await pause()) {
      const [scan] = await this.query<Compared>(`select s.id, s.state, s.found, s.added, s.changed, s.unchanged
        from scan s join webdav_connection c using (library_id)
        where s.finished_at is not null and c.turn is null order by s.started_at desc limit 1`);
      if (scan && scan.id !== before?.id) return scan;
    }
  }

  /** From now on it is to be compared again. */
  async wantComparison(): Promise<void> {
    await this.query('update webdav_connection set next_sync_at = now()');
  }

  /** As though somebody had looked into all files. */
  async takeAllForRead(): Promise<void> {
    await this.query('update source_item set unread = false');
    await this.query('delete from arrival');
    await this.query('analyze');
  }

  /** As though the server had proven that the tags of its folders tell of all changes below them. */
  async takeTagsForProven(): Promise<void> {
    const pruning = { walks: 3, changesSeen: 1, violationAt: null, lastFullWalkAt: new Date() };
    await this.query(`update webdav_connection set pruning = '${JSON.stringify(pruning)}'`);
  }

  /** Waits until somebody has looked into all files. */
  async allRead(): Promise<void> {
    const left = () => this.database.sourceItems.unread([this.libraryId]);
    while ((await left()).size > 0) await pause();
  }

  async query<Row>(statement: string): Promise<Row[]> {
    return (await this.pool.query(statement)).rows as Row[];
  }

  async close(): Promise<void> {
    await this.pool.end();
    await this.database.close();
    await this.house.close();
  }
}

/** A connection to a server, as the gateway makes it. Gives the library's id. */
async function connect(database: Database, url: string): Promise<string> {
  const account = { email: 'ann@example.org', name: 'Ann', role: 'reader' as const, passwordHash: '' };
  const { id: userId } = await database.users.create(account);
  const outbound = new Outbound(new AddressRules({ allow: ['127.0.0.1'], denyPrivate: true }));
  const connections = new Connections(outbound, new SecretBox(KEY));
  const [libraryId, base] = [newId(), toBaseUrl(url)];
  const outcome = await probe(connections.clientFor(base, CREDENTIALS));
  if (outcome.kind === 'unusable') throw outcome.error;
  const { scheme, username, password } = CREDENTIALS;
  const secret = connections.seal(password, { libraryId, userId });
  const reached = { baseUrl: base.href, username, scheme, secret, facts: { ...outcome.facts } };
  await database.transaction(({ connections }) => connections.add({ libraryId, userId, name: 'Ann’s', ...reached }));
  await outbound.close();
  return libraryId;
}

const pause = () => new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
