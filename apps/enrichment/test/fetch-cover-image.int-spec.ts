import type { Medium } from '@octavo/domain';
import type { CoverAddresses } from '@octavo/providers';
import { pngCover, testDatabase, type TestDatabase } from '@octavo/testing';
import pg from 'pg';
import sharp from 'sharp';
import { askingBench, type Bench, SHOP } from './asking-bench.js';
import { type StubAnswer, StubHost } from './stub-host.js';

const picture = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#804020' } });

describe('fetching a cover', () => {
  let test: TestDatabase;
  let client: pg.Client;
  let host: StubHost;
  let bench: Bench;
  const answers = new Map<string, StubAnswer | undefined>();

  beforeAll(async () => {
    test = await testDatabase();
    client = new pg.Client({ connectionString: test.url });
    await client.connect();
  });
  beforeEach(async () => {
    answers.clear();
    host = await StubHost.start();
    host.handle = ({ path }) => (answers.has(path) ? answers.get(path) : { status: 404, body: 'no such picture' });
    bench = await askingBench(test.url, { baseUrls: [host.url] });
  });
  afterEach(async () => {
    await bench.close();
    await host.close();
  });
  afterAll(async () => {
    await client?.end();
    await test?.drop();
  });

  /** Of a path of the host, or of an address. */
  const fetch = (paths: readonly string[], medium: Medium = 'ebook', signal = new AbortController().signal) => {
    const addresses = paths.map((path) => (path.startsWith('/') ? host.url + path : path)) as unknown as CoverAddresses;
    return bench.covers.first({ provider: SHOP, settings: { baseUrl: host.url }, addresses, medium, signal });
  };
  const noneFor = (reason: RegExp) => ({ kind: 'none', reasons: [expect.stringMatching(reason)] });

  it('gives the first picture as it came', async () => {
    const body = await picture(400, 600).jpeg().toBuffer();
    answers.set('/large.jpg', { body });
    answers.set('/small.jpg', { body: await picture(200, 300).jpeg().toBuffer() });
    const fetched = await fetch(['/large.jpg', '/small.jpg']);
    expect(fetched).toMatchObject({
      ...{ kind: 'found', url: `${host.url}/large.jpg` },
      image: { mediaType: 'image/jpeg', width: 400, height: 600 },
    });
    expect(fetched.kind === 'found' && Buffer.from(fetched.image.bytes).equals(body)).toBe(true);
    expect(host.paths).toEqual(['/large.jpg']);
    expect(host.requests[0]!.headers.accept).toMatch(/^image\//);
  });

  it('takes no product page of the day', async () => {
    answers.set('/a.jpg', { body: await picture(400, 600).jpeg().toBuffer() });
    await fetch(['/a.jpg']);
    const { rows } = await client.query('select day_count from provider_host where host = $1', [
      new URL(host.url).host,
    ]);
    expect(rows).toEqual([{ day_count: 0 }]);
  });

  it('goes on to the next address where one has none', async () => {
    answers.set('/b.png', { body: await picture(400, 600).png().toBuffer() });
    answers.set('/forbidden.jpg', { status: 403 });
    expect(await fetch(['/a.jpg', '/forbidden.jpg', '/b.png'])).toMatchObject({
      kind: 'found',
      image: { mediaType: 'image/png' },
    });
    expect(await fetch(['/a.jpg', '/c.jpg'])).toEqual({
      kind: 'none',
      reasons: ['There is no such picture.', 'There is no such picture.'],
    });
  });

  it.each<[string, () => StubAnswer | Promise<StubAnswer>, RegExp]>([
    ['a page', () => ({ body: '<html>', headers: { 'content-type': 'image/jpeg' } }), /"a\.jpg" is no JPEG/],
    ['nothing', () => ({ body: '' }), /is no JPEG/],
    ['one point', () => ({ body: pngCover({ width: 1, height: 1 }) }), /1 by 1/],
    [
      '200 million points that are but told of',
      () => ({ body: pngCover({ width: 10_000, height: 20_000 }) }),
      /damaged|too odd/,
    ],
    [
      'a header without the rest',
      () => ({ body: pngCover({ width: 400, height: 600 }).subarray(0, 60) }),
      /damaged|cannot be read|can be read/,
    ],
    ['half a picture', async () => ({ body: (await noise(400, 600)).subarray(0, 9_000) }), /can be read|damaged/],
    ['a thumbnail', async () => ({ body: await picture(190, 290).jpeg().toBuffer() }), /190 by 290 pixels are too few/],
    ['a square', async () => ({ body: await picture(600, 600).jpeg().toBuffer() }), /not the shape of a cover/],
  ])('takes %s for none', async (_, answer, reason) => {
    answers.set('/a.jpg', await answer());
    expect(await fetch(['/a.jpg'])).toEqual(noneFor(reason));
  });

  it('takes a picture in the colours of print', async () => {
    answers.set('/a.jpg', { body: await picture(400, 600).toColourspace('cmyk').jpeg().toBuffer() });
    expect(await fetch(['/a.jpg'])).toMatchObject({ kind: 'found', image: { width: 400, height: 600 } });
  });

  it('wants a square for what is heard', async () => {
    answers.set('/square.jpg', { body: await picture(500, 500).jpeg().toBuffer() });
    answers.set('/tall.jpg', { body: await picture(400, 600).jpeg().toBuffer() });
    expect(await fetch(['/tall.jpg', '/square.jpg'], 'audiobook')).toMatchObject({ url: `${host.url}/square.jpg` });
  });

  it('takes no more than fifteen megabytes', async () => {
    answers.set('/a.jpg', { body: Buffer.alloc(15_000_001) });
    expect(await fetch(['/a.jpg'])).toMatchObject({
      kind: 'outage',
      reason: expect.stringMatching(/more than it may/),
    });
  });

  it('goes nowhere but to the provider, wherever a page or a redirect points', async () => {
    const another = await StubHost.start();
    try {
      another.handle = async () => ({ body: await picture(400, 600).jpeg().toBuffer() });
      answers.set('/a.jpg', { status: 302, headers: { location: `${another.url}/a.jpg` } });
      const outcome = await fetch([
        '/a.jpg',
        `${another.url}/b.jpg`,
        'data:image/png;base64,AA==',
        'file:///etc/passwd',
      ]);
      expect(outcome).toMatchObject({ kind: 'outage' });
      expect(another.requests).toEqual([]);
    } finally {
      await another.close();
    }
  });

  it('leaves a host alone that refuses, and not for one missing picture', async () => {
    answers.set('/a.jpg', { status: 403 });
    await fetch(['/a.jpg']);
    answers.set('/b.jpg', { status: 429, headers: { 'retry-after': '600' } });
    const before = Date.now();
    const outcome = await fetch(['/b.jpg', '/c.jpg']);
    expect(outcome).toMatchObject({ kind: 'blocked', reason: 'status 429' });
    expect((outcome as { retryAt: Date }).retryAt.getTime() - before).toBeGreaterThanOrEqual(599_000);
    expect(host.paths).toEqual(['/a.jpg', '/b.jpg']);
  });

  it('tries once more after a failure', async () => {
    answers.set('/a.jpg', { status: 500 });
    expect(await fetch(['/a.jpg'])).toMatchObject({ kind: 'outage', reason: 'status 500' });
    expect(host.paths).toEqual(['/a.jpg', '/a.jpg']);
  });

  it('ends when it is cancelled', async () => {
    const stop = new AbortController();
    stop.abort(new Error('cancelled'));
    await expect(fetch(['/a.jpg'], 'ebook', stop.signal)).rejects.toThrow('cancelled');
    expect(host.requests).toEqual([]);
  });
});

/** A picture that cannot be packed well. */
function noise(width: number, height: number): Promise<Buffer> {
  const grain = { type: 'gaussian' as const, mean: 128, sigma: 60 };
  return sharp({ create: { width, height, channels: 3, background: '#000', noise: grain } })
    .jpeg()
    .toBuffer();
}
