import type { Question, Request, Verdict } from '@octavo/providers';
import { testDatabase, type TestDatabase } from '@octavo/testing';
import pg from 'pg';
import type { Asked } from '../src/asking/asker.js';
import { ask, askingBench, type Bench, SHOP } from './asking-bench.js';
import { StubHost } from './stub-host.js';

interface How {
  of?: Bench;
  kind?: Request['kind'];
  fresh?: boolean;
}

describe('asking a provider', () => {
  let test: TestDatabase;
  let client: pg.Client;
  let host: StubHost;
  let bench: Bench;
  let other: Bench;

  beforeAll(async () => {
    test = await testDatabase();
    client = new pg.Client({ connectionString: test.url });
    await client.connect();
  });
  beforeEach(async () => {
    host = await StubHost.start();
    bench = await askingBench(test.url, { baseUrls: [host.url] });
    other = await askingBench(test.url, { baseUrls: [host.url] });
  });
  afterEach(async () => {
    await bench.close();
    await other.close();
    await host.close();
  });
  afterAll(async () => {
    await client?.end();
    await test?.drop();
  });
  const asked = (over: Partial<Asked> = {}): Asked => ({
    ...{ provider: SHOP, settings: { baseUrl: host.url }, signal: new AbortController().signal },
    ...over,
  });
  const put = (path: string, { of = bench, kind = 'book', fresh = false }: How = {}) =>
    of.asker.ask(ask(host.url + path, { kind }), asked({ fresh }));
  const goodForDays = async (path: string) => {
    const { rows } = await client.query<{ days: number }>(
      `select round(extract(epoch from expires_at - at) / 86400)::int as days from provider_answer where key like $1`,
      [`%${host.url}${path}`],
    );
    return rows.map(({ days }) => days);
  };

  it('is done once for what is found: the answer is known to all from then on', async () => {
    host.handle = () => ({ body: '{"title":"Dune"}' });
    const outcome = { kind: 'found', value: { title: 'Dune' } };
    expect(await put('/dune')).toEqual(outcome);
    expect(await put('/dune')).toEqual(outcome);
    expect(await put('/dune#top', { of: other })).toEqual(outcome);
    expect(host.paths).toEqual(['/dune']);
    expect(await goodForDays('/dune')).toEqual([30]);
  });

  it('is done again where somebody wants it fresh, and what comes is known from then on', async () => {
    let edition = 0;
    host.handle = () => ({ body: `${++edition}` });
    for (const fresh of [false, true, false]) await put('/fresh', { fresh });
    expect(host.paths).toHaveLength(2);
    expect(await put('/fresh')).toEqual({ kind: 'found', value: 2 });
  });

  it('is done once for what is not there, and again after a week', async () => {
    host.handle = () => ({ status: 404 });
    for (const kind of ['book', 'search', 'book'] as const)
      expect(await put(`/none-${kind}`, { kind })).toEqual({ kind: 'not-found' });
    expect(host.paths).toEqual(['/none-book', '/none-search']);
    expect(await goodForDays('/none-book')).toEqual([7]);
    await client.query(`update provider_answer set expires_at = expires_at - interval '7 days' where key like $1`, [
      `%${host.url}/none-book`,
    ]);
    await put('/none-book');
    expect(host.paths).toHaveLength(3);
  });

  it('is done again for a list after a week', async () => {
    await put('/list', { kind: 'search' });
    expect(await goodForDays('/list')).toEqual([7]);
  });

  it('is done again after a refusal and after a failure: neither is an answer', async () => {
    const answers = [{ status: 503 }, { body: '1' }, { status: 502 }, { status: 502 }, { body: '2' }];
    host.handle = () => answers.shift();
    expect(await put('/a')).toMatchObject({ kind: 'blocked' });
    await client.query('update provider_host set closed_until = null');
    expect(await put('/a')).toEqual({ kind: 'found', value: 1 });
    expect(await put('/b')).toMatchObject({ kind: 'outage', reason: 'status 502' });
    await client.query('update provider_host set closed_until = null');
    expect(await put('/b')).toEqual({ kind: 'found', value: 2 });
  });

  it('is done once for equal questions at the same time, whoever asks', async () => {
    let open: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => (open = resolve));
    host.handle = async () => {
      await gate;
      return { body: '"once"' };
    };
    const asking = [bench, other, bench, other].map((of) => put('/same', { of }));
    while (host.requests.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    // The others wait for their turn by now, or will.
    open();
    expect(await Promise.all(asking)).toEqual(Array(4).fill({ kind: 'found', value: 'once' }));
    expect(host.paths).toEqual(['/same']);
    const { rows } = await client.query('select day_count from provider_host where host = $1', [
      new URL(host.url).host,
    ]);
    expect(rows).toEqual([{ day_count: 1 }]);
  });

  it('keeps the answer before others may ask the host', async () => {
    await client.query('begin');
    await client.query('lock table provider_answer in exclusive mode'); // reading goes on, writing waits
    try {
      const first = put('/late');
      const isWritten = 'select 1 from pg_locks where not granted and relation = $1::regclass';
      while ((await client.query(isWritten, ['provider_answer'])).rowCount === 0);
      const second = put('/late', { of: other });
      while (other.slept.length === 0 && host.requests.length === 1)
        await new Promise((resolve) => setTimeout(resolve, 5));
      await client.query('commit');
      expect(await Promise.all([first, second])).toEqual(Array(2).fill({ kind: 'found', value: 'found' }));
      expect(host.paths).toEqual(['/late']);
    } finally {
      await client.query('rollback');
    }
  });

  it('counts as a failure where an answer makes us stumble, which is told to the log without the answer', async () => {
    host.handle = () => ({ body: '<private words>' });
    expect(await put('/odd')).toMatchObject({ kind: 'outage', reason: 'its answer could not be read' });
    expect(await put('/odd')).toMatchObject({ kind: 'outage' });
    expect(host.paths).toHaveLength(2);
    const logged = bench.lines.filter(([, words]) => words === 'an answer could not be read');
    expect(logged).toHaveLength(2);
    expect(logged[0]![0]).toMatchObject({ failure: 'SyntaxError', at: expect.arrayContaining([expect.any(String)]) });
    expect(JSON.stringify(bench.lines)).not.toMatch(/private|words>/);
  });

  it('throws nothing for questions that lead nowhere', async () => {
    for (const url of ['no address', 'file:///etc/passwd', 'https://elsewhere.example/'])
      expect(await bench.asker.ask(ask(url), asked())).toMatchObject({ kind: 'outage' });
    expect(await bench.asker.ask(ask(host.url), asked({ settings: { baseUrl: 'nonsense' } }))).toMatchObject({
      kind: 'outage',
    });
    expect(host.requests).toEqual([]);
  });

  describe('where the answer takes several pages', () => {
    type Read = (body: string, status: number) => Verdict<string>;
    const inPages = (path: string, read: Read): Question<string> => ({
      request: { url: host.url + path, kind: 'book' },
      read: ({ body, status }) => read(Buffer.from(body).toString(), status),
    });
    const more = (soFar: string, next: Question<string>): Verdict<string> => ({ kind: 'more', soFar, next });
    const work = () =>
      inPages('/work', (body, status) =>
        status === 503 ? { kind: 'blocked', reason: 'status 503' } : { kind: 'found', value: `edition and ${body}` },
      );
    const edition = () => inPages('/edition', () => more('edition', work()));

    it('asks for all, once', async () => {
      host.handle = () => ({ body: 'work' });
      const outcome = { kind: 'found', value: 'edition and work' };
      for (const one of [bench, other]) expect(await one.asker.ask(edition(), asked())).toEqual(outcome);
      expect(host.paths).toEqual(['/edition', '/work']);
    });

    it('keeps the answer of the question, which is none to the question for its last page', async () => {
      host.handle = () => ({ body: 'work' });
      await bench.asker.ask(edition(), asked());
      const alone = inPages('/work', (body) => ({ kind: 'found', value: body }));
      expect(await bench.asker.ask(alone, asked())).toEqual({ kind: 'found', value: 'work' });
    });

    it('gives what it has where the rest is refused, and asks again another time', async () => {
      host.handle = ({ path }) => (path === '/work' ? { status: 503 } : {});
      const outcome = { kind: 'found', value: 'edition', cutShort: { kind: 'blocked', reason: 'status 503' } };
      expect(await bench.asker.ask(edition(), asked())).toMatchObject(outcome);
      await client.query('update provider_host set closed_until = null');
      host.handle = () => ({ body: 'work' });
      expect(await bench.asker.ask(edition(), asked())).toEqual({ kind: 'found', value: 'edition and work' });
    });

    it('goes through a page that leads on, once', async () => {
      const gate = inPages('/gate', (body) =>
        body === 'gate'
          ? { kind: 'follow', request: { url: `${host.url}/behind`, kind: 'book' } }
          : { kind: 'found', value: body },
      );
      host.handle = ({ path }) => ({ body: path === '/gate' ? 'gate' : 'the book' });
      expect(await bench.asker.ask(gate, asked())).toEqual({ kind: 'found', value: 'the book' });
      host.handle = () => ({ body: 'gate' });
      const again = await bench.asker.ask(gate, asked({ fresh: true }));
      expect(again).toMatchObject({ kind: 'outage', reason: 'its answers lead on and on' });
      expect(host.paths).toEqual(['/gate', '/behind', '/gate', '/behind']);
    });

    it('ends where it would not end by itself', async () => {
      const endless = (page: number): Question<string> =>
        inPages(`/page-${page}`, () => more(`${page} pages`, endless(page + 1)));
      expect(await bench.asker.ask(endless(1), asked())).toEqual({ kind: 'found', value: '10 pages' });
      expect(host.requests).toHaveLength(10);
    });
  });

  describe('when it is cancelled', () => {
    it('ends without a request while it waits for its turn, and leaves the host to others', async () => {
      let open: () => void = () => undefined;
      const gate = new Promise<void>((resolve) => (open = resolve));
      host.handle = async () => {
        await gate;
        return { body: '1' };
      };
      const first = put('/first', { of: other });
      while (host.requests.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
      const stop = new AbortController();
      const second = bench.asker.ask(ask(`${host.url}/second`), asked({ signal: stop.signal }));
      while (bench.slept.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
      stop.abort(new Error('cancelled'));
      await expect(second).rejects.toThrow('cancelled');
      await expect(bench.asker.ask(ask(`${host.url}/first`), asked({ signal: stop.signal }))).rejects.toThrow(
        'cancelled',
      );
      open();
      await first;
      expect(host.paths).toEqual(['/first']);
    });

    it('ends in the middle of a request, and says nothing of the host', async () => {
      const stop = new AbortController();
      host.handle = () => {
        stop.abort(new Error('cancelled'));
        return new Promise(() => undefined);
      };
      await expect(bench.asker.ask(ask(`${host.url}/slow`), asked({ signal: stop.signal }))).rejects.toThrow(
        'cancelled',
      );
      host.handle = () => ({ body: '1' });
      expect(await put('/next', { of: other })).toEqual({ kind: 'found', value: 1 });
    });
  });
});
