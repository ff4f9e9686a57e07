import { jobWords, progressWords } from './job-words.js';

describe('a job in words', () => {
  it.each([
    ['importFile', 'Read a file'],
    ['moveFileAway', 'Move file away'],
    ['x', 'X'],
    ['constructor', 'Constructor'],
  ])('%s is “%s”', (name, words) => {
    expect(jobWords(name)).toBe(words);
  });

  it.each([
    [{ done: 12, total: 40 }, '12 of 40'],
    [{ done: 12, total: null }, '12 so far'],
    [{ done: 0, total: null }, undefined],
    [{ done: 0, total: 0 }, '0 of 0'],
  ])('progress %j', (progress, words) => {
    expect(progressWords(progress)).toBe(words);
  });
});
