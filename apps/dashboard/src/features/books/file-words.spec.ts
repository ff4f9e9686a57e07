import { DRM_SCHEMES, PROBLEMS } from '@octavo/domain';
import { drmWords, problemTitle } from './file-words.js';

describe('a problem of a file', () => {
  it('has the title of the table', () => {
    expect(problemTitle('file.unreadable')).toBe(PROBLEMS['file.unreadable'].title);
  });

  it('shows a code that only a newer server knows', () => {
    expect(problemTitle('file.cursed')).toBe('file.cursed');
  });
});

describe('DRM', () => {
  it('has words for every scheme', () => {
    for (const scheme of DRM_SCHEMES) expect(drmWords(scheme)).toMatch(/^Protected by \S.*, and is not converted\.$/);
  });
});
