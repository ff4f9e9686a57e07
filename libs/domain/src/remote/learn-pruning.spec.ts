import fc from 'fast-check';
import { foldersAbove } from '../paths.js';
import { type FullWalk, learnPruning, mayPrune, NOTHING_LEARNED } from './learn-pruning.js';

const START = Date.parse('2026-11-01T03:00:00Z');
const HOUR = 3_600_000;
const onDay = (day: number, hours = 0) => new Date(START + day * 24 * HOUR + hours * HOUR);
const walk = (day: number, etags: Record<string, boolean | null>, changedPaths: string[] = []): FullWalk => ({
  at: onDay(day),
  folders: Object.entries(etags).map(([path, etagChanged]) => ({ path, etagChanged })),
  changedPaths,
});
const learned = (...walks: FullWalk[]) => walks.reduce(learnPruning, NOTHING_LEARNED);
const QUIET = { '': false, a: false, 'a/b': false, c: false };
const quiet = (day: number) => walk(day, QUIET);
const told = (day: number) => walk(day, { ...QUIET, '': true, a: true }, ['a/1.epub']);
const broken = (day: number) => walk(day, { ...QUIET, a: true }, ['a/1.epub']);

describe('leave to pass over folders', () => {
  it('is earned by three full walks with a change that all folders above it told of', () => {
    expect(mayPrune(learned(quiet(0), told(1), quiet(2)), onDay(2))).toBe(true);
    expect(mayPrune(learned(told(0), told(1)), onDay(1))).toBe(false);
    expect(mayPrune(learned(quiet(0), quiet(1), quiet(2)), onDay(2))).toBe(false);
    expect(mayPrune(NOTHING_LEARNED, onDay(0))).toBe(false);
  });

  it('goes a day after the last full walk, and comes back with the next', () => {
    const state = learned(told(0), quiet(1), quiet(2));
    expect(mayPrune(state, onDay(2, 23.9))).toBe(true);
    expect(mayPrune(state, onDay(2, 24))).toBe(false);
    expect(mayPrune(learnPruning(state, quiet(4)), onDay(4, 1))).toBe(true);
  });

  it.each<[string, FullWalk]>([
    ['the base', walk(3, { '': false, a: true, 'a/b': true }, ['a/b/1.epub'])],
    ['a folder between', walk(3, { '': true, a: false, 'a/b': true }, ['a/b/1.epub'])],
    ['its own folder', walk(3, { '': true, a: true, 'a/b': false }, ['a/b/1.epub'])],
    ['the base, of what lies in it', walk(3, QUIET, ['1.epub'])],
    ['the base, of a folder that is gone', walk(3, { '': false }, ['x/y/1.epub'])],
    [
      'one folder, though another told of its change',
      walk(3, { ...QUIET, '': true, c: true }, ['c/1.epub', 'a/1.epub']),
    ],
  ])('is lost for 30 days when a change is kept by %s', (_, violation) => {
    let state = learned(told(0), told(1), told(2), violation);
    expect(state).toEqual({ walks: 0, changesSeen: 0, violationAt: onDay(3), lastFullWalkAt: onDay(3) });
    for (let day = 4; day < 33; day += 1) {
      state = learnPruning(state, told(day));
      expect(mayPrune(state, onDay(day))).toBe(false);
    }
    expect(mayPrune(state, onDay(32, 23.9))).toBe(false);
    expect(mayPrune(learnPruning(state, quiet(33)), onDay(33))).toBe(true);
  });

  it('is to be earned anew after a violation', () => {
    const after = learned(told(0), told(1), told(2), broken(3), told(40), quiet(41));
    expect(mayPrune(after, onDay(41))).toBe(false);
    expect(mayPrune(learnPruning(after, quiet(42)), onDay(42))).toBe(true);
  });

  it.each<[string, Record<string, boolean | null>, string[]]>([
    ['no folder has an etag', { '': null, a: null }, ['a/1.epub']],
    ['the base has none', { '': null, a: true }, ['a/1.epub']],
    ['the folder of a change has none', { '': true, a: null, c: false }, ['a/1.epub']],
    ['the folder of a change is not there', { '': true, c: false }, ['a/1.epub']],
    ['all that changes lies in the base', { '': true, a: false }, ['1.epub']],
  ])('is never earned where %s', (_, etags, paths) => {
    const days = Array.from({ length: 60 }, (_, day) => day);
    expect(mayPrune(learned(...days.map((day) => walk(day, etags, paths))), onDay(59))).toBe(false);
  });

  it('does not count walks that could compare nothing', () => {
    expect(learned(walk(0, { '': null, a: null }))).toMatchObject({ walks: 0, lastFullWalkAt: onDay(0) });
  });

  const path = fc.array(fc.constantFrom('a', 'b'), { maxLength: 4 }).map((names) => [...names, '1.epub'].join('/'));
  const changes = fc.array(path, { maxLength: 4 });
  const FOLDERS = [
    ...new Set(['a', 'b'].flatMap((top) => ['a', 'b'].map((low) => `${top}/${low}/x`)).flatMap(foldersAbove)),
  ];
  const walkOf = (day: number, paths: string[], tells: (folder: string, path: string) => boolean) =>
    walk(
      day,
      Object.fromEntries(FOLDERS.map((folder) => [folder, paths.some((one) => tells(folder, one))])),
      paths.filter((one) => FOLDERS.includes(foldersAbove(one)[0]!)),
    );

  it('is never lost with a server that passes every change on', () => {
    fc.assert(
      fc.property(fc.array(changes, { minLength: 3, maxLength: 10 }), (days) => {
        const walks = days.map((paths, day) => walkOf(day, paths, (folder, one) => foldersAbove(one).includes(folder)));
        const state = learned(...walks);
        expect(state).toMatchObject({ violationAt: null, walks: walks.length });
        const isProved = walks.some(({ changedPaths }) => changedPaths.some((one) => one.includes('/')));
        expect(mayPrune(state, onDay(days.length - 1))).toBe(isProved);
      }),
    );
  });

  it('is never earned with a server whose folders tell only of what is put into them', () => {
    fc.assert(
      fc.property(fc.array(path, { minLength: 3, maxLength: 10 }), (days) => {
        const walks = days.map((one, day) => walkOf(day, [one], (folder) => folder === foldersAbove(one)[0]));
        expect(mayPrune(learned(...walks), onDay(days.length - 1))).toBe(false);
      }),
    );
  });
});
