import type { WebdavConnection } from '@octavo/contracts';
import { anEpub, DavServer } from '@octavo/testing';
import { randomUUID } from 'node:crypto';
import { ANN, type DavHouse, startDavHouse } from './dav-house.js';
import { until } from './house.js';
import { listenToLog } from './listen-to-log.js';
import { type Answer, Visitor } from './visitor.js';

const book = (title: string) => anEpub().titled(title).by('Jane Austen').build();
const FOLDERS = 12;
/** Twelve folders with a book in the first three, so that a walk takes a while and reading little. */
const TREE = Object.fromEntries(
  Array.from({ length: FOLDERS }, (_, n) => [`Folder ${n}`, n < 3 ? { [`Book ${n}.epub`]: book(`Book ${n}`) } : {}]),
);
/** Names of properties, as they stand in JSON. */
const NEVER_SHOWN = /"[^"]*(?:secret|cipher|key_?id|password)[^"]*":/i;

let at: DavHouse;
let log: ReturnType<typeof listenToLog>;

beforeAll(async () => {
  log = listenToLog();
  at = await startDavHouse(TREE, { settings: { LOG_LEVEL: 'trace', LOG_FORMAT: 'json' } });
});
afterAll(async () => {
  log.stop();
  await at?.close();
});
beforeEach(() => {
  at.dav.recover();
  at.dav.hold(TREE);
  at.dav.asked.length = 0;
});
afterEach(async () => {
  at.dav.recover();
  for (const { id } of (await at.house.admin.get('/api/webdav')).body.items as WebdavConnection[])
    await at.house.admin.delete(`/api/webdav/${id}`);
  await at.house.quiet();
  await at.house.sql('delete from webdav_connection'); // or they would come back by their address
  await at.house.sql(`delete from library where kind = 'WEBDAV'`);
});

const add = (more: Record<string, unknown> = {}) =>
  at.house.admin.post('/api/webdav', { baseUrl: at.dav.url, ...ANN, ...more });
const reasonOf = ({ status, body }: Answer) => [status, body.errors?.[0]?.reason];
const kept = () => at.house.sql<{ n: number }>('select count(*)::int n from webdav_connection').then(([row]) => row!.n);
const listings = () => at.dav.asked.filter(({ method }) => method === 'PROPFIND');

describe('connecting to a server', () => {
  it('asks the base alone, then what is in it, and has it compared', async () => {
    const { status, body } = await add();
    expect(status).toBe(201);
    expect(JSON.stringify(body)).not.toMatch(NEVER_SHOWN);
    expect(JSON.stringify(body)).not.toContain(ANN.password);
    const signed = listings().filter(({ authorized }) => authorized);
    expect(signed.slice(0, 2).map(({ depth, target }) => [depth, target])).toEqual([
      ['0', at.dav.path],
      ['1', at.dav.path],
    ]);
    await until('the first comparison', async () => (await at.shown(body.id)).sync?.state === 'COMPLETED');
    const { sync } = await at.shown(body.id);
    expect((await at.house.admin.get(`/api/jobs/${sync!.jobId}`)).body).toMatchObject({
      ...{ queue: 'webdav-sync', name: 'syncSource', state: 'completed' },
    });
    expect((await at.house.admin.get('/api/webdav')).body.items).toMatchObject([{ id: body.id, username: 'ann' }]);
  });

  it('tries a wrong password once, and keeps nothing', async () => {
    expect(reasonOf(await add({ password: 'wrong' }))).toEqual([422, 'auth_failed']);
    expect(at.dav.asked.filter(({ authorization }) => authorization !== undefined)).toHaveLength(1);
    expect(await kept()).toBe(0);
  });

  it('takes no page for people, and no file', async () => {
    at.dav.treat(/./, { status: 200, headers: { 'content-type': 'text/html' }, body: '<html>Sign in</html>' });
    expect(reasonOf(await add())).toEqual([422, 'not_webdav']);
    at.dav.recover();
    const baseUrl = `${at.dav.url}Folder%200/Book%200.epub`;
    expect(reasonOf(await add({ baseUrl }))).toEqual([422, 'not_a_collection']);
    expect(await kept()).toBe(0);
  });

  it.each([
    ['a name and a password in it', 'https://ann:c4nary-in-url@nas.example/dav/'],
    ['an encoded password in it', 'https://ann:c4nary%2Din%2Durl@nas.example/dav/'],
    ['another protocol', 'ftp://ann:c4nary-in-url@nas.example/'],
    ['a fragment', 'https://nas.example/dav/#c4nary-in-url'],
    ['a query', 'https://nas.example/dav/?token=c4nary-in-url'],
    ['3,000 characters', `https://nas.example/${'c4nary-in-url/'.repeat(215)}`],
    ['nothing in it', ''],
  ])('refuses an address with %s, and repeats it nowhere', async (_what, baseUrl) => {
    const { status, body } = await add({ baseUrl });
    expect(status).toBe(400);
    expect(JSON.stringify(body)).not.toContain('c4nary');
    expect(log.text()).toContain('request refused');
    expect(log.text()).not.toContain('c4nary');
    expect([at.dav.asked, await kept()]).toEqual([[], 0]);
  });

  it('has a slash at its end, whether somebody wrote one or not', async () => {
    const { status, body } = await add({ baseUrl: `${at.dav.origin}//dav/x/..` });
    expect([status, body.baseUrl]).toEqual([201, at.dav.url]);
    expect(at.dav.asked.every(({ target }) => target.startsWith(at.dav.path))).toBe(true);
  });

  it('is not led to another host', async () => {
    const other = await DavServer.start(TREE);
    try {
      at.dav.treat(/./, { redirect: other.url, method: 'PROPFIND' });
      expect(reasonOf(await add())).toEqual([422, 'redirect_refused']);
      at.dav.treat(/./, { redirect: other.url.replace('127.0.0.1', 'localhost'), method: 'PROPFIND' });
      expect(reasonOf(await add())).toEqual([422, 'redirect_refused']);
      expect(other.asked).toEqual([]);
      expect(await kept()).toBe(0);
    } finally {
      await other.close();
    }
  });

  it('twice to the same place is a conflict, also when both ask at once', async () => {
    const both = await Promise.all([add({ paused: true }), add({ paused: true })]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect((await add()).status).toBe(409);
    expect((await add({ baseUrl: at.dav.url.slice(0, -1) })).status).toBe(409);
    expect(await kept()).toBe(1);
  });
});

describe('a connection', () => {
  it('of somebody else is as unknown as one that never was', async () => {
    const { body: mine } = await add({ paused: true });
    const email = `${randomUUID()}@example.org`;
    await at.house.admin.post('/api/users', { email, password: 'another long one' });
    const bob = new Visitor(at.house.url);
    await bob.signIn(email, 'another long one');
    expect((await bob.get('/api/webdav')).body).toMatchObject({ items: [], total: 0 });
    const routes = (id: string): [string, string, unknown?][] => [
      ['GET', `/api/webdav/${id}`],
      ['PATCH', `/api/webdav/${id}`, { name: 'x', password: 'y' }],
      ['PUT', `/api/webdav/${id}`, { paused: false }],
      ['DELETE', `/api/webdav/${id}`],
      ['POST', `/api/webdav/${id}/sync`],
      ['POST', `/api/webdav/${id}/preview`],
      ['POST', `/api/webdav/${id}/confirm-removal`],
      ['GET', `/api/webdav/${id}/syncs`],
      ['GET', `/api/webdav/${id}/syncs/${randomUUID()}`],
    ];
    at.dav.asked.length = 0;
    const said = async (id: string) => {
      const all: unknown[] = [];
      for (const [method, path, body] of routes(id)) {
        const answer = await bob.call(method, path, body);
        all.push([method, answer.status, { ...answer.body, instance: '' }]);
      }
      return all;
    };
    const ofMine = await said(mine.id);
    expect(ofMine).toEqual(await said(randomUUID()));
    expect(ofMine.map((one) => (one as unknown[])[1])).toEqual(ofMine.map(() => 404));
    expect(await at.shown(mine.id)).toEqual(mine);
    expect(at.dav.asked).toEqual([]);
  });

  it('is nobody’s who has not signed in', async () => {
    const { body } = await add({ paused: true });
    const nobody = new Visitor(at.house.url);
    const { id } = body;
    for (const [method, path] of [
      ...[['GET', '/api/webdav'] as const, ['POST', '/api/webdav'] as const, ['POST', '/api/webdav/test'] as const],
      ...(['GET', 'PATCH', 'PUT', 'DELETE'] as const).map((method) => [method, `/api/webdav/${id}`] as const),
      ...['sync', 'preview', 'confirm-removal'].map((what) => ['POST', `/api/webdav/${id}/${what}`] as const),
      ['GET', `/api/webdav/${id}/syncs`],
    ] as const) {
      expect([method, path, (await nobody.call(method, path)).status]).toEqual([method, path, 401]);
    }
  });

  it.each(['PATCH', 'PUT'])('gets another name without its server being asked (%s)', async (method) => {
    const { body } = await add({ paused: true });
    at.dav.asked.length = 0;
    const changed = await at.house.admin.call(method, `/api/webdav/${body.id}`, { name: 'Attic' });
    expect([changed.status, changed.body.name]).toEqual([200, 'Attic']);
    expect(JSON.stringify(changed.body)).not.toMatch(NEVER_SHOWN);
    expect(at.dav.asked).toEqual([]);
  });

  it('keeps its password when none is given, takes no empty one, and tries another before it is kept', async () => {
    const { id } = await at.connect();
    const change = (body: unknown) => at.house.admin.patch(`/api/webdav/${id}`, body);
    const sealed = () => at.house.sql<{ secret: string }>('select secret from webdav_connection');
    const before = await sealed();
    expect((await change({ password: '' })).status).toBe(400);
    expect(reasonOf(await change({ password: 'wrong' }))).toEqual([422, 'auth_failed']);
    expect(reasonOf(await change({ baseUrl: `${at.dav.url}none/` }))).toEqual([422, 'not_found']);
    expect(await sealed()).toEqual(before);
    expect((await change({ name: 'Attic' })).status).toBe(200);
    expect(await at.sync(id)).toMatchObject({ lastSyncStatus: 'OK', failures: 0 });
    expect((await change({ baseUrl: `${at.dav.url}Folder%200/` })).body.baseUrl).toBe(`${at.dav.url}Folder%200/`);
    await until('a comparison there', async () => (await at.shown(id)).sync?.found === 1);
    expect(await at.shown(id)).toMatchObject({ lastSyncStatus: 'OK', lastError: null });
  });
});

describe('a comparison', () => {
  it('that is asked for is told by the id of its job, which can be followed to its end', async () => {
    const { id } = await at.connect();
    at.dav.treat(/./, { delay: 60 });
    const { status, body } = await at.house.admin.post(`/api/webdav/${id}/sync`);
    expect([status, Object.keys(body)]).toEqual([202, ['jobId']]);
    const run = () => at.house.admin.get(`/api/jobs/${body.jobId}`).then((answer) => answer.body);
    expect(['waiting', 'active']).toContain((await run()).state);
    await until('the end of it', async () => (await run()).state === 'completed');
    const { items } = (await at.house.admin.get(`/api/webdav/${id}/syncs`)).body;
    expect(items[0]).toMatchObject({ jobId: body.jobId, state: 'COMPLETED', found: 3, unchanged: 3 });
    const detail = await at.house.admin.get(`/api/webdav/${id}/syncs/${items[0].id}`);
    expect(detail.body).toMatchObject({ id: items[0].id, tally: { folders: FOLDERS + 1 }, faults: [] });
  });

  it('is not run again and again because it is asked for again and again, and never beside another', async () => {
    const { id } = await at.connect();
    at.dav.treat(/./, { delay: 40 });
    at.dav.asked.length = 0;
    const before = (await at.house.admin.get(`/api/webdav/${id}/syncs`)).body.total;
    const asked = await Promise.all(Array.from({ length: 5 }, () => at.house.admin.post(`/api/webdav/${id}/sync`)));
    for (const { status } of asked) expect(status).toBe(202);
    for (const jobId of new Set(asked.map(({ body }) => body.jobId as string)))
      await until('its end', async () => (await at.house.admin.get(`/api/jobs/${jobId}`)).body.finishedAt !== null);
    const ran = (await at.house.admin.get(`/api/webdav/${id}/syncs`)).body.total - before;
    expect([1, 2]).toContain(ran);
    const targets = listings().map(({ target }) => target);
    const walks = targets.flatMap((target, index) => (target === at.dav.path ? [index] : []));
    expect(walks).toHaveLength(ran);
    for (const [nth, begin] of walks.entries())
      expect(new Set(targets.slice(begin, walks[nth + 1])).size).toBe(FOLDERS + 1);
  });
});

describe('removing a connection', () => {
  /** All that is kept of a library. */
  async function rowsOf(id: string): Promise<Record<string, unknown[]>> {
    const rows: Record<string, unknown[]> = {};
    for (const [table, where] of [
      ['webdav_connection', 'library_id = $1'],
      ['source_item', 'library_id = $1'],
      ['source_folder', 'library_id = $1'],
      ['arrival', 'library_id = $1'],
      ['place', 'library_id = $1'],
      ['file', 'id in (select file_id from place where library_id = $1)'],
      ['book', 'id in (select book_id from file where id in (select file_id from place where library_id = $1))'],
    ] as const) {
      rows[table] = await at.house.sql(`select to_jsonb(t) as row from ${table} t where ${where} order by 1`, [id]);
    }
    return rows;
  }
  const bookIds = async () =>
    ((await at.house.admin.get('/api/books?limit=200')).body.items as { id: string }[]).map(({ id }) => id).sort();

  it('while its files are looked into changes nothing of it afterwards', async () => {
    at.dav.treat(/epub$/, { delay: 1_500, method: 'GET' });
    const { body } = await add();
    await until('a file to be read', () => Promise.resolve(at.dav.asked.some(({ method }) => method === 'GET')));
    expect((await at.house.admin.delete(`/api/webdav/${body.id}`)).status).toBe(204);
    const after = await rowsOf(body.id);
    await at.house.quiet();
    expect(await bookIds()).toEqual([]);
    expect(await rowsOf(body.id)).toEqual(after);
  });

  it('while it is compared ends that, wipes the password and takes its books out of sight until it is back', async () => {
    const { id } = await at.connect();
    const books = await bookIds();
    expect(books).toHaveLength(3);
    const [first] = (await at.house.admin.get('/api/books?sort=title')).body.items;
    await at.house.admin.patch(`/api/books/${first.id}`, { title: 'As I call it' });
    at.dav.hold({ ...TREE, 'Folder 4': { 'New.epub': book('New') } });
    at.dav.treat(/./, { delay: 400 });
    at.dav.asked.length = 0;
    const { body } = await at.house.admin.post(`/api/webdav/${id}/sync`);
    await until('the server to be asked', () => Promise.resolve(listings().length > 2));
    const { body: waiting } = await at.house.admin.post(`/api/webdav/${id}/sync`);
    expect((await at.house.admin.delete(`/api/webdav/${id}`)).status).toBe(204);
    const after = await rowsOf(id);
    expect(after['webdav_connection']).toMatchObject([{ row: { state: 'REMOVED', secret: null, turn: null } }]);
    expect((await at.house.admin.get(`/api/webdav/${id}`)).status).toBe(404);
    expect(await bookIds()).toEqual([]);
    for (const jobId of [body.jobId, waiting.jobId]) {
      const run = () => at.house.admin.get(`/api/jobs/${jobId}`).then((answer) => answer.body);
      await until('the run to end', async () => (await run()).finishedAt !== null);
      expect((await run()).state).toBe('cancelled');
    }
    expect(
      await at.house.sql('select state from scan where library_id = $1 order by started_at desc limit 1', [id]),
    ).toEqual([{ state: 'CANCELLED' }]);
    await at.house.quiet();
    const asked = at.dav.asked.length;
    expect(await rowsOf(id)).toEqual(after);

    at.dav.recover();
    const again = await at.connect();
    expect(again.id).toBe(id);
    expect(asked).toBeLessThan(FOLDERS + 2);
    expect(await bookIds()).toEqual(expect.arrayContaining(books));
    expect(await at.titles()).toEqual(['As I call it', 'Book 1', 'Book 2', 'New']);
  });
});
