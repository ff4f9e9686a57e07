import { newEntitlement } from '@octavo/kobo';
import { anEpub, KoboDevice, KoboStore, storeItem, storeSyncToken } from '@octavo/testing';
import { request as httpRequest } from 'node:http';
import { readFile } from 'node:fs/promises';
import { type House, startHouse, until } from './house.js';
import { listenToLog } from './listen-to-log.js';
import { Visitor } from './visitor.js';

const THEIRS = 'aaaaaaaa-0000-4000-8000-000000000001';
const USER_KEY = 'f00dcafe-1111-4222-8333-944455556666';
const SYNC = '/v1/library/sync?Filter=ALL&DownloadUrlFilter=Generic,Android&PrioritizeRecentReads=true';

describe('a Kobo whose store account is used too', () => {
  let house: House;
  let store: KoboStore;
  let elsewhere: KoboStore;
  let log: ReturnType<typeof listenToLog>;
  let ours: string;
  const secrets = new Set<string>([USER_KEY]);

  beforeAll(async () => {
    store = await KoboStore.start();
    elsewhere = await KoboStore.start();
    log = listenToLog();
    const files = Object.fromEntries([1, 2, 3].map((n) => [`${n}.epub`, anEpub().titled(`Ours ${n}`).by('A').build()]));
    const settings = { KOBO_STORE_BASE_URL: store.url, LOG_LEVEL: 'trace', LOG_FORMAT: 'json' };
    house = await startHouse('postgres', files, settings);
    const ready = "select id from book where delivery_form like 'kepub%' order by title";
    ours = await until('the books', async () => {
      const rows = await house.sql<{ id: string }>(ready);
      return rows.length === 3 && rows[0]!.id;
    });
    await house.quiet();
  });
  afterAll(async () => {
    log.stop();
    await house?.close();
    await store?.close();
    await elsewhere?.close();
  });
  beforeEach(() => {
    store.recover();
    store.requests.length = 0;
    store.items = [];
    store.pageSize = 2;
  });

  interface Paired {
    http: Visitor;
    base: string;
    token: string;
    id: string;
  }

  async function pair(storeProxy = true): Promise<Paired> {
    const { body } = await house.admin.post('/api/devices', { name: 'Kobo' });
    if (storeProxy) await house.admin.patch(`/api/devices/${body.id}`, { storeProxy: true });
    const base = `${house.url}/kobo/${body.token}`;
    secrets.add(body.token);
    return { http: new Visitor(base), base, token: body.token, id: body.id };
  }

  /** As a device calls, once it has signed in at the store. */
  async function signedIn(): Promise<Paired & { headers: Record<string, string> }> {
    const paired = await pair();
    const { body } = await paired.http.post('/v1/auth/device', { UserKey: USER_KEY, DeviceId: 'd'.repeat(64) });
    for (const token of [body.AccessToken, body.RefreshToken]) secrets.add(token);
    store.requests.length = 0;
    return { ...paired, headers: { authorization: `Bearer ${body.AccessToken}`, 'x-kobo-userkey': USER_KEY } };
  }

  /** Ours come in the order they were read, which is any, and first. */
  const titles = (items: { NewEntitlement: { BookMetadata: { Title: string } } }[]) => {
    const all = items.map((item) => item.NewEntitlement.BookMetadata.Title);
    const end = all.findLastIndex((title) => title.startsWith('Ours')) + 1;
    return [...all.slice(0, end).sort((a, b) => (a < b ? -1 : 1)), ...all.slice(end)];
  };

  /** Sends a request line as it is. */
  function raw(
    target: string,
    { method = 'GET', body = '', headers = {} } = {},
  ): Promise<{ status: number; text: string }> {
    const { hostname, port } = new URL(house.url);
    return new Promise((resolve, reject) => {
      const sent = httpRequest({ hostname, port, path: target, method, headers }, (answer) => {
        let text = '';
        answer.on('data', (chunk) => (text += chunk));
        answer.on('end', () => resolve({ status: answer.statusCode!, text }));
      });
      sent.on('error', reject);
      sent.end(body);
    });
  }

  it('does not use it unless somebody said so', async () => {
    const { http, base } = await pair(false);
    const kobo = new KoboDevice({ apiEndpoint: base, coverLimit: 1 });
    expect((await kobo.sync()).completed).toBe(true);
    await http.get('/v1/user/wishlist');
    await http.call('PUT', `/v1/library/${THEIRS}/state`, { ReadingStates: [] });
    expect((await http.get(`/v1/books/${THEIRS}/thumbnail/355/530/false/image.jpg`)).status).toBe(404);
    expect(store.requests).toEqual([]);
  });

  describe('signs in', () => {
    it('at the store, with its body byte for byte', async () => {
      const { base, http } = await pair();
      const body = `{ "UserKey":"${USER_KEY}",  "AffiliateName": "Kobo" }\n`;
      const path = new URL(base).pathname;
      const { status, text } = await raw(`${path}/v1/auth/device`, { method: 'POST', body });
      expect(status).toBe(200);
      const answer = JSON.parse(text);
      expect(store.issued).toContain(answer.AccessToken);
      expect(store.requests.map(({ target, body: sent }) => [target, sent.toString()])).toEqual([
        ['/v1/auth/device', body],
      ]);
      const again = await http.post('/v1/auth/refresh', { RefreshToken: answer.RefreshToken });
      expect([again.status, store.issued.has(again.body.AccessToken)]).toEqual([200, true]);
      expect(again.headers.getSetCookie()).toEqual([]);
    });

    it.each(['error 500', 'garbage', 'cut off', 'huge', 'redirect elsewhere', 'redirect within'] as const)(
      'with us when the store answers with %s',
      async (fault) => {
        const { http } = await pair();
        store.fail(fault);
        for (const path of ['/v1/auth/device', '/v1/auth/refresh']) {
          const { status, body } = await http.post(path, { UserKey: USER_KEY });
          expect([status, body.TokenType, body.UserKey]).toEqual([200, 'Bearer', USER_KEY]);
          expect(store.issued).not.toContain(body.AccessToken);
        }
      },
    );

    it('not at all when the store refuses: only the device can mend that', async () => {
      const { http } = await pair();
      const { status, body } = await http.post('/v1/auth/refresh', { RefreshToken: 'never given' });
      expect([status, body.ResponseStatus.ErrorCode]).toEqual([400, 'InvalidToken']);
    });

    it('with us, unseen by the store, while it has only tokens of ours; and nothing it does breaks', async () => {
      const { http, id } = await pair(false);
      const { body } = await http.post('/v1/auth/device', { UserKey: '' });
      await house.admin.patch(`/api/devices/${id}`, { storeProxy: true });
      const headers = { authorization: `Bearer ${body.AccessToken}` };
      expect((await http.post('/v1/auth/refresh', { RefreshToken: body.RefreshToken })).status).toBe(200);
      expect((await http.get('/v1/initialization', headers)).status).toBe(200);
      expect((await http.get('/v1/refused', headers)).body).toEqual({});
      expect((await http.get(SYNC, headers)).body).toHaveLength(3);
      const told = JSON.stringify(store.requests.map((request) => ({ ...request, body: request.body.toString() })));
      for (const secret of [body.AccessToken, body.RefreshToken]) expect(told).not.toContain(secret);
    });
  });

  describe('gets the map of addresses', () => {
    it('of the store, with our library, covers and telemetry over it', async () => {
      const { http, base, headers } = await signedIn();
      const { status, body, headers: answered } = await http.get('/v1/initialization', headers);
      expect([status, Object.keys(body)]).toEqual([200, ['Resources']]);
      expect(answered.get('x-kobo-apitoken')).toBe('e30=');
      expect(body.Resources).toMatchObject({
        library_sync: `${base}/v1/library/sync`,
        image_host: house.url,
        post_analytics_event: `${base}/v1/analytics/event`,
        oauth_host: `${store.url}/oauth`,
        reading_services_host: `${store.url}/reading-services`,
        kobo_wishlist_enabled: 'True',
        brand_new_page: 'https://www.kobo.com/new',
      });
      expect(body.Resources.image_url_template).toContain(`${base}/v1/books/{ImageId}/thumbnail/{Width}/{Height}/`);
      expect(Object.keys(body.Resources).length).toBeGreaterThan(185);
    });

    it('not when its sign-in has ended: it gets the 401 that makes it renew its tokens', async () => {
      const { http, headers } = await signedIn();
      store.expireTokens();
      const { status, body } = await http.get('/v1/initialization', headers);
      expect([status, body.ResponseStatus.ErrorCode]).toEqual([401, 'ExpiredToken']);
    });

    it.each(['error 500', 'garbage', 'cut off', 'huge', 'redirect elsewhere'] as const)(
      'that is built in when the store answers with %s, and stays with the store for its sign-in',
      async (fault) => {
        const { http, base, headers } = await signedIn();
        store.fail(fault);
        const { status, body } = await http.get('/v1/initialization', headers);
        expect([status, Object.keys(body.Resources).length]).toEqual([200, 185]);
        expect(body.Resources.library_sync).toBe(`${base}/v1/library/sync`);
        expect(body.Resources.oauth_host).toBe('https://oauth.kobo.com');
      },
    );
  });

  describe('syncs', () => {
    it('our books first and then those of the store, page by page', async () => {
      const { http, headers, id } = await signedIn();
      store.items = [1, 2, 3].map((n) => storeItem(`aaaaaaaa-0000-4000-8000-00000000000${n}`, `Bought ${n}`));
      const first = await http.get(SYNC, headers);
      expect(titles(first.body)).toEqual(['Ours 1', 'Ours 2', 'Ours 3', 'Bought 1', 'Bought 2']);
      expect(first.headers.get('x-kobo-sync')).toBe('continue');
      expect(first.headers.get('x-kobo-sync-mode')).toBe('delta');
      const token = first.headers.get('x-kobo-synctoken')!;
      expect(token.length).toBeLessThan(120);
      expect([...first.headers].join('').length).toBeLessThan(4_096);
      const ask = () => http.get(SYNC, { ...headers, 'x-kobo-synctoken': token });
      const [second, again] = [await ask(), await ask()];
      expect([titles(second.body), second.headers.get('x-kobo-sync')]).toEqual([['Bought 3'], null]);
      expect([again.body, again.headers.get('x-kobo-synctoken')]).toEqual([
        second.body,
        second.headers.get('x-kobo-synctoken'),
      ]);
      const sent = store.asked('/v1/library/sync');
      expect(sent.map(({ target }) => target)).toEqual([SYNC, SYNC, SYNC]);
      expect(sent.map(({ headers: { 'x-kobo-synctoken': theirs } }) => theirs)).toEqual([
        undefined,
        storeSyncToken(2, true),
        storeSyncToken(2, true),
      ]);
      const rows = await house.sql<{ token: string }>('select token from store_cursor where device_id = $1', [id]);
      expect(rows.length).toBeGreaterThan(0);
      secrets.add(storeSyncToken(2, true)).add(storeSyncToken(3));
    });

    it.each(['error 500', 'expired token', 'garbage', 'cut off', 'huge', 'silence', 'redirect elsewhere'] as const)(
      'our books in time when the store answers with %s, and the store’s the next time',
      async (fault) => {
        const { http, headers } = await signedIn();
        store.items = [storeItem(THEIRS, 'Bought')];
        store.fail(fault);
        const began = performance.now();
        const { status, body, headers: answered } = await http.get(SYNC, headers);
        expect(performance.now() - began).toBeLessThan(60_000);
        expect([status, titles(body)]).toEqual([200, ['Ours 1', 'Ours 2', 'Ours 3']]);
        expect(answered.get('x-kobo-sync')).toBeNull();
        expect(store.requests).toHaveLength(1);
        store.recover();
        const next = await http.get(SYNC, { ...headers, 'x-kobo-synctoken': answered.get('x-kobo-synctoken')! });
        expect(titles(next.body)).toEqual(['Bought']);
      },
    );

    it('as a whole, from its first sign-in on', async () => {
      const { base } = await pair();
      const at = new Date('2026-01-01T10:00:00Z');
      const download = { format: 'EPUB3' as const, size: 1, url: `${store.url}/file` };
      const bought = { title: 'Bought', authors: [], download, addedAt: at, changedAt: at, grantedAt: at };
      store.items = [1, 2, 3].map((n) => {
        const id = `aaaaaaaa-0000-4000-8000-00000000000${n}`;
        return newEntitlement({ ...bought, entitlementId: id, revisionId: id });
      });
      const kobo = new KoboDevice({ apiEndpoint: base, coverLimit: 1, downloadLimit: 0 });
      const run = await kobo.sync();
      expect([run.failure, run.completed, run.items.length]).toEqual([undefined, true, 6]);
      kobo.expireTokens();
      expect((await kobo.start()).completed).toBe(true);
      expect((await kobo.sync()).items).toEqual([]);
      expect(kobo.violations).toEqual([]);
      expect(store.asked('/v1/auth/refresh')).toHaveLength(1);
      expect(store.asked('/v1/analytics')).toEqual([]);
    });

    it("from where another server had left off with the store's half", async () => {
      const { http, headers } = await signedIn();
      store.items = [1, 2, 3].map((n) => storeItem(`aaaaaaaa-0000-4000-8000-00000000000${n}`, `Bought ${n}`));
      const wrapped = Buffer.from(JSON.stringify({ data: { raw_kobo_store_token: storeSyncToken(2) } }));
      const { body } = await http.get(SYNC, { ...headers, 'x-kobo-synctoken': wrapped.toString('base64') });
      expect(titles(body)).toEqual(['Ours 1', 'Ours 2', 'Ours 3', 'Bought 3']);
    });
  });

  describe('tells the store', () => {
    it('nothing about a book of ours, however its id is written', async () => {
      const { http, base, headers } = await signedIn();
      const path = new URL(base).pathname;
      const state = { ReadingStates: [{ EntitlementId: ours, StatusInfo: { Status: 'Reading' } }] };
      for (const id of [ours, ours.toUpperCase(), `%${ours.charCodeAt(0).toString(16)}${ours.slice(1)}`]) {
        await raw(`${path}/v1/library/${id}/state`, { method: 'PUT', body: JSON.stringify(state), headers });
        await raw(`${path}/v1/products/${id}/prices`, { headers });
        await raw(`${path}/v1/products/${id}/nextread`, { headers });
        await raw(`${path}/v1/products/books/${id}/access`, { headers });
        await raw(`${path}/v1/user/reviews?ProductIds=${id}`, { headers });
        await raw(`${path}/v1/library/${id}/preview`, { method: 'POST', headers });
      }
      await http.get(`/v1/library/${ours}/metadata`, headers);
      await http.get(`/v1/library/${ours}/state`, headers);
      // a path of theirs with a body about ours
      await http.call('PUT', `/v1/library/${THEIRS}/state`, state, headers);
      await http.call('POST', '/v1/user/wishlist/items', { Add: [{ CrossRevisionId: ours }] }, headers);
      await http.call('DELETE', `/v1/library/${ours}`, undefined, headers);
      expect(store.requests).toEqual([]);
      await house.sql('update entitlement set withheld = null where book_id = $1', [ours]);
    });

    it('what its reader does with a book of theirs', async () => {
      const { http, headers } = await signedIn();
      const body = `{"ReadingStates":[{"EntitlementId":"${THEIRS}" }]}`;
      const put = await http.call('PUT', `/v1/library/${THEIRS}/state`, body, headers);
      expect([put.status, put.body.RequestResult]).toEqual([200, 'Success']);
      const gone = await http.call('DELETE', `/v1/library/${THEIRS}`, undefined, headers);
      expect([gone.status, gone.body.length]).toEqual([204, 0]);
      const { body: metadata } = await http.get(`/v1/library/${THEIRS}/metadata`, headers);
      expect(metadata).toMatchObject([{ EntitlementId: THEIRS, Title: 'Bought at the store' }]);
      expect(store.requests.map(({ method, target, body: sent }) => [method, target, sent.toString()])).toEqual([
        ['PUT', `/v1/library/${THEIRS}/state`, body],
        ['DELETE', `/v1/library/${THEIRS}`, ''],
        ['GET', `/v1/library/${THEIRS}/metadata`, ''],
      ]);
      expect(store.requests[0]!.headers).toMatchObject(headers);
    });

    it('its questions byte for byte, without what is ours in their lists', async () => {
      const { base, headers } = await signedIn();
      const path = new URL(base).pathname;
      for (const target of [
        '/v1/products?q=a%2Cb&Filters=%7B%7D',
        '/v1/assets?DiffRequests=[{"Key":"ThirdPartyApps","ETag":"1"}]',
        '/v1/products/featured/',
        '/v2/products/list/featured?x=%20+&&=',
        `/v1/products/${THEIRS},${ours}/prices`,
      ])
        expect((await raw(path + target, { headers })).status).toBe(200);
      expect(store.requests.map(({ target }) => target)).toEqual([
        '/v1/products?q=a%2Cb&Filters=%7B%7D',
        '/v1/assets?DiffRequests=[{"Key":"ThirdPartyApps","ETag":"1"}]',
        '/v1/products/featured/',
        '/v2/products/list/featured?x=%20+&&=',
        `/v1/products/${THEIRS}/prices`,
      ]);
    });

    it('nothing of what its reader does otherwise', async () => {
      const { http, headers } = await signedIn();
      const events = { Events: ['x'.repeat(1_000_000)] };
      expect((await http.call('POST', '/v1/analytics/event', events, headers)).body.Result).toBe('Success');
      expect((await http.get('/v1/analytics/gettests', headers)).body).toMatchObject({ TestKey: USER_KEY });
      const paths = [
        '/v1/Analytics/Event',
        '/v1/funnelmetrics',
        '/v2/tracking/searchperformed',
        '/v2/activity/bam/success',
      ];
      for (const path of paths) expect((await http.call('POST', path, events, headers)).status).toBe(200);
      expect(store.requests).toEqual([]);
    });

    it('neither its address with us nor its cookies nor who sent it here', async () => {
      const { http, base, token, headers } = await signedIn();
      await http.call('POST', '/v1/user/x', { url: `${base}/v1/x` }, headers);
      await http.get(`/v1/user/x?url=${encodeURIComponent(base)}`, headers);
      await http.get('/v1/user/x', { ...headers, 'x-kobo-odd': token });
      expect(store.requests).toEqual([]);
      await http.get('/v1/user/x', { ...headers, cookie: 'a=b', 'x-forwarded-for': '10.1.2.3', referer: `${base}/x` });
      expect(Object.keys(store.requests[0]!.headers).sort()).toEqual(
        [
          'accept',
          'accept-encoding',
          'accept-language',
          'authorization',
          'connection',
          'host',
          'user-agent',
          'x-kobo-userkey',
        ].sort(),
      );
      expect(store.requests[0]!.headers.host).toBe(new URL(store.url).host);
    });
  });

  describe('reaches nobody else', () => {
    it('whatever address it names', async () => {
      const { base, headers } = await signedIn();
      const path = new URL(base).pathname;
      const { host } = new URL(elsewhere.url);
      for (const target of [
        `http://${host}${path}/v1/user/x`,
        `${path}//${host}/v1/user/x`,
        `${path}/http://${host}/v1/user/x`,
        `${path}/@${host}/v1/user/x`,
        `${path}/v1/../../${host}/v1/user/x`,
        `${path}/v1/user/x?url=http://${host}/`,
        `//${host}${path}/v1/user/x`,
      ])
        await raw(target, { headers });
      await raw(`${path}/v1/user/x`, {
        headers: { ...headers, host, 'x-forwarded-host': host, forwarded: `host=${host}` },
      });
      expect(elsewhere.requests).toEqual([]);
      for (const { target } of store.requests) expect(target).toMatch(/^\/v1\/user\/x(\?url=http:\/\/[\d.:]+\/)?$/);
      expect(JSON.stringify(store.requests)).not.toContain(path.split('/')[2]);
    });

    it('and nobody without a device reaches the store', async () => {
      const stranger = new Visitor(`${house.url}/kobo/unknown`);
      for (const path of ['/v1/user/x', '/v1/initialization', '/v1/auth/device', SYNC])
        expect((await stranger.get(path)).status).toBe(401);
      expect(store.requests).toEqual([]);
    });
  });

  describe('gets for what is not ours', () => {
    it("the store's answer, and its refusals as they are", async () => {
      const { http, headers } = await signedIn();
      const { body, headers: answered } = await http.get('/v1/user/anything', headers);
      expect(body).toMatchObject({ from: 'the store', target: '/v1/user/anything' });
      expect([answered.get('x-kobo-store'), answered.getSetCookie()]).toEqual(['yes', []]);
      const posted = await http.call('POST', '/v1/user/anything', { a: 1 }, headers);
      expect([posted.status, posted.body.method]).toEqual([200, 'POST']);
      const refused = await http.get('/v1/refused', headers);
      expect([refused.status, refused.body.ResponseStatus.ErrorCode]).toEqual([404, 'NotFound']);
    });

    it.each(['error 500', 'garbage', 'cut off', 'huge', 'redirect elsewhere'] as const)(
      'our polite answer when the store answers with %s',
      async (fault) => {
        const { http, headers } = await signedIn();
        store.fail(fault);
        expect((await http.get('/v1/user/loyalty/benefits', headers)).body).toEqual({ Benefits: {} });
        const put = await http.call('PUT', '/v1/does/not/exist', {}, headers);
        expect([put.status, put.body]).toEqual([200, {}]);
        expect((await http.get(`/v1/library/${THEIRS}/metadata`, headers)).body).toEqual([]);
        expect((await http.call('PUT', `/v1/library/${THEIRS}/state`, { ReadingStates: [] }, headers)).status).toBe(
          200,
        );
      },
    );

    it('our polite answer while the store is silent, and does not wait for each', async () => {
      const { http, headers } = await signedIn();
      store.fail('silence');
      expect((await http.get('/v1/deals', headers)).body).toEqual({ Deals: [] });
      const began = performance.now();
      expect((await http.get('/v1/deals', headers)).body).toEqual({ Deals: [] });
      expect(performance.now() - began).toBeLessThan(60_000);
      store.recover();
      expect((await http.get('/v1/deals', headers)).body.from).toBe('the store');
    });

    it('a redirect of a GET to the store, and none of anything else', async () => {
      const { http, headers } = await signedIn();
      store.fail('redirect within');
      const { status, headers: answered } = await http.get('/v1/user/x', headers);
      expect([status, answered.get('location')]).toEqual([307, 'https://www.kobo.com/moved']);
      expect((await http.call('POST', '/v1/user/x', {}, headers)).status).toBe(200);
    });

    it('covers from where the store has them, but no picture of ours', async () => {
      const { http } = await pair();
      const { status, headers } = await http.get(`/v1/books/${THEIRS}/thumbnail/355/530/80/False/image.jpg`);
      expect([status, headers.get('location')]).toEqual([
        307,
        `https://cdn.kobo.com/book-images/${THEIRS}/355/530/false/image.jpg`,
      ]);
      // a picture of ours that this device may not see is no business of the store either
      const [hidden] = await house.sql<{ id: string }>('select gen_random_uuid() as id');
      await house.sql('insert into shelf (id, user_id, name) select $1, id, $2 from user_account limit 1', [
        hidden!.id,
        'X',
      ]);
      expect((await http.get(`/v1/books/${hidden!.id}/thumbnail/1/1/false/image.jpg`)).status).toBe(404);
      const own = (await http.get(`/v1/library/${ours}/metadata`)).body[0].CoverImageId ?? ours;
      expect((await http.get(`/v1/books/${own}/thumbnail/1/1/false/image.jpg`)).status).not.toBe(307);
      expect((await http.get('/v1/books/a%2F..%2Fb/thumbnail/1/1/false/image.jpg')).status).toBe(404);
    });
  });

  it('leaves no secret in the log or, in clear, in the database', async () => {
    const key = (await readFile(`${house.books}/../data/secret.key`, 'utf8')).trim();
    const told = log.text();
    expect(told.split('\n').length).toBeGreaterThan(100);
    expect(told).toContain('asked in vain');
    for (const secret of [...secrets, key]) expect([secret, told.includes(secret)]).toEqual([secret, false]);
    const tables = await house.sql<{ name: string }>(
      "select quote_ident(tablename) as name from pg_tables where schemaname = 'public'",
    );
    for (const { name } of tables) {
      const rows = await house.sql<{ text: string }>(`select t::text as text from ${name} t`);
      const text = rows.map((row) => row.text).join('\n');
      for (const secret of [...secrets, key])
        expect([name, secret, text.includes(secret)]).toEqual([name, secret, false]);
    }
  });
});
