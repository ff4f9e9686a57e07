import { folderOf, isRecursion, parentOf } from './descent.js';
import { Lanes } from './lanes.js';
import { pauseAfter, REAL_TIME } from '../timing.js';
import { partialReasons, type Listed } from './truncation.js';

const listed = (more: Partial<Listed> = {}): Listed => ({
  count: 3,
  hasSelf: true,
  insufficient: false,
  refused: 0,
  link: undefined,
  ...more,
});

describe('a listing that came to its end', () => {
  it.each<[string, Partial<Listed>, string[]]>([
    ['nothing', {}, []],
    ['that it does not list itself', { hasSelf: false }, ['no_self']],
    ['that the server says so', { insufficient: true }, ['insufficient_storage']],
    ['things it says nothing of', { refused: 1 }, ['items_refused']],
    ['a next page', { link: '</a>; rel="prev", </b>; rel="next"' }, ['more_pages']],
    ['a page that is none', { link: '</next>; rel="stylesheet"' }, []],
    ['a provider that gives so many at most', { count: 750 }, ['page_cap']],
  ])('has against it: %s', (_, more, reasons) => expect(partialReasons(listed(more))).toEqual(reasons));

  it('is doubted where the folder changed and the same round number came', () => {
    const before = { count: 1000, etag: 'a' };
    expect(partialReasons(listed({ count: 1000, etag: 'b' }), before)).toEqual(['suspicious_count']);
    expect(partialReasons(listed({ count: 1000, etag: 'a' }), before)).toEqual([]);
    expect(partialReasons(listed({ count: 1001, etag: 'b' }), { ...before, count: 1001 })).toEqual([]);
    expect(partialReasons(listed({ count: 1000 }), before)).toEqual([]);
    expect(partialReasons(listed({ count: 200, etag: 'b' }), { count: 200, etag: 'a' })).toEqual([]);
  });
});

describe('how many requests are under way', () => {
  it('is halved by trouble, and grows again slowly', () => {
    const lanes = new Lanes(4);
    lanes.noteTrouble({ status: 404, reason: 'not_found' });
    expect(lanes.width).toBe(4);
    lanes.noteTrouble({ status: 429, reason: 'rate_limited' });
    expect(lanes.width).toBe(2);
    lanes.noteTrouble({ status: undefined, reason: 'timeout' });
    lanes.noteTrouble({ status: 503, reason: 'server_error' });
    expect(lanes.width).toBe(1);
    for (let n = 0; n < 49; n += 1) lanes.noteWell();
    expect(lanes.width).toBe(1);
    lanes.noteWell();
    expect(lanes.width).toBe(2);
    for (let n = 0; n < 1000; n += 1) lanes.noteWell();
    expect(lanes.width).toBe(4);
  });

  it.each([
    [0, 1],
    [100, 8],
  ])('is bounded: %s is %s', (asked, width) => expect(new Lanes(asked).width).toBe(width));
});

describe('a pause before another attempt', () => {
  const most = { ...REAL_TIME, random: () => 1 };
  it.each([
    [1, undefined, 500],
    [2, undefined, 2000],
    [3, undefined, 8000],
    [4, undefined, undefined],
    [1, 7, 7000],
    [1, 0, 0],
    [4, 7, undefined],
  ])('after attempt %s, told to wait %s s, is %s ms', (attempt, told, ms) =>
    expect(pauseAfter(attempt, most, told)).toBe(ms),
  );

  it('is shortened by chance', () => expect(pauseAfter(3, { ...most, random: () => 0.25 })).toBe(2000));
});

describe('a folder that holds itself', () => {
  it.each([
    ['a/a/a/a/a/a/a', false],
    ['a/a/a/a/a/a/a/a', true],
    ['x/a/a/a/a/b/a/a/a/a', false],
  ])('is told by its path %s: %s', (key, is) => expect(isRecursion({ key, path: key })).toBe(is));

  it('is told by its id', () => {
    const outer = folderOf({ key: 'a', path: 'a', parent: '', folder: true, fileId: '1' }, { key: '', path: '' });
    const inner = folderOf({ key: 'a/b', path: 'a/b', parent: 'a', folder: true, fileId: '2' }, outer);
    expect(isRecursion(inner)).toBe(false);
    expect(
      isRecursion(folderOf({ key: 'a/b/c', path: 'a/b/c', parent: 'a/b', folder: true, fileId: '1' }, inner)),
    ).toBe(true);
    expect(parentOf(inner)).toEqual(outer);
  });
});
