import { AUDIBLE_SYNC_STATES, type AudibleTally } from '@octavo/contracts';
import {
  absentWords,
  changedWords,
  effortWords,
  endWords,
  leftOutWords,
  lookProgress,
  outcomeWords,
  tookWords,
} from './look-words.js';

const none: AudibleTally = {
  ...{ mode: 'full', total: null, fetched: 0, distinct: 0, complete: false, created: 0, updated: 0, unchanged: 0 },
  ...{ volatileOnly: 0, revoked: 0, hollow: 0, malformed: 0, absent: 0, leftOut: 0, requests: 0, retries: 0 },
};
const tally = (more: Partial<AudibleTally>): AudibleTally => ({ ...none, ...more });

describe('how far a look has come', () => {
  it.each<[Partial<AudibleTally>, string, number | undefined]>([
    [{}, 'Asking Audible…', undefined],
    [{ mode: 'delta' }, 'Asking what has changed…', undefined],
    [{ distinct: 1000 }, '1,000 titles seen, 0 taken in', undefined],
    [{ total: 0, distinct: 1 }, '1 title seen, 0 taken in', undefined],
    [{ total: 1357, distinct: 1000 }, '1,000 of 1,357 titles seen, 0 taken in', 0],
    [{ total: 1000, distinct: 1000, created: 200, unchanged: 50 }, '1,000 of 1,000 titles seen, 250 taken in', 25],
    [{ total: 2, distinct: 3, created: 9 }, '2 of 2 titles seen, 3 taken in', 100],
    [{ total: 1, distinct: 1, malformed: 1 }, '1 of 1 title seen, 1 taken in', 100],
  ])('%j is “%s”', (more, words, percent) => {
    expect(lookProgress(tally(more))).toEqual({ words, ...(percent !== undefined && { percent }) });
  });

  it('is never more than all of it, nor less than nothing', () => {
    for (const total of [null, 0, 1, 50]) {
      for (const distinct of [0, 1, 50, 60]) {
        const { percent = 0 } = lookProgress(tally({ total, distinct, created: 30, leftOut: 40 }));
        expect(percent).toBeGreaterThanOrEqual(0);
        expect(percent).toBeLessThanOrEqual(100);
      }
    }
  });
});

describe('what a look changed', () => {
  it.each<[Partial<AudibleTally>, string]>([
    [{}, 'nothing new'],
    [{ unchanged: 4, volatileOnly: 2 }, 'nothing new'],
    [{ created: 12, updated: 3, revoked: 1 }, '12 new, 3 changed, 1 gone from Audible'],
    [{ created: 1357 }, '1,357 new'],
  ])('%j is “%s”', (more, words) => {
    expect(changedWords(tally(more))).toBe(words);
  });
});

describe('what a look did not take in', () => {
  it.each<[Partial<AudibleTally>, string | undefined]>([
    [{}, undefined],
    [{ leftOut: 14, malformed: 2 }, '14 podcasts and the like, 2 unreadable'],
    [{ leftOut: 1 }, '1 podcast or the like'],
    [{ hollow: 3 }, '3 without details'],
  ])('%j is “%s”', (more, words) => {
    expect(leftOutWords(tally(more))).toBe(words);
  });

  it('says of what was missed when it counts as gone', () => {
    expect(absentWords(tally({}))).toBeUndefined();
    expect(absentWords(tally({ absent: 1 }))).toMatch(/^1 title was not there\. It counts .* missed it\.$/);
    expect(absentWords(tally({ absent: 2 }))).toMatch(/^2 titles were not there\. They count .* missed them\.$/);
  });
});

describe('a look that is over', () => {
  const error = { code: 'audible.busy', detail: 'Audible wants to be asked less often' };

  it.each<[Parameters<typeof outcomeWords>[0], string]>([
    [{ state: 'RUNNING', tally: none, error: null }, 'Asking Audible…'],
    [{ state: 'FAILED', tally: none, error }, error.detail],
    [{ state: 'COMPLETED', tally: tally({ total: 7, distinct: 7, created: 7 }), error: null }, '7 of 7 titles: 7 new'],
    [{ state: 'COMPLETED', tally: tally({ mode: 'delta', total: 0 }), error: null }, '0 changes: nothing new'],
    [{ state: 'PARTIAL', tally: tally({ distinct: 7 }), error }, '7 titles: nothing new'],
  ])('%j is “%s”', (sync, words) => {
    expect(outcomeWords(sync)).toBe(words);
  });

  it('is told with the time it took, once it has ended', () => {
    const startedAt = '2026-11-22T12:00:00.000Z';
    expect(tookWords({ startedAt, finishedAt: '2026-11-22T12:00:50.000Z' })).toBe('50 seconds');
    expect(tookWords({ startedAt, finishedAt: null })).toBeUndefined();
  });

  it('has a word of its own for every end', () => {
    expect(new Set(AUDIBLE_SYNC_STATES.map((state) => endWords({ state }))).size).toBe(AUDIBLE_SYNC_STATES.length);
  });

  it.each<[Partial<AudibleTally>, string]>([
    [{ distinct: 1357, fetched: 1357, requests: 3 }, 'Everything was asked for: 1,357 titles in 3 requests'],
    [
      { mode: 'delta', distinct: 1, fetched: 3, requests: 1, retries: 2, volatileOnly: 1 },
      'Only what had changed was asked for: 1 title in 1 request, 2 came twice, 1 differed only in how far they were heard or how they are rated, 2 requests had to be repeated',
    ],
  ])('%j took “%s”', (more, words) => {
    expect(effortWords(tally(more))).toBe(words);
  });
});
