import type { PaceRules } from '@octavo/domain';
import type { ProviderSettings, Question } from '@octavo/providers';
import { testDatabase, type TestDatabase } from '@octavo/testing';
import pg from 'pg';
import { gzipSync } from 'node:zlib';
import { ask, askingBench, type Bench, SHOP } from './asking-bench.js';
import { StubHost } from './stub-host.js';

const signal = new AbortController().signal;

describe('a host that is asked', () => {
  let test: TestDatabase;
  let client: pg.Client;
  let host: StubHost;
  let benches: Bench[];

  beforeAll(async () => {
    test = await testDatabase();
    client = new pg.Client({ connectionString: test.url });
    await client.connect();
  });
  beforeEach(async () => {
    host = await StubHost.start();
    benches = [];
  });
  afterEach(async () => {
    for (const bench of benches) await bench.close();
    await host.close();
  });
  afterAll(async () => {
    await client?.end();
    await test?.drop();
  });

  /** A worker that has just started. */
  async function aWorker(pace?: PaceRules, baseUrls = [host.url]): Promise<Bench> {
    const bench = await askingBench(test.url, { baseUrls, ...(pace && { pace }) });
    benches.push(bench);
    return bench;
  }
  const put = ({ asker }: Bench, question: Question<unknown>, settings: ProviderSettings = { baseUrl: host.url }) =>
    asker.ask(question, { provider: SHOP, settings, signal });
  const page = (path: string) => ask(host.url + path);
  const list = (path: string) => ask(host.url + path, { kind: 'search' });
  const name = () => new URL(host.url).host;
  const row = async () =>
    (await client.query<Record<string, unknown>>('select * from provider_host where host = $1', [name()])).rows[0];
  const age = (interval: string) =>
    client.query('update provider_host set closed_until = closed_until - $2::interval where host = $1', [
      name(),
      interval,
    ]);

  it('has one request at a time and rests after each, however many workers there are', async () => {
    const pace = { gapMs: 120, jitterMs: 100 };
    const workers = [await aWorker(pace), await aWorker(pace), await aWorker(pace)];
    let fails = 1;
    host.handle = async ({ path }) => {
      await new Promise((resolve) => setTimeout(resolve, 20));
      // Redirects and second tries are requests as well.
      if (path === '/there') return { status: 302, headers: { location: '/here' } };
      return path === '/fails' && fails-- > 0 ? { status: 500 } : { body: '1' };
    };
    const paths = ['/a', '/b', '/c', '/d', '/there', '/fails'];
    await Promise.all(paths.map((path, at) => put(workers[at % 3]!, page(path))));
    const requests = [...host.requests].sort((a, b) => a.began - b.began);
    expect(requests).toHaveLength(8);
    // The dice say half of what is left to chance. Times are kept by the millisecond.
    for (const [at, { began }] of requests.slice(1).entries())
      expect(began - requests[at]!.answered!).toBeGreaterThanOrEqual(168);
  });

  it('shuts only the pages it fences, where its provider has such', async () => {
    const worker = await aWorker();
    const fenced = { ...SHOP, fenced: ['book' as const] };
    const put = (question: Question<unknown>) =>
      worker.asker.ask(question, { provider: fenced, settings: { baseUrl: host.url }, signal });
    host.handle = ({ path }) => (path.startsWith('/book') ? { status: 503 } : { body: '1' });
    expect(await put(page('/book/1'))).toMatchObject({ kind: 'blocked' });
    expect(await put(page('/book/2'))).toMatchObject({ kind: 'blocked' });
    expect(await put(list('/list'))).toMatchObject({ kind: 'found' });
    expect(host.requests.map(({ path }) => path)).toEqual(['/book/1', '/list']);
    const { rows } = await client.query<{ host: string; closed_until: Date | null }>(
      'select host, closed_until from provider_host where host like $1 order by host',
      [`${name()}%`],
    );
    expect(rows.map((one) => [one.host, one.closed_until === null])).toEqual([
      [name(), true],
      [`${name()} book`, false],
    ]);
  });

  it('does not hold up another', async () => {
    const another = await StubHost.start();
    try {
      const worker = await aWorker(undefined, [host.url, another.url]);
      let open: () => void = () => undefined;
      const gate = new Promise<void>((resolve) => (open = resolve));
      host.handle = () => gate.then(() => ({ body: '1' }));
      const held = put(worker, page('/held'));
      const free = await put(worker, ask(`${another.url}/free`), { baseUrl: another.url });
      expect(free).toEqual({ kind: 'found', value: 'found' });
      open();
      await held;
    } finally {
      await another.close();
    }
  });

  describe('and refuses', () => {
    it('is asked nothing more until the time it names, not even by a worker that starts anew', async () => {
      host.handle = () => ({ status: 503, headers: { 'retry-after': '1800' } });
      const before = Date.now();
      const outcome = await put(await aWorker(), page('/a'));
      expect(outcome).toEqual({ kind: 'blocked', reason: 'status 503', retryAt: expect.any(Date) });
      const { retryAt } = outcome as { retryAt: Date };
      expect(retryAt.getTime() - before).toBeGreaterThanOrEqual(1_799_000);
      for (const worker of [benches[0]!, await aWorker()]) {
        expect(await put(worker, page('/b'))).toEqual({ kind: 'blocked', reason: 'status 503', retryAt });
        expect(worker.slept).toEqual([]);
      }
      expect(host.paths).toEqual(['/a']);
    });

    it('is tried once after that, then left alone for longer or asked as before', async () => {
      const worker = await aWorker();
      host.handle = () => ({ status: 503 });
      await put(worker, page('/a'));
      await age('2 minutes');
      await put(worker, page('/b'));
      await age('2 minutes');
      expect(await put(worker, page('/c'))).toMatchObject({ kind: 'blocked' });
      expect(host.paths).toEqual(['/a', '/b']);
      expect(await row()).toMatchObject({ refusals: 2 });
      await age('3 minutes');
      host.handle = () => ({ status: 404 });
      expect(await put(worker, page('/d'))).toEqual({ kind: 'not-found' });
      expect(await row()).toMatchObject({ refusals: 0, closed_until: null, reason: null });
    });

    it('is no less shut out for leading there by a redirect', async () => {
      const worker = await aWorker();
      host.handle = ({ path }) =>
        path === '/captcha' ? { status: 503 } : { status: 302, headers: { location: '/captcha' } };
      for (const path of ['/a', '/b', '/c']) {
        await put(worker, page(path));
        await age('1 hour');
      }
      expect(await row()).toMatchObject({ refusals: 3 });
    });
  });

  describe('and fails', () => {
    it.each([
      ['with a status', () => ({ status: 502 })],
      ['by hanging up', () => undefined],
    ])('%s is asked once more, two to four seconds later, and found there', async (_, failure) => {
      const worker = await aWorker();
      host.handle = () => (host.requests.length === 1 ? failure() : { body: '"there"' });
      expect(await put(worker, page('/a'))).toEqual({ kind: 'found', value: 'there' });
      expect(host.paths).toEqual(['/a', '/a']);
      expect(worker.slept).toEqual([3_000]);
      expect(await row()).toMatchObject({ closed_until: null, day_count: 2 });
    });

    it.each([
      ['with a status', () => ({ status: 502 }), 'status 502'],
      ['by hanging up', () => undefined, expect.stringContaining('broke off')],
    ])('%s twice is left alone for a minute', async (_, failure, reason) => {
      const worker = await aWorker();
      host.handle = failure;
      const outcome = await put(worker, page('/a'));
      expect(outcome).toEqual({ kind: 'outage', reason, retryAt: expect.any(Date) });
      expect(await put(worker, page('/b'))).toEqual({ ...outcome, kind: 'blocked' });
      expect(host.paths).toEqual(['/a', '/a']);
      await age('1 minute');
      host.handle = () => ({ body: '1' });
      expect(await put(worker, page('/b'))).toEqual({ kind: 'found', value: 1 });
    });

    it('for this machine alone, where private addresses are not asked, is not reached', async () => {
      const worker = await aWorker(undefined, []);
      const outcome = await put(worker, page('/a'));
      expect(outcome).toMatchObject({ kind: 'outage', reason: expect.stringContaining('this machine') });
      expect(host.requests).toEqual([]);
      expect(worker.slept).toEqual([]);
    });

    it('with too much is asked no second time for that, and for other things as before', async () => {
      const worker = await aWorker();
      const [small, large] = [Buffer.alloc(5_999_000, ' '), Buffer.alloc(6_001_000, ' ')];
      host.handle = ({ path }) => ({
        body: gzipSync(Buffer.concat([path === '/large' ? large : small, Buffer.from('7')])),
        headers: { 'content-encoding': 'gzip' },
      });
      expect(await put(worker, page('/large'))).toMatchObject({
        kind: 'outage',
        reason: expect.stringMatching(/more than/),
      });
      expect(await put(worker, page('/small'))).toEqual({ kind: 'found', value: 7 });
      expect(host.paths).toEqual(['/large', '/small']);
    });
  });

  describe('and redirects', () => {
    it('is followed where it leads within the provider', async () => {
      const worker = await aWorker();
      host.handle = ({ path }) =>
        path.startsWith('/a')
          ? { status: 301, headers: { location: path === '/a' ? 'ab' : `${host.url}/b?x` } }
          : { body: '1' };
      expect(await put(worker, page('/a'))).toEqual({ kind: 'found', value: 1 });
      expect(host.paths).toEqual(['/a', '/ab', '/b?x']);
      // It is one product page, however many requests it took.
      expect(await row()).toMatchObject({ day_count: 1 });
    });

    it('tells the reader where it ended', async () => {
      const worker = await aWorker();
      host.handle = ({ path }) => (path === '/a' ? { status: 302, headers: { location: '/b' } } : {});
      const where: Question<unknown> = { ...page('/a'), read: ({ url }) => ({ kind: 'found', value: url }) };
      expect(await put(worker, where)).toEqual({ kind: 'found', value: `${host.url}/b` });
    });

    it('is followed to no other host, though it may be reached, nor for ever', async () => {
      const another = await StubHost.start();
      try {
        const worker = await aWorker(undefined, [host.url, another.url]);
        for (const location of [`${another.url}/x`, 'file:///etc/passwd', 'http://u:p@127.0.0.1/', 'http://[']) {
          host.handle = () => ({ status: 302, headers: { location } });
          expect(await put(worker, page(`/to/${location}`))).toMatchObject({ kind: 'outage' });
        }
        expect(another.requests).toEqual([]);
        expect(host.requests).toHaveLength(4);
        host.handle = () => ({ status: 302, headers: { location: '/again' } });
        expect(await put(worker, page('/again'))).toMatchObject({ reason: 'it redirects without end' });
        expect(host.requests).toHaveLength(4 + 6);
        expect(await row()).toMatchObject({ closed_until: null });
      } finally {
        await another.close();
      }
    });
  });

  it('is told who asks, and gets back the cookies it set; those for one page go with that alone', async () => {
    const worker = await aWorker();
    host.handle = ({ path }) =>
      path === '/a'
        ? { status: 302, headers: { location: '/b', 'set-cookie': ['id=1; Path=/', 'x=2; Domain=example'] } }
        : { body: '1' };
    await put(worker, { ...page('/a'), request: { url: `${host.url}/a`, kind: 'book', cookies: { age: '18' } } });
    await put(worker, page('/c'));
    expect(host.requests.map(({ headers }) => headers.cookie)).toEqual(['age=18', 'id=1', 'id=1']);
    expect(host.requests[0]!.headers).toMatchObject({
      'user-agent': 'Octavo/9.9 (+https://octavo.example)',
      'accept-encoding': 'gzip, deflate, br',
    });
    const restarted = await aWorker();
    await put(restarted, page('/d'));
    expect(host.requests.at(-1)!.headers.cookie).toBeUndefined();
  });

  it('is asked for so many product pages a day, and for lists all the same', async () => {
    const worker = await aWorker({ gapMs: 0, jitterMs: 0, pagesPerDay: 2 });
    for (const path of ['/1', '/2']) await put(worker, page(path));
    const full = await put(worker, page('/3'));
    expect(full).toMatchObject({ kind: 'blocked', reason: expect.stringMatching(/^2 pages/) });
    expect((full as { retryAt: Date }).retryAt.toISOString()).toMatch(/T00:00:00\.000Z$/);
    expect(await put(worker, list('/list'))).toMatchObject({ kind: 'found' });
    expect(host.paths).toEqual(['/1', '/2', '/list']);
  });

  it('is not waited for longer than ten minutes', async () => {
    const worker = await aWorker();
    await put(worker, page('/a'));
    const wait = (interval: string) =>
      client.query('update provider_host set next_at = now() + $2::interval where host = $1', [name(), interval]);
    await wait('11 minutes');
    expect(await put(worker, page('/b'))).toMatchObject({ kind: 'blocked', reason: 'too many wait for their turn' });
    expect(worker.slept).toEqual([]);
    await wait('9 minutes');
    const waiting = put(worker, page('/b'));
    while (worker.slept.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(worker.slept[0]).toBeGreaterThan(500_000);
    await wait('0');
    expect(await waiting).toMatchObject({ kind: 'found' });
  });

  it('is free for others when a worker dies in the middle of a request', async () => {
    const worker = await aWorker();
    await put(worker, page('/a'));
    await client.query(
      `update provider_host set holder = gen_random_uuid(), held_until = now() + interval '1 minute' where host = $1`,
      [name()],
    );
    const waiting = put(worker, page('/b'));
    while (worker.slept.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(host.paths).toEqual(['/a']);
    await client.query('update provider_host set held_until = now() where host = $1', [name()]);
    expect(await waiting).toMatchObject({ kind: 'found' });
  });

  it('is written down with what came, and never with what for', async () => {
    const worker = await aWorker();
    await put(worker, list('/search?q=private+words'));
    expect(worker.lines).toEqual([
      [
        expect.objectContaining({
          provider: 'open-library',
          host: name(),
          kind: 'search',
          status: 200,
          bytes: 7,
          says: 'found',
        }),
        'provider asked',
      ],
    ]);
    expect(JSON.stringify(worker.lines)).not.toContain('private');
  });
});
