import { describeWithApache, servedFolder, startApache, type RealApache, type ServedFolder } from '@octavo/testing';
import { chmod } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { probe } from './probe.js';
import { RemoteFile } from './remote-file.js';
import { DavVisit, walkAll, type VisitOptions } from './testing/dav-visit.js';

const ADA = { username: 'ada', password: 's3cret' } as const;
const SIGN_IN = { user: ADA.username, password: ADA.password };
const MANY = Object.fromEntries(Array.from({ length: 12 }, (_, at) => [`Author ${at}`, { 'a.epub': 'a' }]));

describeWithApache('an Apache', () => {
  const open: { close(): Promise<void> }[] = [];
  let folder: ServedFolder;
  let server: RealApache;
  const begin = async (manners: Omit<Parameters<typeof startApache>[0], 'root'>) => {
    server = await startApache({ root: folder.path, ...SIGN_IN, ...manners });
    open.unshift(server);
  };
  const visiting = (options: VisitOptions) => {
    const visit = new DavVisit(server, options);
    open.unshift(visit);
    return visit;
  };

  beforeEach(async () => {
    folder = await servedFolder({ 'a.epub': 'a' });
  });
  afterEach(async () => {
    for (const one of open.splice(0)) await one.close();
    await folder.remove();
  });

  it.each([
    ['basic', ['Basic']],
    ['digest', ['Digest', undefined]], // the first one asks for the challenge
  ] as const)('hears a wrong password once, with %s', async (scheme, signedBy) => {
    await begin({ auth: scheme });
    const { client } = visiting({ credentials: { scheme, ...ADA, password: 'wrong' } });
    expect(await probe(client)).toMatchObject({ error: { reason: 'auth_failed' } });
    const seen = await server.asked(client.requests);
    expect(seen.map((one) => one.signedBy).sort()).toEqual(signedBy);
    for (const one of seen) expect(one).toMatchObject({ method: 'PROPFIND', path: '/dav/', status: 401, depth: '0' });
  });

  it.each([
    ['basic', 'digest'],
    ['digest', 'basic'],
  ] as const)('that wants %s hears no password by way of %s', async (auth, scheme) => {
    await begin({ auth });
    const { client } = visiting({ credentials: { scheme, ...ADA } });
    expect(await probe(client)).toMatchObject({ error: { reason: 'auth_scheme_unsupported' }, wants: [auth] });
    expect(await server.asked(client.requests)).toHaveLength(1);
  });

  it('is asked for folders with their slash, each once, and by Digest without another challenge', async () => {
    await folder.write(MANY);
    await begin({ auth: 'digest' });
    const { client } = visiting({ credentials: { scheme: 'digest', ...ADA } });
    await probe(client);
    const probed = await server.asked(4);
    expect(probed.map(({ status }) => status).sort()).toEqual([200, 207, 207, 401]);
    expect(await walkAll(client)).toMatchObject({ end: { kind: 'complete', counters: { requests: 13 } } });
    const seen = (await server.asked(4 + 13)).slice(4);
    expect(seen.map(({ path }) => path).sort()).toEqual(
      ['/dav/', ...Object.keys(MANY).map((name) => `/dav/${name}/`)].sort(),
    );
    expect(seen.every(({ status, depth, signedBy }) => status === 207 && depth === '1' && signedBy === 'Digest')).toBe(
      true,
    );
  });

  it('is signed in to anew by several requests at a time when its nonce has grown old', async () => {
    await folder.write(MANY);
    await begin({ auth: 'digest', nonceSeconds: 2 });
    const { client } = visiting({ credentials: { scheme: 'digest', ...ADA } });
    expect(await walkAll(client)).toMatchObject({ end: { kind: 'complete' } });
    await wait(3000);
    expect(await walkAll(client)).toMatchObject({ end: { kind: 'complete' } });
    const seen = await server.asked(client.requests);
    expect(seen.filter(({ status, signedBy }) => status === 401 && signedBy === 'Digest').length).toBeGreaterThan(0);
  });

  it('gives a file that was written just now, though its tag is weak at first', async () => {
    await begin({ auth: 'none' });
    await folder.write({ 'new.epub': 'n'.repeat(100_000) });
    const file = new RemoteFile(visiting({}).client, { path: 'new.epub', size: 100_000 });
    await file.read(0, 10);
    await wait(1500);
    expect(Buffer.from(await file.read(90_000, 3)).toString()).toBe('nnn');
  });

  it('keeps to itself what its account may not read, and nothing beside it', async () => {
    await folder.write({ Locked: { 'z.epub': 'z' }, Open: { 'o.epub': 'o' } });
    await chmod(`${folder.path}/Locked`, 0);
    await begin({ auth: 'none' });
    const { end, entries, outcomes } = await walkAll(visiting({}).client);
    await chmod(`${folder.path}/Locked`, 0o755);
    expect(end).toMatchObject({ kind: 'partial', counters: { complete: 2, failed: 1 } });
    expect(outcomes.get('Locked')).toMatchObject({ kind: 'failed', error: { reason: 'forbidden', passing: false } });
    expect([...entries.keys()].sort()).toEqual(['Locked', 'Open', 'Open/o.epub', 'a.epub']);
  });

  it('shows a page where a folder holds an index.html: that folder fails, and nothing is taken for gone', async () => {
    await folder.write({ Page: { 'index.html': '<html></html>', 'p.epub': 'p' }, Open: { 'o.epub': 'o' } });
    await begin({ auth: 'none' });
    const { end, outcomes } = await walkAll(visiting({}).client);
    expect(end).toMatchObject({ kind: 'partial', counters: { complete: 2, failed: 1, gone: 0 } });
    expect(outcomes.get('Page')).toMatchObject({ kind: 'failed', error: { reason: 'not_webdav', status: 405 } });
  });

  it('no longer knows a folder that went away meanwhile, and the one above no longer names it', async () => {
    await folder.write({ Gone: { 'g.epub': 'g' }, Open: { 'o.epub': 'o' } });
    await begin({ auth: 'none' });
    const { outcomes, end } = await walkAll(visiting({}).client, {
      lanes: 1,
      onFolder: async ({ folder: { key } }) => {
        if (key === '') await folder.drop('Gone');
      },
    });
    expect(outcomes.get('Gone')).toMatchObject({ kind: 'gone', error: { status: 404 } });
    expect(end).toMatchObject({ kind: 'complete', counters: { gone: 1, complete: 2 } });
  });
});
