import {
  DAV_STYLES,
  DavFile,
  DavServer,
  latin1Name,
  type DavManners,
  type DavStyleName,
  type DavTree,
} from '@octavo/testing';
import fc from 'fast-check';
import { DavVisit, walkAll, type VisitOptions } from './testing/dav-visit.js';
import { keyOfOddName, ODD_NAMES } from './testing/odd-names.js';
import { getFile } from './get-file.js';
import { LISTING_LIMITS } from './limits.js';
import { readMultistatus, type WrittenEntry } from './multistatus.js';
import { propfind } from './propfind.js';
import { targetOf } from './entries.js';

const STYLES = Object.keys(DAV_STYLES) as DavStyleName[];

async function visiting<Result>(
  tree: DavTree,
  manners: DavManners,
  work: (visit: DavVisit, server: DavServer) => Promise<Result>,
  options: VisitOptions = {},
): Promise<Result> {
  const server = await DavServer.start(tree, manners);
  const visit = new DavVisit(server, options);
  try {
    return await work(visit, server);
  } finally {
    await visit.close();
    await server.close();
  }
}

/** What a tree holds, as keys. */
function keysOf(tree: DavTree, above = ''): string[] {
  return Object.entries(tree).flatMap(([name, value]) => {
    const key = `${above}${name}`;
    const isFile = typeof value === 'string' || value instanceof Uint8Array || value instanceof DavFile;
    return isFile ? [key] : [key, ...keysOf(value, `${key}/`)];
  });
}

async function allOf(body: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of body) chunks.push(chunk);
  return Buffer.concat(chunks);
}

async function entriesIn(pieces: readonly Uint8Array[]): Promise<WrittenEntry[]> {
  const entries: WrittenEntry[] = [];
  const body = (async function* () {
    for (const piece of pieces) yield await Promise.resolve(piece);
  })();
  for await (const some of readMultistatus(body)) entries.push(...some);
  return entries;
}

async function bytesOf({ client }: DavVisit, path: string): Promise<string> {
  const at = { origin: client.connection.base.origin, target: targetOf(client.connection, path, false) };
  const { answer } = await getFile(client, { at, limits: LISTING_LIMITS });
  return (await allOf(answer.body)).toString();
}

const LIBRARY = Object.fromEntries(
  Array.from({ length: 20 }, (_, at) => [
    `Author ${at}`,
    Object.fromEntries(Array.from({ length: 9 }, (_, n) => [`Book ${at}-${n}.epub`, `book ${at}-${n}`])),
  ]),
);

describe.each(STYLES)('a server in the style of %s', (style) => {
  it('is walked to the same 200 things', async () => {
    const { end, entries } = await visiting(LIBRARY, { style }, ({ client }) => walkAll(client));
    expect(end).toMatchObject({
      kind: 'complete',
      left: [],
      counters: { complete: 21, entries: 200, rejectedHrefs: 0, repeated: 0 },
    });
    expect([...entries.keys()].sort()).toEqual(keysOf(LIBRARY).sort());
    expect(entries.get('Author 3/Book 3-4.epub')).toMatchObject({
      parent: 'Author 3',
      folder: false,
      size: 8,
      modified: new Date('2026-03-03T10:00:00Z'),
    });
    expect(entries.get('Author 3')).toMatchObject({ folder: true, parent: '' });
    expect(entries.get('Author 3')).not.toHaveProperty('size');
  });

  it('gives each oddly named file once, and its bytes under the very name it wrote', async () => {
    const tree = { 'Ünder & #1': Object.fromEntries(ODD_NAMES.map((name) => [name, `bytes of ${name}`])) };
    await visiting(tree, { style }, async (visit) => {
      const { entries } = await walkAll(visit.client);
      const inside = [...entries.values()].filter(({ folder }) => !folder);
      const keys = ODD_NAMES.map((name) => `Ünder & #1/${keyOfOddName(name)}`);
      expect(inside.map(({ key }) => key).sort()).toEqual([...keys].sort());
      for (const [at, key] of keys.entries())
        expect(await bytesOf(visit, entries.get(key)?.path ?? '')).toBe(`bytes of ${ODD_NAMES[at]}`);
    });
  });

  it('gives a file whose name is no UTF-8, unless it cannot write it, and its neighbours in any case', async () => {
    const tree = { [latin1Name('caf\xe9.epub')]: 'latin', 'ä.epub': 'utf', 'b.epub': 'b' };
    await visiting(tree, { style }, async (visit) => {
      const { entries, outcomes } = await walkAll(visit.client);
      const written = DAV_STYLES[style].latin1 === 'listed';
      expect([...entries.keys()].sort()).toEqual([...(written ? ['pct:caf%E9.epub'] : []), 'b.epub', 'ä.epub'].sort());
      if (written) expect(await bytesOf(visit, entries.get('pct:caf%E9.epub')?.path ?? '')).toBe('latin');
      expect(outcomes.get('')).toMatchObject({ kind: 'complete', odd: { repeated: written ? 0 : 1 } });
    });
  });

  it('is never taken at its word when its answer is cut, and always when it comes in pieces', async () => {
    const tree = { 'Tom & Jerry 📚': {}, 'b.epub': 'b' };
    const body = await visiting(tree, { style }, async ({ client }) => {
      const asked = await propfind(client, { target: '/dav/', depth: '1', limits: LISTING_LIMITS });
      return asked.kind === 'listing' ? allOf(asked.answer.body) : Buffer.alloc(0);
    });
    const whole = await entriesIn([body]);
    expect(whole).toHaveLength(3);
    const end = body.toString().trimEnd().length + body.length - body.toString().length;
    for (let cut = 0; cut < end; cut += 1)
      await expect(entriesIn([body.subarray(0, cut)])).rejects.toMatchObject({ reason: 'malformed_response' });
    for (let cut = 0; cut < end; cut += 7)
      expect(await entriesIn([body.subarray(0, cut), body.subarray(cut, cut + 3), body.subarray(cut + 3)])).toEqual(
        whole,
      );
  });

  it('is read behind a proxy that gives it other paths and hosts, and nobody else is connected to', async () => {
    const manners = { style, path: '/dav/', saysPath: '/internal/dav/', saysOrigin: 'http://10.9.8.7:6' };
    const walked = await visiting(LIBRARY, manners, ({ client }) => walkAll(client), { serverPath: '/internal/dav/' });
    expect(walked.end).toMatchObject({ kind: 'complete', counters: { entries: 200, absoluteHrefs: true } });
  });
});

describe('any tree', () => {
  const name = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 10 })
    .filter(
      (one) => /^[^/\0\ue000-\uf8ff]+$/.test(one) && !/^(?:\.\.?|pct:.*|__proto__)$/.test(one) && one.isWellFormed(),
    );
  const { tree } = fc.letrec<{ tree: DavTree }>((tie) => ({
    tree: fc.dictionary(name, fc.oneof({ maxDepth: 3 }, fc.constant('x'), tie('tree')), { maxKeys: 4 }),
  }));

  it('is walked to the same keys in every style', async () => {
    await fc.assert(
      fc.asyncProperty(tree, fc.constantFrom(...STYLES), async (one, style) => {
        const { end, entries } = await visiting(one, { style }, ({ client }) => walkAll(client));
        expect(end).toMatchObject({ kind: 'complete', counters: { rejectedHrefs: 0, repeated: 0 } });
        expect([...entries.keys()].sort()).toEqual(keysOf(one).sort());
      }),
      { numRuns: 60 },
    );
  });
});
