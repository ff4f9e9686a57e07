import { aLibrary, type AudibleRenewal, type AudibleTreat } from '@octavo/testing';
import { AudibleDesk } from './audible-desk.js';

const LIBRARY = /\/1\.0\/library\?/;
const RENEWAL = /\/auth\/token$/;
/** What a file says of an account that cannot sign, and whose token came to its end long ago. */
const SPENT = { adp_token: null, device_private_key: null, expires: 1_000_000_000 };

let desk: AudibleDesk;
afterEach(() => desk?.close());

const renewals = () => desk.audible.asked.filter(({ target }) => RENEWAL.test(target));
const questions = () => desk.audible.asked.filter(({ target }) => LIBRARY.test(target));
const tokensShown = () => new Set(questions().map(({ headers }) => headers['x-amz-access-token']));
const kept = () => desk.rows('select asin, remote_state, misses, updated_at from purchase order by asin');

describe('a token that came to its end', () => {
  it('is renewed before anything is asked, with the five fields; after a restart the new one is used', async () => {
    desk = await AudibleDesk.open({ libraries: { us: aLibrary(12) } });
    const store = await desk.connect({ file: SPENT });
    await desk.sync(store);
    expect(renewals()).toHaveLength(1);
    expect(desk.audible.asked[0]).toBe(renewals()[0]);
    const { body, headers } = renewals()[0]!;
    expect(headers['content-type']).toMatch(/^application\/x-www-form-urlencoded/);
    expect([...new URLSearchParams(body).keys()].sort()).toEqual(
      ['app_name', 'app_version', 'requested_token_type', 'source_token', 'source_token_type'].sort(),
    );
    const [shown] = tokensShown();
    expect(desk.audible.account().accessTokens.has(shown as string)).toBe(true);
    const { account } = await desk.store(store);
    expect(account.accessUntil!.getTime()).toBeGreaterThan(Date.now() + 3_000_000);
    expect(account.access).not.toContain('Atna');

    desk.audible.asked.length = 0;
    const restarted = await desk.another();
    expect(await restarted.sync(store, { full: true })).toMatchObject({ complete: true, unchanged: 12 });
    expect(renewals()).toEqual([]);
    expect([...tokensShown()]).toEqual([shown]);
  });

  it('is renewed once, though two workers look at two stores of the account at the same time', async () => {
    desk = await AudibleDesk.open({ libraries: { us: aLibrary(8), de: aLibrary(5, { seed: 2 }) } });
    const us = await desk.connect({ file: SPENT });
    const de = await desk.addStore(us, 'de');
    const other = await desk.another();
    desk.audible.treat({ slow: 700 }, { target: RENEWAL }); // time enough for the second to want one as well
    const [first, second] = await Promise.all([desk.sync(us), other.sync(de)]);
    expect([first.created, second.created]).toEqual([8, 5]);
    expect(renewals()).toHaveLength(1);
    expect(tokensShown().size).toBe(1);
  });

  it.each<AudibleRenewal>([{ expiresIn: 'text' }, { expiresIn: 'none' }, { actor: true }, { rotates: true }])(
    'is renewed by an answer in another form: %j',
    async (renewal) => {
      desk = await AudibleDesk.open({ libraries: { us: aLibrary(5) }, renewal });
      const store = await desk.connect({ file: SPENT });
      expect(await desk.sync(store)).toMatchObject({ outcome: 'OK', created: 5 });
      const { account } = await desk.store(store);
      expect(Math.abs(account.accessUntil!.getTime() - Date.now() - 3_600_000)).toBeLessThan(600_000);
      desk.audible.expireTokens();
      expect(await desk.sync(store, { full: true })).toMatchObject({ outcome: 'OK', unchanged: 5 });
      expect(renewals()).toHaveLength(2);
    },
  );
});

describe('a token that cannot be renewed', () => {
  /** An account that has been looked at, with tokens alone, none of which is good now. */
  async function spent(): Promise<string> {
    desk = await AudibleDesk.open({ libraries: { us: aLibrary(9) } });
    const store = await desk.connect({ file: { ...SPENT, expires: Date.now() / 1000 + 3_600 } });
    await desk.sync(store);
    desk.audible.expireTokens();
    desk.audible.asked.length = 0;
    return store;
  }

  it.each([400, 401] as const)(
    'for good (%i) ends the look in few requests, and the account says so',
    async (refused) => {
      const store = await spent();
      const before = await kept();
      desk.audible.manners.renewal = { refused };
      await expect(desk.sync(store, { full: true })).rejects.toMatchObject({ code: 'audible.reauth-required' });
      expect(desk.audible.asked.length).toBeLessThanOrEqual(3);
      expect(await kept()).toEqual(before);
      const { account, ...shown } = await desk.store(store);
      expect(account).toMatchObject({ state: 'REAUTH_REQUIRED', detail: expect.stringMatching(/sign in/i) });
      expect(shown).toMatchObject({ lastSyncStatus: 'FAILED', lastErrorCode: 'reauth_required' });
      desk.audible.asked.length = 0;
      await expect(desk.sync(store)).rejects.toMatchObject({ code: 'audible.reauth-required' });
      expect(desk.audible.asked).toEqual([]);
    },
  );

  it.each<[string, AudibleTreat, string, RegExp]>([
    ['a page for people', { html503: true }, 'outage', /out of order|proxy/],
    ['a page for people that says all is well', { notJson200: true }, 'outage', /out of order|proxy/],
    ['an error of the server', { status: 500 }, 'server_error', /error of its own/],
    ['nothing at all', { dropConnection: 'before' }, 'unreachable', /cannot be reached/],
  ])('because of %s is an outage: nobody is asked to sign in again', async (_what, treat, code, words) => {
    const store = await spent();
    const before = await kept();
    desk.audible.treat(treat, { target: RENEWAL });
    await expect(desk.sync(store, { full: true })).rejects.toMatchObject({ code: 'audible.unreachable' });
    const { account, ...shown } = await desk.store(store);
    expect(account).toMatchObject({ state: 'OK', detail: null });
    expect(shown).toMatchObject({ lastErrorCode: code, lastError: expect.stringMatching(words) });
    expect(shown.nextSyncAt.getTime()).toBeGreaterThan(Date.now());
    expect(renewals().length).toBeLessThanOrEqual(2);
    expect(await kept()).toEqual(before);
    desk.audible.recover();
    expect(await desk.sync(store, { full: true })).toMatchObject({ outcome: 'OK', unchanged: 9 });
    expect((await desk.store(store)).lastErrorCode).toBeNull();
  });
});

describe('a signature that is not accepted', () => {
  it('is made anew once, and the token is tried', async () => {
    desk = await AudibleDesk.open({ libraries: { us: aLibrary(7) } });
    const store = await desk.connect();
    desk.audible.treat({ rejectSignature: true });
    expect(await desk.sync(store)).toMatchObject({ outcome: 'OK', created: 7 });
    expect(questions().map(({ by, status }) => [by, status])).toEqual([
      ['signature', 403],
      ['signature', 403],
      ['access token', 200],
    ]);
  });

  it.each([3600, -3600])(
    'because its time is %d s off gives way to the token; without one, the clock is wrong and not the account',
    async (skewedClock) => {
      desk = await AudibleDesk.open({ libraries: { us: aLibrary(7) } });
      const store = await desk.connect();
      desk.audible.treat({ skewedClock });
      expect(await desk.sync(store)).toMatchObject({ outcome: 'OK', created: 7 });
      desk.audible.treat({ rejectToken: true });
      await expect(desk.sync(store, { full: true })).rejects.toMatchObject({ code: 'audible.unusable' });
      const { account, ...shown } = await desk.store(store);
      expect(account).toMatchObject({ state: 'OK', detail: null });
      const words = skewedClock > 0 ? /60 minutes behind/ : /60 minutes ahead/;
      expect(shown).toMatchObject({ lastErrorCode: 'clock_wrong', lastError: expect.stringMatching(words) });
      desk.audible.recover();
      expect(await desk.sync(store, { full: true })).toMatchObject({ outcome: 'OK', unchanged: 7 });
    },
  );

  it('and no token either: the account has to be signed in again, and nothing is taken for gone', async () => {
    desk = await AudibleDesk.open({ libraries: { us: aLibrary(7) } });
    const store = await desk.connect();
    await desk.sync(store);
    const before = await kept();
    desk.audible.asked.length = 0;
    desk.audible.treat({ rejectSignature: true, rejectToken: true });
    await expect(desk.sync(store, { full: true })).rejects.toMatchObject({ code: 'audible.reauth-required' });
    expect(questions().filter(({ by }) => by === 'signature')).toHaveLength(2);
    expect(questions().filter(({ by }) => by === 'access token').length).toBeLessThanOrEqual(2);
    expect(renewals().length).toBeLessThanOrEqual(1);
    expect(await kept()).toEqual(before);
    expect((await desk.store(store)).account.state).toBe('REAUTH_REQUIRED');
  });
});
