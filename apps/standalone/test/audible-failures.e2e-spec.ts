import type { AudibleAccount } from '@octavo/contracts';
import { aLibrary, anItem, type AudibleSeen } from '@octavo/testing';
import { type AudibleHouse, startAudibleHouse } from './audible-house.js';
import { until } from './house.js';

const LIBRARY = /\/1\.0\/library\?/;

describe('Audible that does not do as it should', () => {
  let at: AudibleHouse;
  let account: AudibleAccount;
  /** All that was asked and is looked at no more, but by the test that nothing else was asked. */
  const askedBefore: AudibleSeen[] = [];
  const forget = () => askedBefore.push(...at.audible.asked.splice(0));
  const kept = async () => (await at.house.sql('select asin, remote_state from purchase order by asin')) as unknown[];
  const calls = () => at.audible.asked.filter(({ target }) => LIBRARY.test(target));

  beforeAll(async () => {
    at = await startAudibleHouse({ libraries: { us: aLibrary(12) } });
    account = await at.connect();
  });
  afterAll(() => at?.close());
  beforeEach(() => {
    at.audible.recover();
    forget();
  });

  const failed = async () => {
    const before = await kept();
    await at.house.admin.post(`/api/audible/${account.id}/sync?full=true`);
    await until('the look to fail', async () => {
      const [one] = (await at.shown(account.id)).stores;
      return one!.lastSyncStatus === 'FAILED' && one!.sync?.state === 'FAILED';
    });
    await at.looked();
    expect(await kept()).toEqual(before);
    return (await at.shown(account.id)).stores[0]!;
  };

  it('is waited for when it says how long, and the look is complete', async () => {
    at.audible.treat({ status: 429, retryAfter: '1' }, { target: LIBRARY, times: 1 });
    const { sync } = await at.sync(account.id, { full: true });
    expect(sync!.tally).toMatchObject({ complete: true, unchanged: 12, retries: 1 });
  });

  it('is left alone when it wants a long pause: the look goes on after it, and the account says so', async () => {
    at.audible.treat({ status: 429, retryAfter: '3000' }, { target: LIBRARY, times: 1 });
    const { body } = await at.house.admin.post(`/api/audible/${account.id}/sync?full=true`);
    const run = await until('the job', async () => {
      const { body: job } = await at.house.admin.get(`/api/jobs/${body.jobId}`);
      return job.state === 'completed' && job;
    });
    expect(run.result).toMatchObject({ outcome: 'WAITING' });
    const shown = await at.shown(account.id);
    expect(shown).toMatchObject({ state: 'THROTTLED' });
    expect(Date.parse(shown.stores[0]!.waitsUntil!) - Date.now()).toBeGreaterThan(2_000_000);
    expect(calls()).toHaveLength(1);
    await at.house.admin.post(`/api/audible/${account.id}/sync`); // somebody does not want to wait
    await until('the look to go on', async () => (await at.shown(account.id)).state === 'OK');
    await at.looked();
  });

  it('is not taken for an empty library when it answers with something else', async () => {
    at.audible.treat({ emptyObject: true }, { target: LIBRARY });
    const store = await failed();
    expect(store).toMatchObject({ lastErrorCode: 'malformed_response' });
    expect(store.sync!.error).toMatchObject({ code: 'malformed_response' });
    at.audible.recover();
    expect(await at.sync(account.id)).toMatchObject({ lastSyncStatus: 'OK', lastError: null });
  });

  it('is asked only for changes where there is much, and goes on from the token of the first page', async () => {
    at.audible.library().add(...aLibrary(1_100, { seed: 7 }));
    await at.sync(account.id, { full: true });
    forget();
    at.audible.library().change('B01000000A', { title: 'Renamed meanwhile' });
    at.audible.library().revoke('B01000000B');
    at.audible.library().add(anItem({ asin: 'B0NEW00001', title: 'Bought meanwhile' }));
    const { sync } = await at.sync(account.id);
    expect(sync!.tally).toMatchObject({ mode: 'delta', created: 1, updated: 1, revoked: 1, complete: true });
    expect(calls()).toHaveLength(1);
    expect(calls()[0]!.query.get('status')).toBe('Active,Revoked');
    expect((await at.shown(account.id)).stores[0]).toMatchObject({ removedCount: 1, lastSyncStatus: 'OK' });
    forget();
    expect((await at.sync(account.id)).sync!.tally).toMatchObject({ mode: 'delta', fetched: 0 });
    at.audible.treat({ staleStateToken: true }, { target: /state_token/ });
    expect((await at.sync(account.id)).sync!.tally).toMatchObject({ mode: 'full', complete: true });
  });

  it('is looked at once, however often somebody asks meanwhile', async () => {
    at.audible.treat({ slow: 1_500 }, { target: LIBRARY });
    const ask = async () => (await at.house.admin.post(`/api/audible/${account.id}/sync`)).body.jobId as string;
    const first = await ask();
    await until('the look to begin', async () => {
      const { body } = await at.house.admin.get(`/api/jobs/${first}`);
      return body.state === 'active' && calls().length > 0;
    });
    expect([await ask(), await ask()]).toEqual([first, first]);
    await at.looked();
    expect(calls()).toHaveLength(1);
    at.audible.recover();
  });

  it('is never asked for anything but to read', () => {
    expect(askedBefore.length).toBeGreaterThan(10);
    const others = askedBefore.filter(({ method, path }) => method !== 'GET' && !path.endsWith('/auth/token'));
    expect(others).toEqual([]);
  });

  it('says that an account has to be signed in again, once, and is asked no more until somebody does', async () => {
    at.audible.account().deregister();
    at.audible.expireTokens();
    const store = await failed();
    expect(store).toMatchObject({ lastErrorCode: 'reauth_required', nextSyncAt: null });
    const asked = at.audible.asked.filter(({ target, path }) => LIBRARY.test(target) || path.includes('/auth/'));
    expect(asked.length).toBeLessThanOrEqual(5);
    const shown = await at.shown(account.id);
    expect(shown).toMatchObject({ state: 'REAUTH_REQUIRED' });
    expect(shown.detail).toMatch(/sign in/i);
    const { status, body } = await at.house.admin.post(`/api/audible/${account.id}/sync`);
    expect([status, body.type]).toEqual([403, expect.stringContaining('audible.reauth-required')]);
    at.audible.account().register({ serial: 'CD'.repeat(16), type: 'A2CZJZGLK2JJVM', name: 'New phone' });
    const again = await at.connect();
    expect(again).toMatchObject({ id: account.id, state: 'OK' });
    expect(again.stores[0]).toMatchObject({ lastSyncStatus: 'OK' });
  });
});

describe('an account with tokens alone', () => {
  let at: AudibleHouse;
  afterAll(() => at?.close());

  it('has them renewed once, whoever asks, and goes on in the middle of a look', async () => {
    at = await startAudibleHouse({ libraries: { us: aLibrary(1_500), de: aLibrary(4, { seed: 3 }) } });
    const file = { ...at.audible.account().authFile('us'), adp_token: null, device_private_key: null };
    const { status, body } = await at.house.admin.post('/api/audible/import', {
      authFile: { ...file, expires: 1_000_000_000 },
    });
    expect(status).toBe(201);
    expect(body.ways).toEqual(['token']);
    const renewals = () => at.audible.asked.filter(({ path }) => path.endsWith('/auth/token'));
    await until('the first look', async () => (await at.shown(body.id)).stores[0]!.sync?.state === 'COMPLETED');
    expect(renewals()).toHaveLength(1);
    for (const { headers } of at.audible.asked.filter(({ target }) => LIBRARY.test(target)))
      expect([headers['x-adp-token'], headers['client-id'], headers.authorization]).toEqual([
        undefined,
        undefined,
        undefined,
      ]);
    await at.house.admin.post(`/api/audible/${body.id}/stores`, { marketplace: 'de' });
    await at.looked();
    expect(renewals()).toHaveLength(1); // the second store knows the token of the first
    at.audible.asked.length = 0;
    at.audible.treat({ expireTokens: true }, { target: LIBRARY, from: 2, times: 1 });
    await at.house.admin.post(`/api/audible/${body.id}/sync?full=true`);
    await until('both looks', async () =>
      (await at.shown(body.id)).stores.every(({ sync }) => sync?.state === 'COMPLETED' && sync.tally.complete),
    );
    await at.looked();
    expect(renewals()).toHaveLength(1);
    const rows = await at.house.sql<{ count: number }>('select count(*)::int from purchase');
    expect(rows[0]!.count).toBe(1_504);
  });
});
