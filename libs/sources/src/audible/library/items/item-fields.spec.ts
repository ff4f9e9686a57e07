import { SEED_GROUPS } from '../query.js';
import { readTold as read } from '../testing/read.js';
import { itemContext } from './read-item.js';

describe('each field', () => {
  it.each([
    [612, 612],
    ['612', 612],
    [' 612 ', 612],
    [612.4, 612],
    ['611.6', 612],
    [0, 0],
    [null, undefined],
    ['', undefined],
    [true, undefined],
    ['abc', undefined],
    [-5, undefined],
    ['-5', undefined],
    [NaN, undefined],
    [1e12, undefined],
    [[612], undefined],
    ['6e2', undefined],
  ])('reads the runtime %j as %j', (told, runtime) =>
    expect(read({ runtime_length_min: told }).runtimeMin).toBe(runtime),
  );

  it.each<[unknown, string | null, number | null]>([
    ['3', '3', 3],
    ['2.5', '2.5', 2.5],
    ['.5', '.5', 0.5],
    ['1-3', '1-3', 1],
    ['1-6', '1-6', 1],
    ['1, 2', '1, 2', 1],
    ['Book 1', 'Book 1', 1],
    ['Vol.5', 'Vol.5', 5],
    ['2, Dramatized Adaptation', '2, Dramatized Adaptation', 2],
    ['ファーストシーズン : 1', 'ファーストシーズン : 1', 1],
    ['第２巻', '第２巻', 2],
    ['', null, null],
    [' ', null, null],
    [null, null, null],
    [4, '4', 4],
    ['Prequel', 'Prequel', null],
    [{}, null, null],
    [NaN, null, null],
  ])('reads the place %j', (told, sequence, sortKey) =>
    expect(read({ series: [{ title: 'S', sequence: told }] }).series).toEqual([
      { asin: null, title: 'S', sequence, sortKey, url: null },
    ]),
  );

  it('says of a series that is gone that it is gone, and of one not told nothing', () => {
    expect([read({ series: [] }).series, read({ series: null }).series, read({}).series]).toEqual([[], [], []]);
    const without = itemContext('product_desc');
    expect([read({ series: null }, without).series, read({}, without).series]).toEqual([undefined, undefined]);
    expect(read({ series: [null, { title: ' ' }, 7] }).series).toBeUndefined();
    expect([read({ subtitle: null }).subtitle, read({ subtitle: null }, itemContext('series')).subtitle]).toEqual([
      null,
      undefined,
    ]);
    expect([
      read({ percent_complete: null }).percentComplete,
      read({}, itemContext(SEED_GROUPS)).percentComplete,
    ]).toEqual([null, undefined]);
  });

  it('keeps all series, the main one first', () => {
    const titles = (publication_name: unknown) =>
      read({ publication_name, series: [{ title: 'A' }, { title: 'Bé' }, { title: 'C' }] }).series?.map(
        ({ title }) => title,
      );
    expect([titles('BE\u0301'), titles(null), titles('Z')]).toEqual([
      ['Bé', 'A', 'C'],
      ['A', 'Bé', 'C'],
      ['A', 'Bé', 'C'],
    ]);
    expect(
      read({
        series: [
          { title: 'A', url: '//evil.test' },
          { title: 'B', url: 'https://evil.test' },
        ],
      }).series?.map(({ url }) => url),
    ).toEqual([null, null]);
  });

  it.each<[unknown, unknown]>([
    [[{ name: 'A', asin: ' ' }, 'B', null, { name: '' }, { name: 7 }], [{ name: 'A', asin: null }]],
    [[], []],
    [null, undefined],
    ['A & B', undefined],
    [[null], undefined],
    [{ name: 'A' }, undefined],
  ])('reads the people %j', (told, people) => {
    expect([read({ authors: told }).authors, read({ narrators: told }).narrators]).toEqual([people, people]);
  });

  it.each<[unknown, unknown]>([
    ['https://m.media-amazon.com/a.jpg', { 500: 'https://m.media-amazon.com/a.jpg' }],
    [
      { 900: 'http://images-na.ssl-images-amazon.com/b.jpg', x: 'https://m.media-amazon.com/c.jpg', 500: null },
      { 900: 'https://images-na.ssl-images-amazon.com/b.jpg' },
    ],
    [{ 500: 'https://media-amazon.com.evil.test/a.jpg' }, undefined],
    [{ 500: 'https://evilmedia-amazon.com/a.jpg' }, undefined],
    [{ 500: 'https://u:p@m.media-amazon.com/a.jpg' }, undefined],
    [{ 500: 'https://m.media-amazon.com:8443/a.jpg' }, undefined],
    [{ 500: 'file:///m.media-amazon.com' }, undefined],
    [{}, undefined],
    [null, undefined],
    [[], undefined],
    [7, undefined],
  ])('reads the pictures %j', (told, covers) => expect(read({ product_images: told }).covers).toEqual(covers));

  it.each<[unknown, unknown, string | undefined]>([
    ['2023-07-07T07:07:07.7Z', null, '2023-07-07T07:07:07.700Z'],
    ['2023-07-07 07:07:07.12345', null, '2023-07-07T07:07:07.123Z'],
    ['2023-07-07T07:07:07+02:00', null, '2023-07-07T05:07:07.000Z'],
    ['1970-01-01T00:00:00.000Z', '2020-02-02T02:02:02Z', '2020-02-02T02:02:02.000Z'],
    [null, '2020-02-02T02:02:02Z', '2020-02-02T02:02:02.000Z'],
    ['2023-02-30T00:00:00Z', null, undefined],
    ['soon', null, undefined],
  ])('was bought at %j, added at %j', (purchase_date, date_added, at) => {
    const item = read({ purchase_date, library_status: { date_added } });
    expect(item.purchasedAt).toBe(at);
    expect(item.purchasedRaw).toBe(typeof purchase_date === 'string' ? purchase_date : undefined);
  });
});
