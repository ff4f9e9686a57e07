import { readBook } from '@octavo/formats';
import { anEpub, DavServer, pngCover, type DavManners } from '@octavo/testing';
import fc from 'fast-check';
import { randomBytes } from 'node:crypto';
import type { Credentials } from './authorize.js';
import { RemoteFile, type RemoteFileOptions } from './remote-file.js';
import { DavVisit } from './testing/dav-visit.js';

const ADA: Credentials = { scheme: 'basic', username: 'ada', password: 's3cret' };
const SIGN_IN = { scheme: 'basic', username: 'ada', password: 's3cret' } as const;
const BYTES = randomBytes(300_000);

describe('a file on a server', () => {
  const open: { close(): Promise<void> }[] = [];
  const begin = async (bytes: Uint8Array = BYTES, manners: DavManners = {}) => {
    const server = await DavServer.start({ 'a b.epub': bytes }, { signIn: SIGN_IN, ...manners });
    const visit = new DavVisit(server, { credentials: ADA });
    open.push(visit, server);
    const file = (options: Partial<RemoteFileOptions> = {}) =>
      new RemoteFile(visit.client, { path: 'a%20b.epub', size: bytes.length, ...options });
    return { server, visit, file };
  };
  afterEach(async () => {
    for (const one of open.splice(0)) await one.close();
  });
  const same = (read: Uint8Array, first: number, end: number) => Buffer.from(read).equals(BYTES.subarray(first, end));

  it('is read like one that lies here, wherever and however much', async () => {
    for (const ranges of ['yes', 'star', 'none', 'extra', 10_000] as const) {
      const { file } = await begin(BYTES, { ranges });
      const one = file();
      const place = fc.integer({ min: 0, max: BYTES.length + 5 });
      const length = fc.oneof(fc.constantFrom(0, 1, 16_384), fc.integer({ min: 0, max: BYTES.length }));
      await fc.assert(
        fc.asyncProperty(place, length, async (first, count) => {
          expect(same(await one.read(first, count), first, first + count)).toBe(true);
        }),
        { numRuns: 25 },
      );
    }
  });

  it('is asked for under the name the server wrote, and in blocks that are kept', async () => {
    const { server, file } = await begin();
    const one = file();
    await Promise.all([one.read(100, 10), one.read(0, 20_000), one.read(16_380, 10)]);
    await one.read(5000, 5000);
    expect(server.asked.map(({ target, range }) => [target, range])).toEqual([
      ['/dav/a%20b.epub', 'bytes=0-16383'],
      ['/dav/a%20b.epub', 'bytes=16384-32767'],
    ]);
    expect(one.etag).toMatch(/^"[0-9a-f]{32}"$/);
  });

  it('keeps no more than a few hundred kilobytes', async () => {
    const { server, file } = await begin(randomBytes(2_000_000));
    const one = file();
    for (let at = 0; at < 2_000_000; at += 100_000) await one.read(at, 10);
    await one.read(1_900_000, 10);
    expect(server.asked).toHaveLength(20);
    for (let at = 0; at < 40; at += 1) await one.read(at * 40_000, 10);
    server.asked.length = 0;
    await one.read(1_900_000, 10);
    expect(server.asked).toHaveLength(1);
  });

  it.each<[string, object, string]>([
    ['another tag', { headers: { etag: '"other"' } }, 'file_changed'],
    ['another time of change', { headers: { 'last-modified': 'Wed, 04 Mar 2026 10:00:00 GMT' } }, 'file_changed'],
    ['another size', { headers: { 'content-range': 'bytes 163840-180223/300001' } }, 'file_changed'],
    ['that it is shorter now', { status: 416 }, 'file_changed'],
    ['that it is gone', { status: 404 }, 'not_found'],
    ['that one may not', { status: 403 }, 'forbidden'],
    [
      'other bytes than were asked for',
      { headers: { 'content-range': 'bytes 200000-216383/300000' } },
      'malformed_response',
    ],
    ['a range that is none', { headers: { 'content-range': 'all of it' } }, 'malformed_response'],
    ['that it is busy for an hour', { status: 503, headers: { 'retry-after': '3600' } }, 'server_error'],
  ])('that comes with %s between two parts is no longer the same: %s', async (_, treat, reason) => {
    const { server, file } = await begin();
    const one = file();
    await one.read(0, 10);
    server.treat('/dav/a%20b.epub', treat);
    await expect(one.read(163_840, 10)).rejects.toMatchObject({
      reason,
      kind: expect.stringMatching(/unavailable|forbidden/),
    });
    expect(server.asked).toHaveLength(2);
    server.recover();
    expect(same(await one.read(163_840, 10), 163_840, 163_850)).toBe(true);
  });

  it('whose tag is no longer weak is the same', async () => {
    const { server, file } = await begin();
    server.treat('/dav/a%20b.epub', { headers: { etag: 'W/"one"' }, times: 1 });
    const one = file();
    await one.read(0, 10);
    server.treat('/dav/a%20b.epub', { headers: { etag: '"one"' } });
    expect(same(await one.read(163_840, 10), 163_840, 163_850)).toBe(true);
  });

  it('that is not as long as it was listed has changed', async () => {
    const { file } = await begin();
    await expect(file({ size: 299_999 }).read(0, 10)).rejects.toMatchObject({
      reason: 'file_changed',
      code: 'file.settling',
    });
    const { file: whole } = await begin(BYTES, { ranges: 'none' });
    await expect(whole({ size: 299_999 }).read(0, 10)).rejects.toMatchObject({ reason: 'file_changed' });
  });

  it('is asked for again when a part broke off or the server was busy', async () => {
    const { server, visit, file } = await begin();
    server.treat('/dav/a%20b.epub', { breakAt: 1000, times: 1 });
    server.treat('/dav/a%20b.epub', { status: 503, headers: { 'retry-after': '5' }, times: 1 });
    expect(same(await file().read(0, 10), 0, 10)).toBe(true);
    expect(visit.clock.slept).toEqual([5000, 2000]);
  });

  it('is cut out of an answer that begins earlier and ends earlier than was asked for', async () => {
    const { server, file } = await begin();
    const headers = { 'content-range': 'bytes 10000-19999/300000' };
    server.treat('/dav/a%20b.epub', { status: 206, headers, body: BYTES.subarray(10_000, 20_000), times: 1 });
    expect(same(await file().read(17_000, 10_000), 17_000, 27_000)).toBe(true);
    expect(server.asked.map(({ range }) => range)).toEqual(['bytes=16384-32767', 'bytes=20000-32767']);
  });

  it('is read whole, once, where the server gives no parts, unless it is too large', async () => {
    const { server, file } = await begin(BYTES, { ranges: 'none' });
    const one = file();
    for (let at = 0; at < 10; at += 1)
      expect(same(await one.read(at * 1000, 200_000), at * 1000, at * 1000 + 200_000)).toBe(true);
    expect(server.asked).toHaveLength(1);
    await expect(file({ mostWhole: 299_999 }).read(0, 10)).rejects.toMatchObject({ reason: 'no_ranges' });
  });

  it('that lies elsewhere is fetched there, without our credentials, and from the start when that address has gone', async () => {
    const { server, file } = await begin();
    const elsewhere = await DavServer.start({ 'x.bin': BYTES });
    open.push(elsewhere);
    server.treat('/dav/a%20b.epub', { redirect: `${elsewhere.url}x.bin?sig=%2b1` });
    elsewhere.treat(/sig=/, { redirect: '/dav/x.bin', status: 307 });
    const one = file();
    expect(same(await one.read(0, 10), 0, 10)).toBe(true);
    expect(same(await one.read(100_000, 10), 100_000, 100_010)).toBe(true);
    expect(server.asked.map(({ authorized }) => authorized)).toEqual([true]);
    expect(elsewhere.asked.map(({ target, authorization, range }) => [target, authorization, range])).toEqual([
      ['/dav/x.bin?sig=%2b1', undefined, 'bytes=0-16383'],
      ['/dav/x.bin', undefined, 'bytes=0-16383'],
      ['/dav/x.bin', undefined, 'bytes=98304-114687'],
    ]);
    elsewhere.treat('/dav/x.bin', { status: 403, times: 1 });
    expect(same(await one.read(200_000, 10), 200_000, 200_010)).toBe(true);
    expect(server.asked).toHaveLength(2);
  });

  it.each([
    ['in a circle', '/dav/a%20b.epub', 'redirect_refused', 6],
    ['to this machine by another name', 'http://[::1]:9/x', 'blocked_address', 1],
    ['to a file', 'file:///etc/passwd', 'redirect_refused', 1],
  ])('that is sent %s is not followed for ever', async (_, redirect, reason, requests) => {
    const { server, file } = await begin();
    server.treat('/dav/a%20b.epub', { redirect });
    await expect(file().read(0, 10)).rejects.toMatchObject({ reason });
    expect(server.asked).toHaveLength(requests);
  });

  it('ends with the reason it is given', async () => {
    const { server, file } = await begin();
    server.treat('/dav/a%20b.epub', { hang: 'body' });
    const controller = new AbortController();
    const reading = file({ signal: controller.signal }).read(0, 10);
    const reason = new Error('enough');
    setTimeout(() => controller.abort(reason), 100);
    await expect(reading).rejects.toBe(reason);
  });

  it.each([
    ['near its front', false],
    ['at its end', true],
  ])('that is an EPUB of 5 MB with its cover %s tells of itself at little cost', async (_, plateFirst) => {
    const builder = anEpub().titled('A Long Book').by('Ada Lovelace').withChapters(80, 20);
    const plate = () => builder.withFile('OEBPS/plate.jpg', randomBytes(5_000_000));
    if (plateFirst) plate();
    builder.withCover(pngCover({ seed: 3 }));
    if (!plateFirst) plate();
    const epub = builder.build();
    const { server, file } = await begin(epub);
    const { format, draft } = await readBook(file(), 'a b.epub');
    expect([format, draft.title, draft.cover !== undefined]).toEqual(['epub', 'A Long Book', true]);
    const bytes = server.asked.reduce((sum, { sent }) => sum + sent, 0);
    expect(server.asked.length).toBeLessThanOrEqual(4);
    expect(bytes / epub.length).toBeLessThan(0.03);
  });
});
