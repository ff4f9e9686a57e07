import { aLibrary, anItem, type AudibleTreat } from '@octavo/testing';
import { AudibleDesk } from './audible-desk.js';

const LIBRARY = /\/1\.0\/library\?/;

let desk: AudibleDesk;
afterEach(() => desk?.close());

const questions = () => desk.audible.asked.filter(({ target }) => LIBRARY.test(target));
const kept = () =>
  desk.rows<{ asin: string }>('select asin, title, remote_state, misses, updated_at from purchase order by asin');

/** A store of so many titles that was looked at once. */
async function looked(count: number): Promise<string> {
  desk = await AudibleDesk.open({ libraries: { us: aLibrary(count) } });
  const store = await desk.connect();
  await desk.sync(store);
  desk.audible.asked.length = 0;
  return store;
}

describe('a question as it goes out', () => {
  it('is signed as it is written on the wire, whatever has to be escaped in it', async () => {
    const store = await looked(3);
    const client = await desk.clientOf(store);
    const query = [
      ['response_groups', 'product_desc, product_attrs,series'],
      ['image_sizes', '500, 1215'],
      ['title', `"Żółć" (50 %) & l'été + 1/2`],
    ] as const;
    await client.get('/1.0/library', query);
    expect(desk.audible.asked).toMatchObject([{ by: 'signature', status: 200 }]);
    expect(desk.audible.asked[0]!.query.get('title')).toBe(query[2][1]);
  });

  it('has another time and signature each time, and is verified each time', async () => {
    const store = await looked(3);
    desk.audible.treat({ html503: true }, { target: LIBRARY, times: 2 });
    expect(await desk.sync(store, { full: true })).toMatchObject({ outcome: 'OK', unchanged: 3, retries: 2 });
    expect(questions().map(({ by, status }) => [by, status])).toEqual([
      ['signature', 503],
      ['signature', 503],
      ['signature', 200],
    ]);
    const signatures = questions().map(({ headers }) => String(headers['x-adp-signature']));
    expect(new Set(signatures.map((signed) => signed.slice(0, signed.indexOf(':')))).size).toBe(3);
    expect(new Set(signatures.map((signed) => signed.slice(signed.indexOf(':')))).size).toBe(3);
  });
});

describe('a server that gives no answer', () => {
  it('but a page for people, again and again: the look fails with an outage, and nothing is touched', async () => {
    const store = await looked(6);
    const before = await kept();
    desk.audible.treat({ html503: true }, { target: LIBRARY });
    await expect(desk.sync(store, { full: true })).rejects.toMatchObject({ code: 'audible.unreachable' });
    expect(questions()).toHaveLength(6);
    const { account, ...shown } = await desk.store(store);
    expect(shown).toMatchObject({ lastSyncStatus: 'FAILED', lastErrorCode: 'outage', failures: 1 });
    expect(shown.lastError).toMatch(/out of order, or a VPN or proxy/);
    expect(account.state).toBe('OK');
    expect(await kept()).toEqual(before);
    desk.audible.recover();
    expect(await desk.sync(store, { full: true })).toMatchObject({ outcome: 'OK', unchanged: 6 });
  });

  it('does not know a group: the look fails with its own words, and nobody asks twice', async () => {
    const store = await looked(6);
    const before = await kept();
    desk.audible.treat({ status: 400, message: 'Invalid response group: is_playable' }, { target: LIBRARY });
    await expect(desk.sync(store, { full: true })).rejects.toMatchObject({ code: 'audible.unusable' });
    expect(questions()).toHaveLength(1);
    expect(await desk.store(store)).toMatchObject({
      ...{ lastErrorCode: 'rejected', lastError: expect.stringContaining('Invalid response group: is_playable') },
      account: { state: 'OK' },
    });
    expect(await kept()).toEqual(before);
  });
});

describe('a server that begins an answer and does not end it', () => {
  it.each<[string, AudibleTreat]>([
    ['falls silent', { stall: true }],
    ['drips on', { drip: 150 }],
    ['does not even begin', { slow: 600_000 }],
  ])('(%s) is waited for as long as is right, and asked again', async (_what, treat) => {
    const store = await looked(40);
    desk.patienceMs = 2_000;
    desk.audible.treat(treat, { target: LIBRARY, times: 2 });
    const result = await desk.sync(store, { full: true });
    expect(result).toMatchObject({ outcome: 'OK', complete: true, unchanged: 40, retries: 2 });
    expect(questions()).toHaveLength(3);
  });

  it('is given up, after smaller pages were of no use either, and nothing is touched', async () => {
    const store = await looked(40);
    desk.patienceMs = 250;
    const before = await kept();
    desk.audible.treat({ stall: true }, { target: LIBRARY });
    await expect(desk.sync(store, { full: true })).rejects.toMatchObject({ code: 'audible.unreachable' });
    const sizes = questions().map(({ query }) => Number(query.get('num_results')));
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
    expect([Math.max(...sizes), Math.min(...sizes)]).toEqual([1_000, 50]);
    expect(sizes.length).toBeLessThanOrEqual(18);
    expect(await desk.store(store)).toMatchObject({ lastErrorCode: 'unreachable', account: { state: 'OK' } });
    expect(await kept()).toEqual(before);
  });
});

describe('titles that come without their fields', () => {
  it('once, are asked for again before anything is kept', async () => {
    const store = await looked(12);
    const before = await kept();
    desk.audible.library().add(anItem({ asin: 'B0NEW00001', title: 'Bought meanwhile' }));
    desk.audible.treat({ hollow: true }, { target: LIBRARY, times: 1 });
    const result = await desk.sync(store, { full: true });
    expect(result).toMatchObject({ outcome: 'OK', hollow: 0, unchanged: 12, created: 1 });
    expect(questions()).toHaveLength(2);
    expect((await kept()).filter(({ asin }) => asin !== 'B0NEW00001')).toEqual(before);
    expect(await desk.count('purchase', `asin = 'B0NEW00001' and title = 'Bought meanwhile'`)).toBe(1);
  });

  it('always, are there under their number, counted, and whole as soon as their fields come', async () => {
    desk = await AudibleDesk.open({ libraries: { us: [1, 2, 3].map((at) => anItem({ asin: `B0HOLLOW0${at}` })) } });
    const store = await desk.connect();
    desk.audible.treat({ hollow: true });
    expect(await desk.sync(store)).toMatchObject({ outcome: 'PARTIAL', created: 3, hollow: 3 });
    expect(await desk.count('purchase', 'hollow')).toBe(3);
    const titles = async () => (await desk.rows<{ title: string }>('select title from book')).map(({ title }) => title);
    expect(await titles()).toHaveLength(3);
    expect((await titles()).every((title) => title !== '')).toBe(true);
    const before = await titles();
    desk.audible.recover();
    expect(await desk.sync(store)).toMatchObject({ outcome: 'OK', hollow: 0, updated: 3 });
    expect(await desk.count('purchase', 'hollow')).toBe(0);
    expect((await titles()).filter((title) => before.includes(title))).toEqual([]);
  });
});
