import { type Scan, SCAN_STATES } from '@octavo/contracts';
import {
  endWords,
  failedWords,
  foundWords,
  isUnderWay,
  lastScanWords,
  outcomeWords,
  progressOf,
} from './scan-words.js';

const nothing = { state: 'COMPLETED', found: 0, added: 0, changed: 0, moved: 0, unchanged: 0, gone: 0 } as const;

describe('what a scan found', () => {
  it.each([
    [{}, '0 files'],
    [{ found: 1, unchanged: 1 }, '1 file: 1 as it was'],
    [{ found: 412, added: 3, changed: 1, unchanged: 408 }, '412 files: 3 new, 1 changed, 408 as they were'],
    [{ found: 2, added: 2, moved: 2 }, '2 files: 2 moved'],
    [{ found: 3, added: 3, moved: 1, gone: 4 }, '3 files: 2 new, 1 moved, 4 no longer there'],
    [{ found: 12_000, added: 12_000 }, '12,000 files: 12,000 new'],
  ])('%j is “%s”', (counts, words) => {
    expect(foundWords({ ...nothing, ...counts })).toBe(words);
  });

  it('does not call gone what waits for a word', () => {
    expect(foundWords({ ...nothing, state: 'HELD', found: 3, unchanged: 3, gone: 9 })).toBe('3 files: 3 as they were');
  });

  it('says what could not be read, where there is any', () => {
    expect([0, 1, 2].map(failedWords)).toEqual([undefined, '1 file could not be read', '2 files could not be read']);
  });
});

describe('the last scan in a line', () => {
  const problem = { code: 'library.unavailable', detail: '/books is not there' };
  const scan = (state: Scan['state'], what: Partial<Scan> = {}) =>
    ({ ...nothing, problem: null, found: 3, unchanged: 3, ...what, state }) as Scan;

  it.each([
    [scan('COMPLETED'), 'Last scan · 3 files: 3 as they were'],
    [scan('HELD', { gone: 9 }), 'Last scan · 3 files: 3 as they were'],
    [scan('CANCELLED'), 'Last scan cancelled · 3 files: 3 as they were'],
    [scan('FAILED', { problem }), 'Last scan not finished · /books is not there'],
  ])('%j', (last, words) => {
    expect(lastScanWords(last, { problem: null })).toBe(words);
  });

  it('does not tell again what is wrong with the folder', () => {
    expect(lastScanWords(scan('FAILED', { problem }), { problem })).toBe('Last scan not finished');
  });

  it('says how far a scan is that goes on', () => {
    expect(outcomeWords(scan('LISTING'))).toBe('Looking through the folder…');
  });
});

describe('how far a scan has come', () => {
  const scan = (state: 'LISTING' | 'IMPORTING', added: number, done: number) => {
    return progressOf({ ...nothing, state, added, changed: 2, done } as Scan);
  };

  it('is unknown while the folder is looked through', () => {
    expect(scan('LISTING', 0, 0)).toEqual({ words: 'Looking through the folder…' });
  });

  it('is what was read of what is new or changed', () => {
    expect(scan('IMPORTING', 1998, 500)).toEqual({ percent: 25, words: '500 of 2,000 files read' });
  });

  it('is never more than all', () => {
    expect(scan('IMPORTING', 0, 3)).toEqual({ percent: 100, words: '2 of 2 files read' });
  });

  it('has no share of nothing', () => {
    expect(progressOf({ ...nothing, state: 'IMPORTING' } as unknown as Scan).percent).toBeUndefined();
  });
});

describe('the state of a scan', () => {
  it('is either under way or has an end in words', () => {
    for (const state of SCAN_STATES) expect(isUnderWay({ state })).toBe(endWords({ state }) === undefined);
  });
});
