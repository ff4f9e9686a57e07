import type { HostAnswer, PaceRules } from '@octavo/domain';
import { testDatabase, type TestDatabase } from '@octavo/testing';
import pg from 'pg';
import { Database } from '../database.js';
import type { HostLeave, HostTurn, HostWish } from './provider-hosts.repository.js';

const RULES: PaceRules = { gapMs: 150, jitterMs: 100, pagesPerDay: 200 };
const AT_ONCE: PaceRules = { gapMs: 0, jitterMs: 0 };

describe('the hosts of providers', () => {
  let test: TestDatabase;
  let databases: Database[];
  let client: pg.Client;
  let count = 0;

  beforeAll(async () => {
    test = await testDatabase();
    databases = await Promise.all([1, 2, 3, 4].map(() => Database.open(test.url, 2)));
    client = new pg.Client({ connectionString: test.url });
    await client.connect();
    await client.query('create table stamp (host text, began timestamptz, ended timestamptz)');
  });
  afterAll(async () => {
    await client?.end();
    for (const database of databases ?? []) await database.close();
    await test?.drop();
  });

  const aHost = () => `host-${++count}.example`;
  const wish = (host: string, isPage = false): HostWish => ({ host, isPage, leaseMs: 60_000 });
  const take = (host: string, { isPage = false, rules = RULES, of = databases[0]! } = {}) =>
    of.transaction(({ providerHosts }) => providerHosts.take(wish(host, isPage), rules));
  const give = (turn: HostTurn, answer: HostAnswer, rules = AT_ONCE, of = databases[0]!) =>
    of.transaction(({ providerHosts }) => providerHosts.give(turn, answer, 0.5, rules));
  const turnOf = (leave: HostLeave): HostTurn => {
    if (leave.kind !== 'go') throw new Error(`no leave: ${leave.kind}`);
    return leave.turn;
  };
  /** As if so much time had gone by. */
  const age = (host: string, interval: string) =>
    client.query(
      `update provider_host set held_until = held_until - $2::interval, next_at = next_at - $2::interval,
        closed_until = closed_until - $2::interval where host = $1`,
      [host, interval],
    );

  it('are asked by one at a time and with a gap, whoever asks, and none is held up by another', async () => {
    const hosts = [aHost(), aHost()];
    const ask = async (database: Database, host: string) => {
      for (;;) {
        const leave = await take(host, { of: database });
        if (leave.kind === 'go') {
          await client.query('insert into stamp values ($1, clock_timestamp())', [host]);
          await client.query('select pg_sleep(0.02)');
          await client.query('update stamp set ended = clock_timestamp() where host = $1 and ended is null', [host]);
          return give(leave.turn, { kind: 'ok' }, RULES, database);
        }
        if (leave.kind !== 'wait') throw new Error(leave.kind);
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
    };
    const taker = async (database: Database) => {
      for (let round = 0; round < 3; round++) for (const host of hosts) await ask(database, host);
    };
    await Promise.all(databases.map(taker));
    for (const host of hosts) {
      const { rows } = await client.query<{ gap: number | null }>(
        `select extract(epoch from began - lag(ended) over (order by began))::float8 * 1000 as gap
         from stamp where host = $1 order by began`,
        [host],
      );
      expect(rows).toHaveLength(12);
      // The gap by the rules is 200 ms; times are kept by the millisecond.
      for (const { gap } of rows.slice(1)) expect(gap).toBeGreaterThanOrEqual(199);
    }
  });

  it('are free while another is asked, even while somebody decides about that', async () => {
    const [busy, free] = [aHost(), aHost()];
    await databases[0]!.transaction(async ({ providerHosts }) => {
      expect(await providerHosts.take(wish(busy), RULES)).toMatchObject({ kind: 'go' });
      expect(await take(free, { of: databases[1]! })).toMatchObject({ kind: 'go' });
    });
    expect(await take(busy, { of: databases[1]! })).toMatchObject({ kind: 'wait', because: 'held' });
  });

  it('are free again when whoever asked never came back, and no longer listen to it', async () => {
    const host = aHost();
    const lost = turnOf(await take(host));
    await age(host, '59 seconds');
    expect(await take(host)).toMatchObject({ kind: 'wait', because: 'held' });
    await age(host, '2 seconds');
    const next = turnOf(await take(host));
    expect(await give(lost, { kind: 'blocked', reason: 'late' })).toBeNull();
    expect(await take(host)).toMatchObject({ kind: 'wait', because: 'held' });
    await give(next, { kind: 'ok' });
    expect(await take(host)).toMatchObject({ kind: 'go' });
  });

  it('stay closed over restarts after a refusal, then let one try', async () => {
    const host = aHost();
    const until = await give(turnOf(await take(host)), { kind: 'blocked', reason: 'status 503', retryAfterSec: 600 });
    const again = await Database.open(test.url, 1);
    const closed = await take(host, { of: again });
    expect(closed).toMatchObject({ kind: 'closed', until, reason: 'status 503' });
    expect(until!.getTime() - closed.now.getTime()).toBeGreaterThan(590_000);
    expect(until!.getTime() - closed.now.getTime()).toBeLessThanOrEqual(600_000);
    await age(host, '11 minutes');
    const probe = turnOf(await take(host, { of: again }));
    expect(await take(host)).toMatchObject({ kind: 'wait', because: 'held' });
    const [longer] = [await give(probe, { kind: 'blocked', reason: 'status 503' }, AT_ONCE, again)];
    const { now } = await take(host);
    expect(longer!.getTime() - now.getTime()).toBeGreaterThan(290_000);
    await again.close();
  });

  it('have their product pages counted by the day of UTC', async () => {
    const host = aHost();
    const rules = { ...AT_ONCE, pagesPerDay: 2 };
    for (const isPage of [true, false, true]) await give(turnOf(await take(host, { isPage, rules })), { kind: 'ok' });
    const { rows } = await client.query<{ next: Date }>(
      `select (date_trunc('day', now() at time zone 'utc') + interval '1 day') at time zone 'utc' as next`,
    );
    expect(await take(host, { isPage: true, rules })).toMatchObject({ kind: 'ceiling', until: rows[0]!.next });
    await give(turnOf(await take(host, { rules })), { kind: 'ok' });
    await client.query('update provider_host set day = day - 1 where host = $1', [host]);
    const turn = turnOf(await take(host, { isPage: true, rules }));
    expect(await standing(host)).toMatchObject({ pagesToday: 1 });
    await give(turn, { kind: 'unasked' });
    expect(await standing(host)).toMatchObject({ pagesToday: 0 });
  });

  it('are told of as they stand', async () => {
    const [open, shut] = [aHost(), aHost()];
    await give(turnOf(await take(open, { isPage: true })), { kind: 'ok' });
    const until = await give(turnOf(await take(shut)), { kind: 'blocked', reason: 'a captcha' });
    expect(await standing(open)).toEqual({ host: open, refusals: 0, nextAt: expect.any(Date), pagesToday: 1 });
    expect(await standing(shut)).toMatchObject({ refusals: 1, closed: { until, reason: 'a captcha' } });
    await age(shut, '3 minutes');
    expect(await standing(shut)).not.toHaveProperty('closed');
    await client.query('update provider_host set day = day - 1 where host = $1', [open]);
    expect(await standing(open)).toMatchObject({ pagesToday: 0 });
    const names = (await databases[0]!.providerHosts.all()).map(({ host }) => host);
    expect(names).toEqual([...names].sort());
  });

  async function standing(host: string) {
    return (await databases[0]!.providerHosts.all()).find((one) => one.host === host);
  }
});
