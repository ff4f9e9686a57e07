import { AUDIBLE_STATES, type AudibleStore, type AudibleSync } from '@octavo/contracts';
import { bookCountWords, storeStanding, verdictOf } from './store-words.js';

const AT = '2026-11-22T06:00:00.000Z';
const sync = (state: AudibleSync['state'], tally: Partial<AudibleSync['tally']> = {}) =>
  ({ state, tally: { total: null, distinct: 0, ...tally } }) as AudibleSync;
const store = (more: Partial<AudibleStore>): AudibleStore => ({
  ...{ id: 'i', country: 'de', total: 1357, verifiedAt: AT, titleCount: 1346, removedCount: 3, leftOutCount: 14 },
  ...{ lastSyncAt: AT, lastSyncStatus: 'OK', lastErrorCode: null, lastError: null, nextSyncAt: AT, waitsUntil: null },
  sync: sync('COMPLETED'),
  ...more,
});

describe('whether all of a store is here', () => {
  it('is said with what Audible counts, and when', () => {
    expect(verdictOf(store({}))).toEqual({ words: '1,357 of 1,357 verified', verifiedAt: AT, inDoubt: false });
  });

  it('is said with what is known where Audible does not count', () => {
    expect(verdictOf(store({ total: null }))?.words).toBe('1,357 titles verified');
  });

  it('is not known before the first sync has ended', () => {
    expect(verdictOf(store({ verifiedAt: null, lastSyncStatus: null, sync: sync('RUNNING') }))).toBeUndefined();
  });

  it.each<[Partial<AudibleStore>, string]>([
    [
      { sync: sync('PARTIAL', { total: 1357, distinct: 1354 }) },
      '1,354 of 1,357: 3 titles may be missing; nothing was taken for gone.',
    ],
    [
      { sync: sync('PARTIAL', { total: 2, distinct: 1 }) },
      '1 of 2: 1 title may be missing; nothing was taken for gone.',
    ],
    [
      { sync: sync('PARTIAL', { total: 7, distinct: 7 }) },
      'Not all of it may have been seen; nothing was taken for gone.',
    ],
    [{ sync: sync('PARTIAL'), lastError: 'The count changed' }, 'The count changed.'],
    [{ sync: null }, 'Not all of it may have been seen; nothing was taken for gone.'],
  ])('is in doubt after a sync that saw a part: %j is “%s”', (more, words) => {
    expect(verdictOf(store({ lastSyncStatus: 'PARTIAL', ...more }))).toEqual({ words, inDoubt: true });
  });

  it('does not take the numbers of a sync under way for those of the one that saw a part', () => {
    const running = sync('RUNNING', { total: 1357, distinct: 3 });
    expect(verdictOf(store({ lastSyncStatus: 'PARTIAL', sync: running }))?.words).not.toContain('1,354 titles');
  });

  it.each<[Partial<AudibleStore>, string]>([
    [{ lastSyncStatus: 'HELD', lastError: 'Audible shows an empty library' }, 'Audible shows an empty library.'],
    [{ lastSyncStatus: 'HELD' }, 'Audible shows far less than before; nothing was taken for gone.'],
    [{ lastSyncStatus: 'FAILED' }, 'The last sync did not come to its end; nothing was taken for gone.'],
    [{ lastSyncStatus: 'FAILED', lastError: 'No answer in time.' }, 'No answer in time.'],
  ])('is in doubt: %j is “%s”', (more, words) => {
    expect(verdictOf(store(more))).toEqual({ words, inDoubt: true });
  });
});

describe('how a store stands', () => {
  it.each<[Partial<AudibleStore>, string]>([
    [{}, 'Up to date'],
    [{ sync: sync('RUNNING') }, 'Syncing'],
    [{ sync: sync('RUNNING'), waitsUntil: AT }, 'Waits for Audible'],
    [{ sync: null, lastSyncStatus: null }, 'Not synced yet'],
    [{ lastSyncStatus: 'PARTIAL' }, 'Incomplete'],
    [{ lastSyncStatus: 'HELD' }, 'In doubt'],
    [{ lastSyncStatus: 'FAILED' }, 'Last sync failed'],
  ])('with %j is “%s”', (more, label) => {
    expect(storeStanding('OK', store(more)).label).toBe(label);
  });

  it('is not synced while nobody is signed in', () => {
    const labels = AUDIBLE_STATES.map((state) => storeStanding(state, store({ sync: sync('RUNNING') })).label);
    expect(labels).toEqual(['Syncing', 'Not synced', 'Syncing', 'Not synced']);
  });
});

describe('what of a store is in the library', () => {
  it.each([
    [1, 0, '1 book'],
    [1346, 3, '1,346 books, 3 of them gone from Audible'],
  ])('%i titles, %i of them gone, is “%s”', (titleCount, removedCount, words) => {
    expect(bookCountWords({ titleCount, removedCount })).toBe(words);
  });
});
