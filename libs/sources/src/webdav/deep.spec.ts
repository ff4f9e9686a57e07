import { DavServer, type DavManners, type DavTree } from '@octavo/testing';
import { listDeep, type DeepOptions } from './deep.js';
import { BASE_FOLDER, type DavEntry } from './entries.js';
import { proveDeep } from './prove-deep.js';
import { DavVisit, walkAll } from './testing/dav-visit.js';

const TREE: DavTree = { A: { B: { 'c.epub': 'c' }, 'd.epub': 'd' }, 'e.epub': 'e', 'Ä &': { 'f.epub': 'f' } };

describe('listing a whole tree at once', () => {
  let server: DavServer;
  let visit: DavVisit;
  const begin = async (manners: DavManners, tree = TREE) => {
    server = await DavServer.start(tree, manners);
    visit = new DavVisit(server);
  };
  afterEach(async () => {
    await visit.close();
    await server.close();
  });
  async function list(options: Partial<DeepOptions> = {}) {
    const entries: DavEntry[] = [];
    const outcome = await listDeep(visit.client, BASE_FOLDER, {
      onEntries: (some) => void entries.push(...some),
      ...options,
    });
    return { outcome, entries };
  }

  it.each(['rclone', 'nephele', 'nextcloud'] as const)('gives the same entries as a walk (%s)', async (style) => {
    await begin({ style });
    const { outcome, entries } = await list();
    const self = expect.objectContaining({ folder: true });
    expect(outcome).toEqual({ kind: 'listed', count: 7, filled: 4, deepest: 3, self, date: expect.any(Date) });
    const walked = await walkAll(visit.client);
    expect(new Map(entries.map((entry) => [entry.key, entry]))).toEqual(walked.entries);
  });

  it.each([
    ['refused with 403', 'refused', { infinity: 403 }],
    ['refused with 412', 'refused', { infinity: 412 }],
    ['answered, one level deep', 'clamped', { infinity: 'one-level' }],
    ['answered in full', 'proven', { infinity: 'full' }],
  ] as const)('is, where it is %s, %s', async (_, proof, manners) => {
    await begin(manners);
    expect(await proveDeep(visit.client, BASE_FOLDER)).toBe(proof);
    expect((await walkAll(visit.client)).entries.size).toBe(7);
  });

  it('is proved below the base too', async () => {
    await begin({ infinity: 'full' });
    expect(await proveDeep(visit.client, { key: 'A', path: 'A' })).toBe('proven');
    server.manners.infinity = 'one-level';
    expect(await proveDeep(visit.client, { key: 'A', path: 'A' })).toBe('clamped');
  });

  it.each<[string, DavTree]>([
    ['flat', { 'a.epub': 'a', B: {} }],
    ['too large', { A: Object.fromEntries(Array.from({ length: 2000 }, (_, n) => [`${n}`, ''])) }],
  ])('is not proved by a tree that is %s', async (_, tree) => {
    await begin({ infinity: 'full' }, tree);
    expect(await proveDeep(visit.client, BASE_FOLDER)).toBe('unproved');
  });

  it('is not believed when fewer folders hold something than before', async () => {
    await begin({ infinity: 'one-level' });
    expect((await list({ filledBefore: 4 })).outcome).toEqual({ kind: 'clamped' });
    expect((await list({ filledBefore: 1 })).outcome).toMatchObject({ kind: 'listed' });
  });

  it.each<[string, object, object]>([
    ['is cut', { cutAt: 900 }, { kind: 'failed', error: { reason: 'malformed_response' } }],
    ['breaks off', { breakAt: 900 }, { kind: 'failed', error: { reason: 'connect_failed' } }],
    [
      'says nothing of one thing',
      {
        edit: (body: string) =>
          body.replace(
            /<D:propstat>(?:(?!<D:propstat>).)*?<\/D:response>\s*<\/D:multistatus>/s,
            '<D:status>HTTP/1.1 403 No</D:status></D:response></D:multistatus>',
          ),
      },
      { kind: 'partial' },
    ],
    ['is an error', { status: 500 }, { kind: 'failed', error: { reason: 'server_error' } }],
  ])('is left to a walk when the answer %s', async (_, treat, outcome) => {
    await begin({ infinity: 'full' });
    server.treat('/dav/', { depth: 'infinity', ...treat });
    expect((await list()).outcome).toMatchObject(outcome);
    expect(server.asked).toHaveLength(1);
  });
});
