import { DavServer, type DavManners, type DavTree } from '@octavo/testing';
import type { Credentials } from './authorize.js';
import type { EntryBatch } from './list-folder.js';
import { DavVisit, walkAll, type VisitOptions } from './testing/dav-visit.js';
import { walk } from './walk.js';

const wide = (folders: number, files = 2): DavTree =>
  Object.fromEntries(
    Array.from({ length: folders }, (_, at) => [
      `f${String(at).padStart(4, '0')}`,
      Object.fromEntries(Array.from({ length: files }, (_, n) => [`${n}.epub`, 'x'])),
    ]),
  );

describe('walking a library', () => {
  let server: DavServer;
  let visit: DavVisit;
  const begin = async (tree: DavTree, options: VisitOptions = {}, manners: DavManners = {}) => {
    server = await DavServer.start(tree, manners);
    visit = new DavVisit(server, options);
  };
  afterEach(async () => {
    await visit.close();
    await server.close();
  });

  it.each([
    ['breaks off', { breakAt: 500 }, 'connect_failed'],
    [
      'is cut between two things',
      { edit: (body: string) => body.replace(/<D:response>(?:(?!<D:response>).)*$/s, '') },
      'malformed_response',
    ],
    ['is in another encoding', { edit: (body: string) => body.replace('utf-8', 'iso-8859-1') }, 'malformed_response'],
    ['is forbidden', { status: 403 }, 'forbidden'],
    ['redirects in a circle', { redirect: '/dav/f0001/' }, 'redirect_refused'],
  ])('loses one folder and no other when its listing %s', async (_, treat, reason) => {
    await begin(wide(5));
    server.treat('/dav/f0001/', treat);
    const { end, outcomes, entries } = await walkAll(visit.client);
    expect(end).toMatchObject({ kind: 'partial', left: [], counters: { complete: 5, failed: 1 } });
    expect(outcomes.get('f0001')).toMatchObject({ kind: 'failed', error: { reason } });
    expect([...entries.keys()].filter((key) => key.endsWith('.epub'))).toHaveLength(8);
  });

  it.each([
    ['breaks off', { breakAt: 500 }, 'connect_failed'],
    ['is not found', { status: 404 }, 'not_found'],
    ['is forbidden', { status: 403 }, 'forbidden'],
    ['is a page', { status: 200, body: '<html>' }, 'not_webdav'],
    ['redirects in a circle', { redirect: '/dav/' }, 'redirect_refused'],
  ])('fails as a whole when the listing of the base %s', async (_, treat, reason) => {
    await begin(wide(3));
    server.treat('/dav/', treat);
    expect((await walkAll(visit.client)).end).toMatchObject({ kind: 'failed', error: { reason } });
  });

  it('goes into no folder of a listing that did not come to its end', async () => {
    await begin({ f: Object.fromEntries(Array.from({ length: 4000 }, (_, n) => [`${n}`, {}])) });
    server.treat('/dav/f/', { breakAt: 1_200_000 });
    let provisional = 0;
    const { end, entries } = await walkAll(visit.client, {
      onEntries: (batch) => void (provisional += batch.entries.length),
    });
    expect(end).toMatchObject({ kind: 'partial', counters: { complete: 1, failed: 1 } });
    expect([entries.size, provisional > 2000]).toEqual([1, true]);
    expect(new Set(server.asked.map(({ target }) => target))).toEqual(new Set(['/dav/', '/dav/f/']));
  });

  it('asks for each folder once, with its slash, and never for more than four at a time', async () => {
    await begin(wide(40));
    let [now, most] = [0, 0];
    server.treat(/./, { delay: 5 });
    await walk(visit.client, {
      onEntries: async () => {
        most = Math.max(most, (now += 1));
        await new Promise((resolve) => setTimeout(resolve, 10));
        now -= 1;
      },
      onFolder: () => undefined,
    });
    expect(server.asked).toHaveLength(41);
    expect(server.asked.every(({ target, depth }) => target.endsWith('/') && depth === '1')).toBe(true);
    expect([most > 1, most <= 4]).toEqual([true, true]);
  });

  it('gets through a server that fails every tenth time', async () => {
    await begin(wide(60));
    server.treat(/./, { status: 502, every: 10 });
    const { end, entries } = await walkAll(visit.client);
    expect([end.kind, entries.size]).toEqual(['complete', 180]);
  });

  it('waits as it is told in the middle, and goes on', async () => {
    await begin(wide(3));
    server.treat('/dav/f0001/', { status: 429, headers: { 'retry-after': '7' }, times: 1 });
    expect((await walkAll(visit.client)).end.kind).toBe('complete');
    expect(visit.clock.slept).toEqual([7000]);
  });

  it('ends when it is told to come back much later, and a later walk does what was left', async () => {
    await begin(wide(30));
    server.treat('/dav/f0012/', { status: 503, headers: { 'retry-after': '3600' }, times: 1 });
    const first = await walkAll(visit.client);
    expect(first.end).toMatchObject({ kind: 'waiting', retryAfter: 3600 });
    expect(first.end.left.map(({ key }) => key)).toContain('f0012');
    server.asked.length = 0;
    const second = await walkAll(visit.client, { from: first.end.left });
    expect(second.end).toMatchObject({ kind: 'complete', left: [] });
    // What was broken off may still come in.
    expect(new Set(server.asked.map(({ target }) => target)).size).toBe(first.end.left.length);
    expect(new Set([...first.entries.keys(), ...second.entries.keys()]).size).toBe(90);
  });

  it('leaves out what was done before', async () => {
    await begin(wide(10));
    const { end } = await walkAll(visit.client, { isDone: (key) => key !== '' && key < 'f0007' });
    expect([end.kind, server.asked.length]).toEqual(['complete', 4]);
  });

  it('does not look into folders it is told to leave', async () => {
    await begin({ ...wide(2), '@eaDir': { x: { y: '' } } });
    const { entries } = await walkAll(visit.client, { descends: ({ key }) => !key.startsWith('@') });
    expect([...entries.keys()].filter((key) => key.startsWith('@'))).toEqual(['@eaDir']);
  });

  it('begins nothing more when its time is up, but ends what it began', async () => {
    await begin(wide(20));
    let folders = 0;
    const { end, outcomes } = await walkAll(visit.client, {
      deadline: visit.clock.now() + 1000,
      onFolder: () => ((folders += 1) === 5 ? visit.clock.sleep(2000) : undefined),
    });
    expect(end.kind).toBe('waiting');
    expect(end.left.length + outcomes.size).toBe(21);
    expect([...outcomes.values()].every(({ kind }) => kind === 'complete')).toBe(true);
  });

  it('ends with a list of what is left when it is told to stop', async () => {
    await begin(wide(50));
    const controller = new AbortController();
    const done: string[] = [];
    const end = await walk(visit.client, {
      signal: controller.signal,
      onEntries: () => undefined,
      onFolder: ({ folder }) => void (done.push(folder.key) === 10 && controller.abort(new Error('enough'))),
    });
    expect(end.kind).toBe('cancelled');
    const left = end.left.map(({ key }) => key);
    expect([...done.filter((key) => key !== ''), ...left].sort()).toEqual(Object.keys(wide(50)).sort());
  });

  it('throws what whoever keeps the entries throws, and asks no more', async () => {
    await begin(wide(50));
    const full = new Error('disk full');
    const walking = walk(visit.client, {
      onEntries: ({ folder }) => (folder.key === '' ? undefined : Promise.reject(full)),
      onFolder: () => undefined,
    });
    await expect(walking).rejects.toBe(full);
    expect(server.asked.length).toBeLessThan(10);
  });

  it('stops at the first 401, wherever it comes', async () => {
    await begin(wide(50));
    server.treat('/dav/f0040/', { status: 401 });
    const { end } = await walkAll(visit.client);
    expect(end).toMatchObject({ kind: 'failed', error: { reason: 'auth_failed' } });
    expect(end.left.length).toBeGreaterThan(30);
  });

  it('stops when a server went away', async () => {
    await begin(wide(200));
    server.treat(/f/, { status: 502 });
    const { end } = await walkAll(visit.client);
    expect(end).toMatchObject({ kind: 'failed', error: { reason: 'server_error', status: 502 } });
    expect(server.asked.length).toBeLessThan(120);
  });

  it('believes that a folder is gone once the one above no longer lists it', async () => {
    await begin(wide(4));
    server.treat('/dav/f0001/', { status: 404 });
    expect((await walkAll(visit.client)).outcomes.get('f0001')).toMatchObject({
      kind: 'failed',
      error: { reason: 'not_found' },
    });
    server.recover();
    const walking = await walkAll(visit.client, {
      onFolder: ({ folder }) => {
        if (folder.key === '') server.hold({ f0000: {}, f0002: {}, f0003: {} });
      },
    });
    expect(walking.outcomes.get('f0001')).toMatchObject({ kind: 'gone' });
    expect(walking.end).toMatchObject({ kind: 'complete', counters: { gone: 1 } });
  });

  it('does not go down for ever into a folder that holds itself', async () => {
    await begin({});
    const folder = (href: string) =>
      `<D:response><D:href>${href}</D:href><D:propstat><D:prop><D:resourcetype><D:collection/></D:resourcetype></D:prop></D:propstat></D:response>`;
    for (let depth = 0; depth < 12; depth += 1) {
      const path = `/dav/${'a/'.repeat(depth)}`;
      server.treat(path, {
        status: 207,
        body: `<D:multistatus xmlns:D="DAV:">${folder(path)}${folder(`${path}a/`)}</D:multistatus>`,
      });
    }
    const { end, outcomes } = await walkAll(visit.client);
    expect(end).toMatchObject({ kind: 'complete', counters: { complete: 8, skipped: 1 } });
    expect(outcomes.get(Array(8).fill('a').join('/'))).toMatchObject({ kind: 'skipped', reason: 'recursion' });
  });

  it('does not go deeper than sixty-four folders', async () => {
    let tree: DavTree = { 'end.epub': 'x' };
    for (let depth = 70; depth > 0; depth -= 1) tree = { [`d${depth}`]: tree };
    await begin(tree);
    const { end, entries } = await walkAll(visit.client);
    expect([end.kind, entries.size, end.counters.rejectedHrefs]).toEqual(['complete', 64, 1]);
  });

  it('stops at more entries than it takes', async () => {
    await begin(wide(10, 10));
    expect((await walkAll(visit.client, { mostEntries: 50 })).end).toMatchObject({
      kind: 'failed',
      error: { reason: 'too_many_entries' },
    });
  });

  it.each<[string, Credentials, DavManners]>([
    [
      'Basic',
      { scheme: 'basic', username: 'ada', password: 'pä:ss' },
      { signIn: { scheme: 'basic', username: 'ada', password: 'pä:ss' } },
    ],
    ['Bearer', { scheme: 'bearer', token: 'tok' }, { signIn: { scheme: 'bearer', token: 'tok' } }],
    [
      'Digest',
      { scheme: 'digest', username: 'ada', password: 'pass' },
      { signIn: { scheme: 'digest', username: 'ada', password: 'pass' } },
    ],
    [
      'Digest with SHA-256',
      { scheme: 'digest', username: 'ada', password: 'pass' },
      {
        signIn: { scheme: 'digest', username: 'ada', password: 'pass', algorithms: ['SHA-512-256', 'MD5', 'SHA-256'] },
      },
    ],
    [
      'Digest whose nonces grow old',
      { scheme: 'digest', username: 'ada', password: 'pass' },
      { signIn: { scheme: 'digest', username: 'ada', password: 'pass', usesOfNonce: 5 } },
    ],
  ])('signs in with %s', async (_, credentials, manners) => {
    await begin({ 'a b': wide(20) }, { credentials }, manners);
    const { end, entries } = await walkAll(visit.client);
    expect([end.kind, entries.size]).toEqual(['complete', 61]);
    expect(server.asked.filter(({ authorized }) => authorized)).toHaveLength(22);
  });

  it('hands over a hundred thousand entries in small batches and keeps none', async () => {
    await begin({});
    const folders = 100;
    const file = (at: number, n: number) =>
      item(`/dav/f${at}/${n}.epub`, '<D:resourcetype/><D:getcontentlength>1</D:getcontentlength>');
    const folderItem = (path: string) => item(path, '<D:resourcetype><D:collection/></D:resourcetype>');
    const body = (inside: () => Iterable<string>) =>
      function* () {
        yield Buffer.from('<D:multistatus xmlns:D="DAV:">');
        for (const one of inside()) yield Buffer.from(one);
        yield Buffer.from('</D:multistatus>');
      };
    server.treat('/dav/', {
      status: 207,
      body: body(() => [
        folderItem('/dav/'),
        ...Array.from({ length: folders }, (_, at) => folderItem(`/dav/f${at}/`)),
      ]),
    });
    for (let at = 0; at < folders; at += 1)
      server.treat(`/dav/f${at}/`, {
        status: 207,
        body: body(() => [folderItem(`/dav/f${at}/`), Array.from({ length: 1000 }, (_, n) => file(at, n)).join('')]),
      });
    let [count, largest] = [0, 0];
    const note = ({ entries }: EntryBatch) => {
      count += entries.length;
      largest = Math.max(largest, entries.length);
    };
    const end = await walk(visit.client, { onEntries: note, onFolder: () => undefined });
    expect(end).toMatchObject({ kind: 'complete', counters: { entries: 100_100 } });
    expect([count, largest < 4000]).toEqual([100_100, true]);
  });
});

const item = (href: string, props: string) =>
  `<D:response><D:href>${href}</D:href><D:propstat><D:prop>${props}</D:prop><D:status>HTTP/1.1 200 OK</D:status></D:propstat></D:response>`;
