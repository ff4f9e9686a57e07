import { WATCH_MODES } from '@octavo/contracts';
import { booksLeave, bookWords, counted, watchRemark } from './library-words.js';

describe('a folder in words', () => {
  it.each([
    [{ bookCount: 0, missingCount: 0 }, '0 books'],
    [{ bookCount: 1, missingCount: 0 }, '1 book'],
    [{ bookCount: 1204, missingCount: 3 }, '1,204 books, 3 missing'],
  ])('%j is “%s”', (counts, words) => {
    expect(bookWords(counts)).toBe(words);
  });

  it('counts one thing as one', () => {
    expect([counted(1, 'file'), counted(2, 'file')]).toEqual(['1 file', '2 files']);
  });
});

describe('how a folder is watched', () => {
  const watched = (mode: (typeof WATCH_MODES)[number], detail: string | null = null, paused = false) =>
    watchRemark({ paused, watch: { mode, detail } });

  it('needs no words where the system tells of changes, or where nobody listens on purpose', () => {
    expect(watched('EVENTS')).toBeUndefined();
    for (const mode of WATCH_MODES) expect(watched(mode, 'why', true)).toBeUndefined();
  });

  it('has words for every other way, with the reason', () => {
    for (const mode of WATCH_MODES) if (mode !== 'EVENTS') expect(watched(mode)?.words).toMatch(/^[A-Z].*\.$/);
    expect(watched('POLLING', 'WATCH_POLLING is on')).toEqual({
      words: 'Changes are found by looking again and again. WATCH_POLLING is on.',
      troubled: false,
    });
    expect(watched('DEGRADED', 'The system’s watches are used up')).toEqual({
      words: 'Changes are found late, by looking again and again. The system’s watches are used up.',
      troubled: true,
    });
  });
});

describe('what becomes of the books of a library that is removed', () => {
  it.each([
    [0, ''],
    [1, 'Its book leaves the list and the devices, unless another folder has them too. '],
    [1204, 'Its 1,204 books leave the list and the devices, unless another folder has them too. '],
  ])('is told for %i', (count, words) => expect(booksLeave(count, 'folder')).toBe(words));
});
