import { proofFolder } from './proof-folder.js';

const folders = (counts: Record<string, number>) =>
  Object.entries(counts).map(([key, count]) => ({ key, path: key.toUpperCase(), count }));

describe('the folder a server is proven on', () => {
  it.each([
    ['of two levels', { '': 1, a: 2 }, ''],
    ['with the least below it', { '': 2, a: 1, 'a/b': 3, c: 1, 'c/d': 2 }, 'c'],
    ['not with too much below it', { '': 1, a: 1, 'a/b': 9_000 }, undefined],
    ['in which a folder holds something', { '': 1, a: 0 }, undefined],
    ['of one level only', { '': 700 }, undefined],
  ])('is one %s', (_, counts, key) => {
    expect(proofFolder(folders(counts))?.key).toBe(key);
  });

  it('is asked for as the server escapes it', () => {
    expect(proofFolder(folders({ '': 1, a: 1, 'a/b': 3_000, c: 1, 'c/d': 2 }))).toEqual({ key: 'c', path: 'C' });
  });
});
