import { CATALOGUE } from '@octavo/contracts';
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

  it('has words of its own for every job there is, and for no two the same', () => {
    // Queues may have a job of one name, which then is the same kind of work.
    const names = [...new Set(Object.values(CATALOGUE).flatMap(({ jobs }) => Object.keys(jobs)))];
    const takenApart = (name: string) => name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
    for (const name of names) expect(jobWords(name).toLowerCase()).not.toBe(takenApart(name));
    expect(new Set(names.map(jobWords)).size).toBe(names.length);
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
