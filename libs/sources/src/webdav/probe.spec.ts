import { DavServer, type DavManners, type DavStyleName, type DavTree } from '@octavo/testing';
import type { Credentials } from './authorize.js';
import { probe } from './probe.js';
import { serverKind } from './server-kind.js';
import { DavVisit, type VisitOptions } from './testing/dav-visit.js';

const TREE: DavTree = { A: { 'b.epub': 'b' }, 'c.epub': 'c' };
const ADA: Credentials = { scheme: 'basic', username: 'ada', password: 's3cret' };
const BASIC = { scheme: 'basic', username: 'ada', password: 's3cret' } as const;

describe('finding out what is at an address', () => {
  let server: DavServer;
  let visit: DavVisit;
  const begin = async (manners: DavManners = {}, options: VisitOptions = {}) => {
    server = await DavServer.start(TREE, manners);
    visit = new DavVisit(server, options);
  };
  afterEach(async () => {
    await visit.close();
    await server.close();
  });

  it('asks for the base, then for what is in it, signed from the first request on', async () => {
    await begin({ signIn: BASIC }, { credentials: ADA });
    expect(await probe(visit.client)).toMatchObject({
      kind: 'usable',
      facts: { serverPath: '/dav/', kind: 'apache', count: 2 },
    });
    expect(server.asked.map(({ method, depth, target, authorized }) => [method, depth, target, authorized])).toEqual([
      ['PROPFIND', '0', '/dav/', true],
      ['PROPFIND', '1', '/dav/', true],
      ['OPTIONS', undefined, '/dav/', true],
    ]);
  });

  it('learns what there is to know', async () => {
    await begin({
      style: 'nextcloud',
      path: '/remote.php/dav/files/ada/',
      saysPath: '/cloud/remote.php/dav/files/ada',
      clockAhead: 600,
    });
    server.manners.saysPath = '/cloud/remote.php/dav/files/ada/';
    const outcome = await probe(visit.client);
    expect(outcome).toMatchObject({
      kind: 'usable',
      facts: {
        serverPath: '/cloud/remote.php/dav/files/ada/',
        kind: 'nextcloud',
        ownCloud: true,
        rootId: '1',
        rootEtag: expect.stringMatching(/^folder-/) as string,
        syncCollection: false,
        count: 2,
        warnings: ['insecure_transport'],
      },
    });
    const skew = outcome.kind === 'usable' ? (outcome.facts.skewSec ?? 0) : 0;
    expect(Math.round(skew / 100)).toBe(6);
  });

  it.each<[DavStyleName, string]>([
    ['apache', 'apache'],
    ['nginx', 'nginx'],
    ['lighttpd', 'lighttpd'],
    ['rclone', 'rclone'],
    ['sabre', 'sabre'],
    ['nephele', 'unknown'],
    ['nextcloud', 'nextcloud'],
  ])('knows %s', async (style, kind) => {
    await begin({ style });
    expect(await probe(visit.client)).toMatchObject({
      kind: 'usable',
      facts: { kind, absoluteHrefs: style === 'nephele' },
    });
  });

  it('tells servers by what they say', () => {
    const signs = { path: '/remote.php/dav/files/a/', tellsIds: true };
    expect(serverKind({ ...signs, headers: {} })).toBe('nextcloud');
    expect(serverKind({ ...signs, path: '/', headers: {} })).toBe('owncloud');
    expect(serverKind({ path: '/', tellsIds: false, headers: { 'x-sabre-version': '4' } })).toBe('sabre');
    expect(serverKind({ path: '/', tellsIds: false, headers: { server: 'Microsoft-IIS/10.0' } })).toBe('iis');
  });

  it('notes where changes can be asked for', async () => {
    await begin();
    const reports =
      '<D:supported-report-set><D:supported-report><D:report><D:sync-collection/></D:report></D:supported-report></D:supported-report-set>';
    server.treat('/dav/', { depth: '0', edit: (body) => body.replace('<D:prop>', `<D:prop>${reports}`) });
    expect(await probe(visit.client)).toMatchObject({ facts: { syncCollection: true } });
  });

  it('asks more simply where a server stumbles over what it does not know', async () => {
    await begin();
    server.treat('/dav/', { depth: '0', times: 1, edit: (body) => body.replace('<D:prop>', '<D:prop><x:fileid/>') });
    expect(await probe(visit.client)).toMatchObject({ kind: 'usable' });
    expect(server.asked[1]?.body).not.toContain('<oc:');
  });

  it('does not mind that OPTIONS is refused', async () => {
    await begin();
    server.treat('/dav/', { method: 'OPTIONS', status: 500 });
    expect(await probe(visit.client)).toMatchObject({ kind: 'usable' });
  });

  it.each<[string, object, string]>([
    ['a page', { status: 200, body: '<html>Sign in</html>' }, 'not_webdav'],
    ['a page that says it is a listing', { status: 207, body: '<html>Sign in</html>' }, 'not_webdav'],
    ['a newer page that says so', { status: 207, body: '<!doctype html><title>Sign in<p>' }, 'not_webdav'],
    ['no such method', { status: 405 }, 'not_webdav'],
    ['not implemented', { status: 501 }, 'not_webdav'],
    ['forbidden', { status: 403 }, 'auth_failed'],
    ['nothing', { status: 404 }, 'not_found'],
    ['gone', { status: 410 }, 'not_found'],
    ['half an answer', { cutAt: 300 }, 'malformed_response'],
    ['a broken answer', { breakAt: 300 }, 'connect_failed'],
    ['slow down', { status: 429, headers: { 'retry-after': '30' } }, 'rate_limited'],
    ['an error', { status: 500 }, 'server_error'],
    ['a redirect', { status: 302, redirect: 'http://other.example/dav/' }, 'redirect_refused'],
  ])('tells %s for what it is', async (_, treat, reason) => {
    await begin();
    server.treat('/dav/', treat);
    const outcome = await probe(visit.client);
    expect(outcome).toMatchObject({ kind: 'unusable', error: { reason } });
    if (reason === 'rate_limited') expect(outcome).toMatchObject({ error: { retryAfter: 30 } });
    expect(outcome).not.toHaveProperty('suggestedBase');
  });

  it('tells when the base can be seen, and not looked into', async () => {
    await begin();
    server.treat('/dav/', { depth: '1', status: 403 });
    expect(await probe(visit.client)).toMatchObject({ kind: 'unusable', error: { reason: 'forbidden' } });
  });

  it('tells a file from a folder', async () => {
    await begin();
    const file = new DavVisit(server, { url: `${server.url}c.epub` });
    expect(await probe(file.client)).toMatchObject({ kind: 'unusable', error: { reason: 'not_a_collection' } });
    await file.close();
  });

  it.each([
    ['c.epub', 'not_a_collection', ['/dav/c.epub/', '/dav/c.epub']],
    ['none', 'server_error', ['/dav/none/', '/dav/none']],
  ])('asks without the slash what is a bad request with it: %s', async (name, reason, asked) => {
    await begin();
    server.treat(`/dav/${name}/`, { status: 400 });
    const file = new DavVisit(server, { url: `${server.url}${name}` });
    expect(await probe(file.client)).toMatchObject({ kind: 'unusable', error: { reason } });
    expect(server.asked.map(({ target }) => target)).toEqual(asked);
    await file.close();
  });

  it('suggests another address on the same host', async () => {
    await begin();
    server.treat('/dav/', { status: 301, redirect: '/remote.php/dav' });
    expect(await probe(visit.client)).toMatchObject({
      error: { reason: 'redirect_refused' },
      suggestedBase: `${server.origin}/remote.php/dav/`,
    });
  });

  it.each([
    [301, true],
    [302, false],
  ])('offers where the base has moved to within itself: %s', async (status, offered) => {
    await begin();
    server.treat('/dav/', { status, redirect: '/dav/A' });
    server.treat('/dav/A', { status, redirect: '/dav/A/' });
    const outcome = await probe(visit.client);
    expect(outcome).toMatchObject({ kind: 'usable', facts: { serverPath: '/dav/A/', count: 1 } });
    const { suggestedBase } = outcome.kind === 'usable' ? outcome.facts : {};
    expect(suggestedBase).toBe(offered ? `${server.origin}/dav/A/` : undefined);
  });

  it('tries a wrong password once', async () => {
    await begin({ signIn: BASIC }, { credentials: { ...ADA, password: 'wrong' } });
    expect(await probe(visit.client)).toMatchObject({
      kind: 'unusable',
      error: { reason: 'auth_failed' },
      wants: ['basic'],
    });
    expect(server.asked).toHaveLength(1);
  });

  it('tries a wrong password once with Digest too, after the round that asks for the challenge', async () => {
    await begin(
      { signIn: { ...BASIC, scheme: 'digest' } },
      { credentials: { scheme: 'digest', username: 'ada', password: 'wrong' } },
    );
    expect(await probe(visit.client)).toMatchObject({ error: { reason: 'auth_failed' }, wants: ['digest'] });
    expect(server.asked.map(({ authorization }) => authorization !== undefined)).toEqual([false, true]);
  });

  it.each<[string, DavManners['signIn'], Credentials, string, string[]]>([
    ['Digest for Basic', { ...BASIC, scheme: 'digest' }, ADA, 'auth_scheme_unsupported', ['digest']],
    [
      'Basic for Digest',
      BASIC,
      { scheme: 'digest', username: 'ada', password: 's3cret' },
      'auth_scheme_unsupported',
      ['basic'],
    ],
    ['Kerberos', { scheme: 'negotiate' }, ADA, 'auth_scheme_unsupported', ['negotiate', 'ntlm']],
    ['anything, where nothing is set', BASIC, { scheme: 'none' }, 'auth_failed', ['basic']],
  ])(
    'does not let itself be talked into another way of signing in: %s',
    async (_, signIn, credentials, reason, wants) => {
      await begin({ signIn }, { credentials });
      expect(await probe(visit.client)).toMatchObject({ kind: 'unusable', error: { reason }, wants });
      expect(server.asked).toHaveLength(1);
    },
  );

  it.each([
    ['http://127.0.0.1:1/', 'connect_failed'],
    ['http://127.0.0.2:1/', 'blocked_address'],
    ['http://[::1]/', 'blocked_address'],
    ['http://169.254.169.254/', 'blocked_address'],
    ['http://no-such-host.invalid/', 'dns_failed'],
  ])('tells why %s cannot be reached: %s', async (url, reason) => {
    await begin({}, { url });
    expect(await probe(visit.client)).toMatchObject({ kind: 'unusable', error: { reason } });
  });
});
