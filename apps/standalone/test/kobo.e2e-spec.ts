import { anEpub, jpegCover, KoboDevice, pngCover } from '@octavo/testing';
import { get } from 'node:http';
import sharp from 'sharp';
import { type House, startHouse, until } from './house.js';
import { Visitor } from './visitor.js';

const COUNT = 124;

/** A library that fills one page and a bit, one of its books with a PNG cover. */
function library(): Record<string, Uint8Array> {
  const files: Record<string, Uint8Array> = {};
  for (let n = 1; n < COUNT; n++)
    files[`${n}.epub`] = anEpub().titled(`Book ${n}`).by('John Döe执').withChapters(1, 1).build();
  files['special.epub'] = anEpub()
    .titled('testbook执')
    .by('John Döe执')
    .inSeries('O0ü 执', '1.5')
    .inLanguage('nob')
    .identifiedBy('isbn', '9780441478125')
    .withCover(pngCover())
    .withChapters(2)
    .build();
  return files;
}

describe('a Kobo', () => {
  let house: House;
  let special: string;

  beforeAll(async () => {
    house = await startHouse('postgres', library());
    await until('all books to be ready', async () => {
      const [row] = await house.sql<{ n: number }>(
        "select count(*)::int n from book where delivery_form like 'kepub%'",
      );
      return row!.n === COUNT;
    });
    await house.quiet();
    special = (await house.admin.get('/api/books?q=testbook')).body.items[0].id;
  });
  afterAll(() => house?.close());

  async function pair(name = 'Kobo'): Promise<{ kobo: KoboDevice; base: string; id: string; http: Visitor }> {
    const { body } = await house.admin.post('/api/devices', { name });
    const base = `${house.url}/kobo/${body.token}`;
    expect(body.apiEndpoint).toBe(base);
    const kobo = new KoboDevice({ apiEndpoint: base, coverLimit: 3 });
    return { kobo, base, id: body.id, http: new Visitor(base) };
  }

  it('gets every book once over two pages, downloads, and is told nothing the second time', async () => {
    const { kobo, http } = await pair();
    const first = await http.get(
      '/v1/library/sync?Filter=ALL&DownloadUrlFilter=Generic,Android&PrioritizeRecentReads=true',
    );
    expect(first.body).toHaveLength(100);
    expect([first.headers.get('x-kobo-sync'), first.headers.get('content-type')]).toEqual([
      'continue',
      'application/json; charset=utf-8',
    ]);
    expect(first.headers.getSetCookie()).toEqual([]);
    expect([...first.headers].join('').length).toBeLessThan(4_096);
    const second = await http.get('/v1/library/sync', { 'x-kobo-synctoken': first.headers.get('x-kobo-synctoken')! });
    expect([second.body.length, second.headers.get('x-kobo-sync')]).toEqual([24, null]);
    const ids = [...first.body, ...second.body].map((item) => item.NewEntitlement.BookEntitlement.Id);
    expect(new Set(ids).size).toBe(COUNT);

    const run = await kobo.sync();
    expect(run.failure).toBeUndefined();
    expect([run.completed, run.items.length, kobo.titles.length]).toEqual([true, COUNT, COUNT]);
    expect([...kobo.books.values()].filter(({ file }) => file)).toHaveLength(5);
    expect(kobo.violations).toEqual([]);
    expect((await kobo.sync()).items).toEqual([]);
  });

  it('loses nothing when answers are lost, repeated or held back', async () => {
    const { kobo } = await pair();
    kobo.net.dropAnswer();
    expect((await kobo.sync()).completed).toBe(false);
    expect(kobo.books.size).toBe(0);
    kobo.net.repeatRequest(2);
    const run = await kobo.sync();
    expect([run.completed, kobo.titles.length]).toEqual([true, COUNT]);
    kobo.net.dropAnswer();
    await kobo.sync();
    expect((await kobo.sync()).items).toEqual([]);
    expect(kobo.violations).toEqual([]);
  });

  it('gets the same page for the same token, and two requests at once get one each', async () => {
    const { http } = await pair();
    const [one, two] = await Promise.all([http.get('/v1/library/sync'), http.get('/v1/library/sync')]);
    expect(two.body).toEqual(one.body);
    expect(two.headers.get('x-kobo-synctoken')).toBe(one.headers.get('x-kobo-synctoken'));
  });

  it.each([
    ['garbage', 'garbage'],
    ['percent signs', '%%%'],
    ['8 KB', 'a'.repeat(8_000)],
    ['a calibre-web token', Buffer.from('{"version":"1-1-0","data":{}}').toString('base64')],
    ['a Komga token', 'KOMGA.eyJ2ZXJzaW9uIjoxfQ'],
    ['a store token', 'eyJ0eXAiOjF9.eyJJbnRlcm5hbFN5bmNUb2tlbiI6IngifQ=='],
    ['a token from the future', 'oct1.AAAAAAAA.1.zzzzz.zzzzz'],
  ])('starts from the beginning with %s', async (_what, token) => {
    const { http } = await pair();
    const { status, body } = await http.get('/v1/library/sync', { 'x-kobo-synctoken': token });
    expect([status, body.length, Object.keys(body[0])]).toEqual([200, 100, ['NewEntitlement']]);
  });

  it("takes another device's token, and one from before a resync, for none", async () => {
    const [mine, other] = [await pair(), await pair()];
    await other.kobo.sync();
    const { body } = await mine.http.get('/v1/library/sync', { 'x-kobo-synctoken': other.kobo.syncToken! });
    expect(body).toHaveLength(100);
    await house.admin.post(`/api/devices/${other.id}/resync`);
    const again = await other.kobo.sync();
    expect([again.items.length, new Set(again.items.map(({ kind }) => kind))]).toEqual([
      COUNT,
      new Set(['NewEntitlement']),
    ]);
    expect(other.kobo.violations).toEqual([]);
  });

  it('is told of a book that comes, changes its file or goes between two pages exactly once in the end', async () => {
    const { kobo } = await pair();
    const held = kobo.net.holdAnswer();
    const syncing = kobo.sync();
    await held.reached;
    await house.drop('late.epub', anEpub().titled('Late').by('Q').build());
    await until('the late book', async () => {
      const [row] = await house.sql<{ n: number }>(
        "select count(*)::int n from book where title = 'Late' and delivery_form like 'kepub%'",
      );
      return row!.n === 1;
    });
    held.release();
    const first = await syncing;
    const second = await kobo.sync();
    const late = [...first.items, ...second.items].filter(({ id }) => kobo.books.get(id)?.title === 'Late');
    expect([late.length, kobo.titles.length, kobo.violations]).toEqual([1, COUNT + 1, []]);
  });

  it('sees a book as it is, whatever the alphabet', async () => {
    const { http } = await pair();
    const { status, body } = await http.get(`/v1/library/${special}/metadata`);
    expect([status, body.length]).toEqual([200, 1]);
    expect(body[0]).toMatchObject({
      EntitlementId: special,
      Title: 'testbook执',
      Contributors: ['John Döe执'],
      Series: { Name: 'O0ü 执', NumberFloat: 1.5 },
      Language: 'nb',
      Isbn: '9780441478125',
      DownloadUrls: [{ Format: 'KEPUB', Platform: 'Generic' }],
    });
    expect(body[0].DownloadUrls[0].Url).toMatch(new RegExp(`^${house.url}/kobo/`));
    for (const unknown of ['00000000-0000-4000-8000-000000000000', 'nonsense']) {
      const answer = await http.get(`/v1/library/${unknown}/metadata`);
      expect([answer.status, answer.body]).toEqual([200, []]);
    }
  });

  describe('downloads', () => {
    let http: Visitor;
    let path: string;
    let size: number;
    let etag: string;

    beforeAll(async () => {
      const paired = await pair();
      ({ http } = paired);
      const { body } = await http.get(`/v1/library/${special}/metadata`);
      const [{ Url, Size }] = body[0].DownloadUrls;
      path = Url.split(/\/kobo\/[^/]+/)[1];
      size = Size;
    });

    it('the KEPUB whole, with exact length and a name Nickel opens with its better renderer', async () => {
      const { status, headers, body } = await http.get(path);
      etag = headers.get('etag')!;
      expect([status, headers.get('content-type'), headers.get('content-length')]).toEqual([
        200,
        'application/epub+zip',
        String(size),
      ]);
      expect(body.length).toBe(size);
      expect(headers.get('content-disposition')).toMatch(
        /filename=".*\.kepub\.epub"; filename\*=UTF-8''.*\.kepub\.epub$/,
      );
      expect(Buffer.from(body).subarray(30, 58).toString()).toBe('mimetypeapplication/epub+zip');
    });

    it.each([
      ['the first bytes', { range: 'bytes=0-99' }, 206, 100],
      ['the last bytes', { range: 'bytes=-10' }, 206, 10],
      ['past the end', { range: 'bytes=99999999-' }, 416, 0],
      ['several ranges: everything', { range: 'bytes=0-1,5-6' }, 200, -1],
      ['with a stale validator: everything', { range: 'bytes=0-99', 'if-range': '"old"' }, 200, -1],
    ])('%s', async (_what, headers, status, length) => {
      const answer = await http.get(path, headers);
      expect([answer.status, answer.body.length]).toEqual([status, length < 0 ? size : length]);
      if (status === 206) expect(answer.headers.get('content-range')).toMatch(new RegExp(`^bytes \\d+-\\d+/${size}$`));
    });

    it('answers HEAD with the same headers and nothing else, and 304 to who has it', async () => {
      const head = await http.call('HEAD', path);
      expect([head.status, head.headers.get('content-length'), head.body.length]).toEqual([200, String(size), 0]);
      expect((await http.get(path, { 'if-none-match': etag })).status).toBe(304);
    });
  });

  describe('covers', () => {
    const image = async (http: Visitor) =>
      (await http.get(`/v1/library/${special}/metadata`)).body[0].CoverImageId as string;

    it.each([
      ['355/530/80/False'],
      ['1264/1680/False'],
      ['149/223/100/True'],
      ['60/90/isGreyscale'],
      ['abc/def/false'],
    ])('in the size %s: a baseline JPEG that fits, never enlarged', async (size) => {
      const { http } = await pair();
      const { status, headers, body } = await http.get(`/v1/books/${await image(http)}/thumbnail/${size}/image.jpg`);
      expect([status, headers.get('content-type')]).toEqual([200, 'image/jpeg']);
      const { width, height, format, isProgressive } = await sharp(body as Uint8Array).metadata();
      const [w, h] = size.split('/').map(Number);
      expect([format, isProgressive]).toEqual(['jpeg', false]);
      expect(width <= Math.min(w || 149, 400) && height <= Math.min(h || 223, 600)).toBe(true);
    });

    it('says 304 to who has it and 404 to who asks for what is not there', async () => {
      const { http } = await pair();
      const path = `/v1/books/${await image(http)}/thumbnail/355/530/false/image.jpg`;
      const { headers } = await http.get(path);
      expect((await http.get(path, { 'if-none-match': headers.get('etag')! })).status).toBe(304);
      expect((await http.get('/v1/books/nonsense/thumbnail/1/1/false/image.jpg')).status).toBe(404);
    });
  });

  it('goes through sign-in: device, OIDC and the full map of addresses', async () => {
    const { http } = await pair();
    const device = await http.post('/v1/auth/device', { UserKey: 'abc', AffiliateName: 'Kobo' });
    expect([device.status, device.body.TokenType, device.body.UserKey]).toEqual([200, 'Bearer', 'abc']);
    expect((await http.call('POST', '/v1/auth/device')).body.UserKey).toBe('');
    expect((await http.call('POST', '/v1/auth/device', 'not json at all')).status).toBe(200);
    expect((await http.post('/v1/auth/refresh', {})).status).toBe(200);
    const { headers, body } = await http.get('/v1/initialization');
    expect(headers.get('x-kobo-apitoken')).toBe('e30=');
    expect(Object.keys(body)).toEqual(['Resources']);
    expect(Object.keys(body.Resources).length).toBeGreaterThanOrEqual(150);
    expect(body.Resources.image_url_template).toMatch(
      new RegExp(`^${house.url}/kobo/.*\\{ImageId\\}.*\\{Width\\}/\\{Height\\}`),
    );
    const discovery = await http.get('/oauth/.well-known/openid-configuration');
    expect(discovery.body.token_endpoint).toMatch(new RegExp(`^${house.url}/kobo/.*/oauth/token$`));
    const allowed = await http.get('/oauth/authorize?redirect_uri=kobo://UserAuthenticated&state=abc&client_id=nickel');
    expect([allowed.status, allowed.headers.get('location')]).toEqual([
      302,
      expect.stringMatching(/^kobo:\/\/UserAuthenticated\?code=.+&state=abc$/),
    ]);
    expect((await http.get('/oauth/authorize?redirect_uri=https://evil.example&state=abc')).status).toBe(400);
    const token = await http.call('POST', '/oauth/token', 'grant_type=refresh_token&refresh_token=x', {
      'content-type': 'application/x-www-form-urlencoded',
    });
    expect(token.body).toMatchObject({
      token_type: 'Bearer',
      expires_in: expect.any(Number),
      access_token: expect.any(String),
    });
  });

  it('gets a polite answer to everything else, whatever the verb, the case or the body', async () => {
    const { http, base } = await pair();
    for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']) {
      const { status, body } = await http.call(method, '/v1/does/not/exist');
      expect([method, status, body]).toEqual([method, 200, {}]);
    }
    expect((await http.get('')).body).toEqual({});
    expect((await http.get('/')).body).toEqual({});
    expect((await http.get('/v1/user/loyalty/benefits')).body).toEqual({ Benefits: {} });
    expect((await http.get('/v1/analytics/gettests', { 'x-kobo-userkey': 'k' })).body.TestKey).toBe('k');
    expect((await http.post('/v1/analytics/event', { Events: ['x'.repeat(1_000_000)] })).body.Result).toBe('Success');
    expect((await http.get('/v1/products/featured/')).status).toBe(200);
    // devices do not escape what is in their queries; fetch would
    const raw = await new Promise<number>((resolve) => {
      const { hostname, port, pathname } = new URL(base);
      get({ hostname, port, path: `${pathname}/v1/assets?DiffRequests=[{"Key":"x"}]` }, (answer) =>
        resolve(answer.statusCode!),
      );
    });
    expect(raw).toBe(200);
  });

  it('keeps its place: what it tells of its reader comes back, and goes to the other device but not to itself', async () => {
    const [one, two] = [await pair(), await pair()];
    await one.kobo.sync();
    await two.kobo.sync();
    const at = '2026-03-08T21:14:03Z';
    const state = {
      EntitlementId: special,
      LastModified: at,
      CurrentBookmark: {
        LastModified: at,
        ProgressPercent: 34,
        ContentSourceProgressPercent: 0,
        Location: { Value: 'kobo.4.3', Type: 'KoboSpan', Source: 'OEBPS/c.xhtml' },
      },
      Statistics: { LastModified: at, SpentReadingMinutes: 142, RemainingTimeMinutes: 260 },
      StatusInfo: { LastModified: at, Status: 'Reading' },
    };
    const put = await one.http.call('PUT', `/v1/library/${special}/state`, { ReadingStates: [state] });
    expect([put.status, put.body.RequestResult]).toEqual([200, 'Success']);
    expect(put.body.UpdateResults[0].CurrentBookmarkResult.Result).toBe('Success');
    const older = {
      ...state,
      CurrentBookmark: { ...state.CurrentBookmark, LastModified: '2026-01-01T00:00:00Z', ProgressPercent: 1 },
    };
    await one.http.call('PUT', `/v1/library/${special}/state`, { ReadingStates: [older] });
    const { body } = await one.http.get(`/v1/library/${special}/state`);
    expect(body[0].CurrentBookmark).toMatchObject({
      ProgressPercent: 34,
      ContentSourceProgressPercent: 0,
      Location: { Value: 'kobo.4.3' },
    });
    expect(body[0].StatusInfo).toMatchObject({ Status: 'Reading', TimesStartedReading: 1 });
    expect((await one.kobo.sync()).items).toEqual([]);
    expect((await two.kobo.sync()).items).toEqual([{ kind: 'ChangedReadingState', id: special }]);
    const fresh = await pair();
    const page = await fresh.http.get('/v1/library/sync');
    const mine = page.body.find(
      (item: { NewEntitlement: { BookEntitlement: { Id: string } } }) =>
        item.NewEntitlement.BookEntitlement.Id === special,
    );
    if (mine) expect(mine.NewEntitlement.ReadingState.CurrentBookmark.ProgressPercent).toBe(34);
  });

  it('is refused everywhere with an unknown or a revoked token, and a flood of those stops nobody', async () => {
    const { http, id, kobo } = await pair();
    const stranger = new Visitor(`${house.url}/kobo/unknown`);
    const paths = [
      '/v1/initialization',
      '/v1/library/sync',
      `/v1/library/${special}/metadata`,
      `/v1/books/${special}/file/kepub`,
      '/v1/anything',
    ];
    for (const path of paths) expect([path, (await stranger.get(path)).status]).toEqual([path, 401]);
    await Promise.all(Array.from({ length: 50 }, () => stranger.get('/v1/library/sync')));
    expect((await http.get('/v1/library/sync')).status).toBe(200);
    await house.admin.call('DELETE', `/api/devices/${id}`);
    expect((await http.get('/v1/library/sync')).status).toBe(401);
    expect((await kobo.sync()).completed).toBe(false);
  });

  it("never sees another user's books, and nobody sees its user's device", async () => {
    await house.admin.post('/api/users', { email: 'bob@example.org', password: 'another long one', role: 'reader' });
    const bob = new Visitor(house.url);
    await bob.signIn('bob@example.org', 'another long one');
    const { id } = await pair('Ada');
    expect((await bob.get(`/api/devices/${id}`)).status).toBe(404);
    expect((await bob.call('DELETE', `/api/devices/${id}`)).status).toBe(404);
    await house.sql(
      "update book set owner_id = (select id from user_account where email = 'ada@example.org') where id = $1",
      [special],
    );
    const { body } = await bob.post('/api/devices', { name: "Bob's" });
    const http = new Visitor(`${house.url}/kobo/${body.token}`);
    expect((await http.get(`/v1/library/${special}/metadata`)).body).toEqual([]);
    expect((await http.get(`/v1/books/${special}/file/kepub`)).status).toBe(404);
    expect((await bob.get(`/api/books/${special}`)).status).toBe(404);
    await house.sql('update book set owner_id = null where id = $1', [special]);
  });

  it('gets a converted book that was deleted from the cache all the same', async () => {
    const { http } = await pair();
    const [row] = await house.sql<{ id: string }>("select id from book where title = 'Book 7'");
    const path = `/v1/books/${row!.id}/file/kepub`;
    const before = await http.get(path);
    const { rm } = await import('node:fs/promises');
    await rm(`${house.books}/../data/converted`, { recursive: true });
    const after = await http.get(path);
    expect([after.status, Buffer.compare(Buffer.from(after.body), Buffer.from(before.body))]).toEqual([200, 0]);
    expect(after.headers.get('etag')).toBe(before.headers.get('etag'));
  });

  it('shows cover bytes to nobody without a right to the book', async () => {
    expect(await jpegCover()).toBeDefined();
    const stranger = new Visitor(house.url);
    expect((await stranger.get(`/api/books/${special}/cover`)).status).toBe(401);
  });
});
