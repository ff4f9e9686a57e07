import { resultWords } from './result-words.js';

const scan = {
  ...{ found: 412, added: 3, changed: 0, unchanged: 409, failed: 0, moved: 0 },
  ...{ removed: 2, held: null, unreadable: [] },
};
const sync = {
  ...{ outcome: 'OK', found: 412, added: 3, changed: 0, unchanged: 409, moved: 2, removed: 0, held: null },
};
const done = (name: string, result: unknown) => resultWords({ name, state: 'completed', result });

describe('what came of a job', () => {
  it.each([
    ['importArrivals', { done: 12, failed: 0 }, '12 files'],
    ['importArrivals', { done: 1, failed: 1 }, '1 file, 1 with a problem'],
    ['importArrivals', { done: 0, failed: 0 }, undefined],
    ['scanLibrary', scan, '412 files: 3 new, 409 as they were, 2 no longer there'],
    ['scanLibrary', { ...scan, failed: 1, removed: 0 }, '412 files: 3 new, 409 as they were, 1 with a problem'],
    ['scanLibrary', { ...scan, held: 'Was that meant?' }, '412 files: 3 new, 409 as they were'],
    ['syncSource', sync, '412 files: 3 new, 2 moved, 407 as they were'],
    [
      'syncSource',
      { ...sync, outcome: 'HELD', removed: 5, held: 'Was that meant?' },
      '412 files: 3 new, 2 moved, 407 as they were',
    ],
    ['syncSource', { ...sync, outcome: 'WAITING' }, 'The server wants a pause; it is gone on with later'],
    ['syncSource', 'something newer', undefined],
    ['readItems', { done: 2, failed: 1 }, '2 files, 1 with a problem'],
    ['importFile', { outcome: 'added', bookId: null }, undefined],
    ['importArrivals', 'something newer', undefined],
    ['enrichBook', { outcome: 'none', detail: 'Amazon does not know it' }, 'Amazon does not know it'],
    ['enrichBook', null, undefined],
    ['applyFind', { changed: ['title'], detail: 'Changed: title' }, 'Changed: title'],
    ['scanLibrary', null, undefined],
  ])('%s with %j is “%s”', (name, result, words) => {
    expect(done(name, result)).toBe(words);
  });

  it('is not told before it is through', () => {
    expect(resultWords({ name: 'importArrivals', state: 'active', result: { done: 3, failed: 0 } })).toBeUndefined();
  });
});
