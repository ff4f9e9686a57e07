import { aLibrary } from './a-library.js';
import { anItem } from './an-item.js';
import { IRREGULAR_SEQUENCES, irregularItem, irregularItems } from './irregular-items.js';

const asinsOf = (items: readonly unknown[]) => items.map((item) => Object(item).asin as unknown);

describe('a title', () => {
  test('is the same for the same words, and says what it is told to', () => {
    expect(anItem()).toEqual(anItem());
    expect(anItem({ title: 'A' })).toMatchObject({ title: 'A', status: 'Active' });
    expect(anItem({ title: 'A' }).asin).not.toBe(anItem({ title: 'B' }).asin);
  });

  test('has a number like real ones, a whole length, and dates that are some', () => {
    for (let seed = 0; seed < 200; seed++) {
      const { asin, runtime_length_min, purchase_date, release_date } = anItem({}, seed);
      expect(asin).toMatch(/^B0[A-Z0-9]{8}$/);
      expect(Number.isInteger(runtime_length_min)).toBe(true);
      expect(new Date(purchase_date as string).toISOString()).toBe(purchase_date);
      expect(release_date).toMatch(/^\d{4}-\d\d-\d\d$/);
    }
  });
});

describe('a library', () => {
  const library = aLibrary(25_000, { seed: 3 });

  test('has no number and no moment twice, in the order they were bought', () => {
    expect(new Set(asinsOf(library)).size).toBe(25_000);
    const moments = library.map(({ purchase_date }) => Date.parse(purchase_date as string));
    expect(moments.every((moment, at) => at === 0 || moment > (moments[at - 1] ?? 0))).toBe(true);
    expect(library.every(({ asin }) => /^B0[A-Z0-9]{8}$/.test(asin))).toBe(true);
  });

  test('begins like a smaller one of the same seed, and unlike one of another', () => {
    expect(aLibrary(50, { seed: 3 })).toEqual(library.slice(0, 50));
    expect(new Set(asinsOf([...aLibrary(50), ...aLibrary(50, { seed: 3 })])).size).toBe(100);
  });

  test('is of many kinds, all of them titled', () => {
    expect(new Set(library.map((item) => item['content_delivery_type']))).toEqual(
      new Set(['SinglePartBook', 'MultiPartBook', 'PodcastParent']),
    );
    expect(library.every(({ title }) => typeof title === 'string' && title !== '')).toBe(true);
    expect(library.some((item) => item['series'] === null)).toBe(true);
  });
});

describe('irregular titles', () => {
  test('are odd as their names say', () => {
    const all = irregularItems();
    expect(all.nullPeople).toMatchObject({ authors: null, narrators: null });
    expect(all.seriesWithoutTitle).toMatchObject({ series: [{ title: null }] });
    expect(all.runtimeText).toMatchObject({ runtime_length_min: '612' });
    expect(all.hollow).not.toHaveProperty('title');
    expect(all.revoked).toMatchObject({ status: 'Revoked' });
    expect(all.plusLeftover).toMatchObject({ content_type: null, is_ayce: true });
    expect([all.nothing, all.plainText, all.withoutAsin]).toEqual([
      null,
      expect.any(String),
      { title: expect.any(String) },
    ]);
    expect(JSON.stringify(all.hugeDescription).length).toBeGreaterThan(200_000);
    expect(asinsOf([all.duplicate])).toEqual(asinsOf([all.duplicateAgain]));
  });

  test('have one of each place in a series', () => {
    const all: Readonly<Record<string, unknown>> = irregularItems();
    for (const sequence of IRREGULAR_SEQUENCES)
      expect(all[`sequence ${String(sequence)}`]).toMatchObject({ series: [{ sequence }] });
  });

  test('have numbers of their own, but for those that are to have none or the same', () => {
    const asins = asinsOf(Object.values(irregularItems())).filter((asin) => typeof asin === 'string');
    expect(asins.length - new Set(asins).size).toBe(1);
  });

  test('can be told in other words, where they are objects', () => {
    expect(irregularItem('hollow', { asin: 'B0OTHER001' })).toMatchObject({ asin: 'B0OTHER001' });
    expect(irregularItem('podcast', { title: 'Mine' })).toMatchObject({ title: 'Mine', content_type: 'Podcast' });
    expect(irregularItem('nothing', { title: 'Mine' })).toBeNull();
  });

  test('go over the wire', () => {
    const sent = JSON.parse(JSON.stringify(Object.values(irregularItems()))) as unknown[];
    expect(sent).toHaveLength(Object.keys(irregularItems()).length);
  });
});
