import { readTold as read } from '../testing/read.js';

describe('kinds, rights and limits', () => {
  it('keeps a date as it is written', () => {
    expect(read({ release_date: '2024-03-05' }).releaseDate).toEqual({ raw: '2024-03-05', date: '2024-03-05' });
    expect(read({ issue_date: '2024-13-05' }).releaseDate).toEqual({ raw: '2024-13-05', date: null });
    expect(read({ publication_datetime: '2024-03-05T23:30:00Z' }).releaseDate?.date).toBe('2024-03-05');
  });

  it.each<[unknown, unknown, string]>([
    ['SinglePartBook', 'Product', 'book'],
    ['MultiPartBook', null, 'book'],
    ['AudioPart', null, 'part'],
    ['PodcastParent', 'Podcast', 'podcast'],
    ['PodcastSeason', null, 'podcast'],
    ['PodcastEpisode', 'Episode', 'episode'],
    ['Periodical', null, 'periodical'],
    ['MultiPartIssue', null, 'periodical'],
    ['BookSeries', null, 'series'],
    ['Bundle', null, 'other'],
    ['Hologram', null, 'other'],
    [null, 'Show', 'podcast'],
    [null, 'Newspaper / Magazine', 'periodical'],
    [null, 'Lecture', 'book'],
    [null, null, 'book'],
    ['SinglePartBook', 'Podcast', 'podcast'],
  ])('is, delivered as %j with %j, a %s', (content_delivery_type, content_type, kind) =>
    expect(read({ content_delivery_type, content_type }).kind).toBe(kind),
  );

  const plan = (end_date: string, customer_eligible: boolean | null = null) => ({
    plan_name: 'P',
    end_date,
    customer_eligible,
  });
  it.each<[object, string | null | undefined]>([
    [{ is_ayce: true }, undefined],
    [{ is_ayce: true, plans: [] }, null],
    [
      { is_ayce: true, plans: [plan('2026-05-05T00:00:00.00000Z'), plan('2026-03-03T00:00:00Z')] },
      '2026-05-05T00:00:00.000Z',
    ],
    [{ is_ayce: true, plans: [plan('2026-05-05T00:00:00Z'), plan('9999-12-31T00:00:00Z')] }, null],
    [
      { is_ayce: true, plans: [plan('2026-05-05T00:00:00Z'), plan('9999-12-31T00:00:00Z', false)] },
      '2026-05-05T00:00:00.000Z',
    ],
    [{ is_ayce: false, plans: [plan('2026-05-05T00:00:00Z')] }, null],
    [
      {
        is_ayce: true,
        customer_rights: { is_consumable_indefinitely: true, is_consumable_until: '2026-01-01T00:00:00Z' },
      },
      null,
    ],
    [
      {
        is_ayce: true,
        customer_rights: { is_consumable_indefinitely: false, is_consumable_until: '2026-01-01T00:00:00Z' },
        plans: [plan('2027-01-01T00:00:00Z')],
      },
      '2026-01-01T00:00:00.000Z',
    ],
  ])('leaves by %j on %j', (fields, on) => expect(read(fields).leavingOn).toBe(on));

  it('makes genres of the tops of ladders and tags of the rest', () => {
    const ladders = [
      { root: 'Genres', ladder: [{ id: '1', name: 'Fiction' }, null, { name: 'Sea' }] },
      { root: 'Sales', ladder: [{ name: 'Cheap' }] },
      null,
      { root: 'Genres', ladder: null },
    ];
    expect(read({ category_ladders: ladders }).categories).toEqual({ genres: ['Fiction'], tags: ['Sea'] });
    expect([read({ category_ladders: null }).categories, read({ category_ladders: [] }).categories]).toEqual([
      undefined,
      { genres: [], tags: [] },
    ]);
  });

  it('makes harmless what a database or a terminal would choke on', () => {
    const item = read({
      title: '\u0000Ze\u0000bra\u001b[31m \ud83e\udd93 \ud800 مرحبا e\u0301\n2',
      publisher_summary: '<p>a\u0000b</p>\n',
      authors: [{ name: 'A\u0000', asin: 'x\u0000' }],
    });
    expect(item.title).toBe('Zebra[31m 🦓 \ufffd مرحبا e\u0301 2');
    expect([item.summaryHtml, item.authors]).toEqual(['<p>ab</p>\n', [{ name: 'A', asin: 'x' }]]);
  });

  it('bounds every text and list', () => {
    const people = Array.from({ length: 100_000 }, () => ({ name: 'x'.repeat(5000) }));
    const item = read({
      title: '🦓'.repeat(50_000),
      publisher_summary: 'x'.repeat(10_000_000),
      authors: people,
      product_images: 'https://m.media-amazon.com/'.padEnd(100_000, 'x'),
    });
    expect([item.title?.length, item.summaryHtml?.length, item.authors?.length, item.covers]).toEqual([
      1000,
      500_000,
      500,
      undefined,
    ]);
    expect(item.title?.isWellFormed()).toBe(true);
    expect(read({ publisher_summary: 'y'.repeat(200_000) }).summaryHtml).toHaveLength(200_000);
  });

  it('throws at nothing', () => {
    const odd = [null, 7, '', 'x', true, [], [null], [[]], {}, { a: { b: [] } }, NaN, '\u0000'];
    const keys = [
      'title',
      'authors',
      'series',
      'relationships',
      'plans',
      'customer_rights',
      'rating',
      'category_ladders',
      'listening_status',
      'library_status',
      'product_images',
      'pdf_url',
      'status',
      'purchase_date',
      'release_date',
      'percent_complete',
      'origin_asin',
      'publication_name',
    ];
    for (const key of keys)
      for (const value of odd) {
        const item = read({ [key]: value });
        expect(JSON.parse(JSON.stringify(item))).toEqual(item);
      }
  });
});
