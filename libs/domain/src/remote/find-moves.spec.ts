import fc from 'fast-check';
import { folderOf, nameOf } from '../paths.js';
import { findMoves, type Move } from './find-moves.js';
import type { RemoteItem } from './remote-item.js';

const NO_FACTS = { size: null, mtimeMs: null, etag: null, remoteId: null };
const LOOSE = { etagPerFile: false };
const OWN = { etagPerFile: true };
const item = (path: string, facts: Partial<RemoteItem> = {}): RemoteItem => ({ ...NO_FACTS, ...facts, path });
const sized = (path: string, size = 5_000, more: Partial<RemoteItem> = {}) =>
  item(path, { size, mtimeMs: 1_000_000, ...more });
const pairs = (moves: readonly Move[]) => moves.map(({ from, to }) => `${from} > ${to}`);
const found = (gone: RemoteItem[], fresh: RemoteItem[], how = LOOSE) =>
  findMoves(gone, fresh, how).map(({ from, to, because }) => [from, to, because]);

describe('a file that is known again in another place', () => {
  it.each<[string, Move['because'], RemoteItem, RemoteItem, object]>([
    ['by the server’s number', 'id', item('a/1.epub', { remoteId: '7' }), item('b/2.pdf', { remoteId: '7' }), LOOSE],
    [
      'by its bytes',
      'content',
      item('a/1.epub', { size: 10, contentHash: 'ff' }),
      item('b/2.epub', { size: 10, contentHash: 'ff' }),
      LOOSE,
    ],
    ['by an etag of its own', 'etag', sized('a/1.epub', 10, { etag: 'x' }), sized('b/2.epub', 10, { etag: 'x' }), OWN],
    ['by its name', 'moved', sized('a/1.epub', 1_024), sized('b/c/1.epub', 1_024), LOOSE],
    ['by its name, the extension in capitals', 'moved', sized('a/1.EPUB'), sized('b/1.epub'), LOOSE],
    ['by its folder', 'renamed', sized('a/1.epub', 1_024), sized('a/2.EPUB', 1_024), LOOSE],
    ['by its folder, without an extension', 'renamed', sized('Vol. 1/Emma'), sized('Vol. 1/Anna'), LOOSE],
    ['in the base', 'renamed', sized('1.epub'), sized('2.epub'), LOOSE],
    ['in another case of any letters', 'respelled', sized('Zoë/1.epub', 10), sized('zoë/1.EPUB', 10), LOOSE],
    ['in another case', 'respelled', sized('a/Emma.epub', 10), sized('A/emma.epub', 10), LOOSE],
    ['in another Unicode form', 'respelled', sized('Zo\u00eb.epub', 0), sized('Zoe\u0308.epub', 0), LOOSE],
  ])('is found %s', (_, because, from, to, how) => {
    expect(findMoves([from], [to], how as typeof LOOSE)).toEqual([
      { from: from.path, to: to.path, because, probable: because === 'renamed' },
    ]);
  });

  it.each<[string, RemoteItem, RemoteItem, object]>([
    [
      'its size is another, whatever its id',
      sized('a/1', 1, { remoteId: '7' }),
      sized('b/1', 2, { remoteId: '7' }),
      OWN,
    ],
    ['its bytes are known, and no size', item('a', { contentHash: 'f' }), item('b', { contentHash: 'f' }), OWN],
    ['etags are not of one file', sized('a/1', 9, { etag: 'x' }), sized('b/2', 9, { etag: 'x' }), LOOSE],
    ['its time is not told', item('a/1', { size: 9, etag: 'x' }), item('b/2', { size: 9, etag: 'x' }), OWN],
    ['its time is another', sized('a/1.epub'), sized('b/1.epub', 5_000, { mtimeMs: 2_000_000 }), OWN],
    ['its extension is another', sized('a/1.epub'), sized('b/1.pdf'), OWN],
    ['its extension is another, in one folder', sized('a/1.epub'), sized('a/2.pdf'), OWN],
    ['it is too small to tell', sized('a/1.epub', 1_023), sized('b/1.epub', 1_023), OWN],
    ['it is too small to tell, in one folder', sized('a/1.epub', 1_023), sized('a/2.epub', 1_023), OWN],
    ['name and folder are others', sized('a/1.epub'), sized('b/2.epub'), OWN],
    ['the name differs in case, and the folder', sized('a/Emma.epub'), sized('b/emma.epub'), OWN],
    ['nothing is told of it, not even in its folder', item('a/1.epub'), item('b/1.epub'), OWN],
    ['only its spelling is known', item('a.epub'), item('A.epub'), OWN],
  ])('is not found where %s', (_, from, to, how) => {
    expect(findMoves([from], [to], how as typeof LOOSE)).toEqual([]);
  });

  it('is found by the surest sign, and only then are others looked at', () => {
    const gone = [sized('a/1.epub', 5_000, { remoteId: '7' }), sized('b/1.epub')];
    const fresh = [sized('c/1.epub'), sized('d/1.epub', 5_000, { remoteId: '7' })];
    expect(found(gone, fresh)).toEqual([
      ['a/1.epub', 'd/1.epub', 'id'],
      ['b/1.epub', 'c/1.epub', 'moved'],
    ]);
  });

  it.each<[string, RemoteItem[], RemoteItem[]]>([
    ['two are gone', [sized('a/1.epub'), sized('b/1.epub')], [sized('c/1.epub')]],
    ['two have come', [sized('a/1.epub')], [sized('b/1.epub'), sized('c/1.epub')]],
    ['two of a folder are gone', [sized('a/1.epub'), sized('a/2.epub')], [sized('a/3.epub')]],
    ['two of a folder have come', [sized('a/1.epub')], [sized('a/2.epub'), sized('a/3.epub')]],
    [
      'a server gives one number to all',
      [item('a', { remoteId: '0' }), item('b', { remoteId: '0' })],
      [item('c', { remoteId: '0' })],
    ],
  ])('is not guessed at where %s', (_, gone, fresh) => expect(findMoves(gone, fresh, LOOSE)).toEqual([]));
});

describe('two files of one size and time', () => {
  const twins = [sized('d/A.epub'), sized('d/B.epub')];
  it.each<[string, string[], string[]]>([
    ['of which one is renamed are told apart by the one that stays', ['d/A.epub'], ['d/C.epub']],
    ['that are moved keep their names', ['d/A.epub', 'd/B.epub'], ['x/A.epub', 'y/B.epub']],
    [
      'of which one is moved and one renamed are told apart by the name',
      ['d/A.epub', 'd/B.epub'],
      ['x/A.epub', 'd/C.epub'],
    ],
  ])('%s', (_, gone, fresh) => {
    const expected = gone.map((path, at) => `${path} > ${fresh[at]}`);
    expect(
      pairs(
        findMoves(
          gone.map((path) => sized(path)),
          fresh.map((path) => sized(path)),
          LOOSE,
        ),
      ),
    ).toEqual(expected);
  });

  it.each([
    ['renamed', ['d/C.epub', 'd/D.epub']],
    ['moved and renamed', ['x/C.epub', 'x/D.epub']],
  ])('that are both %s are not guessed at', (_, paths) =>
    expect(
      findMoves(
        twins,
        paths.map((path) => sized(path)),
        LOOSE,
      ),
    ).toEqual([]),
  );
});

describe('a folder that was renamed', () => {
  const many = (folder: string, count: number, from = 0) =>
    Array.from({ length: count }, (_, at) => sized(`${folder}/${from + at}.epub`, 5_000 + from + at));

  it('takes along the files that cannot be known by themselves', () => {
    const odd = ['small.epub', 'twin.epub', 'sub/twin.epub', 'sub/unknown.EPUB'];
    const facts = [{ size: 3, mtimeMs: 1 }, { size: 9_000, mtimeMs: 1 }, { size: 9_000, mtimeMs: 1 }, {}];
    const rest = (folder: string) => odd.map((name, at) => item(`${folder}/${name}`, facts[at]));
    const moves = findMoves(
      [...many('old/a', 10), ...many('old/b', 10, 50), ...rest('old')],
      [...many('new/a', 10), ...many('new/b', 10, 50), ...rest('new')].map((one) => ({
        ...one,
        path: one.path.replace('EPUB', 'epub'),
      })),
      LOOSE,
    );
    expect(moves).toHaveLength(24);
    expect(
      moves.filter(({ because }) => because === 'folder').map(({ from, to, probable }) => [from, to, probable]),
    ).toEqual([
      ['old/small.epub', 'new/small.epub', false],
      ['old/sub/twin.epub', 'new/sub/twin.epub', false],
      ['old/sub/unknown.EPUB', 'new/sub/unknown.epub', false],
      ['old/twin.epub', 'new/twin.epub', false],
    ]);
  });

  it.each([
    [8, 2, true],
    [4, 1, true],
    [7, 2, false],
    [3, 1, false],
    [0, 1, false],
  ])('is known by %d files that went along, of which %d more are to follow: %s', (known, unknown, expected) => {
    const rest = (folder: string) => Array.from({ length: unknown }, (_, at) => item(`${folder}/x${at}.epub`));
    const moves = findMoves([...many('a', known), ...rest('a')], [...many('b', known), ...rest('b')], LOOSE);
    expect(moves).toHaveLength(known + (expected ? unknown : 0));
  });

  it('is not known by the few that went along where most of those further down are gone', () => {
    const gone = [...many('a', 4), item('a/x.epub'), ...many('a/sub', 20, 50)];
    expect(findMoves(gone, [...many('b', 4), item('b/x.epub')], LOOSE)).toHaveLength(4);
  });

  it('takes a file along with the folders above where its own folder went elsewhere without it', () => {
    const gone = [...many('a', 40), ...many('a/sub', 4, 50), item('a/sub/x.epub')];
    const fresh = [...many('b', 40), ...many('c', 4, 50), item('b/sub/x.epub')];
    expect(pairs(findMoves(gone, fresh, LOOSE)).at(-1)).toBe('a/sub/x.epub > b/sub/x.epub');
  });

  it('into the base, and the base into a folder, take their files along', () => {
    const [x, y] = [item('a/x.epub'), item('x.epub')];
    const inBase = many('a', 9).map((one) => ({ ...one, path: nameOf(one.path) }));
    expect(found([...many('a', 9), x], [...inBase, y]).at(-1)).toEqual(['a/x.epub', 'x.epub', 'folder']);
    expect(found([...inBase, y], [...many('a', 9), x]).at(-1)).toEqual(['x.epub', 'a/x.epub', 'folder']);
  });

  it('does not take along a file that has another size, another name, or is there twice', () => {
    const gone = [...many('a', 40), item('a/1.pdf', { size: 10 }), item('a/2.pdf'), item('a/3.pdf')];
    const fresh = [
      ...many('b', 40),
      item('b/1.pdf', { size: 11 }),
      item('b/two.pdf'),
      item('b/3.pdf'),
      item('b/3.PDF'),
    ];
    expect(findMoves(gone, fresh, LOOSE)).toHaveLength(40);
  });

  it('that came together with another leaves out what both had', () => {
    const gone = [...many('a', 10), ...many('b', 10, 50), item('a/x.epub'), item('b/x.epub'), item('b/y.epub')];
    const fresh = [...many('c', 10), ...many('c', 10, 50), item('c/x.epub'), item('c/y.epub')];
    const moves = findMoves(gone, fresh, LOOSE).filter(({ because }) => because === 'folder');
    expect(pairs(moves)).toEqual(['b/y.epub > c/y.epub']);
  });
});

describe('for any library', () => {
  const few = <T>(...values: T[]) => fc.option(fc.constantFrom(...values), { nil: null });
  const name = fc.constantFrom('A.epub', 'a.EPUB', 'B.epub', 'C.pdf', 'Zo\u00eb', 'Zoe\u0308');
  const path = fc
    .tuple(fc.array(fc.constantFrom('x', 'X', 'y'), { maxLength: 3 }), name)
    .map(([folders, last]) => [...folders, last].join('/'));
  const anyItem = fc.record({
    path,
    size: few(10, 5_000, 6_000),
    mtimeMs: few(1_000, 2_000),
    etag: few('e', 'f'),
    remoteId: few('1', '2', '3'),
    contentHash: few('h', 'i'),
  });
  const items = fc.uniqueArray(anyItem, { selector: (one) => one.path, maxLength: 30 });
  const shuffled = <T>(all: T[]) => fc.shuffledSubarray(all, { minLength: all.length });
  const cases = fc
    .tuple(items, items)
    .chain(([gone, fresh]) => fc.tuple(fc.constant([gone, fresh] as const), shuffled(gone), shuffled(fresh)));

  it('no file is in two moves, none changes its size, and the order of the listings makes no difference', () => {
    fc.assert(
      fc.property(cases, fc.boolean(), ([[gone, fresh], otherGone, otherFresh], etagPerFile) => {
        const moves = findMoves(gone, fresh, { etagPerFile });
        expect(new Set(moves.map(({ from }) => from)).size).toBe(moves.length);
        expect(new Set(moves.map(({ to }) => to)).size).toBe(moves.length);
        for (const { from, to } of moves) {
          const sizes = [gone.find((one) => one.path === from)!.size, fresh.find((one) => one.path === to)!.size];
          expect(sizes.includes(null) || sizes[0] === sizes[1]).toBe(true);
        }
        expect(findMoves(otherGone, otherFresh, { etagPerFile })).toEqual(moves);
      }),
      { numRuns: 500 },
    );
  });

  const folder = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 4 }).map((names) => names.join('/'));
  const tree = fc
    .uniqueArray(folder, { minLength: 1, maxLength: 12 })
    .chain((folders) =>
      fc
        .array(fc.tuple(fc.constantFrom(...folders), fc.nat(3)), { minLength: 1, maxLength: 40 })
        .map((files) => [...new Set(files.map(([one, at]) => `${one}/${at}.epub`.replace(/^\//, '')))]),
    );

  it('a renamed folder is found whole where every file has a size and time of its own', () => {
    fc.assert(
      fc.property(tree, fc.nat(), (paths, seed) => {
        const before = paths.map((one, at) => sized(one, 2_000 + (at % 3), { mtimeMs: at * 1_000 }));
        const inFolders = before.filter((one) => one.path.includes('/'));
        const one = inFolders[seed % inFolders.length];
        if (!one) return;
        const depth = 1 + (seed % (one.path.split('/').length - 1));
        const renamed = one.path.split('/').slice(0, depth).join('/');
        const gone = before.filter((other) => other.path.startsWith(`${renamed}/`));
        const target = folderOf(renamed) === '' ? 'new' : `${folderOf(renamed)}/new`;
        const fresh = gone.map((other) => ({ ...other, path: target + other.path.slice(renamed.length) }));
        expect(pairs(findMoves(gone, fresh, LOOSE)).sort()).toEqual(
          gone.map((other, at) => `${other.path} > ${fresh[at]!.path}`).sort(),
        );
      }),
    );
  });

  it('files of one size and time are never taken for one another', () => {
    const fate = fc.constantFrom('stays', 'moved', 'renamed', 'deleted');
    const file = fc.record({ folder: fc.constantFrom('a', 'b', 'c'), fate, to: fc.constantFrom('x', 'a', 'y/z') });
    fc.assert(
      fc.property(fc.array(file, { maxLength: 12 }), (files) => {
        const goes = files.flatMap(({ folder, fate, to }, at) => {
          const from = `${folder}/${at}.epub`;
          if (fate === 'stays' || (fate === 'moved' && to === folder)) return [];
          const place = fate === 'moved' ? `${to}/${at}.epub` : `${folder}/new${at}.epub`;
          return [{ from, place: fate === 'deleted' ? undefined : place, fate }];
        });
        const moves = findMoves(
          goes.map(({ from }) => sized(from)),
          goes.flatMap(({ place }) => (place === undefined ? [] : [sized(place)])),
          LOOSE,
        );
        const truth = new Map(goes.map(({ from, place }) => [from, place]));
        for (const { from, to } of moves) expect([from, to]).toEqual([from, truth.get(from)]);
        const foundFrom = new Set(moves.map(({ from }) => from));
        for (const { from, fate } of goes) if (fate === 'moved') expect(foundFrom).toContain(from);
      }),
      { numRuns: 500 },
    );
  });

  it('a hundred thousand files in a renamed folder are all found', () => {
    const library = (top: string) =>
      Array.from({ length: 100_000 }, (_, at) => {
        const path = `${top}/author ${at % 2_000}/book ${at % 20_000}/${at % 7 === 0 ? 'cover' : at}.epub`;
        return at % 7 === 0 ? sized(path, 20_000) : sized(path, 2_000 + (at % 30_000), { mtimeMs: at * 1_000 });
      });
    const unlike = (items: RemoteItem[]) => [...new Map(items.map((one) => [one.path, one])).values()];
    const [gone, fresh] = [unlike(library('old')), unlike(library('new')).reverse()];
    expect(gone.length).toBeGreaterThan(90_000);
    const moves = findMoves(gone, fresh, LOOSE);
    expect(moves).toHaveLength(gone.length);
    expect(moves.filter(({ from, to }) => from.slice(3) !== to.slice(3))).toEqual([]);
  });
});
