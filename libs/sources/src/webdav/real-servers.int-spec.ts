import {
  anEpub,
  DavFile,
  describeWithApache,
  describeWithRclone,
  latin1Name,
  pngCover,
  servedFolder,
  startApache,
  startRclone,
  type DavTree,
  type RealServer,
  type ServedFolder,
} from '@octavo/testing';
import fc from 'fast-check';
import { randomBytes } from 'node:crypto';
import type { Credentials } from './authorize.js';
import { listDeep } from './deep.js';
import { LISTING_LIMITS } from './limits.js';
import { probe } from './probe.js';
import { propfind } from './propfind.js';
import { proveDeep } from './prove-deep.js';
import { RemoteFile } from './remote-file.js';
import { DavVisit, walkAll, type VisitOptions } from './testing/dav-visit.js';
import { keyOfOddName, ODD_NAMES } from './testing/odd-names.js';

const ADA = { user: 'ädä "the" \\first', password: 's3cret "ü" \\:x' };
const BYTES = randomBytes(300_000);
const MODIFIED = 'Tue, 03 Mar 2026 10:00:00 GMT';
const EPUB = anEpub()
  .titled('Emma')
  .by('Jane Austen')
  .withChapters(20, 20)
  .withCover(pngCover({ seed: 3 }))
  .build();

const AUTHORS = Object.fromEntries(
  Array.from({ length: 20 }, (_, at) => [
    `Author ${at}`,
    Object.fromEntries(
      Array.from({ length: 10 }, (_, n) => [
        `Book ${at}-${n}.epub`,
        new DavFile(`book ${at}-${n}`, { modified: MODIFIED }),
      ]),
    ),
  ]),
);
const ODD = Object.fromEntries(ODD_NAMES.map((name) => [name, `bytes of ${name}`]));
const TREE: DavTree = {
  Authors: AUTHORS,
  'Ünder & #1': { ...ODD, [latin1Name('caf\xe9.epub')]: 'bytes in Latin-1' },
  'Emma.epub': EPUB,
  'large.pdf': BYTES,
  'empty.epub': '',
  Changing: { 'a.epub': 'a', 'b.epub': 'b' },
};

interface Kind {
  scheme: 'basic' | 'digest';
  start: (root: string) => Promise<RealServer>;
  /** Requests after which a wrong password has been refused once. */
  roundsOfRefusal: number;
  deep: 'proven' | 'refused';
}

describeWithApache('Apache with Basic', () =>
  behavesWell({
    scheme: 'basic',
    start: (root) => startApache({ root, auth: 'basic', ...ADA }),
    roundsOfRefusal: 1,
    deep: 'refused',
  }),
);
describeWithApache('Apache with Digest and Depth infinity, at its root', () =>
  behavesWell({
    scheme: 'digest',
    start: (root) => startApache({ root, auth: 'digest', ...ADA, deep: true, prefix: '/' }),
    roundsOfRefusal: 2,
    deep: 'proven',
  }),
);
describeWithRclone('rclone', () =>
  behavesWell({
    scheme: 'basic',
    start: (root) => startRclone({ root, ...ADA }),
    roundsOfRefusal: 1,
    deep: 'proven',
  }),
);

function behavesWell({ scheme, start, roundsOfRefusal, deep }: Kind): void {
  let folder: ServedFolder;
  let server: RealServer;
  const visits: DavVisit[] = [];
  const credentials: Credentials = { scheme, username: ADA.user, password: ADA.password };
  const visiting = (options: VisitOptions = {}) => {
    const visit = new DavVisit(server, { credentials, ...options });
    visits.push(visit);
    return visit;
  };
  const path = () => new URL(server.url).pathname;

  beforeAll(async () => {
    folder = await servedFolder(TREE);
    server = await start(folder.path);
  });
  afterEach(async () => {
    for (const visit of visits.splice(0)) await visit.close();
  });
  afterAll(async () => {
    await server.close();
    await folder.remove();
  });

  it.each([
    ['with its slash', (url: string) => url],
    ['without its slash', (url: string) => url.replace(/\/$/, '')],
  ])('is a library that can be used, its address given %s', async (_, given) => {
    const outcome = await probe(visiting({ url: given(server.url) }).client);
    expect(outcome).toMatchObject({
      kind: 'usable',
      facts: { serverPath: path(), count: 6, ownCloud: false, syncCollection: false, absoluteHrefs: false },
    });
    const facts = outcome.kind === 'usable' ? outcome.facts : undefined;
    expect(facts?.dav).toMatch(/^1, ?2/);
    expect(facts?.suggestedBase).toBeUndefined();
  });

  it('refuses a wrong password, which is tried once', async () => {
    const { client } = visiting({ credentials: { scheme, username: ADA.user, password: 'wrong' } });
    expect(await probe(client)).toMatchObject({ kind: 'unusable', error: { reason: 'auth_failed' }, wants: [scheme] });
    expect(client.requests).toBe(roundsOfRefusal);
    await expect(walkAll(client)).resolves.toMatchObject({ end: { kind: 'failed', error: { reason: 'auth_failed' } } });
  });

  it('tells that a file is no folder, and of nothing that it is nothing', async () => {
    const at = (name: string) => probe(visiting({ url: `${server.url}${name}` }).client);
    expect(await at('Emma.epub')).toMatchObject({ kind: 'unusable', error: { reason: 'not_a_collection' } });
    expect(await at('none')).toMatchObject({ kind: 'unusable', error: { reason: 'not_found' } });
  });

  it('is walked to all that lies there', async () => {
    const { end, entries } = await walkAll(visiting().client, { descends: ({ key }) => key.startsWith('Authors') });
    expect(end).toMatchObject({
      kind: 'complete',
      left: [],
      counters: { complete: 22, rejectedHrefs: 0, repeated: 0 },
    });
    const inside = [...entries.keys()].filter((key) => key.startsWith('Authors/')).sort();
    const expected = Object.entries(AUTHORS).flatMap(([author, books]) => [
      `Authors/${author}`,
      ...Object.keys(books).map((book) => `Authors/${author}/${book}`),
    ]);
    expect(inside).toEqual(expected.sort());
    expect(entries.get('Authors/Author 3/Book 3-4.epub')).toMatchObject({
      parent: 'Authors/Author 3',
      folder: false,
      size: 8,
      modified: new Date(MODIFIED),
      etag: expect.stringMatching(/^[^"]+$/),
    });
    expect(entries.get('Authors/Author 3')).toMatchObject({ folder: true, parent: 'Authors' });
  });

  it('lists each oddly named file once, and gives its bytes', async () => {
    const { client } = visiting();
    const { entries, outcomes } = await walkAll(client, { descends: ({ key }) => key === 'Ünder & #1' });
    const bytes = new Map([
      ...ODD_NAMES.map((name) => [`Ünder & #1/${keyOfOddName(name)}`, `bytes of ${name}`] as const),
      ['Ünder & #1/pct:caf%E9.epub', 'bytes in Latin-1'],
    ]);
    expect(outcomes.get('Ünder & #1')).toMatchObject({ kind: 'complete', count: bytes.size });
    for (const [key, expected] of bytes) {
      const entry = entries.get(key);
      const size = Buffer.byteLength(expected);
      expect(entry).toMatchObject({ key, size });
      const read = await new RemoteFile(client, { path: entry?.path ?? '', size }).read(0, size);
      expect(Buffer.from(read).toString()).toBe(expected);
    }
  });

  it('redirects or answers where a folder is asked for without its slash, and either is read', async () => {
    const target = `${path()}Authors/Author%203`;
    const { client } = visiting();
    expect(await propfind(client, { target, depth: '0', limits: LISTING_LIMITS })).toMatchObject({
      kind: 'listing',
      at: { target: expect.stringMatching(/\/Authors\/Author%203\/?$/) },
    });
  });

  it('gives any part of a file', async () => {
    const file = new RemoteFile(visiting().client, { path: 'large.pdf', size: BYTES.length });
    const place = fc.integer({ min: 0, max: BYTES.length + 5 });
    await fc.assert(
      fc.asyncProperty(place, fc.integer({ min: 0, max: BYTES.length }), async (first, count) => {
        const read = Buffer.from(await file.read(first, count));
        expect(read.equals(BYTES.subarray(first, first + count))).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  it('gives a book byte for byte, a part at a time', async () => {
    const file = new RemoteFile(visiting().client, { path: 'Emma.epub', size: EPUB.length });
    const parts: Uint8Array[] = [];
    for (let at = 0; at < EPUB.length; at += 5000) parts.push(await file.read(at, 5000));
    expect(Buffer.concat(parts).equals(EPUB)).toBe(true);
  });

  it('tells that a file is shorter than it was listed', async () => {
    const { client } = visiting();
    const within = new RemoteFile(client, { path: 'large.pdf', size: BYTES.length + 1 });
    await expect(within.read(0, 10)).rejects.toMatchObject({ reason: 'file_changed' });
    const beyond = new RemoteFile(client, { path: 'large.pdf', size: BYTES.length * 2 });
    await expect(beyond.read(BYTES.length + 100_000, 10)).rejects.toMatchObject({ reason: 'file_changed' });
  });

  it('tells the same of what is the same, and something else of what has changed', async () => {
    const { client } = visiting();
    const list = async () => {
      const { entries } = await walkAll(client, { descends: ({ key }) => key === 'Changing' });
      return ['a', 'b'].map((name) => entries.get(`Changing/${name}.epub`));
    };
    const first = await list();
    expect(await list()).toEqual(first);
    const modified = 'Wed, 04 Mar 2026 10:00:00 GMT';
    await folder.write({ Changing: { 'b.epub': new DavFile('another', { modified }) } });
    const [a, b] = await list();
    expect(a).toEqual(first[0]);
    expect(b).toMatchObject({ size: 7, modified: new Date(modified) });
    expect(b?.etag).not.toBe(first[1]?.etag);
  });

  it(`is asked for a whole tree at once: ${deep}`, async () => {
    const { client } = visiting();
    const tree = { key: 'Authors', path: 'Authors' };
    expect(await proveDeep(client, tree)).toBe(deep);
    const outcome = await listDeep(client, tree, { onEntries: () => undefined });
    expect(outcome).toMatchObject(
      deep === 'refused' ? { kind: 'refused' } : { kind: 'listed', count: 220, filled: 21, deepest: 2 },
    );
  });
}
