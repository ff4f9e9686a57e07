import fc from 'fast-check';
import { diffListing, type KnownFile, type ListedFile } from './diff-listing.js';

const listed = (path: string, change: Partial<ListedFile> = {}): ListedFile => ({
  path,
  size: 1n,
  mtimeNs: 1n,
  inode: '1',
  ...change,
});
const known = (path: string, change: Partial<KnownFile> = {}): KnownFile => ({
  ...listed(path),
  missing: false,
  doubtful: false,
  ...change,
});

describe('what differs between what is known and what is listed', () => {
  it('tells added, changed, removed and unchanged apart', () => {
    const diff = diffListing(
      [known('same'), known('bigger'), known('touched'), known('replaced'), known('gone')],
      [
        listed('same'),
        listed('bigger', { size: 2n }),
        listed('touched', { mtimeNs: 2n }),
        listed('replaced', { inode: '2' }),
        listed('new'),
      ],
      [],
    );
    expect(diff).toEqual({
      added: ['new'],
      changed: ['bigger', 'touched', 'replaced'],
      removed: ['gone'],
      unchanged: 1,
    });
  });

  it('looks again at what was missing or could not be opened, and does not lose it twice', () => {
    const back = known('back', { missing: true, doubtful: true });
    const still = known('still', { missing: true, doubtful: true });
    const diff = diffListing(
      [back, still, known('locked', { doubtful: true })],
      [listed('back'), listed('locked')],
      [],
    );
    expect(diff).toEqual({ added: [], changed: ['back', 'locked'], removed: [], unchanged: 0 });
  });

  it('concludes nothing about what lies in a folder it could not read', () => {
    const before = [known('a/b/c'), known('a/b.epub'), known('ab/c')];
    expect(diffListing(before, [], ['a/b']).removed).toEqual(['a/b.epub', 'ab/c']);
    expect(diffListing(before, [], ['a']).removed).toEqual(['ab/c']);
  });

  it('puts every path into exactly one place', () => {
    const paths = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'));
    fc.assert(
      fc.property(paths, paths, (before, now) => {
        const diff = diffListing(
          before.map((path) => known(path)),
          now.map((path) => listed(path)),
          [],
        );
        expect([...diff.added, ...diff.removed].sort()).toEqual(
          [...before, ...now].filter((path) => before.includes(path) !== now.includes(path)).sort(),
        );
        expect(diff.unchanged).toBe(before.filter((path) => now.includes(path)).length);
      }),
    );
  });
});
