import { ask, send, signed } from './testing/asking.js';
import { FakeAudible } from './fake-audible.js';

const NOW = Date.parse('2026-01-02T03:04:05Z');
const TARGET = '/1.0/library?response_groups=media,%20series&image_sizes=500,1215&title=%C3%A9%27(x)';

let now = NOW;
let audible: FakeAudible;

beforeEach(async () => {
  now = NOW;
  audible = await FakeAudible.start({ now: () => now });
});
afterEach(() => audible.close());

const status = async (target: string, headers: Record<string, string>) =>
  (await send(audible, { target, headers })).status;

test('a signature over the line as it was sent is accepted, and the journal tells of it', async () => {
  expect((await ask(audible, TARGET)).status).toBe(200);
  expect(audible.asked[0]).toMatchObject({
    ...{ method: 'GET', target: TARGET, country: 'us', path: '/1.0/library', body: '' },
    ...{ account: 'anna', by: 'signature', status: 200, at: NOW },
  });
});

test('a store in the path is signed along with the rest', async () => {
  const { device } = audible.account();
  const target = `/de${TARGET}`;
  expect(await status(target, signed(device, { target }))).toBe(200);
  expect(await status(target, signed(device, { target: TARGET }))).toBe(403);
  expect(audible.asked[0]).toMatchObject({ country: 'de', prefix: '/de', path: '/1.0/library' });
});

test('the store may also be told by the host', async () => {
  audible.library('jp').hold([{ asin: 'B0JAPANESE' }]);
  const headers = { ...signed(audible.account().device, { target: '/1.0/library' }), host: 'api.audible.co.jp' };
  expect((await send(audible, { target: '/1.0/library', headers })).text).toContain('B0JAPANESE');
});

test.each([
  ['another order of the query', { target: '/1.0/library?title=b&page=1' }],
  ['the query decoded', { target: '/1.0/library?page=1&title=b ' }],
  ['another method', { method: 'POST' }],
  ['a body', { body: '{}' }],
])('a signature over %s is refused', async (_, wrong) => {
  const target = '/1.0/library?page=1&title=b%20';
  const told = await send(audible, { target, headers: signed(audible.account().device, { target, ...wrong }) });
  expect([told.status, JSON.parse(told.text).message]).toEqual([403, 'Request could not be authenticated']);
  expect(audible.asked[0]?.account).toBeUndefined();
});

test('the body is signed along', async () => {
  const order = { method: 'POST', target: '/1.0/library', body: '{"é":1}' };
  await send(audible, { ...order, headers: signed(audible.account().device, order) });
  await send(audible, { ...order, body: '{"e":1}', headers: signed(audible.account().device, order) });
  expect(audible.asked.map(({ by }) => by)).toEqual(['signature', undefined]);
});

test.each(['2026-01-02T03:04:05Z', '2026-01-02T03:04:05.678901Z', '2026-01-02T03:04:05.678901+00:00Z'])(
  'a time like %s is accepted',
  async (time) => {
    expect(await status('/1.0/library', signed(audible.account().device, { target: '/1.0/library' }, time))).toBe(200);
  },
);

test.each(['1767323045', '2026-01-02 03:04:05', '2026-01-02T03:04:05+01:00', ''])(
  'a time like "%s" is not',
  async (time) => {
    expect(await status('/1.0/library', signed(audible.account().device, { target: '/1.0/library' }, time))).toBe(403);
  },
);

test('an unknown device, another algorithm, a foreign key, base64 for addresses and no signature are refused', async () => {
  const { device } = audible.account();
  const good = signed(device, { target: '/1.0/library' });
  const foreign = { ...device, keys: audible.account('bert').device.keys };
  const [signature = '', ...time] = good['x-adp-signature'].split(':');
  const unpadded = `${signature.replace(/=+$/, '')}:${time.join(':')}`;
  const tries = [
    { ...good, 'x-adp-token': '{enc:x}' },
    { ...good, 'x-adp-alg': 'SHA256withRSA:2.0' },
    signed(foreign, { target: '/1.0/library' }),
    { ...good, 'x-adp-signature': unpadded },
    { ...good, 'x-adp-signature': signature },
    {},
  ];
  for (const headers of tries) expect(await status('/1.0/library', headers)).toBe(403);
});

test('a device that was removed is refused', async () => {
  const { device } = audible.account();
  audible.account().deregister(device);
  expect(await status('/1.0/library', signed(device, { target: '/1.0/library' }))).toBe(403);
});

test('a clock that minds refuses times that are far off, to either side', async () => {
  audible.manners.clockTolerance = 60;
  const tries = ['2026-01-02T03:05:05Z', '2026-01-02T03:03:05Z', '2026-01-02T03:05:06Z', '2026-01-02T03:03:04Z'];
  const told = [];
  for (const time of tries)
    told.push(await status('/1.0/library', signed(audible.account().device, { target: '/1.0/library' }, time)));
  expect(told).toEqual([200, 200, 403, 403]);
});

test('an access token is good until it expires, by time or on command', async () => {
  const token = audible.account().issueAccessToken(undefined, 60);
  const headers = { 'x-amz-access-token': token };
  expect(await status('/1.0/library', headers)).toBe(200);
  now += 60_000;
  expect(await status('/1.0/library', headers)).toBe(403);
  const other = { 'x-amz-access-token': audible.account().issueAccessToken() };
  expect(await status('/1.0/library', other)).toBe(200);
  audible.expireTokens();
  expect(await status('/1.0/library', other)).toBe(403);
  expect(audible.asked.map(({ by }) => by)).toEqual(['access token', undefined, 'access token', undefined]);
});

test('the headers of old are refused as such', async () => {
  const token = audible.account().issueAccessToken();
  const old = await send(audible, {
    target: '/1.0/library',
    headers: { authorization: `Bearer ${token}`, 'client-id': '0' },
  });
  expect([old.status, old.text]).toEqual([400, expect.stringContaining('Client-ID')]);
  expect(await status('/1.0/library', { 'x-amz-access-token': token, 'client-id': '0' })).toBe(400);
});

test('each account has libraries, keys and devices of its own', async () => {
  const [anna, bert] = [audible.account(), audible.account('bert')];
  anna.library('de').hold([{ asin: 'B0ANNAS001' }]);
  bert.library('de').hold([{ asin: 'B0BERTS001' }]);
  const target = '/de/1.0/library';
  const told = await send(audible, { target, headers: signed(bert.device, { target }) });
  expect(told.text).toContain('B0BERTS001');
  expect(told.text).not.toContain('B0ANNAS001');
  expect(audible.asked[0]?.account).toBe('bert');
  expect(bert.customer.user_id).not.toBe(anna.customer.user_id);
});

test('what it does not know is noticed, and who asked is told', async () => {
  const order = { method: 'PUT', target: '/1.0/library/item' };
  const told = await send(audible, { ...order, headers: signed(audible.account().device, order) });
  expect([told.status, audible.asked[0]?.by]).toEqual([501, 'signature']);
});
