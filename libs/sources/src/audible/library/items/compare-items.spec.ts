import { chance, type Chance } from '../testing/chance.js';
import { canonicalText, digestOf } from './compare-items.js';
import { harmlessJson, harmlessRow } from './harmless.js';

const raw = {
  asin: 'B000000001',
  title: 'Salt Roads',
  authors: [
    { asin: null, name: 'Ines' },
    { asin: 'B00WRITER1', name: 'Piet' },
  ],
  narrators: [{ name: 'Ada' }, { name: 'Bo' }],
  series: [{ title: 'A', sequence: '1' }, { title: 'B', sequence: '2' }, { title: 'C' }],
  relationships: [
    { asin: 'B000000002', sort: '1' },
    { asin: 'B000000003', sort: '2' },
  ],
  category_ladders: [
    { root: 'Genres', ladder: [{ name: 'X' }, { name: 'Y' }] },
    { root: 'Genres', ladder: [{ name: 'Z' }] },
  ],
  thesaurus_subject_keywords: ['a', 'b', 'c'],
  percent_complete: 4,
  is_finished: false,
  is_downloaded: false,
  listening_status: { percent_complete: 4 },
  rating: { num_reviews: 3 },
  plans: null,
};
const both = (value: unknown) => [digestOf(value, 'lasting'), digestOf(value, 'volatile')];

/** The same, with keys and the lists whose order means nothing in another order. */
function shuffled(value: unknown, random: Chance, keepsOrder = false): unknown {
  const mixed = <T>(list: T[]) =>
    list
      .map((one) => ({ one, at: random.below(1000) }))
      .sort((a, b) => a.at - b.at)
      .map(({ one }) => one);
  if (Array.isArray(value)) {
    const entries = value.map((entry) => shuffled(entry, random));
    return keepsOrder ? entries : mixed(entries);
  }
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).map(
    ([key, member]) => [key, shuffled(member, random, ['authors', 'narrators', 'ladder'].includes(key))] as const,
  );
  return Object.fromEntries(mixed(members));
}

describe('whether a title changed', () => {
  it('does not depend on any order that means nothing, nor on nulls', () => {
    for (let seed = 0; seed < 200; seed += 1) expect(both(shuffled(raw, chance(seed)))).toEqual(both(raw));
    expect(both({ ...raw, plans: undefined })).toEqual(both(raw));
  });

  it.each<[string, object]>([
    ['title', { title: 'Salt Ways' }],
    ['order of authors', { authors: raw.authors.toReversed() }],
    ['order of narrators', { narrators: raw.narrators.toReversed() }],
    ['ladder', { category_ladders: [{ root: 'Genres', ladder: [{ name: 'Y' }, { name: 'X' }] }] }],
    ['series', { series: [] }],
    ['unheard of', { badges: ['new'] }],
  ])('shows in the lasting part by its %s', (_, change) => {
    const [lasting, volatile] = both({ ...raw, ...change });
    expect([lasting === both(raw)[0], volatile === both(raw)[1]]).toEqual([false, true]);
  });

  it.each(['percent_complete', 'listening_status', 'is_finished', 'is_downloaded', 'rating'])(
    'shows in the volatile part by %s',
    (key) => {
      const [lasting, volatile] = both({ ...raw, [key]: 'other' });
      expect([lasting === both(raw)[0], volatile === both(raw)[1]]).toEqual([true, false]);
    },
  );

  it('is told of whatever is no item as well', () => {
    for (const odd of [null, undefined, 7, 'x', [], [{}], { ['__proto__']: 1 }])
      expect(canonicalText(odd)).toEqual(expect.any(String));
    expect(canonicalText(JSON.parse('[{"b":1,"a":[2,1]}]'))).toBe('[{"a":[1,2],"b":1}]');
    expect(canonicalText({ a: ['x,y'] })).not.toBe(canonicalText({ a: ['x', 'y'] }));
  });

  it('comes to an end with what is nested beyond reason', () => {
    const deep = JSON.parse('['.repeat(5000) + ']'.repeat(5000)) as unknown;
    expect(canonicalText(deep).length).toBeLessThan(200);
    expect(JSON.stringify(harmlessJson(deep)).length).toBeLessThan(200);
  });
});

it('makes raw JSON fit for a database', () => {
  const kept = harmlessJson(JSON.parse('{"a\\u0000":"x\\u0000\\ud800","__proto__":{"b":[1,null,true]}}')) as object;
  expect(JSON.stringify(kept)).toBe('{"a":"x\ufffd","__proto__":{"b":[1,null,true]}}');
  expect(Object.getPrototypeOf(kept)).toBe(Object.prototype);
});

it('leaves out of a row what is null, which nobody misses', () => {
  const row = { asin: 'B0', isbn: null, series: [null, { title: null, asin: 'B1' }], subtitle: '', is_ayce: false };
  const kept = harmlessRow(row);
  expect(kept).toEqual({ asin: 'B0', series: [null, { asin: 'B1' }], subtitle: '', is_ayce: false });
  expect(canonicalText(kept)).toBe(canonicalText(row));
});
