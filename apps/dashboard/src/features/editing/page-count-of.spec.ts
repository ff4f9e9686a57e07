import type { Change, SourceList } from '@octavo/contracts';
import { pageCountOf } from './page-count-of.js';

const at = '2026-01-02T03:04:05.000Z';
const change = (after: unknown, field = 'pageCount') => ({ field, after }) as Change;
const fromFile = { provenance: { pageCount: { source: 'file', provider: null, at, locked: false } as const } };
const file: SourceList['items'] = [
  { source: 'filepath', provider: null, name: 'emma.epub', url: null, values: { title: 'emma' } },
  { source: 'file', provider: null, name: 'emma.epub', url: null, values: { pageCount: 320 } },
];

describe('the number of pages', () => {
  it('is what the last change made of it', () => {
    expect(pageCountOf(fromFile, [change('x', 'title'), change(474), change(12)], file)).toBe(474);
    expect(pageCountOf(fromFile, [change(null), change(12)], file)).toBeNull();
  });

  it('is what its source says before the first change', () => {
    expect(pageCountOf(fromFile, [], file)).toBe(320);
    expect(pageCountOf(fromFile, [], [])).toBeNull();
    expect(pageCountOf({ provenance: {} }, [], file)).toBeNull();
  });
});
