import { once } from 'node:events';
import { connect } from 'node:net';
import { FakeAudible } from './fake-audible.js';
import { ask, day, numbered, page, send, signed } from './testing/asking.js';

let audible: FakeAudible;

const titles = Array.from({ length: 6 }, (_, at) => ({
  ...{ asin: numbered(at + 1), purchase_date: day(at + 1), title: `Title ${at}`, sku_lite: 'BK', status: 'Active' },
  series: Array.from({ length: 12 }, (_, sequence) => ({ title: 'Saga', sequence })),
}));

beforeEach(async () => {
  audible = await FakeAudible.start({ libraries: { us: titles } });
});
afterEach(() => audible.close());

const LIST = '/1.0/library?response_groups=product_desc,series';
const get = (target = LIST) => ask(audible, target);
const statuses = async (count: number, target = LIST) => {
  const all = [];
  for (let n = 0; n < count; n++) all.push((await get(target)).status);
  return all;
};

describe('which requests are meant', () => {
  test('all of the API, until it recovers', async () => {
    audible.treat({ status: 500 });
    expect(await statuses(3)).toEqual([500, 500, 500]);
    expect((await send(audible, { method: 'POST', target: '/auth/token' })).status).toBe(400);
    audible.recover();
    expect(await statuses(1)).toEqual([200]);
  });

  test('the next ones, or some later ones', async () => {
    audible.treat({ status: 429 }, { times: 1 });
    audible.treat({ status: 502 }, { from: 3, times: 2 });
    expect(await statuses(5)).toEqual([429, 200, 502, 502, 200]);
  });

  test('those of a path, a pattern, a method, a store', async () => {
    audible.treat({ status: 500 }, { target: '/auth/token' });
    audible.treat({ status: 502 }, { target: /page=2/g });
    audible.treat({ status: 504 }, { country: 'de' });
    audible.treat({ status: 503 }, { method: 'PUT' });
    expect((await send(audible, { method: 'POST', target: '/uk/auth/token' })).status).toBe(500);
    const told = [LIST, `${LIST}&page=2`, `${LIST}&page=2`, `/de${LIST}`].map(async (one) => (await get(one)).status);
    expect(await Promise.all(told)).toEqual([200, 502, 502, 504]);
  });

  test('several words count together, the later over the earlier', async () => {
    audible.treat({ status: 429, retryAfter: '7' });
    audible.treat({ status: 503 });
    expect(await get()).toMatchObject({ status: 503, headers: { 'retry-after': '7' } });
  });

  test('the journal tells who asked even where they were answered with an error', async () => {
    audible.treat({ html503: true });
    await get();
    expect(audible.asked[0]).toMatchObject({ status: 503, account: 'anna', by: 'signature' });
  });
});

describe('answers', () => {
  test.each(['2', '-1', 'NaN', '9999999', 'Wed, 21 Oct 2026 07:28:00 GMT'])(
    'with Retry-After: %s',
    async (retryAfter) => {
      audible.treat({ status: 429, retryAfter, message: 'Slow down' });
      const { status, headers, text } = await get();
      expect([status, headers['retry-after'], JSON.parse(text).message]).toEqual([429, retryAfter, 'Slow down']);
    },
  );

  test.each([
    ['html503', 503],
    ['notJson200', 200],
  ] as const)('%s with a page for people', async (word, expected) => {
    audible.treat({ [word]: true });
    const { status, headers, text } = await get();
    expect([status, headers['content-type'], text[0]]).toEqual([expected, 'text/html; charset=utf-8', '<']);
  });

  test('with an empty object, or anything', async () => {
    audible.treat({ emptyObject: true }, { times: 1 });
    expect(await get()).toMatchObject({ status: 200, text: '{}' });
    audible.treat({ answer: { items: null } }, { times: 1 });
    expect((await get()).text).toBe('{"items":null}');
    audible.treat({ answer: null });
    expect((await get()).text).toBe('null');
  });

  test('cut off, as if that were all', async () => {
    const whole = (await get()).text;
    audible.treat({ truncateBody: true });
    const { status, text } = await get();
    expect([status, whole.startsWith(text)]).toEqual([200, true]);
    expect(() => JSON.parse(text) as unknown).toThrow(SyntaxError);
  });

  test.each(['before', 'within'] as const)('broken off %s the body', async (dropConnection) => {
    audible.treat({ dropConnection });
    await expect(get()).rejects.toThrow();
  });

  test('late', async () => {
    audible.treat({ slow: 5 });
    expect((await get()).status).toBe(200);
  });

  test('never, though closing ends it', async () => {
    audible.treat({ stall: true }, { times: 1 });
    audible.treat({ slow: 1e9 }, { from: 2 });
    const waiting = [get(), get()].map((one) => one.then(() => 'told').catch(() => 'broken off'));
    const first = await Promise.race([...waiting, new Promise((resolve) => setTimeout(resolve, 100, 'silence'))]);
    expect(first).toBe('silence');
    await audible.close();
    expect(await Promise.all(waiting)).toEqual(['broken off', 'broken off']);
    audible = await FakeAudible.start();
  });

  test('byte by byte, for as long as anybody listens', async () => {
    audible.treat({ drip: 1, emptyObject: true }, { times: 1 });
    expect((await get()).text).toBe('{}');
    audible.treat({ drip: 60_000 });
    const asking = fetch(`${audible.url}${LIST}`, { headers: signed(audible.account().device, { target: LIST }) });
    await (await asking).body!.cancel();
  });

  test('packed for those who can unpack', async () => {
    audible.manners.packed = true;
    const headers = { ...signed(audible.account().device, { target: LIST }), 'accept-encoding': 'br, gzip' };
    const answer = await fetch(`${audible.url}${LIST}`, { headers });
    expect(answer.headers.get('content-encoding')).toBe('gzip');
    expect(await answer.json()).toHaveProperty('items');
    expect((await get()).headers['content-encoding']).toBeUndefined();
  });

  test('with the request’s own number', async () => {
    const headers = { ...signed(audible.account().device, { target: LIST }), 'x-amzn-requestid': 'AB12' };
    expect((await send(audible, { target: LIST, headers })).headers['x-amzn-requestid']).toBe('AB12');
  });
});

describe('lists', () => {
  const list = (query = '') => page(audible, `${LIST}&num_results=2${query}`);

  test('that know no pages', async () => {
    audible.treat({ ignorePage: true, noTotals: true });
    const { asins, headers } = await list('&page=2');
    expect([asins, headers['total-count']]).toEqual([[numbered(6), numbered(5)], undefined]);
    expect((await list('&page=9000')).status).toBe(200);
  });

  test('of hollow titles, some or all', async () => {
    const whole = titles[5];
    audible.treat({ hollow: 1 }, { times: 1 });
    const [first, second] = (await list()).items;
    expect(first).toMatchObject({ asin: whole?.asin, title: null, series: null, sku_lite: 'BK' });
    expect(second?.title).toBe('Title 4');
    audible.treat({ hollow: true });
    expect((await list()).items.map(({ title }) => title)).toEqual([null, null]);
    audible.recover();
    expect((await list()).items[0]?.title).toBe('Title 5');
  });

  test('that fail when they are long', async () => {
    audible.treat({ failAbovePageSize: 2 });
    expect((await list()).status).toBe(200);
    expect((await get(`${LIST}&num_results=3`)).status).toBe(500);
  });

  test('with everything in another order each time', async () => {
    audible.treat({ shuffleArrays: true });
    const places = async () =>
      ((await list()).items[0]?.['series'] as { sequence: number }[]).map((one) => one.sequence);
    const [one, other] = [await places(), await places()];
    expect(one).not.toEqual(other);
    expect([...one].sort((a, b) => a - b)).toEqual([...other].sort((a, b) => a - b));
  });

  test('that change between two calls', async () => {
    audible.treat({ mutateBefore: () => audible.library().remove(numbered(6)) }, { from: 2, times: 1 });
    const told = [await list(), await list('&page=2'), await list('&page=2')].map(({ asins }) => asins);
    expect(told).toEqual([
      [numbered(6), numbered(5)],
      [numbered(3), numbered(2)],
      [numbered(3), numbered(2)],
    ]);
  });

  test('that cannot be changed as the test would have it', async () => {
    audible.treat({ mutateBefore: () => audible.library().remove('B0UNKNOWN1') });
    expect(await get()).toMatchObject({ status: 500, text: expect.stringContaining('B0UNKNOWN1') });
  });

  test('that know no state', async () => {
    const token = (await list()).headers['state-token'];
    audible.treat({ staleStateToken: true }, { times: 1 });
    const target = `/1.0/library?state_token=${token?.toString()}`;
    expect(await statuses(2, target)).toEqual([400, 200]);
  });
});

test('whoever hangs up in the middle of a body does no harm', async () => {
  const { hostname, port } = new URL(audible.url);
  const socket = connect(Number(port), hostname);
  await once(socket, 'connect');
  const half = 'POST /auth/token HTTP/1.1\r\nhost: x\r\ncontent-length: 10\r\n\r\nabc';
  await new Promise((resolve) => socket.write(half, resolve));
  socket.destroy();
  await once(socket, 'close');
  expect((await get()).status).toBe(200);
});

describe('whoever asks', () => {
  test('with a token, after some calls no more', async () => {
    audible.treat({ expireTokens: true }, { from: 2, times: 1 });
    const headers = { 'x-amz-access-token': audible.account().issueAccessToken() };
    const told = [];
    for (let n = 0; n < 3; n++) told.push((await send(audible, { target: LIST, headers })).status);
    expect(told).toEqual([200, 403, 403]);
  });

  test('is refused, one way or the other', async () => {
    audible.treat({ rejectToken: true });
    const headers = { 'x-amz-access-token': audible.account().issueAccessToken() };
    expect((await send(audible, { target: LIST, headers })).status).toBe(403);
    expect((await get()).status).toBe(200);
    audible.treat({ rejectSignature: true });
    expect((await get()).status).toBe(403);
    expect(audible.asked.map(({ by }) => by)).toEqual(['access token', 'signature', 'signature']);
  });

  test('has another time', async () => {
    const time = new Date().toISOString();
    const headers = signed(audible.account().device, { target: LIST }, time);
    expect((await send(audible, { target: LIST, headers })).status).toBe(200);
    audible.treat({ skewedClock: 3600 });
    const told = await send(audible, { target: LIST, headers });
    expect([told.status, Date.parse(told.headers.date ?? '') > Date.parse(time) + 3_500_000]).toEqual([403, true]);
  });
});
