import type { Sync, WebdavConnection } from '@octavo/contracts';
import { type DavTreat, selfSigned } from '@octavo/testing';
import { createServer as createHttps } from 'node:https';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { BASIC, CANARY, dumpOf, MANNERS, revealed, TREE } from './dav-canary.js';
import { ANN, type DavHouse, startDavHouse } from './dav-house.js';
import { until } from './house.js';
import { listenToLog } from './listen-to-log.js';

const ECHO = `<html>Your password is ${CANARY}, ${encodeURIComponent(CANARY)}, Basic ${BASIC.toString('base64')}</html>`;
const HEADERS = {
  'x-echo': encodeURIComponent(CANARY),
  'www-authenticate': `Basic realm="${BASIC.toString('base64')}"`,
};

const TREATS: [string, RegExp, DavTreat][] = [
  ...[200, 400, 401, 403, 404, 429, 500].map((status): [string, RegExp, DavTreat] => [
    ...([`${status} with the password in its page and headers`, /./] as const),
    { status, body: ECHO, headers: HEADERS },
  ]),
  ['a redirect with it in the query', /./, { redirect: `/login?password=${encodeURIComponent(CANARY)}` }],
  ['a redirect elsewhere', /./, { redirect: `http://ann:${encodeURIComponent(CANARY)}@127.0.0.1:1/dav/` }],
  ['an answer that is cut', /./, { method: 'PROPFIND', cutAt: 300 }],
  ['an answer that breaks off', /./, { breakAt: 300 }],
  ['what is no XML', /./, { status: 207, body: `<k4nary>${ECHO}` }],
  ['an entity', /./, { status: 207, body: `<!DOCTYPE x [<!ENTITY a "${CANARY}">]><x>&a;</x>` }],
  ['another encoding', /./, { headers: { 'content-encoding': `k4nary` } }],
  ['another type', /./, { headers: { 'content-type': `text/k4nary` } }],
  ['a folder that fails', /Folder%202/, { status: 500, body: ECHO, headers: HEADERS }],
  ['a folder that is forbidden', /Folder%202/, { status: 403, body: ECHO, headers: HEADERS }],
  ['a folder that is cut', /Folder%202/, { method: 'PROPFIND', cutAt: 300 }],
  [
    'a status of its own for the base',
    /./,
    { edit: (body) => body.replace(/HTTP\/1.1 200 OK/g, `HTTP/1.1 500 ${BASIC.toString('base64')}`) },
  ],
  ['a file that fails', /epub/, { method: 'GET', status: 500, body: ECHO, headers: HEADERS }],
  ['a file that is a page', /epub/, { method: 'GET', body: ECHO }],
  ['a file elsewhere', /epub/, { method: 'GET', redirect: `http://127.0.0.1:1/?k=${encodeURIComponent(CANARY)}` }],
];

describe('a password that a server gives back in every way', () => {
  let at: DavHouse;
  let id: string;
  let log: ReturnType<typeof listenToLog>;
  const answers: string[] = [];
  const servers: Server[] = [];

  beforeAll(async () => {
    log = listenToLog();
    at = await startDavHouse(TREE, { manners: MANNERS, settings: { LOG_LEVEL: 'trace', LOG_FORMAT: 'json' } });
    id = (await at.connect({ password: CANARY })).id;
  });
  afterAll(async () => {
    log.stop();
    await at?.close();
    for (const server of servers) server.close();
  });

  async function listening(server: Server): Promise<number> {
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return (server.address() as AddressInfo).port;
  }

  const get = async (path: string) => {
    // what is broken off, as files may be, has told nobody anything
    const body = await at.house.admin.get(path).then(
      (answer) => answer.body,
      () => ({}),
    );
    if (!(body instanceof Uint8Array)) answers.push(JSON.stringify(body));
    return body;
  };

  /** Everything somebody can do with a server, and all there is to be seen of it. */
  async function tryAll(baseUrl: string): Promise<WebdavConnection> {
    const { admin } = at.house;
    await at.house.sql(
      `update webdav_connection set base_url = $1, state = 'ACTIVE', refusals = 0, not_before = null`,
      [baseUrl],
    );
    await at.house.sql('update source_item set unread = true');
    await at.house.sql(`insert into arrival (library_id, path, folder, origin, reread)
      select library_id, path, folder_of(path), 'scan', true from source_item
      on conflict (library_id, path) do update set due_at = now(), attempts = 0`);
    const access = { baseUrl, ...ANN, password: CANARY };
    const tried = await Promise.all([
      ...[admin.post('/api/webdav/test', access), admin.post('/api/webdav', access)],
      admin.patch(`/api/webdav/${id}`, access),
    ]);
    answers.push(...tried.map(({ body }) => JSON.stringify(body)));
    const books = (await get('/api/books')).items as { files: { id: string }[] }[];
    const files = books.flatMap((book) => book.files.map((file) => file.id));
    const done = await Promise.all([
      admin.post(`/api/webdav/${id}/sync`),
      ...files.map((file) => admin.post(`/api/files/${file}/resync`, { refresh: true })),
    ]);
    answers.push(...done.map(({ body }) => JSON.stringify(body)));
    await Promise.all(files.map((file) => get(`/api/files/${file}/content`)));
    const due = 'select 1 from arrival where due_at <= now()';
    await until('the files to be looked into', async () => (await at.house.sql(due)).length === 0);
    await at.house.quiet();
    await get('/api/jobs?limit=200');
    const { items } = (await get(`/api/webdav/${id}/syncs`)) as { items: Sync[] };
    await get(`/api/webdav/${id}/syncs/${items[0]!.id}`);
    return get(`/api/webdav/${id}`) as Promise<WebdavConnection>;
  }

  async function expectNothing(): Promise<void> {
    expect(log.text()).toContain('request answered');
    expect(revealed(log.text())).toEqual([]);
    expect(log.text()).not.toMatch(/authorization"?:/i);
    expect(revealed(answers.join('\n'))).toEqual([]);
    expect(revealed(await dumpOf(at))).toEqual([]);
  }

  it.each(TREATS)('stands nowhere after %s', async (_what, path, treat) => {
    at.dav.recover();
    at.dav.treat(path, treat);
    const { lastSyncStatus } = await tryAll(at.dav.url);
    const isOfFiles = treat.method === 'GET' || treat.headers?.['content-type'] !== undefined;
    if (!isOfFiles) expect(['FAILED', 'PARTIAL', 'HELD']).toContain(lastSyncStatus);
    await expectNothing();
  });

  it('stands nowhere after a certificate that nobody trusts', async () => {
    const port = await listening(createHttps(selfSigned(), (_request, response) => response.end(ECHO)));
    expect(await tryAll(`https://127.0.0.1:${port}/`)).toMatchObject({ lastErrorCode: 'tls_invalid' });
    await expectNothing();
  });

  it.each([
    ['gives back what it was sent', (sent: Buffer) => sent],
    ['gives it back as an answer', (sent: Buffer) => Buffer.concat([Buffer.from('HTTP/1.1 2x7 '), sent])],
    [
      'gives it back as a header without an end',
      (sent: Buffer) => Buffer.concat([Buffer.from('HTTP/1.1 207 OK\r\nx: '), Buffer.from(sent.toString('base64'))]),
    ],
    ['gives it back as the reason', () => Buffer.from(`HTTP/1.1 500 k4nary ${CANARY}\r\ncontent-length: 0\r\n\r\n`)],
  ])('stands nowhere after a server that %s', async (_what, answer) => {
    const port = await listening(
      createServer((socket) => {
        socket.on('error', () => undefined);
        socket.on('data', (sent) => socket.end(answer(sent)));
      }),
    );
    expect(await tryAll(`http://127.0.0.1:${port}/`)).toMatchObject({ lastSyncStatus: 'FAILED' });
    await expectNothing();
  });

  it('stands nowhere after a server that is not there', async () => {
    const gone = createServer();
    const port = await listening(gone);
    await new Promise((resolve) => gone.close(resolve));
    expect(await tryAll(`http://127.0.0.1:${port}/`)).toMatchObject({ lastErrorCode: 'connect_failed' });
    await expectNothing();
  });
});
