import { type Change, CHANGE_KINDS } from '@octavo/contracts';
import { changeWords, runWords } from './run-words.js';
import { runsOf } from './runs-of.js';
import { undoWords } from './undo-words.js';

const change = (over: Partial<Change>): Change => ({
  ...{ id: 'c1', runId: 'r1', kind: 'EDIT', by: 'Ada', at: '2026-01-02T03:04:05.000Z', field: 'title' },
  ...{ before: 'Emma', after: 'EMMA', source: 'manual', provider: null, sourceBefore: 'file', undone: false },
  ...over,
});

describe('a history', () => {
  it('is told by what happened at once, the newest first, fields in the order of a book', () => {
    const runs = runsOf([
      change({ id: '1', runId: 'new', field: 'cover' }),
      change({ id: '2', runId: 'new', field: 'publisher', undone: true }),
      change({ id: '3', runId: 'old', kind: 'FILE', by: null, undone: true }),
      change({ id: '4', runId: 'new', field: 'title' }),
    ]);
    expect(runs.map(({ id, isUndone }) => [id, isUndone])).toEqual([
      ['new', false],
      ['old', true],
    ]);
    expect(runs[0]!.changes.map(({ field }) => field)).toEqual(['title', 'publisher', 'cover']);
    expect(runs[1]).toMatchObject({ kind: 'FILE', by: null });
  });

  it.each<[Partial<Change>, string]>([
    [{}, 'Ada edited'],
    [{ by: 'Me' }, 'You edited'],
    [{ kind: 'BULK' }, 'Ada edited this book together with others'],
    [{ kind: 'FILE', by: null }, 'The file changed'],
    [{ kind: 'RESYNC', by: 'Me' }, 'You had the files read anew'],
    [{ kind: 'ENRICHMENT', by: null, provider: 'amazon' }, 'Found at Amazon'],
    [{ kind: 'ENRICHMENT', by: 'Me', provider: 'open-library' }, 'You took it from Open Library'],
    [{ kind: 'UNDO', by: null }, 'Taken back'],
    [{ kind: 'UNDO' }, 'Ada took changes back'],
  ])('%j is “%s”', (over, words) => {
    expect(runWords(runsOf([change(over)])[0]!, 'Me')).toBe(words);
  });

  it('has words for every kind of change', () => {
    for (const kind of CHANGE_KINDS) expect(runWords({ kind, by: null, changes: [] }, undefined)).toBeTruthy();
  });

  it('names every provider that was part of it', () => {
    const changes = ['amazon', 'goodreads', 'amazon'].map((provider) => ({ provider }));
    expect(runWords({ kind: 'ENRICHMENT', by: null, changes }, 'Me')).toBe('Found at Amazon and Goodreads');
  });
});

describe('a change in words', () => {
  it.each<[Partial<Change>, object]>([
    [{}, { before: 'Emma', after: 'EMMA' }],
    [
      { field: 'description', before: null, after: '<p>A <b>b</b></p>' },
      { before: '', after: 'A b' },
    ],
    [
      { before: 'Emma', after: 'Emma' },
      { before: 'Emma', after: 'Emma', remark: 'the same as before, entered by hand' },
    ],
    [
      { after: 'Emma', source: 'enrichment', provider: 'amazon' },
      { before: 'Emma', after: 'Emma', remark: 'the same as before, now from Amazon' },
    ],
    [
      { field: 'cover', before: null, after: 'a1' },
      { before: '', after: 'a cover' },
    ],
    [
      { field: 'cover', before: 'b2', after: 'a1' },
      { before: 'a cover', after: 'another cover' },
    ],
  ])('%j', (over, words) => {
    expect(changeWords(change(over))).toEqual(words);
  });
});

describe('what was taken back', () => {
  const kept = (field: string, reason: 'locked' | 'changed since', bookId = 'a') => ({ bookId, field, reason });

  it.each([
    [{ undone: 1, kept: [] }, 'Taken back: 1 change.'],
    [{ undone: 0, kept: [] }, 'It was taken back already.'],
    [
      { undone: 2, kept: [kept('title', 'locked'), kept('subjects', 'changed since')] },
      'Taken back: 2 changes. Title stays: it is locked. Subjects stays: it was changed again since.',
    ],
    [
      { undone: 0, kept: [kept('title', 'locked'), kept('title', 'locked', 'b'), kept('title', 'changed since', 'c')] },
      'Nothing was taken back. 2 changes stay: they are locked. One stays: it was changed again since.',
    ],
  ])('%j: %s', (answer, words) => {
    expect(undoWords(answer)).toBe(words);
  });
});
