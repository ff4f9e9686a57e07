import { anEpub } from '@octavo/testing';
import { type House, startHouse, until } from './house.js';
import { type Answer, Visitor } from './visitor.js';

const SIDELOADED = 'file:///mnt/onboard/Émile Zola/L’Assommoir & more #1.epub';
const NOBODYS = '00000000-0000-4000-8000-000000000000';

const path = (contentId: string) => `/api/v3/content/${encodeURIComponent(contentId)}/annotations`;

/** As a device writes one, with a field nobody has explained. */
const highlight = (id: string, at: string, fields: object = {}) => ({
  id,
  type: 'highlight',
  highlightedText: `text of ${id}`,
  noteText: null,
  highlightColor: '#FFF6A3',
  clientLastModifiedUtc: at,
  attachments: {},
  location: {
    span: {
      chapterFilename: 'OEBPS/c1.xhtml',
      chapterProgress: 0.5,
      chapterTitle: 'One',
      startPath: 'span#kobo\\.1\\.1',
      startChar: 0,
      endPath: 'span#kobo\\.1\\.2',
      endChar: 4,
    },
  },
  ...fields,
});

interface Kobo {
  id: string;
  /** At its base address. */
  http: Visitor;
  /** At the root of the site, with the bearer of its sign-in. */
  reading: Visitor;
}

describe('the highlights of a Kobo', () => {
  let house: House;
  let bob: Visitor;
  const books: string[] = [];

  beforeAll(async () => {
    const titles = Array.from({ length: 16 }, (_, n) => `Book ${n + 1}`);
    house = await startHouse(
      'postgres',
      Object.fromEntries(titles.map((title) => [`${title}.epub`, anEpub().titled(title).withChapters(1, 1).build()])),
    );
    await until('all books to be ready', async () => {
      const [row] = await house.sql<{ n: number }>(
        "select count(*)::int n from book where delivery_form like 'kepub%'",
      );
      return row!.n === titles.length;
    });
    await house.quiet();
    const rows = await house.sql<{ id: string }>('select id from book order by id');
    books.push(...rows.map(({ id }) => id));
    await house.admin.post('/api/users', { email: 'bob@example.org', password: 'another long one', role: 'reader' });
    bob = new Visitor(house.url);
    await bob.signIn('bob@example.org', 'another long one');
  });
  afterAll(() => house?.close());

  /** A book no other test speaks of. */
  const nextBook = () => books.shift()!;

  function withBearer(bearer: string | undefined): Visitor {
    const visitor = new Visitor(house.url);
    visitor.apiKey = bearer;
    return visitor;
  }

  async function pair(name = 'Kobo', owner = house.admin): Promise<Kobo> {
    const { body } = await owner.post('/api/devices', { name });
    const http = new Visitor(`${house.url}/kobo/${body.token}`);
    const { AccessToken } = (await http.post('/v1/auth/device', { UserKey: 'x' })).body;
    return { id: body.id, http, reading: withBearer(AccessToken) };
  }

  async function download({ id, http }: Kobo, bookId: string): Promise<void> {
    const metadata = await http.get(`/v1/library/${bookId}/metadata`);
    const url: string = metadata.body[0].DownloadUrls[0].Url;
    expect((await http.get(url.split(/\/kobo\/[^/]+/)[1]!)).status).toBe(200);
    await until('the download to be noted', async () => {
      const [row] = await house.sql<{ at: Date | null }>(
        'select first_downloaded_at as at from entitlement where device_id = $1 and book_id = $2',
        [id, bookId],
      );
      return row?.at ?? false;
    });
  }

  const put = (kobo: Kobo, contentId: string, updatedAnnotations: unknown[], deletedAnnotationIds: unknown[] = []) =>
    kobo.reading.patch(path(contentId), { updatedAnnotations, deletedAnnotationIds });
  const idsIn = ({ body }: Answer) => (body.annotations as { id: string }[]).map(({ id }) => id);
  const check = async (kobo: Kobo, ContentId: string, etag: string | null) =>
    (await kobo.reading.post('/api/v3/content/checkforchanges', [{ ContentId, etag }])).body as string[];

  it('come to the address that its sign-in names, with any bearer that its sign-in gave', async () => {
    const { http } = await pair();
    const { body } = await http.get('/v1/initialization');
    expect(body.Resources.reading_services_host).toBe(house.url);
    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    const bearers: string[] = [
      (await http.post('/v1/auth/device', {})).body.AccessToken,
      (await http.post('/v1/auth/refresh', {})).body.AccessToken,
      (await http.call('POST', '/oauth/token', 'grant_type=refresh_token&refresh_token=x', form)).body.access_token,
    ];
    expect(new Set(bearers).size).toBe(3);
    for (const bearer of bearers) {
      const answer = await withBearer(bearer).post('/api/v3/content/checkforchanges', []);
      expect([answer.status, answer.body]).toEqual([200, []]);
    }
  });

  it('come back as they were sent', async () => {
    const book = nextBook();
    const kobo = await pair();
    const empty = await kobo.reading.get(`${path(book)}?limit=100`);
    expect([empty.status, empty.body]).toEqual([200, { annotations: [], nextPageOffsetToken: null }]);
    const sent = [
      highlight('a', '2026-03-08T21:14:03Z'),
      highlight('b', '2026-03-08T21:15:03.123Z', { noteText: 'ß 😀' }),
    ];
    const answer = await put(kobo, book, sent);
    expect([answer.status, answer.body, answer.headers.get('content-type')]).toEqual([
      200,
      {},
      'application/json; charset=utf-8',
    ]);
    const { status, body, headers } = await kobo.reading.get(`${path(book.toUpperCase())}?limit=100`);
    expect([status, body]).toEqual([200, { annotations: sent, nextPageOffsetToken: null }]);
    expect([headers.get('etag'), headers.getSetCookie()]).toEqual([expect.stringMatching(/^W\/"oct1-\w+"$/), []]);
    await put(kobo, book, sent);
    expect((await kobo.reading.get(path(book))).body.annotations).toEqual(sent);
  });

  it("are shared by a user's devices, which hear of what the others changed and not of what they said themselves", async () => {
    const book = nextBook();
    const [one, two] = [await pair('One'), await pair('Two')];
    await put(one, book, [highlight('a', '2026-03-08T21:00:00Z')]);
    const first = await two.reading.get(path(book));
    expect(idsIn(first)).toEqual(['a']);
    const etag = first.headers.get('etag')!;
    expect(await check(two, book, etag)).toEqual([]);
    await put(two, book, [highlight('b', '2026-03-08T21:01:00Z')]);
    expect(await check(two, book, etag)).toEqual([]);
    await put(one, book, [highlight('a', '2026-03-08T21:02:00Z', { noteText: 'more' })]);
    expect(await check(two, book, etag)).toEqual([book]);
    const second = await two.reading.get(path(book));
    expect(idsIn(second)).toEqual(['a', 'b']);
    expect(second.body.annotations[0].noteText).toBe('more');
    expect(await check(two, book, second.headers.get('etag'))).toEqual([]);
    for (const unknown of [
      null,
      '',
      'W/"0"',
      'W/"A:1408092558-7Uhimw6qgE+J7JpyxBiziA, C:567181005-J6mRvrCcTUWY4kvt7J1ZUQ"',
    ])
      expect(await check(two, book, unknown)).toEqual([]);
  });

  it('come whole whatever version the device says it has: "not modified" would empty the book on it', async () => {
    const book = nextBook();
    const [one, two] = [await pair(), await pair()];
    await put(one, book, [highlight('a', '2026-03-08T21:00:00Z')]);
    const version = (await two.reading.get(path(book))).headers.get('etag')!;
    for (const known of [version, '*']) {
      const again = await two.reading.call('GET', path(book), undefined, { 'if-none-match': known });
      expect([again.status, idsIn(again), again.headers.get('etag')]).toEqual([200, ['a'], version]);
    }
  });

  it('that change while a device reads page after page are fetched by it once more', async () => {
    const book = nextBook();
    const [one, two] = [await pair(), await pair()];
    await put(one, book, [highlight('b', '2026-03-08T21:00:00Z'), highlight('c', '2026-03-08T21:00:00Z')]);
    const first = await two.reading.get(`${path(book)}?limit=1`);
    await put(one, book, [highlight('a', '2026-03-08T21:01:00Z')]);
    const token = encodeURIComponent(first.body.nextPageOffsetToken);
    const last = await two.reading.get(`${path(book)}?limit=1&pageOffsetToken=${token}`);
    expect([idsIn(first), idsIn(last), last.body.nextPageOffsetToken]).toEqual([['b'], ['c'], null]);
    expect(last.headers.get('etag')).toBe(first.headers.get('etag'));
    expect(await check(two, book, last.headers.get('etag'))).toEqual([book]);
  });

  it('are not asked for again where somebody drew: the strokes are on that device alone', async () => {
    const book = nextBook();
    const [one, two] = [await pair(), await pair()];
    await put(two, book, [highlight('drawn', '2026-03-08T21:00:00Z', { type: 'markup', highlightedText: '' })]);
    const { headers } = await two.reading.get(path(book));
    await put(one, book, [highlight('a', '2026-03-08T21:00:00Z')]);
    expect(await check(two, book, headers.get('etag'))).toEqual([]);
    await put(two, book, [], ['drawn']);
    expect(await check(two, book, headers.get('etag'))).toEqual([book]);
  });

  it('come to us from the sign-in on, without which no list is known to be whole', async () => {
    const since = async (id: string) => {
      const [row] = await house.sql<{ at: Date | null }>('select annotations_since as at from device where id = $1', [
        id,
      ]);
      return row!.at;
    };
    const { body } = await house.admin.post('/api/devices', { name: 'Kobo' });
    const http = new Visitor(`${house.url}/kobo/${body.token}`);
    expect(await since(body.id)).toBeNull();
    await house.sql('update device set store_proxy = true where id = $1', [body.id]);
    await http.post('/oauth/token', {});
    expect(await since(body.id)).toBeNull();
    await house.sql('update device set store_proxy = false where id = $1', [body.id]);
    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    await http.call('POST', '/oauth/token', 'grant_type=authorization_code&code=x', form);
    const first = await since(body.id);
    expect(first).not.toBeNull();
    for (const url of ['/v1/auth/device', '/v1/auth/refresh']) await http.post(url, {});
    expect(await since(body.id)).toEqual(first);
    for (const url of ['/v1/auth/device', '/v1/auth/refresh']) {
      await house.sql('update device set annotations_since = null where id = $1', [body.id]);
      await http.post(url, {});
      expect([url, await since(body.id)]).toEqual([url, expect.any(Date)]);
    }
  });

  it('are whole in a book that is downloaded between the sign-in and the first highlight', async () => {
    const book = nextBook();
    const kobo = await pair();
    await download(kobo, book);
    await put(kobo, book, [highlight('a', '2026-03-08T21:00:00Z')]);
    expect(idsIn(await kobo.reading.get(path(book)))).toEqual(['a']);
  });

  it.each(['annotation', 'device_bearer'])('stay on the device when we fail (without the table %s)', async (table) => {
    const book = nextBook();
    const [one, two] = [await pair(), await pair()];
    await put(one, book, [highlight('a', '2026-03-08T21:00:00Z')]);
    const etag = (await two.reading.get(path(book))).headers.get('etag');
    await put(one, book, [highlight('b', '2026-03-08T21:00:00Z')]);
    await house.sql(`alter table ${table} rename to elsewhere`);
    try {
      expect(await check(two, book, etag)).toEqual([]);
      const { status, body, headers } = await two.reading.get(path(book));
      expect([status, body, headers.get('etag')]).toEqual([404, {}, null]);
      // what was answered with success is never sent again
      expect((await put(two, book, [highlight('c', '2026-03-08T21:00:00Z')])).status).toBe(500);
    } finally {
      await house.sql(`alter table elsewhere rename to ${table}`);
    }
    expect(await check(two, book, etag)).toEqual([book]);
    expect(idsIn(await two.reading.get(path(book)))).toEqual(['a', 'b']);
    expect((await withBearer('nobody').get(path(book))).status).toBe(401);
  });

  it('stay deleted for every device, until something newer is said', async () => {
    const book = nextBook();
    const [one, two] = [await pair(), await pair()];
    await put(one, book, [highlight('a', '2026-03-08T21:00:00Z'), highlight('b', '2026-03-08T21:00:00Z')]);
    const { headers } = await two.reading.get(path(book));
    const onlyDeletions = await one.reading.patch(path(book), { deletedAnnotationIds: ['a', 'never known'] });
    expect(onlyDeletions.status).toBe(200);
    expect(await check(two, book, headers.get('etag'))).toEqual([book]);
    await put(two, book, [highlight('a', '2026-03-08T21:30:00Z')]);
    expect(idsIn(await two.reading.get(path(book)))).toEqual(['b']);
    await put(two, book, [highlight('a', new Date(Date.now() + 60_000).toISOString())]);
    expect(idsIn(await one.reading.get(path(book)))).toEqual(['a', 'b']);
  });

  it('are never seen or touched by another user', async () => {
    const book = nextBook();
    const [mine, theirs] = [await pair(), await pair("Bob's", bob)];
    await put(mine, book, [highlight('a', '2026-03-08T21:00:00Z')]);
    expect(idsIn(await theirs.reading.get(path(book)))).toEqual([]);
    await put(theirs, book, [highlight('a', '2026-03-09T21:00:00Z', { noteText: "Bob's" })], []);
    await theirs.reading.patch(path(book), { deletedAnnotationIds: ['a', 'b'] });
    const { body } = await mine.reading.get(path(book));
    expect(body.annotations).toEqual([highlight('a', '2026-03-08T21:00:00Z')]);
    const shown = await bob.get(`/api/books/${book}/annotations`);
    expect(shown.body).toEqual({ items: [], total: 0 });
  });

  it('come over pages, each once, and a token that is none starts anew', async () => {
    const book = nextBook();
    const kobo = await pair();
    const ids = Array.from({ length: 1_001 }, (_, n) => `h ${String(n).padStart(4, '0')}`);
    const all = ids.map((id) => highlight(id, '2026-03-08T21:00:00Z', { highlightedText: 'long '.repeat(50) }));
    await put(kobo, book, all.slice(0, 700).toReversed());
    await put(kobo, book, all.slice(700));
    const found: unknown[] = [];
    let token: string | null = '';
    let pages = 0;
    for (; token !== null; pages++) {
      const query: string = token && `&nextPageOffsetToken=${encodeURIComponent(token)}`;
      const { body } = await kobo.reading.get(`${path(book)}?limit=100${query}`);
      found.push(...body.annotations);
      token = body.nextPageOffsetToken;
    }
    expect([pages, found]).toEqual([11, all]);
    const whole = await kobo.reading.get(path(book));
    expect([idsIn(whole).length, idsIn(await kobo.reading.get(`${path(book)}?limit=7`)).length]).toEqual([500, 7]);
    expect(idsIn(await kobo.reading.get(`${path(book)}?pageOffsetToken=nonsense`))[0]).toBe(ids[0]);
  });

  it('are refused to everybody without a bearer of ours: nothing is told, nothing is kept', async () => {
    const book = nextBook();
    const kobo = await pair();
    await put(kobo, book, [highlight('a', '2026-03-08T21:00:00Z')]);
    const { body: key } = await house.admin.post('/api/api-keys', { name: 'script' });
    const [revoked, withStore] = [await pair(), await pair()];
    await house.admin.delete(`/api/devices/${revoked.id}`);
    expect((await withStore.reading.get('/api/UserStorage/Metadata')).status).toBe(200);
    await house.sql('update device set store_proxy = true where id = $1', [withStore.id]);
    expect((await withBearer(key.key).get('/api/books')).status).toBe(200);
    const strangers: [string, Visitor][] = [
      ['no bearer', withBearer(undefined)],
      ['a foreign one', withBearer('eyJhbGciOiJub25lIn0.e30.')],
      ["a user's API key", withBearer(key.key)],
      ["a browser's session", house.admin],
      ['a revoked device', revoked.reading],
      ['a device that uses the store', withStore.reading],
    ];
    const calls: [string, string, unknown?][] = [
      ['GET', path(book)],
      ['PATCH', path(book), { deletedAnnotationIds: ['a'] }],
      ['POST', '/api/v3/content/checkforchanges', [{ ContentId: book, etag: '' }]],
      ['GET', '/api/UserStorage/Metadata'],
      ['GET', '/api/UserStorage/Object/x'],
      ['GET', '/api/internal/notebooks'],
    ];
    for (const [who, visitor] of strangers) {
      for (const [method, url, sent] of calls) {
        const { status, body } = await visitor.call(method, url, sent);
        expect([who, method, url, status, body]).toEqual([who, method, url, 401, {}]);
      }
    }
    expect(idsIn(await kobo.reading.get(path(book)))).toEqual(['a']);
    expect((await kobo.reading.get('/api/books')).status).toBe(401);
  });

  describe('that may not be known to us', () => {
    it('are not replaced by a list of ours: a book the device had before, whatever it tells of it later', async () => {
      const [before, after] = [nextBook(), nextBook()];
      const [kobo, other] = [await pair(), await pair()];
      await house.sql('update device set annotations_since = null where id = $1', [kobo.id]);
      await download(kobo, before);
      expect((await kobo.reading.get(path(before))).status).toBe(404);
      await download(kobo, after);
      await put(kobo, before, [highlight('a', '2026-03-08T21:00:00Z')]);
      await put(other, before, [highlight('b', '2026-03-08T21:00:00Z')]);
      const { status, body } = await kobo.reading.get(path(before));
      expect([status, body]).toEqual([404, {}]);
      expect(await check(kobo, before, 'W/"oct1-none"')).toEqual([]);
      expect(idsIn(await other.reading.get(path(before)))).toEqual(['a', 'b']);
      expect([(await kobo.reading.get(path(after))).status, idsIn(await kobo.reading.get(path(after)))]).toEqual([
        200,
        [],
      ]);

      // what it made while its highlights went to the store, nobody here has seen
      await house.sql('update device set store_proxy = true, annotations_since = null where id = $1', [kobo.id]);
      await house.sql('update device set store_proxy = false where id = $1', [kobo.id]);
      expect((await kobo.reading.get(path(after))).status).toBe(404);
      await put(other, after, [highlight('c', '2026-03-08T21:00:00Z')]);
      expect(await check(kobo, after, 'W/"oct1-none"')).toEqual([]);
    });

    it('are never replaced in what is not ours, whatever the device tells of it', async () => {
      const kobo = await pair();
      for (const content of [SIDELOADED, NOBODYS, 'x']) {
        await put(kobo, content, [highlight('a', '2026-03-08T21:00:00Z')]);
        await put(await pair(), content, [highlight('b', '2026-03-08T21:00:00Z')]);
        const { status, body, headers } = await kobo.reading.get(path(content));
        expect([content, status, body, headers.get('etag')]).toEqual([content, 404, {}, null]);
        expect(await check(kobo, content, 'W/"oct1-none"')).toEqual([]);
        const kept = await house.sql('select 1 from annotation where content_id = $1', [content]);
        expect(kept).toHaveLength(2);
      }
    });
  });

  it('are taken as far as they can be, whatever is sent', async () => {
    const book = nextBook();
    const kobo = await pair();
    await put(kobo, book, [highlight('a', '2026-03-08T21:00:00Z')]);
    const deep = `{"updatedAnnotations":[{"id":"deep","x":${'['.repeat(50_000)}${']'.repeat(50_000)}}]}`;
    const bodies: unknown[] = [
      undefined,
      'null',
      '5',
      '"x"',
      '[]',
      [highlight('in a list', '')],
      { updatedAnnotations: 'x', deletedAnnotationIds: 7 },
      { updatedAnnotations: [null, 5, [], { id: 7 }, { id: 'x'.repeat(300) }], deletedAnnotationIds: [null, {}, 5] },
      '{"updatedAnnotations":[{"id":"nul\\u0000","noteText":"\\u0000\\ud800"}],"deletedAnnotationIds":["\\u0000","\\udfff"]}',
      deep,
    ];
    for (const body of bodies) {
      const { status, body: answer } = await kobo.reading.call('PATCH', path(book), body);
      expect([body, status, answer]).toEqual([body, 200, {}]);
      const checked = await kobo.reading.call('POST', '/api/v3/content/checkforchanges', body);
      expect([body, checked.status, checked.body]).toEqual([body, 200, []]);
    }
    for (const unread of ['no json', '{"updatedAnnotations":[{"id":"cut']) {
      const { status, body: answer, headers } = await kobo.reading.call('PATCH', path(book), unread);
      expect([status, answer, headers.get('content-type')]).toEqual([400, {}, 'application/json; charset=utf-8']);
      const checked = await kobo.reading.call('POST', '/api/v3/content/checkforchanges', unread);
      expect([checked.status, checked.body]).toEqual([200, []]);
    }
    expect((await kobo.reading.call('PATCH', path(book), JSON.stringify('x'.repeat(6_000_000)))).status).toBe(413);
    expect(idsIn(await kobo.reading.get(path(book)))).toEqual(['a', 'deep', 'nul']);
    for (const id of ['\0', ' ', '%E0%A4%A', 'x'.repeat(500)]) {
      expect([id, (await kobo.reading.get(path(id))).status]).toEqual([id, 404]);
    }
    expect((await kobo.reading.get(path('x'.repeat(501)))).status).toBe(414);
    expect((await kobo.reading.get('/api/v3/content/%E0%A4%A/annotations')).status).toBeLessThan(500);
  });

  it('are shown with the book, to their user alone', async () => {
    const book = nextBook();
    const clara = await pair('Clara');
    const span = (chapterFilename: string, chapterProgress: number) => ({
      location: { span: { chapterFilename, chapterProgress, chapterTitle: chapterFilename } },
    });
    await put(clara, book, [
      highlight('late', '2026-03-08T21:00:00Z', span('c10.xhtml', 0.1)),
      highlight('middle', '2026-03-08T21:00:00Z', { ...span('c2.xhtml', 0.9), type: 'note', noteText: 'really?' }),
      highlight('early', '2026-03-08T21:00:00Z', span('c2.xhtml', 0.1)),
      highlight('corner', '2026-03-08T21:00:00Z', { type: 'dogear', highlightedText: '' }),
      highlight('deleted', '2026-03-08T21:00:00Z'),
    ]);
    await put(clara, book, [], ['deleted']);
    const { status, body } = await house.admin.get(`/api/books/${book}/annotations`);
    expect([status, body.total, body.items.map(({ id }: { id: string }) => id)]).toEqual([
      200,
      3,
      ['early', 'middle', 'late'],
    ]);
    expect(body.items[1]).toEqual({
      id: 'middle',
      kind: 'note',
      text: 'text of middle',
      note: 'really?',
      color: '#FFF6A3',
      chapter: 'c2.xhtml',
      chapterProgress: 0.9,
      device: 'Clara',
      modifiedAt: '2026-03-08T21:00:00.000Z',
    });
    expect((await bob.get(`/api/books/${book}/annotations`)).body.total).toBe(0);
    expect((await new Visitor(house.url).get(`/api/books/${book}/annotations`)).status).toBe(401);
    expect((await house.admin.get(`/api/books/${NOBODYS}/annotations`)).status).toBe(404);
    expect((await house.admin.get('/api/books/nonsense/annotations')).status).toBe(404);
    await house.admin.delete(`/api/devices/${clara.id}`);
    expect((await house.admin.get(`/api/books/${book}/annotations`)).body.items[0].device).toBeNull();
  });

  it('are all that is kept: notebooks and stored objects are said not to be', async () => {
    const { reading } = await pair();
    for (const method of ['GET', 'POST', 'PUT', 'DELETE']) {
      const bytes = method === 'GET' ? undefined : 'no json';
      const metadata = await reading.call(method, '/api/UserStorage/Metadata', bytes);
      expect([metadata.status, metadata.body]).toEqual([200, { continuationToken: null, metadata: [] }]);
      for (const url of [
        '/api/UserStorage/Object/some%2Fthing',
        '/api/internal/notebooks',
        '/api/internal/notebooks/',
      ]) {
        const { status, body } = await reading.call(method, url, bytes);
        expect([method, url, status, body]).toEqual([method, url, 200, {}]);
      }
    }
  });
});
