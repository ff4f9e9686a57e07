import type { Asked, AskOrder } from './ask.js';
import type { AudibleNotice } from './audible-client.js';
import { reply } from './library/testing/model-library.js';
import { Visit } from './library/testing/visit.js';

type Turn = Asked | Error | { failure: string };
const LIBRARY = '/1.0/library';
const DAY = 86_400_000;
const fine = reply({ items: [] });

/** Answers in turn; the last one for good. */
function server(...turns: Turn[]) {
  const orders: AskOrder[] = [];
  const visit = new Visit((order) => {
    orders.push(order);
    const turn = turns.length > 1 ? turns.shift() : turns[0];
    if (turn && 'status' in turn) return Promise.resolve(turn);
    return Promise.reject(turn instanceof Error ? turn : Object.assign(new Error('network'), turn));
  });
  return { visit, orders, client: visit.client, clock: visit.clock };
}

describe('asking Audible', () => {
  it('signs what it sends, byte for byte', async () => {
    const { visit, orders, client } = server(fine);
    await client.get(LIBRARY, [
      ['response_groups', 'a, b'],
      ['x', `'(é)!*&=+%`],
    ]);
    const target = '/1.0/library?response_groups=a%2C%20b&x=%27%28%C3%A9%29%21%2A%26%3D%2B%25';
    expect(visit.authority.asked).toEqual([{ method: 'GET', target, body: '' }]);
    expect(orders[0]).toMatchObject({ method: 'GET', origin: 'https://api.audible.test', target });
    expect(orders[0]?.headers).toMatchObject({ 'x-signature': 's1', accept: 'application/json' });
    expect(new URL(target, 'https://x.test').search).toBe(target.slice(LIBRARY.length));
  });

  it.each([
    '/1.0/library/item',
    '/1.0/library/../orders',
    '/1.0/content/B000000001/licenserequest',
    '/auth/token',
    '/1.0/library?x=1',
    '',
  ])('never asks for %j', async (path) => {
    const { orders, client } = server(fine);
    await expect(client.get(path, [])).rejects.toThrow(TypeError);
    expect(orders).toHaveLength(0);
  });

  it('signs anew each time it asks again', async () => {
    const { orders, client } = server(reply('<html>', 503), fine);
    await client.get(LIBRARY, []);
    expect(orders.map(({ headers }) => headers['x-signature'])).toEqual(['s1', 's2']);
    expect([client.calls, client.retries]).toEqual([2, 1]);
  });

  it('leaves 200 ms between two calls, whoever asks', async () => {
    const { client, clock } = server(fine);
    await Promise.all([client.get(LIBRARY, []), client.get(LIBRARY, [])]);
    clock.at += 1000;
    await client.get(LIBRARY, []);
    expect(clock.slept).toEqual([200]);
  });

  it('waits as long as it is told', async () => {
    const { client, clock } = server(reply({}, 429, { 'retry-after': '2' }), fine);
    await client.get(LIBRARY, []);
    expect(clock.slept).toContain(2000);
  });

  it.each(['-1', 'NaN'])('makes up its own pause where it is told to wait %j', async (told) => {
    const { client, clock } = server(reply({}, 429, { 'retry-after': told }), fine);
    await client.get(LIBRARY, []);
    expect(clock.slept).toContain(500);
  });

  it('comes back another time where the wait is long', async () => {
    const { client, orders } = server(reply({}, 429, { 'retry-after': '9999999' }));
    await expect(client.get(LIBRARY, [])).rejects.toMatchObject({
      reason: 'throttled',
      retryAfter: 86_400,
      status: 429,
    });
    expect(orders).toHaveLength(1);
  });

  it.each<[string, Turn, number, string]>([
    ['throttled', reply({}, 429), 6, 'throttled'],
    ['out of order with a page for people', reply('<html>', 503), 6, 'outage'],
    ['out of order', reply({}, 503), 6, 'server_error'],
    ['a page for people that says all is well', reply('<html>'), 6, 'outage'],
    ['cut off', reply('{"items": [{'), 6, 'malformed_response'],
    ['{}', reply({}), 6, 'malformed_response'],
    ['no list', reply({ items: null }), 6, 'malformed_response'],
    ['an error of its own', reply({}, 500), 4, 'server_error'],
    ['a timeout', { failure: 'timeout' }, 3, 'unreachable'],
    ['a connection that breaks', { failure: 'broken-off' }, 3, 'unreachable'],
    ['a name that is not found', { failure: 'name-not-found' }, 6, 'unreachable'],
    ['a certificate that is wrong', { failure: 'certificate' }, 1, 'unreachable'],
    ['a rejection', reply({ message: 'no' }, 400), 1, 'rejected'],
  ])('asks as often as it may help where the answer is %s', async (_, turn, calls, reason) => {
    const { client, orders } = server(turn);
    await expect(client.get(LIBRARY, [])).rejects.toMatchObject({ reason });
    expect([orders.length, client.calls, client.retries]).toEqual([calls, calls, calls - 1]);
  });

  it('tells those who can ask differently what is too much', async () => {
    expect(await server(reply({}, 500)).client.tryGet(LIBRARY, [])).toMatchObject({ kind: 'heavy' });
    expect(await server(reply({}, 408)).client.tryGet(LIBRARY, [])).toMatchObject({ kind: 'heavy' });
    expect(await server(reply({}, 504)).client.tryGet(LIBRARY, [])).toMatchObject({ kind: 'heavy' });
    expect(await server({ failure: 'timeout' }).client.tryGet(LIBRARY, [])).toMatchObject({ kind: 'heavy' });
    const tooDeep = reply({ message: 'Implied library size is unsupported' }, 400);
    expect(await server(tooDeep).client.tryGet(LIBRARY, [])).toMatchObject({ kind: 'rejected', about: 'library_size' });
  });

  it('loses patience after a quarter of an hour of waiting', async () => {
    const { client, clock } = server(reply({}, 429, { 'retry-after': '250' }));
    await expect(client.get(LIBRARY, [])).rejects.toMatchObject({ reason: 'throttled' });
    expect(clock.slept.reduce((sum, ms) => sum + ms, 0)).toBeLessThanOrEqual(900_000);
  });

  it('lets the authority decide about a refusal', async () => {
    const { visit, client, orders } = server(reply({}, 403), reply({}, 401), fine);
    visit.authority.again = [true, true];
    await client.get(LIBRARY, []);
    expect(orders).toHaveLength(3);
    expect([visit.authority.refusedWith, visit.authority.acceptedWith]).toEqual([['s1', 's2'], ['s3']]);
  });

  it('asks for a new sign-in where there is nothing left to try', async () => {
    const { client, orders, visit } = server(reply({ message: 'Request could not be authenticated' }, 403));
    await expect(client.get(LIBRARY, [])).rejects.toMatchObject({ reason: 'reauth_required', status: 403 });
    expect(orders).toHaveLength(1);
    visit.authority.again = Array.from({ length: 50 }, () => true);
    await expect(client.get(LIBRARY, [])).rejects.toMatchObject({ reason: 'reauth_required' });
    expect(orders.length).toBeLessThan(8);
  });

  it.each([
    [3660, /61 minutes ahead of/],
    [-3660, /61 minutes behind/],
  ])('says that the clock is wrong where it is %d s ahead and nothing is accepted', async (ahead, words) => {
    const { client, clock } = server(reply({}, 403, { date: new Date(DAY).toUTCString() }));
    clock.at = DAY + ahead * 1000;
    await expect(client.get(LIBRARY, [])).rejects.toMatchObject({
      reason: 'clock_wrong',
      detail: expect.stringMatching(words),
    });
  });

  it('wants a new sign-in where it is right by a few minutes', async () => {
    const { client, clock } = server(reply({}, 403, { date: new Date(DAY).toUTCString() }));
    clock.at = DAY + 240_000;
    await expect(client.get(LIBRARY, [])).rejects.toMatchObject({ reason: 'reauth_required' });
  });

  it('accepts no credentials by an outage, and refuses none', async () => {
    const { visit, client } = server(reply('<html>', 403), fine);
    await client.get(LIBRARY, []);
    expect([visit.authority.refusedWith, visit.authority.acceptedWith]).toEqual([[], ['s2']]);
  });

  it('stops at once when aborted, with the reason it was given', async () => {
    const controller = new AbortController();
    const visit = new Visit(() => {
      controller.abort(new Error('enough'));
      return Promise.reject(new Error('network'));
    });
    await expect(visit.client.get(LIBRARY, [], controller.signal)).rejects.toThrow('enough');
    await expect(visit.client.get(LIBRARY, [], controller.signal)).rejects.toThrow('enough');
    expect(visit.client.calls).toBe(1);
  });

  it('says what it waits for', async () => {
    const events: AudibleNotice[] = [];
    const turns = [reply({}, 500), fine];
    const visit = new Visit(() => Promise.resolve(turns.shift() ?? fine), { notice: (event) => events.push(event) });
    await visit.client.get(LIBRARY, []);
    expect(events).toEqual([{ kind: 'waits', why: 'server_error', ms: 500, attempt: 1 }]);
  });
});
