import { SCAN_STATES, type Sync } from '@octavo/contracts';
import { isUnderWay } from '../libraries/scan-words.js';
import {
  acceptedWords,
  lastSyncWords,
  syncEndWords,
  syncFaultWords,
  syncFoundWords,
  syncOutcomeWords,
  syncProgressOf,
  syncTookWords,
} from './sync-words.js';

const tally = {
  ...{ requests: 3, folders: 2, failedFolders: 0, partialFolders: 0, prunedFolders: 0 },
  ...{ ignored: 0, settling: 0, rejected: 0, missed: 0 },
};
const preview = { books: 3, formats: [{ format: 'epub', count: 3 }], examples: [] };
const sync: Sync = {
  ...{ id: 's', jobId: 'j', state: 'COMPLETED', found: 0, added: 0, changed: 0, unchanged: 0, done: 0, failed: 0 },
  ...{ moved: 0, gone: 0, heldBecause: null, problem: null, tally, preview: null },
  ...{ startedAt: '2026-11-22T12:00:00.000Z', finishedAt: '2026-11-22T12:00:12.400Z' },
};
const of = (what: Partial<Sync>): Sync => ({ ...sync, ...what });
const problem = { code: 'source.unreachable', detail: 'The server cannot be reached, or broke off.' };

describe('what a sync found', () => {
  it.each([
    [{}, '0 files'],
    [{ found: 412, added: 3, changed: 1, unchanged: 408 }, '412 files: 3 new, 1 changed, 408 as they were'],
    [{ found: 412, added: 3, moved: 2, unchanged: 409 }, '412 files: 3 new, 2 moved, 407 as they were'],
    [{ found: 2, moved: 2, unchanged: 2 }, '2 files: 2 moved'],
    [{ found: 1, moved: 3, gone: 4, unchanged: 1 }, '1 file: 3 moved, 4 no longer there'],
  ])('%j is “%s”', (counts, words) => {
    expect(syncFoundWords(of(counts))).toBe(words);
  });
});

describe('how far a sync has come', () => {
  it.each<[Partial<Sync>, string, number | undefined]>([
    [{ state: 'LISTING' }, 'Looking through the server…', undefined],
    [{ state: 'LISTING', found: 2310, added: 7 }, '2,310 files found so far', undefined],
    [{ state: 'IMPORTING', found: 900 }, 'Comparing…', undefined],
    [{ state: 'IMPORTING', found: 900, added: 390, changed: 10, done: 120 }, '120 of 400 files taken in', 30],
    [{ state: 'IMPORTING', added: 1, done: 3 }, '1 of 1 file taken in', 100],
  ])('%j is “%s”', (what, words, percent) => {
    expect(syncProgressOf(of(what))).toEqual({ words, ...(percent !== undefined && { percent }) });
  });

  it('waits with the server, as long as that wants to be left alone', () => {
    const { words } = syncProgressOf(of({ state: 'LISTING', found: 12 }), '2026-11-22T12:00:00Z');
    expect(words).toMatch(/^12 files found so far\. The server wants .* until 22 Nov 2026.* gone on with then\.$/);
    expect(syncProgressOf(of({ state: 'IMPORTING', added: 2, done: 1 }), '2026-11-22T12:00:00Z').percent).toBe(50);
  });
});

describe('the last sync in a line', () => {
  it.each<[Partial<Sync>, string | null, string]>([
    [{ found: 3, unchanged: 3 }, null, 'Last sync · 3 files: 3 as they were'],
    [{ state: 'HELD', found: 3, unchanged: 3, gone: 9 }, 'why', 'Last sync · 3 files: 3 as they were'],
    [{ state: 'CANCELLED', found: 3, added: 3 }, null, 'Last sync stopped · 3 files: 3 new'],
    [{ state: 'FAILED', problem }, null, `Last sync not finished · ${problem.detail}`],
    [{ state: 'FAILED', problem }, problem.detail, 'Last sync not finished'],
    [{ found: 3, added: 3, preview }, null, 'Only looked, nothing was changed · 3 files: 3 new'],
  ])('%j, with %j told already, is “%s”', (what, told, words) => {
    expect(lastSyncWords(of(what), told)).toBe(words);
  });

  it('says how far a sync is that goes on', () => {
    expect(syncOutcomeWords(of({ state: 'LISTING', found: 2 }))).toBe('2 files found so far');
  });
});

describe('the end of a sync', () => {
  it('has words for every state, its own for a look that changed nothing', () => {
    const words = SCAN_STATES.map((state) => syncEndWords(of({ state })));
    expect(words.filter((word) => word === 'At work')).toHaveLength(
      SCAN_STATES.filter((state) => isUnderWay({ state })).length,
    );
    expect(syncEndWords(of({ preview }))).toBe('Only looked');
  });

  it('is told with the time it took, once it came', () => {
    expect(syncTookWords(sync)).toBe('12 seconds');
    expect(syncTookWords(of({ finishedAt: null }))).toBeUndefined();
  });
});

describe('what went wrong within a sync', () => {
  it.each([
    [{ tally: null }, undefined],
    [{}, undefined],
    [{ tally: { ...tally, failedFolders: 1 } }, '1 folder could not be listed in full'],
    [{ tally: { ...tally, failedFolders: 10, partialFolders: 2 } }, '12 folders could not be listed in full'],
    [
      { tally: { ...tally, failedFolders: 2 }, failed: 1 },
      '2 folders could not be listed in full, 1 file could not be read',
    ],
  ])('%j is “%s”', (what, words) => {
    expect(syncFaultWords(of(what))).toBe(words);
  });
});

describe('a sync that was asked for', () => {
  it('begins, or waits as long as the server wants', () => {
    expect(acceptedWords({ jobId: 'j' })).toBe('Syncing now');
    expect(acceptedWords({ jobId: 'j', notBefore: '2026-11-22T12:00:00Z' })).toMatch(/until 22 Nov 2026.* synced then/);
  });
});
