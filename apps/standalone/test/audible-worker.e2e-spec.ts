import type { AudibleAccount } from '@octavo/contracts';
import { aLibrary } from '@octavo/testing';
import { type AudibleWorkplace, startAudibleWorkplace } from './audible-worker.js';
import { until } from './house.js';

const LIBRARY = /\/1\.0\/library\?/;
/** Four pages and one more question; see the ladder's own spec. */
const [COUNT, CALLS] = [3_500, 5];
const AWAY_MS = 5_000;

describe('the worker of Audible, in a process of its own', () => {
  let at: AudibleWorkplace;
  let account: AudibleAccount;

  beforeAll(async () => {
    at = await startAudibleWorkplace({ libraries: { us: aLibrary(COUNT) } });
    account = await at.connect();
  });
  afterAll(() => at?.close());
  beforeEach(() => {
    at.audible.recover();
    at.audible.asked.length = 0;
  });

  const calls = () => at.audible.asked.filter(({ target }) => LIBRARY.test(target)).map(({ target }) => target);
  /** All that keeping a page writes. */
  const written = async () => {
    const [row] = await at.sql<Record<string, unknown>>(`select (select count(*)::int from purchase) as purchases,
      (select count(distinct asin)::int from purchase) as asins, (select count(*)::int from book) as books,
      (select count(*)::int from seen_purchase) as seen, (select max(checkpoint::text) from audible_sync) as checkpoint`);
    return row!;
  };
  const isHeldUp = async (table: string) =>
    (await at.sql(`select from pg_locks where not granted and relation = '${table}'::regclass`)).length > 0;
  const runs = () =>
    at.sql<{ state: string; attempts: number }>(
      `select state, attempts from job_run where name = 'syncStore' order by id desc`,
    );
  const store = async () => (await at.shown(account.id)).stores[0]!;
  /** Has all looked at once more, by a worker that runs; the first look is over. Gives the job. */
  const sync = async () => {
    if (!at.worker.isRunning) at.worker.start();
    await until('the first look', async () => (await store()).lastSyncStatus === 'OK');
    const { status, body } = await at.admin.post(`/api/audible/${account.id}/sync?full=true`);
    expect(status).toBe(202);
    return body.jobId as string;
  };
  const newest = () => at.sql<{ id: string }>('select id from audible_sync order by started_at desc limit 1');
  /** Waits for the end of another look than that one. */
  const lookAfter = async ([old]: { id: string }[]) =>
    until('the look to end', async () => {
      const { sync: last } = await store();
      return last !== null && last.id !== old?.id && last.state !== 'RUNNING' && last;
    });

  /** What happens when the third question of a look came in, the pages of two being kept. */
  const atThird = (happens: () => Promise<void>) =>
    at.audible.treat({ mutateBefore: happens }, { target: LIBRARY, from: 3, times: 1 });

  it('killed while it keeps a page, leaves nothing of it; another goes on where it stood', async () => {
    let [before, release]: [object, () => Promise<void>] = [{}, () => Promise.resolve()];
    atThird(async () => {
      before = await written();
      release = await at.hold('purchase');
    });
    at.worker.start();
    await until('the page to be half written', () => isHeldUp('purchase'));
    await at.worker.kill();
    expect(at.worker.kills).toBe(1);
    await release();
    expect(before).toMatchObject({ purchases: 2_000, asins: 2_000, seen: 2_000, checkpoint: expect.any(String) });
    expect(await written()).toEqual(before);
    expect((await store()).sync).toMatchObject({ state: 'RUNNING', tally: { distinct: 2_000 } });

    at.worker.start();
    await until('the look to end', async () => (await store()).sync?.state !== 'RUNNING');
    const { sync: last, ...shown } = await store(); // a store is read before its look: the one may be older
    expect(last).toMatchObject({ state: 'COMPLETED', tally: { total: COUNT, distinct: COUNT, created: COUNT } });
    expect(shown).toMatchObject({ lastSyncStatus: 'OK', total: COUNT });
    const books = await at.sql<{ n: number }>(`select count(*)::int as n from purchase where kind = 'book'`);
    expect(await written()).toMatchObject({ purchases: COUNT, asins: COUNT, books: books[0]!.n, seen: 0 });
    const asked = calls();
    expect(asked).toHaveLength(CALLS + 1);
    expect(new Set(asked).size).toBe(CALLS);
    expect(await at.sql('select state from audible_sync')).toEqual([{ state: 'COMPLETED' }]);
    await until('the job to end', async () => (await runs())[0]!.state === 'completed');
    expect(await runs()).toEqual([{ state: 'completed', attempts: 2 }]);
  });

  it('goes on with a look in whose middle the database was away for some seconds', async () => {
    const before = await at.sql('select id, asin, misses, updated_at from purchase order by id');
    let back = Promise.resolve();
    atThird(() => {
      const restore = at.cutOff();
      back = new Promise((resolve) => setTimeout(resolve, AWAY_MS)).then(restore);
      return Promise.resolve();
    });
    const old = await newest();
    await sync();
    const last = await lookAfter(old);
    await back;
    expect(last).toMatchObject({ state: 'COMPLETED', tally: { complete: true, distinct: COUNT, created: 0 } });
    expect(calls().length).toBeLessThanOrEqual(CALLS + 1);
    expect(await at.sql('select id, asin, misses, updated_at from purchase order by id')).toEqual(before);
    await until('the job to end', async () => (await runs())[0]!.state === 'completed');
  });

  it('goes on as well where the database broke off in the middle of a page, and was there again at once', async () => {
    let release = () => Promise.resolve();
    atThird(async () => void (release = await at.hold('seen_purchase')));
    const old = await newest();
    await sync();
    await until('the page to be half written', () => isHeldUp('seen_purchase'));
    at.cutOff()();
    await release();
    const last = await lookAfter(old);
    expect(last).toMatchObject({ state: 'COMPLETED', tally: { complete: true, distinct: COUNT, created: 0 } });
    expect(calls().length).toBeLessThanOrEqual(CALLS + 1);
  });

  it('stops within one question when somebody cancels it; nothing is concluded', async () => {
    const [old, before, { total, verifiedAt }] = [await newest(), await written(), await store()];
    let jobId = '';
    atThird(async () => {
      expect((await at.admin.post(`/api/jobs/${jobId}/cancel`)).status).toBeLessThan(300);
      await until('the worker to stop', async () => (await runs())[0]!.state === 'cancelled');
    });
    jobId = await sync();
    expect((await lookAfter(old)).state).toBe('CANCELLED');
    expect(calls().length).toBeLessThanOrEqual(4);
    expect(await written()).toMatchObject({ ...before, seen: 0 });
    expect(await store()).toMatchObject({ total, verifiedAt, removedCount: 0 });
  });
});
