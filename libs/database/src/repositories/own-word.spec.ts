import { ownWord } from './own-word.js';

const cover = (id: string, source: 'file' | 'sidecar') => ({ id, source, width: 6, height: 9 });

describe('the own word of a file that was written into', () => {
  it('is what it said before, between what lies beside it now and what it is called now', () => {
    const before = {
      statements: [
        { source: 'sidecar' as const, draft: { title: 'Beside, then' } },
        { source: 'file' as const, draft: { title: 'Own' } },
        { source: 'filepath' as const, draft: { title: 'Called, then' } },
      ],
      sortTitle: 'Own, The',
      cover: cover('own', 'file'),
    };
    const now = {
      statements: [
        { source: 'sidecar' as const, draft: { title: 'Beside, now' } },
        { source: 'file' as const, draft: { title: 'Written' } },
        { source: 'filepath' as const, draft: { title: 'Called, now' } },
      ],
      sortTitle: 'Written, The',
      cover: cover('written', 'file'),
    };
    expect(ownWord(before, now)).toEqual({
      statements: [now.statements[0], before.statements[1], now.statements[2]],
      sortTitle: 'Own, The',
      cover: before.cover,
    });
  });

  it('has the cover that lies beside it now, and none that lay there then', () => {
    const said = { statements: [] };
    const [beside, own] = [cover('beside', 'sidecar'), cover('own', 'file')];
    expect(ownWord({ ...said, cover: own }, { ...said, cover: beside })).toEqual({ statements: [], cover: beside });
    expect(ownWord({ ...said, cover: beside }, { ...said, cover: own })).toEqual({ statements: [] });
  });
});
