import { changedProductMetadata, changedReadingState, newEntitlement, removedEntitlement } from '@octavo/kobo';
import { aBook, epubHeaders, FakeServer, jpeg, kepub } from './fake-server.js';
import { KoboDevice } from './kobo-device.js';

let server: FakeServer;
let device: KoboDevice;

beforeEach(async () => {
  server = await new FakeServer().open();
  device = new KoboDevice({ apiEndpoint: server.base });
});
afterEach(() => server.close());

const book = (n: number, changes = {}) => aBook(server.base, n, changes);
const idOf = (n: number) => book(n).entitlementId;
const addBooks = async (count: number) => {
  for (let n = 1; n <= count; n++) await server.add(book(n));
};

describe('a device and a server that does everything right', () => {
  it('end with the same books, and the device has nothing to complain of', async () => {
    await addBooks(2);
    const run = await device.sync();
    expect(run).toEqual({
      completed: true,
      pages: 1,
      items: [1, 2].map((n) => ({ kind: 'NewEntitlement', id: idOf(n) })),
    });
    expect(device.titles).toEqual(['Book 1', 'Book 2']);
    expect(device.books.get(idOf(1))).toMatchObject({ fileName: 'Book.kepub.epub', revision: idOf(1), removed: false });
    expect(device.books.get(idOf(1))?.file).toEqual(server.files.get(idOf(1)));
    expect([...device.covers.keys()]).toEqual([`${idOf(1)}-1`, `${idOf(2)}-1`]);
    expect(device.violations).toEqual([]);
  });

  it('speak in the order of a real sync', async () => {
    await addBooks(1);
    await device.sync();
    const ID = idOf(1);
    expect(server.requests.map(({ method, path }) => `${method} ${path.replace(/\?.*/, '')}`)).toEqual([
      'GET /v1/affiliate',
      'POST /v1/auth/device',
      'GET /v1/initialization',
      'GET /oauth/.well-known/openid-configuration',
      'GET /oauth/authorize',
      'POST /oauth/token',
      'GET /v1/user/profile',
      'GET /v1/user/loyalty/benefits',
      'GET /v1/products/books/subscriptions',
      'GET /v1/deals',
      'GET /v1/assets',
      'POST /v1/analytics/gettests',
      'GET /v1/library/sync',
      `GET /v1/library/${ID}/metadata`,
      `GET /file/${ID}`,
      `GET /v1/books/${ID}-1/thumbnail/355/530/80/False/image.jpg`,
      `GET /v1/books/${ID}-1/thumbnail/1072/1448/false/image.jpg`,
      'GET /v1/user/wishlist',
      'POST /v1/analytics/event',
    ]);
  });

  it('the device says who it is, but not on its first calls, and sends its query unescaped', async () => {
    device = new KoboDevice({ apiEndpoint: server.base, model: '390', firmware: '4.46.23836', serial: 'N1' });
    await device.sync();
    const [sync] = server.asked(/library\/sync/);
    expect(sync?.path).toBe('/v1/library/sync?Filter=ALL&DownloadUrlFilter=Generic,Android&PrioritizeRecentReads=true');
    expect(sync?.headers).toMatchObject({
      authorization: `Bearer ${'a'.repeat(32)}`,
      'x-kobo-appversion': '4.46.23836',
      'x-kobo-deviceid': expect.stringMatching(/^[0-9a-f]{64}$/),
      'x-kobo-devicemodel': 'Kobo Libra Colour',
      'x-kobo-platformid': '00000000-0000-0000-0000-000000000390',
      'user-agent': expect.stringContaining('(Kobo Touch 0390/4.46.23836)'),
    });
    expect(sync?.headers).not.toHaveProperty('x-kobo-synctoken');
    for (const { headers } of server.asked(/affiliate|auth\/device|initialization/)) {
      expect(headers).not.toHaveProperty('x-kobo-deviceid');
    }
    expect(server.asked(/assets/)[0]?.path).toContain('[{"Key":');
    expect(server.asked(/assets/)[0]?.headers.host).toBe('127.0.0.1');
  });

  it('go on where they stopped', async () => {
    await addBooks(1);
    await device.sync();
    await server.add(book(2));
    const run = await device.sync();
    expect(run.items).toEqual([{ kind: 'NewEntitlement', id: idOf(2) }]);
    expect(server.asked(/library\/sync/).map(({ headers }) => headers['x-kobo-synctoken'])).toEqual([undefined, '1']);
    expect(server.asked(/auth\/device|oauth|initialization/)).toHaveLength(5);
  });

  it('renew what has ended', async () => {
    await device.start();
    device.expireTokens();
    expect(await device.start()).toMatchObject({ completed: true });
    expect(server.asked(/auth\/refresh/)).toHaveLength(1);
    expect(server.asked(/oauth\/token/)[1]?.body).toContain('grant_type=refresh_token');
  });

  it('leave a transcript without the secret', async () => {
    await addBooks(1);
    await device.sync();
    expect(device.transcript.join('\n')).not.toContain('s3cret');
    expect(device.transcript.filter((line) => /sync|items/.test(line))).toEqual([
      expect.stringMatching(/^GET \/kobo\/<token>\/v1\/library\/sync\?Filter=ALL.* 200 \d+ B$/),
      '  1 items: 1 NewEntitlement, end',
    ]);
  });
});

describe('over a bad connection', () => {
  it('a lost page is asked for again with the old token', async () => {
    server.pageSize = 1;
    await addBooks(3);
    await device.start();
    device.net.dropAnswer(1);
    expect(await device.sync()).toMatchObject({ completed: false, pages: 0 });
    expect(device.syncToken).toBeUndefined();
    expect(await device.sync()).toMatchObject({ completed: true, pages: 3 });
    expect(server.asked(/library\/sync/).map(({ headers }) => headers['x-kobo-synctoken'])).toEqual([
      undefined,
      undefined,
      '1',
      '2',
    ]);
    expect(device.titles).toHaveLength(3);
    expect(device.violations).toEqual([]);
  });

  it('a request may be lost before the server, or reach it twice', async () => {
    await addBooks(1);
    await device.start();
    device.net.dropRequest();
    expect((await device.sync()).completed).toBe(false);
    expect(server.asked(/library\/sync/)).toHaveLength(0);
    device.net.repeatRequest();
    expect((await device.sync()).completed).toBe(true);
    expect(server.asked(/library\/sync/)).toHaveLength(2);
  });

  it('a lost file is fetched by the next sync', async () => {
    await addBooks(1);
    device.net.dropAnswer(1, /\/file\//);
    expect((await device.sync()).completed).toBe(false);
    expect(device.books.get(idOf(1))?.file).toBeUndefined();
    expect((await device.sync()).completed).toBe(true);
    expect(device.books.get(idOf(1))?.file).toBeDefined();
  });

  it('an answer can be kept back while something else happens', async () => {
    await addBooks(1);
    await device.start();
    const held = device.net.holdAnswer();
    const syncing = device.sync();
    await held.reached;
    expect(server.asked(/library\/sync/)).toHaveLength(1);
    expect(device.titles).toEqual([]);
    held.release();
    await syncing;
    expect(device.titles).toEqual(['Book 1']);
  });

  it('a page that is cut short leaves the token as it was', async () => {
    await addBooks(1);
    server.routes.push([
      'GET',
      /library\/sync/,
      () => ({
        body: Buffer.from('[{"NewEnt'),
        headers: { 'x-kobo-synctoken': '1', 'content-type': 'application/json' },
      }),
    ]);
    expect((await device.sync()).completed).toBe(false);
    expect(device.syncToken).toBeUndefined();
    expect(device.violations).toEqual([expect.stringContaining('cannot be parsed')]);
  });
});

describe('downloads', () => {
  it('are made for the first few new books, and for others on a tap', async () => {
    device = new KoboDevice({ apiEndpoint: server.base, downloadLimit: 1 });
    await addBooks(2);
    await device.sync();
    expect([...device.books.values()].map(({ file }) => file !== undefined)).toEqual([true, false]);
    expect((await device.tap(idOf(2))).completed).toBe(true);
    expect(device.books.get(idOf(2))?.file).toEqual(server.files.get(idOf(2)));
    expect(server.asked(/metadata/)).toHaveLength(2);
  });

  it('are made again when a book the device has is announced anew', async () => {
    device = new KoboDevice({ apiEndpoint: server.base, downloadLimit: 1 });
    await addBooks(1);
    await device.sync();
    const fresh = await kepub('revised');
    server.items.push(newEntitlement(book(1)), newEntitlement(book(2)));
    server.files.set(idOf(1), fresh).set(idOf(2), fresh);
    await device.sync();
    expect(device.books.get(idOf(1))?.file).toEqual(fresh);
    expect(device.books.get(idOf(2))?.file).toEqual(fresh);
  });

  it.each<[string, object, unknown[]]>([
    ['a KEPUB without spans', { file: kepub('x', { spans: false }) }, ['is KEPUB and has no koboSpans']],
    [
      'a zip that begins elsewhere',
      { file: kepub('x', { mimetypeFirst: false }) },
      ['does not begin with its mimetype'],
    ],
    ['no zip', { file: Promise.resolve(Buffer.from('<html>')) }, [expect.stringContaining('cannot be opened')]],
    ['an .epub', { headers: epubHeaders('Book.epub') }, Array(2).fill('is KEPUB and called Book.epub')],
    ['no name', { headers: { 'content-type': 'application/epub+zip' } }, ['has no file name']],
    [
      'another type',
      { headers: { ...epubHeaders('B.kepub.epub'), 'content-type': 'text/html' } },
      ['is of type text/html'],
    ],
    ['no length', { chunked: true }, ['has no Content-Length']],
  ])('of %s are violations', async (_name, wrong, faults) => {
    await addBooks(1);
    const { file, ...answer } = wrong as { file?: Promise<Uint8Array> };
    const body = (await file) ?? server.files.get(idOf(1));
    server.routes.push(['GET', /^\/file/, () => ({ headers: epubHeaders('B.kepub.epub'), body, ...answer })]);
    await device.sync();
    expect(device.violations.map((violation) => violation.replace(`the download of ${idOf(1)} `, ''))).toEqual(faults);
  });

  it('that end before their Content-Length break the sync', async () => {
    await addBooks(1);
    const wrong = { ...epubHeaders('B.kepub.epub'), 'content-length': '100000', connection: 'close' };
    server.routes.push(['GET', /^\/file/, () => ({ body: server.files.get(idOf(1)), headers: wrong })]);
    expect((await device.sync()).completed).toBe(false);
    expect(device.violations).toEqual([expect.stringContaining(`/file/${idOf(1)} broke off`)]);
  });

  it('that are refused are noted, and the sync goes on', async () => {
    await addBooks(2);
    server.routes.push(['GET', new RegExp(`^/file/${idOf(1)}`), () => ({ status: 404, body: {} })]);
    expect((await device.sync()).completed).toBe(true);
    expect(device.violations).toEqual([`the download of ${idOf(1)} was answered with 404`]);
    expect(device.books.get(idOf(2))?.file).toBeDefined();
  });

  it('need metadata in a list of one', async () => {
    await addBooks(1);
    server.routes.push(['GET', /metadata$/, () => ({ body: {} })]);
    await device.sync();
    expect(device.violations).toEqual([
      expect.stringContaining(`the metadata of ${idOf(1)} is not what a device reads`),
    ]);
    expect(device.books.get(idOf(1))?.file).toBeUndefined();
  });
});

describe('covers', () => {
  it.each<[string, Uint8Array, string, string]>([
    ['progressive', jpeg({ frame: 0xc2 }), 'image/jpeg', 'is no baseline JPEG'],
    ['CMYK', jpeg({ components: 4 }), 'image/jpeg', 'has 4 colour components'],
    ['too large', jpeg({ width: 2000, height: 10 }), 'image/jpeg', 'is 2000x10 and was to fit 355x530'],
    ['PNG', Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), 'image/jpeg', 'is no JPEG'],
    ['WebP by name', jpeg({}), 'image/webp', 'is of type image/webp'],
    ['empty', new Uint8Array(), 'image/jpeg', 'is no JPEG'],
  ])('that are %s are violations', async (_name, body, type, fault) => {
    await addBooks(1);
    server.routes.push(['GET', /thumbnail\/355/, () => ({ body, headers: { 'content-type': type } })]);
    await device.sync();
    expect(device.violations).toEqual([`the cover ${idOf(1)}-1 ${fault}`]);
  });

  it('are fetched once for each image id', async () => {
    await addBooks(1);
    await device.sync();
    server.items.push(changedProductMetadata(book(1, { coverImageId: `${idOf(1)}-2` })));
    await device.sync();
    await device.sync();
    expect(server.asked(/thumbnail\/355/).map(({ path }) => path.split('/')[3])).toEqual([
      `${idOf(1)}-1`,
      `${idOf(1)}-2`,
    ]);
  });
});

describe('sync items', () => {
  const at = new Date('2026-02-01T00:00:00Z');

  it('of changed metadata change title and cover, and keep the file', async () => {
    await addBooks(1);
    await device.sync();
    const { file } = device.books.get(idOf(1)) ?? {};
    server.items.push(changedProductMetadata(book(1, { title: 'Renamed' })));
    await device.sync();
    expect(device.books.get(idOf(1))).toMatchObject({ title: 'Renamed', file });
    expect(server.asked(/^GET \/file/)).toHaveLength(1);
  });

  it('of a changed entitlement change its flags and nothing else', async () => {
    await addBooks(1);
    await device.sync();
    const { NewEntitlement } = newEntitlement(book(1, { title: 'Ignored', revisionId: 'r2' }));
    server.items.push({ ChangedEntitlement: NewEntitlement });
    await device.sync();
    expect(device.books.get(idOf(1))).toMatchObject({ title: 'Book 1', revision: 'r2' });
  });

  it('of a removal take the book off, or leave its title in the archive', async () => {
    await addBooks(2);
    await device.sync();
    const shown = removedEntitlement({ ...book(2), removedAt: at });
    shown.ChangedEntitlement.BookEntitlement.IsHiddenFromArchive = false;
    server.items.push(removedEntitlement({ ...book(1), removedAt: at }), shown);
    await device.sync();
    expect(device.titles).toEqual([]);
    expect([...device.books.values()]).toEqual([
      expect.objectContaining({ title: 'Book 2', removed: true, file: undefined }),
    ]);
    expect(device.violations).toEqual([]);
  });

  it('of a removal of a book the device never had do nothing', async () => {
    server.items.push(removedEntitlement({ ...book(1), removedAt: at }));
    expect((await device.sync()).items).toEqual([{ kind: 'ChangedEntitlement', id: idOf(1) }]);
    expect(device.violations).toEqual([]);
  });

  it('of a reading state lose to a newer one on the device', async () => {
    await addBooks(1);
    await device.sync();
    const state = (modifiedAt: string, progressPercent: number) =>
      changedReadingState({
        entitlementId: idOf(1),
        createdAt: at,
        bookmark: { modifiedAt: new Date(modifiedAt), progressPercent },
      });
    server.items.push(state('2026-03-02T00:00:00Z', 20), state('2026-03-01T00:00:00Z', 10));
    await device.sync();
    expect(device.books.get(idOf(1))?.readingState?.CurrentBookmark.ProgressPercent).toBe(20);
  });

  const state = { entitlementId: 'nobody', createdAt: at };
  const nobody = aBook('http://x', 9);
  it.each<[string, () => unknown, string]>([
    ['changed metadata of a book it lacks', () => changedProductMetadata(nobody), 'ChangedProductMetadata for'],
    ['a reading state of a book it lacks', () => changedReadingState(state), 'ChangedReadingState for nobody'],
    [
      'flags of a book it lacks',
      () => ({ ChangedEntitlement: newEntitlement(nobody).NewEntitlement }),
      'ChangedEntitlement for',
    ],
    ['a kind it does not know', () => ({ RemoveEntitlement: {} }), 'not one a device knows (RemoveEntitlement)'],
    ['two kinds at once', () => ({ ...newEntitlement(nobody), ...changedReadingState(state) }), 'has 2 keys'],
    ['nothing', () => null, 'has 0 keys'],
    [
      'metadata of another book',
      () => {
        const item = newEntitlement(nobody);
        item.NewEntitlement.BookMetadata.EntitlementId = 'other';
        return item;
      },
      'metadata of another book',
    ],
    [
      'a date of the year 101',
      () => {
        const item = newEntitlement(nobody);
        item.NewEntitlement.BookMetadata.PublicationDate = '0101-01-01T00:00:00Z';
        return item;
      },
      'PublicationDate',
    ],
  ])('of %s are violations', async (_name, item, violation) => {
    device = new KoboDevice({ apiEndpoint: server.base, downloadLimit: 0, coverLimit: 0 });
    server.items.push(item());
    expect((await device.sync()).completed).toBe(true);
    expect(device.violations.join('\n')).toContain(violation);
  });

  it('of collections are kept and dropped', async () => {
    const tag = {
      Id: 't1',
      Name: 'To read',
      Type: 'UserTag',
      Created: '2026-03-01T10:00:00Z',
      LastModified: '2026-03-05T18:30:00Z',
      Items: [],
    };
    server.items.push({ NewTag: { Tag: tag } }, { ChangedTag: { Tag: { ...tag, Name: 'Read' } } });
    await device.sync();
    expect(device.collections.get('t1')?.Name).toBe('Read');
    server.items.push({ DeletedTag: { Tag: { Id: 't1', LastModified: tag.LastModified } } });
    await device.sync();
    expect(device.collections.size).toBe(0);
    expect(device.violations).toEqual([]);
  });
});

describe('a server that does something wrong', () => {
  it.each<[string, string, RegExp, object, string]>([
    ['answers a call with an error', 'GET', /^\/v1\/deals/, { status: 500, body: {} }, 'was answered with 500'],
    ['answers the sync with an object', 'GET', /library\/sync/, { body: {} }, 'did not answer with a list'],
    ['creates a sign-in', 'POST', /auth\/device/, { status: 201, body: {} }, 'was answered with 201'],
    ['forgets the tokens', 'POST', /auth\/device/, { body: {} }, 'does not answer as it must'],
    ['has no resources', 'GET', /initialization/, { body: {} }, 'initialization has no Resources'],
    ['answers the discovery like anything else', 'GET', /well-known/, { body: {} }, 'the discovery document'],
    ['shows a page to sign in', 'GET', /authorize/, { body: '<html>' }, 'authorisation answered 200'],
    [
      'sends the sign-in elsewhere',
      'GET',
      /authorize/,
      { status: 302, headers: { location: 'https://x/' } },
      'deep link',
    ],
    ['cannot take a raw query', 'GET', /assets/, { status: 400, body: {} }, 'unescaped query was answered with 400'],
  ])('and %s stops the device', async (_name, method, path, answer, violation) => {
    server.routes.push([method, path, () => answer]);
    const run = await device.sync();
    expect(run.completed).toBe(false);
    expect(device.violations).toEqual([expect.stringContaining(violation)]);
    expect(run.failure).toContain(violation);
  });

  it.each<[string, RegExp, object, string]>([
    ['sets a cookie', /user\/profile/, { body: {}, headers: { 'set-cookie': 'a=1' } }, 'set a cookie'],
    [
      'calls its JSON a page',
      /user\/profile/,
      { body: {}, headers: { 'content-type': 'text/html' } },
      'was not answered with JSON',
    ],
    ['gives no token', /library\/sync/, { body: [] }, 'gave no token'],
    [
      'sends headers no proxy takes',
      /library\/sync/,
      { body: [], headers: { 'x-kobo-synctoken': 'a'.repeat(4096) } },
      'bytes of headers',
    ],
    [
      'has a resource that is no string',
      /initialization/,
      { body: { Resources: { use_one_store: true, oauth_host: 'http://x' }, More: 1 } },
      'the resource use_one_store is true',
    ],
  ])('and %s is noted', async (_name, path, answer, violation) => {
    server.routes.push(['GET', path, () => answer]);
    await device.sync();
    expect(device.violations.join('\n')).toContain(violation);
  });

  it('and never comes to an end is left after 200 pages', async () => {
    const headers = { 'x-kobo-synctoken': 'x', 'x-kobo-sync': 'continue' };
    server.routes.push(['GET', /library\/sync/, () => ({ body: [], headers })]);
    const run = await device.sync();
    expect(run).toMatchObject({
      completed: false,
      pages: 200,
      failure: 'after 200 pages there was still more to sync',
    });
  });

  it('and is not there at all is nobody to blame', async () => {
    await server.close();
    expect(await device.sync()).toMatchObject({ completed: false, pages: 0 });
    expect(device.violations).toEqual([]);
  });
});

describe("the reader's own doings", () => {
  const time = '2026-03-08T21:14:03Z';
  const change = {
    LastModified: time,
    StatusInfo: { LastModified: time, Status: 'Reading' as const },
    Statistics: { LastModified: time, SpentReadingMinutes: 142 },
    CurrentBookmark: { LastModified: time, ProgressPercent: 34 },
  };

  it('are told before the library is asked for, and once', async () => {
    await addBooks(2);
    await device.sync();
    device.read(idOf(1), change);
    device.archive(idOf(2));
    await device.sync();
    await device.sync();
    const told = server.requests.filter(({ method }) => ['PUT', 'DELETE'].includes(method));
    expect(told.map(({ method, path }) => `${method} ${path}`)).toEqual([
      `PUT /v1/library/${idOf(1)}/state`,
      `DELETE /v1/library/${idOf(2)}`,
    ]);
    expect(JSON.parse(told[0]?.body ?? '')).toEqual({ ReadingStates: [{ ...change, EntitlementId: idOf(1) }] });
    expect(device.titles).toEqual(['Book 1']);
    expect(device.books.get(idOf(1))?.readingState?.CurrentBookmark.ProgressPercent).toBe(34);
  });

  it('are told again for ever when they are refused, and nothing else comes through', async () => {
    await addBooks(1);
    await device.sync();
    server.routes.push(['PUT', /state$/, () => ({ status: 400, body: {} })]);
    device.read(idOf(1), change);
    expect((await device.sync()).completed).toBe(false);
    expect((await device.sync()).completed).toBe(false);
    expect(server.asked(/^PUT/)).toHaveLength(2);
    expect(server.asked(/library\/sync/)).toHaveLength(1);
  });
});

describe('starting again', () => {
  it('after a factory reset means an empty shelf and no token', async () => {
    await addBooks(1);
    await device.sync();
    device.factoryReset();
    expect([device.books.size, device.covers.size, device.syncToken]).toEqual([0, 0, undefined]);
    await device.sync();
    expect(device.titles).toEqual(['Book 1']);
    expect(server.asked(/auth\/device/)).toHaveLength(2);
  });

  it('after a sign-out means no token and the books as they were', async () => {
    await addBooks(1);
    await device.sync();
    device.signOutKeepingBooks();
    expect(device.titles).toEqual(['Book 1']);
    server.items = [];
    await device.sync();
    expect(server.asked(/library\/sync/).at(-1)?.headers).not.toHaveProperty('x-kobo-synctoken');
    expect(device.titles).toEqual(['Book 1']);
  });
});
