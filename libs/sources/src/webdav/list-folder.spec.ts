import { DavFile, DavServer, type DavTree } from '@octavo/testing';
import { gzipSync } from 'node:zlib';
import { BASE_FOLDER, type DavEntry } from './entries.js';
import { listFolder, type FolderOutcome, type ListFolderOptions } from './list-folder.js';
import { DavVisit, type VisitOptions } from './testing/dav-visit.js';

const TREE: DavTree = { 'a.epub': 'a', 'b.epub': 'bb', Folder: { 'c.epub': 'ccc' } };
const item = (href: string, inside = '') => `<D:response><D:href>${href}</D:href>${inside}</D:response>`;
const OK = '<D:propstat><D:prop><D:resourcetype/></D:prop><D:status>HTTP/1.1 200 OK</D:status></D:propstat>';
const SELF = OK.replace('<D:resourcetype/>', '<D:resourcetype><D:collection/></D:resourcetype>');
const listing = (...items: string[]) =>
  `<?xml version="1.0"?><D:multistatus xmlns:D="DAV:">${items.join('')}</D:multistatus>`;

describe('listing a folder', () => {
  let server: DavServer;
  let visit: DavVisit;
  const begin = async (tree: DavTree, options: VisitOptions = {}) => {
    server = await DavServer.start(tree);
    visit = new DavVisit(server, options);
  };
  afterEach(async () => {
    await visit.close();
    await server.close();
  });

  async function list(
    options: Partial<ListFolderOptions> = {},
  ): Promise<{ outcome: FolderOutcome; entries: DavEntry[] }> {
    const entries: DavEntry[] = [];
    let last = 0;
    const outcome = await listFolder(visit.client, BASE_FOLDER, {
      ...options,
      onEntries: (batch) => {
        if (batch.attempt !== last) entries.length = 0;
        last = batch.attempt;
        entries.push(...batch.entries);
      },
    });
    return { outcome, entries };
  }
  const keys = (entries: readonly DavEntry[]) => entries.map(({ key }) => key).sort();

  it('asks once, for four properties, with what a server needs to know', async () => {
    await begin(TREE);
    const { outcome, entries } = await list();
    expect(outcome).toMatchObject({
      kind: 'complete',
      attempt: 1,
      count: 3,
      self: { folder: true, etag: expect.stringMatching(/^folder-/) as string },
    });
    expect(keys(entries)).toEqual(['Folder', 'a.epub', 'b.epub']);
    expect(server.asked).toHaveLength(1);
    expect(server.asked[0]).toMatchObject({
      method: 'PROPFIND',
      target: '/dav/',
      depth: '1',
      headers: {
        'accept-encoding': 'identity',
        'content-type': 'application/xml; charset=utf-8',
        'user-agent': 'Octavo/test',
      },
    });
    expect(server.asked[0]?.headers).not.toHaveProperty('cookie');
    expect(server.asked[0]?.body.match(/<d:get\w+|<d:resourcetype/g)).toHaveLength(4);
  });

  it.each([
    ['breaks off in the middle', { breakAt: 700 }, 'connect_failed'],
    ['ends in the middle of a thing', { cutAt: 700 }, 'malformed_response'],
    ['is empty', { cutAt: 0 }, 'malformed_response'],
    [
      'ends between two things as if that were all',
      { edit: (body: string) => body.slice(0, body.lastIndexOf('<D:response>')) },
      'malformed_response',
    ],
  ])('fails when the answer %s, after three more attempts', async (_, treat, reason) => {
    await begin(TREE);
    server.treat('/dav/', treat);
    const { outcome } = await list();
    expect(outcome).toMatchObject({ kind: 'failed', error: { reason } });
    expect(server.asked).toHaveLength(4);
    expect(visit.clock.slept).toEqual([500, 2000, 8000]);
  });

  it('counts only the attempt that came to its end', async () => {
    await begin(Object.fromEntries(Array.from({ length: 5000 }, (_, n) => [`${n}.epub`, 'x'])));
    server.treat('/dav/', { breakAt: 1_500_000, times: 1 });
    const attempts: [number, number][] = [];
    const outcome = await listFolder(visit.client, BASE_FOLDER, {
      onEntries: ({ attempt, entries }) => void attempts.push([attempt, entries.length]),
    });
    expect(outcome).toMatchObject({ kind: 'complete', attempt: 2, count: 5000 });
    expect(attempts.filter(([attempt]) => attempt === 1).length).toBeGreaterThan(0);
    expect(attempts.filter(([attempt]) => attempt === 2).reduce((sum, [, count]) => sum + count, 0)).toBe(5000);
  });

  it.each<[string, number, string, number]>([
    ['a page', 200, 'not_webdav', 1],
    ['a redirect that would change the request', 303, 'redirect_refused', 1],
    ['that one must sign in', 401, 'auth_failed', 1],
    ['that one may not', 403, 'forbidden', 1],
    ['that there is nothing', 404, 'not_found', 1],
    ['that it is gone', 410, 'not_found', 1],
    ['that it knows no such method', 405, 'not_webdav', 1],
    ['the same in other words', 501, 'not_webdav', 1],
    ['that it makes no sense', 400, 'server_error', 1],
    ['that it took too long', 408, 'timeout', 4],
    ['that it is locked', 423, 'server_error', 4],
    ['that it is too early', 425, 'server_error', 4],
    ['too many requests', 429, 'rate_limited', 4],
    ['an error of its own', 500, 'server_error', 4],
    ['a bad gateway', 502, 'server_error', 4],
    ['that it is busy', 503, 'server_error', 4],
    ['that its disk is full', 507, 'server_error', 4],
    ['what a bandwidth limit says', 509, 'server_error', 4],
  ])('told %s (%s) is %s after %s attempts', async (_, status, reason, attempts) => {
    await begin(TREE);
    server.treat('/dav/', { status, body: 'secret words of the server', headers: { location: '/dav/' } });
    const { outcome } = await list();
    expect(outcome).toMatchObject({ kind: 'failed', error: { reason, status } });
    expect(server.asked).toHaveLength(attempts);
  });

  it('waits as long as it is told before it asks again', async () => {
    await begin(TREE);
    server.treat('/dav/', { status: 429, headers: { 'retry-after': '7' }, times: 1 });
    expect((await list()).outcome.kind).toBe('complete');
    expect(visit.clock.slept).toEqual([7000]);
  });

  it.each([
    ['3600', 3600],
    ['864000', 86_400],
  ])('does not wait for longer than a minute: %s s', async (header, retryAfter) => {
    await begin(TREE);
    server.treat('/dav/', { status: 503, headers: { 'retry-after': header } });
    expect((await list()).outcome).toMatchObject({ kind: 'waiting', retryAfter });
    expect([server.asked.length, visit.clock.slept]).toEqual([1, []]);
  });

  it('takes a moment that has passed for now', async () => {
    await begin(TREE);
    server.treat('/dav/', { status: 503, headers: { 'retry-after': 'Tue, 03 Mar 2020 10:00:00 GMT' }, times: 1 });
    expect((await list()).outcome.kind).toBe('complete');
    expect(visit.clock.slept).toEqual([0]);
  });

  it.each<[string, string, object]>([
    [
      'a thing it may not tell of',
      listing(item('/dav/', SELF), item('/dav/a', OK), item('/dav/x', '<D:status>HTTP/1.1 403 No</D:status>')),
      { kind: 'partial', reasons: ['items_refused'], refused: [{ key: 'x', status: 403 }] },
    ],
    [
      'that it is out of space',
      listing(item('/dav/', SELF), item('/dav/a', OK), item('/dav/', '<D:status>HTTP/1.1 507 Full</D:status>')),
      { kind: 'partial', reasons: ['insufficient_storage'] },
    ],
    [
      'that alone of itself',
      listing(item('/dav/a', OK), item('/dav/', '<D:status>HTTP/1.1 507 Full</D:status>')),
      { kind: 'partial', reasons: ['insufficient_storage'] },
    ],
    ['nothing of itself', listing(item('/dav/a', OK)), { kind: 'partial', reasons: ['no_self'] }],
    ['nothing at all', listing(), { kind: 'partial', reasons: ['no_self'], count: 0 }],
    ['only itself', listing(item('/dav/', SELF)), { kind: 'complete', count: 0 }],
    ['a file in its own place', listing(item('/dav/', OK)), { kind: 'failed', error: { reason: 'not_a_collection' } }],
    [
      'that it may not tell of itself',
      listing(item('/dav/', '<D:status>HTTP/1.1 403 No</D:status>')),
      { kind: 'failed', error: { reason: 'forbidden', status: 403 } },
    ],
    [
      'that it is gone itself',
      listing(item('/dav/', '<D:status>HTTP/1.1 404 No</D:status>')),
      { kind: 'failed', error: { reason: 'not_found' } },
    ],
    [
      'one thing twice',
      listing(item('/dav/', SELF), item('/dav/%61', OK), item('/dav/a', OK), item('/dav', OK)),
      { kind: 'complete', count: 1, odd: { repeated: 2 } },
    ],
  ])('is what it is when a server tells %s', async (_, body, outcome) => {
    await begin(TREE);
    server.treat('/dav/', { status: 207, body });
    expect((await list()).outcome).toMatchObject(outcome);
  });

  it('knows a provider that gives so many at most, and one that has more pages', async () => {
    await begin(Object.fromEntries(Array.from({ length: 750 }, (_, n) => [`${n}`, ''])));
    expect((await list()).outcome).toMatchObject({ kind: 'partial', reasons: ['page_cap'] });
    server.treat('/dav/', { headers: { link: '</dav/?page=2>; rel="next"' } });
    expect((await list({ pageCaps: [] })).outcome).toMatchObject({ kind: 'partial', reasons: ['more_pages'] });
  });

  it('takes no entry from elsewhere, and is none the worse', async () => {
    await begin(TREE);
    const hrefs = [
      '/other/x',
      '/dav/../../x',
      '/dav/%2e%2e/x',
      '//evil.example/x',
      'http://evil.example/x',
      '/etc/passwd',
      '/dav/Folder/c.epub',
      'file:///dav/x',
    ];
    server.treat('/dav/', {
      status: 207,
      body: listing(item('/dav/', SELF), ...hrefs.map((href) => item(href, OK)), item('/dav/good', OK)),
    });
    const { outcome, entries } = await list();
    expect(outcome).toMatchObject({ kind: 'complete', odd: { rejectedHrefs: hrefs.length } });
    expect(keys(entries)).toEqual(['good']);
  });

  it('tells properties apart that are unknown, and those that are none', async () => {
    await begin({
      'a.epub': new DavFile('x', { modified: 'never', etag: '12345', length: '-4' }),
      'b.epub': new DavFile('x', { modified: 'Mon, 01 Jan 1601 00:00:00 GMT', etag: 'W/"w"' }),
      'c.epub': new DavFile('x', { modified: new Date(Date.now() + 9e8).toUTCString() }),
    });
    const { entries } = await list();
    expect(entries[0]).toEqual({ key: 'a.epub', path: 'a.epub', parent: '', folder: false, etag: '12345' });
    expect(entries[1]).toEqual({ key: 'b.epub', path: 'b.epub', parent: '', folder: false, etag: 'w', size: 1 });
    expect(entries[2]).not.toHaveProperty('modified');
  });

  it('minds nothing that a proxy made of the question', async () => {
    await begin(TREE);
    server.treat('/dav/', {
      edit: (body) => body.replace(/<lp1:getetag>.*?<\/lp1:getetag>/g, '<D:displayname>x</D:displayname>'),
    });
    const { outcome, entries } = await list();
    expect(outcome.kind).toBe('complete');
    expect(entries.map((entry) => 'etag' in entry)).toEqual([false, false, false]);
  });

  it('gives the clock of the server', async () => {
    await begin(TREE);
    server.manners.clockAhead = 86_400;
    const { outcome } = await list();
    const ahead = 'date' in outcome ? (outcome.date?.getTime() ?? 0) - Date.now() : 0;
    expect(Math.round(ahead / 3_600_000)).toBe(24);
  });

  it.each<[string, object, string]>([
    [
      'packed',
      { headers: { 'content-encoding': 'gzip' }, body: gzipSync(Buffer.alloc(4_000_000, ' ')) },
      'unsupported_encoding',
    ],
    ['too large by its own word', { headers: { 'content-length': '99999' }, body: 'x' }, 'response_too_large'],
    ['too large', { body: () => manySpaces() }, 'response_too_large'],
    ['no XML', { body: '<html><br></html>' }, 'not_webdav'],
    ['an HTML page', { body: '<!DOCTYPE html><html><br>' }, 'not_webdav'],
  ])('refuses an answer that is %s, at once', async (_, treat, reason) => {
    await begin(TREE, { limits: { mostBytes: 50_000 } });
    server.treat('/dav/', { status: 207, ...treat });
    expect((await list()).outcome).toMatchObject({ kind: 'failed', error: { reason } });
    expect(server.asked).toHaveLength(1);
  });

  it.each<[string, object, object]>([
    ['headers never come', { hang: 'headers' }, { headersMs: 200 }],
    ['the body stops', { hang: 'body' }, { idleMs: 200 }],
    ['the body drips', { drip: 20 }, { totalMs: 400, idleMs: 60_000 }],
  ])('ends when %s', async (_, treat, limits) => {
    await begin(TREE, { limits });
    server.treat('/dav/', treat);
    expect((await list()).outcome).toMatchObject({ kind: 'failed', error: { reason: 'timeout' } });
    expect(server.asked).toHaveLength(4);
  });

  it('gives up a folder with more things than are taken', async () => {
    await begin(Object.fromEntries(Array.from({ length: 30 }, (_, n) => [`${n}`, ''])));
    expect((await list({ mostEntries: 30 })).outcome).toMatchObject({
      kind: 'failed',
      error: { reason: 'too_many_entries' },
    });
    expect((await list({ mostEntries: 31 })).outcome.kind).toBe('complete');
  });

  it('ends with the reason it is given', async () => {
    await begin(TREE);
    server.treat('/dav/', { hang: 'body' });
    const controller = new AbortController();
    const asked = list({ signal: controller.signal });
    const reason = new Error('enough');
    setTimeout(() => controller.abort(reason), 100);
    await expect(asked).rejects.toBe(reason);
  });

  it('lets through what whoever keeps the entries throws', async () => {
    await begin(TREE);
    const full = new Error('disk full');
    await expect(listFolder(visit.client, BASE_FOLDER, { onEntries: () => Promise.reject(full) })).rejects.toBe(full);
    expect(server.asked).toHaveLength(1);
  });

  it('follows a redirect within the library, and reads the hrefs of where it ended', async () => {
    await begin({ ...TREE, New: { 'n.epub': 'n' } });
    server.treat('/dav/', { redirect: '/dav/New/', status: 302 });
    const { outcome, entries } = await list();
    expect([outcome.kind, keys(entries)]).toEqual(['complete', ['n.epub']]);
    expect(server.asked.map(({ method, depth, target }) => [method, depth, target])).toEqual([
      ['PROPFIND', '1', '/dav/'],
      ['PROPFIND', '1', '/dav/New/'],
    ]);
  });

  it.each([
    ['to itself', '/dav/', 1],
    ['round and round', undefined, 4],
    ['out of the library', '/login', 1],
    ['to another port', 'http://127.0.0.1:9/dav/', 1],
  ])('refuses redirects %s', async (_, redirect, requests) => {
    await begin(TREE);
    if (redirect === undefined)
      for (let n = 0; n < 9; n += 1) server.treat(n === 0 ? '/dav/' : `/dav/${n}/`, { redirect: `/dav/${n + 1}/` });
    else server.treat('/dav/', { redirect });
    expect((await list()).outcome).toMatchObject({ kind: 'failed', error: { reason: 'redirect_refused' } });
    expect(server.asked).toHaveLength(requests);
  });
});

function* manySpaces(): Generator<Uint8Array> {
  for (let n = 0; n < 100; n += 1) yield Buffer.from('<x/>'.repeat(1000));
}
