import type { Finding, KoboExamination } from '@octavo/contracts';
import { anEpub, KoboDevice } from '@octavo/testing';
import { request } from 'node:http';
import { BadProxy, compressedAgain, type Misbehaviour } from './bad-proxy.js';
import { freePort, type House, startHouse, until } from './house.js';
import { Visitor } from './visitor.js';

const WAY = [
  'reach',
  'tls',
  'redirect',
  'login',
  'identity',
  'brackets',
  'methods',
  'large-body',
  'large-headers',
  'device-headers',
  'cookie',
  'download',
];

async function examine(house: House, query = ''): Promise<KoboExamination> {
  const { status, body } = await house.admin.get(`/api/kobo/doctor${query}`);
  expect(status).toBe(200);
  return body as KoboExamination;
}

const found = (findings: Finding[], check: string) => findings.find((finding) => finding.check === check)!;
const allBut = (findings: Finding[], ...checks: string[]) =>
  findings.filter(({ check, state }) => WAY.includes(check) && !checks.includes(check) && state !== 'good');

/** One request by hand: fetch always sends the port in Host, and no Kobo does. */
function ask(
  url: string,
  headers: Record<string, string>,
): Promise<{ status: number; setCookie: unknown; body: string }> {
  const { hostname, port, pathname } = new URL(url);
  return new Promise((resolve, reject) => {
    request({ hostname, port, path: pathname, headers }, (answer) => {
      let body = '';
      answer.on('data', (chunk: Buffer) => (body += chunk.toString()));
      answer.on('end', () => resolve({ status: answer.statusCode!, setCookie: answer.headers['set-cookie'], body }));
    })
      .on('error', reject)
      .end();
  });
}

async function initialization(base: string, headers: Record<string, string>): Promise<Record<string, string>> {
  const { status, setCookie, body } = await ask(`${base}/v1/initialization`, headers);
  expect([status, setCookie]).toEqual([200, undefined]);
  return (JSON.parse(body) as { Resources: Record<string, string> }).Resources;
}

describe('a house without PUBLIC_URL', () => {
  let house: House;
  let token: string;
  let path: string;

  beforeAll(async () => {
    house = await startHouse('postgres', { 'a.epub': anEpub().titled('A').by('B').withChapters(1, 1).build() });
    await until('the book to be ready', async () => {
      const [row] = await house.sql<{ n: number }>(
        "select count(*)::int n from book where delivery_form like 'kepub%'",
      );
      return row!.n === 1;
    });
    ({ token } = (await house.admin.post('/api/devices', { name: 'Kobo' })).body);
    path = `/kobo/${token}`;
  });
  afterAll(() => house?.close());

  it.each<[string, Record<string, string>, (port: string) => string]>([
    ['a Host without a port', { host: 'nas.lan' }, (port) => `http://nas.lan:${port}`],
    ['a Host with another port', { host: 'nas.lan:9000' }, () => 'http://nas.lan:9000'],
    [
      'what a trusted proxy forwards',
      { host: 'octavo', 'x-forwarded-proto': 'https', 'x-forwarded-host': 'a.example', 'x-forwarded-port': '443' },
      () => 'https://a.example',
    ],
    [
      'a port and a prefix that it forwards',
      {
        'x-forwarded-host': 'a.example',
        'x-forwarded-proto': 'https',
        'x-forwarded-port': '8443',
        'x-forwarded-prefix': '/o',
      },
      () => 'https://a.example:8443/o',
    ],
    [
      'garbage',
      { host: 'nas.lan', 'x-forwarded-host': 'user@evil.example/path' },
      (port) => `http://127.0.0.1:${port}`,
    ],
  ])('makes its addresses of %s', async (_what, headers, address) => {
    const origin = address(new URL(house.url).port);
    const resources = await initialization(house.url + path, headers);
    expect(resources['library_sync']).toBe(`${origin}${path}/v1/library/sync`);
    expect(resources['image_host']).toBe(new URL(origin).origin);
    for (const key of ['image_url_template', 'image_url_quality_template'])
      expect(resources[key]).toMatch(
        new RegExp(`^${origin}${path}/v1/books/\\{ImageId\\}/thumbnail/\\{Width\\}/\\{Height\\}/`),
      );
  });

  it('is told that nobody can reach it, and that all else is well', async () => {
    const { server, publicUrl } = await examine(house, `?now=${Date.now()}`);
    expect(publicUrl).toBe(house.url);
    expect(found(server, 'address')).toMatchObject({ state: 'bad', advice: expect.stringMatching(/HOST=0\.0\.0\.0/) });
    expect(allBut(server)).toEqual([]);
    expect(found(server, 'clock').state).toBe('good');
    expect(found(server, 'kepub')).toMatchObject({ state: 'good', detail: '1 book ready as KEPUB.' });
    expect(server.map(({ check }) => check)).not.toContain('forwarding');
  });

  it.each([
    ['an hour behind', () => `?now=${Date.now() - 3_600_000}`, 'bad'],
    ['as ISO 8601', () => `?now=${new Date().toISOString()}`, 'good'],
    ['garbage', () => '?now=garbage', 'good'],
    ['twice', () => '?now=1&now=2', 'good'],
    ['another name', () => '?now[]=%00', 'good'],
  ])('hears from a browser what time it is there: %s', async (_what, query, state) => {
    expect(found((await examine(house, query())).server, 'clock').state).toBe(state);
  });

  it('does not send requests to where a visitor says that it is', async () => {
    let called = 0;
    const stranger = await BadProxy.open();
    stranger.does({ instead: (_, answer) => Boolean(answer.end(String(++called))) });
    const host = new URL(stranger.url).host;
    const { body } = await house.admin.get('/api/kobo/doctor', { 'x-forwarded-host': host });
    stranger.close();
    expect([called, body.publicUrl]).toEqual([0, `http://${host}`]);
  });

  it('follows a device from its pairing to its first book', async () => {
    const { body } = await house.admin.post('/api/devices', { name: 'New' });
    const kobo = new KoboDevice({ apiEndpoint: `${house.url}/kobo/${body.token}`, coverLimit: 1 });
    const http = new Visitor(`${house.url}/kobo/${body.token}`);
    const mine = async () => (await examine(house)).devices.find(({ name }) => name === 'New')!.findings;
    const states = async () =>
      (await mine())
        .filter(({ check }) => check.startsWith('step.'))
        .map(({ state }) => state[0])
        .join('');

    expect([found(await mine(), 'last-seen').state, await states()]).toEqual(['bad', 'buuuuu']);
    await http.get('/v1/initialization');
    expect(await states()).toBe('ggbuuu');
    expect(found(await mine(), 'step.oidc').advice).toMatch(/second sign-in/);
    await kobo.sync();
    expect(await states()).toBe('gggggg');
    expect(found(await mine(), 'tokens').state).toBe('unknown');
    await kobo.sync();
    const after = await mine();
    expect([found(after, 'tokens').state, found(after, 'up-to-date').state]).toEqual(['good', 'good']);
    expect(found(after, 'firmware').detail).toMatch(/4\.45\.23697/);
  });

  it('notes nothing of a request that is not let through', async () => {
    const [before] = await house.sql<{ n: number }>('select count(*)::int n from device_step');
    expect((await new Visitor(`${house.url}/kobo/nobody`).get('/v1/library/sync')).status).toBe(401);
    expect(await house.sql<{ n: number }>('select count(*)::int n from device_step')).toEqual([before]);
  });

  it('examines once at a time for a user, and tells each user of their own devices only', async () => {
    const answers = await Promise.all([0, 1, 2].map(() => house.admin.get('/api/kobo/doctor')));
    const busy = answers.filter(({ status }) => status === 429);
    expect([answers.some(({ status }) => status === 200), busy.length > 0]).toEqual([true, true]);
    expect([busy[0]!.body.type, busy[0]!.headers.get('retry-after')]).toEqual(['/problems/doctor.busy', '10']);
    expect((await examine(house)).devices.length).toBeGreaterThan(0);

    await house.admin.post('/api/users', { email: 'bob@example.org', password: 'another long one', role: 'reader' });
    const bob = new Visitor(house.url);
    await bob.signIn('bob@example.org', 'another long one');
    const { status, body } = await bob.get('/api/kobo/doctor');
    expect([status, body.devices, body.server.length > 10]).toEqual([200, [], true]);
    expect((await new Visitor(house.url).get('/api/kobo/doctor')).status).toBe(401);
  });

  it.each([
    ['text', 'x'],
    ['one nobody signed', 'mb5k2-0123456789abcdef-' + '0'.repeat(64)],
    ['a zero byte', '%00'],
    ['a long one', 'a'.repeat(400)],
  ])('has nothing at the address of a nonce that is none: %s', async (_what, nonce) => {
    for (const method of ['GET', 'PUT', 'DELETE']) {
      const answer = await new Visitor(house.url).call(method, `/kobo/doctor.${nonce}/v1/initialization`);
      expect([answer.status, answer.body]).toEqual([404, {}]);
    }
  });
});

describe('a house behind a proxy', () => {
  let house: House;
  let proxy: BadProxy;

  beforeAll(async () => {
    proxy = await BadProxy.open('/octavo');
    const settings = { PUBLIC_URL: proxy.url, PORT: String(await freePort()), KEPUB_CONVERT: 'off' };
    house = await startHouse('postgres', {}, settings);
    proxy.leadsTo(house.url);
  });
  afterAll(async () => {
    proxy?.close();
    await house?.close();
  });

  it('hands out its public address, whatever Host and forwarding headers say', async () => {
    const { body } = await house.admin.post('/api/devices', { name: 'Kobo' });
    const headers = { host: 'books.example.org', 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https' };
    const resources = await initialization(`${house.url}/kobo/${body.token}`, headers);
    for (const key of ['library_sync', 'image_url_template', 'oauth_host'])
      expect(resources[key]).toMatch(new RegExp(`^${proxy.url}/kobo/${body.token}/`));
    expect(resources['image_host']).toBe(new URL(proxy.url).origin);
  });

  it('asks like a Kobo, and finds nothing wrong with a proxy that is set up well', async () => {
    proxy.does({});
    const { server, publicUrl } = await examine(house);
    expect([publicUrl, allBut(server)]).toEqual([proxy.url, []]);
    expect(found(server, 'forwarding')).toMatchObject({
      state: 'good',
      detail: expect.stringMatching(/^Scheme, host, port/),
    });
    expect(found(server, 'address').state).toBe('bad'); // 127.0.0.1, for want of anything better in a test
    expect(found(server, 'kepub')).toMatchObject({
      state: 'warning',
      advice: expect.stringMatching(/KEPUB_CONVERT=on/),
    });
    expect(proxy.seen.map(({ host }) => host)).toEqual(proxy.seen.map(() => '127.0.0.1'));
    expect(proxy.seen.map(({ method }) => method).sort()).toEqual(
      ['DELETE', 'GET', 'GET', 'GET', 'GET', 'PATCH', 'POST', 'PUT'].sort(),
    );
    expect(proxy.seen.some(({ url }) => url.endsWith('?DiffRequests=[{"Key":"ThirdPartyApps","ETag":"1"}]'))).toBe(
      true,
    );
  });

  const refuses = (methods: string[]): Misbehaviour => ({
    instead: ({ method = '' }, answer) => methods.includes(method) && Boolean(answer.writeHead(405).end()),
  });

  it.each<[string, Misbehaviour, [check: string, state: string, words: RegExp][]]>([
    ['refuses PUT and DELETE', refuses(['PUT', 'DELETE']), [['methods', 'bad', /PUT: status 405, DELETE: status 405/]]],
    ['has small buffers', { mostHeaderBytes: 3_000 }, [['large-headers', 'bad', /3\.5 KB/]]],
    [
      'takes no large bodies',
      {
        instead: ({ headers }, answer) =>
          Number(headers['content-length'] ?? 0) > 100_000 && Boolean(answer.writeHead(413).end()),
      },
      [['large-body', 'bad', /1 MB did not arrive/]],
    ],
    [
      'refuses raw brackets',
      { instead: ({ url = '' }, answer) => url.includes('[') && Boolean(answer.writeHead(400).end()) },
      [['brackets', 'bad', /status 400/]],
    ],
    [
      'strips the token on the way in',
      { asked: (headers) => void delete headers['x-kobo-synctoken'] },
      [['device-headers', 'bad', /changed on the way: x-kobo-synctoken\./]],
    ],
    [
      'strips it on the way out',
      { answered: (headers) => void delete headers['x-kobo-synctoken'] },
      [['device-headers', 'bad', /x-kobo-synctoken of the answer/]],
    ],
    [
      'passes bodies on in chunks, which is no harm',
      {
        asked: (headers) => {
          if (headers['content-length'] === undefined) return;
          delete headers['content-length'];
          headers['transfer-encoding'] = 'chunked';
        },
      },
      [['large-body', 'good', /1 MB arrived/]],
    ],
    [
      'adds a cookie',
      { answered: (headers) => void (headers['set-cookie'] = ['sticky=1']) },
      [['cookie', 'warning', /\(sticky\)/]],
    ],
    ['compresses books again', { answered: compressedAgain }, [['download', 'bad', /compressed again/]]],
    [
      'has a clock of its own',
      { answered: (headers) => void (headers.date = new Date(Date.now() - 7_200_000).toUTCString()) },
      [['clock', 'bad', /the proxy is (?:2 hours|1 hour) behind/]],
    ],
    [
      'changes the host and the scheme',
      {
        asked: (headers) => {
          headers['x-forwarded-host'] = 'inner';
          headers['x-forwarded-proto'] = 'https';
        },
      },
      [['forwarding', 'warning', /https:\/\/ instead of http:\/\/ and the host inner/]],
    ],
    [
      'says nothing of itself',
      {
        asked: (headers) => {
          for (const name of Object.keys(headers)) if (name.startsWith('x-forwarded')) delete headers[name];
        },
      },
      [['forwarding', 'good', /the port and the path does not/]],
    ],
  ])('finds out that a proxy %s', async (_what, behaviour, expected) => {
    proxy.does(behaviour);
    const { server } = await examine(house);
    for (const [check, state, words] of expected)
      expect(found(server, check)).toMatchObject({ state, detail: expect.stringMatching(words) });
    expect(allBut(server, ...expected.map(([check]) => check))).toEqual([]);
  });

  it.each<[string, Misbehaviour, Partial<Record<string, string>>]>([
    [
      'redirects to https',
      {
        instead: ({ headers, url }, answer) =>
          Boolean(answer.writeHead(301, { location: `https://${headers.host}${url}` }).end()),
      },
      { reach: 'good', redirect: 'warning', login: 'unknown', identity: 'unknown' },
    ],
    [
      'redirects to a login',
      { instead: (_, answer) => Boolean(answer.writeHead(302, { location: 'https://auth.example.org/?rd=x' }).end()) },
      { reach: 'good', redirect: 'bad', login: 'bad' },
    ],
    [
      'shows a login page',
      {
        instead: (_, answer) =>
          Boolean(answer.writeHead(200, { 'content-type': 'text/html' }).end('<form><input type="password"></form>')),
      },
      { reach: 'good', redirect: 'good', login: 'bad', identity: 'bad' },
    ],
    [
      'wants a password',
      { instead: (_, answer) => Boolean(answer.writeHead(401, { 'www-authenticate': 'Basic' }).end()) },
      { login: 'bad', identity: 'unknown' },
    ],
    [
      'has nothing behind it',
      { instead: (_, answer) => Boolean(answer.writeHead(502, { 'content-type': 'text/html' }).end('<h1>502</h1>')) },
      { reach: 'bad', identity: 'unknown' },
    ],
    [
      'leads to another server',
      {
        instead: (_, answer) =>
          Boolean(answer.writeHead(200, { 'content-type': 'application/json' }).end('{"proof":"x"}')),
      },
      { reach: 'good', login: 'unknown', identity: 'bad' },
    ],
    [
      'cuts every connection',
      { instead: (from) => Boolean(from.socket.destroy()) },
      { reach: 'bad', identity: 'unknown' },
    ],
  ])('finds out that a proxy %s', async (_what, behaviour, expected) => {
    proxy.does(behaviour);
    const { server } = await examine(house);
    const states = Object.fromEntries(server.map(({ check, state }) => [check, state]));
    expect(states).toMatchObject({ ...expected, brackets: 'unknown', methods: 'unknown', download: 'unknown' });
    for (const { state, advice } of server) if (state === 'bad' || state === 'warning') expect(advice).toMatch(/\.$/);
  });

  it('takes another Octavo for another one', async () => {
    const other = await startHouse();
    proxy.does({});
    proxy.leadsTo(other.url);
    const { server } = await examine(house);
    proxy.leadsTo(house.url);
    await other.close();
    expect(found(server, 'identity')).toMatchObject({ state: 'bad', detail: expect.stringMatching(/another Octavo/) });
    expect(found(server, 'identity').advice).toMatch(/StripPrefix/);
  });

  it('takes no longer than ten seconds, however long a proxy keeps silent', async () => {
    proxy.does({ instead: () => true });
    const started = Date.now();
    const { server } = await examine(house);
    expect(Date.now() - started).toBeLessThan(60_000);
    expect(found(server, 'reach')).toMatchObject({ state: 'bad', detail: expect.stringMatching(/five seconds/) });
    let first = true;
    proxy.does({ instead: () => !first || (first = false) });
    const again = Date.now();
    const { server: half } = await examine(house);
    expect(Date.now() - again).toBeLessThan(60_000);
    expect([found(half, 'identity').state, found(half, 'methods').state]).toEqual(['good', 'bad']);
  });
});
