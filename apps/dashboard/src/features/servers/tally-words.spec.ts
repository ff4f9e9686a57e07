import { leftForLater, tallyWords } from './tally-words.js';

const tally = {
  ...{ requests: 40, folders: 34, failedFolders: 0, partialFolders: 0, prunedFolders: 0 },
  ...{ ignored: 0, settling: 0, rejected: 0, missed: 0 },
};

describe('what listing a server took', () => {
  it.each([
    [{}, '34 folders, 40 requests'],
    [{ folders: 1, requests: 1, ignored: 1 }, '1 folder, 1 request, 1 other file'],
    [{ ignored: 5600, rejected: 2 }, '34 folders, 40 requests, 5,600 other files, 2 that led out of the library'],
    [{ prunedFolders: 30 }, '34 folders, 30 folders left out as nothing changed in them, 40 requests'],
  ])('with %j is “%s”', (more, words) => {
    expect(tallyWords({ ...tally, ...more })).toBe(words);
  });
});

describe('what a sync leaves to the next ones', () => {
  it('is nothing as a rule', () => {
    expect(leftForLater(tally)).toEqual([]);
  });

  it('is what was missed and what is still being written, one as one', () => {
    expect(leftForLater({ missed: 1, settling: 1 })).toEqual([
      '1 file was not found. It is marked missing if the next sync does not find it either.',
      '1 file is still being written, and is taken in once it is whole.',
    ]);
    expect(leftForLater({ missed: 2, settling: 1200 })).toEqual([
      '2 files were not found. They are marked missing if the next sync does not find them either.',
      '1,200 files are still being written, and are taken in once whole.',
    ]);
  });
});
