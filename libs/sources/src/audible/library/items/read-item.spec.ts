import { RECOMMENDED_GROUPS } from '../query.js';
import { readTold as read } from '../testing/read.js';
import { itemContext, readItem } from './read-item.js';

const ALL = itemContext(RECOMMENDED_GROUPS);

describe('the page with all irregularities', () => {
  it('reads a full item', () => {
    const item = read({
      asin: ' b0quay0001 ',
      title: 'The Quay of Lanterns',
      subtitle: 'Harbour Cycle, Book 2.5',
      authors: [
        { asin: 'B00WRITER1', name: 'Ines Marlow' },
        { asin: null, name: ' K. L. Duarte ' },
      ],
      narrators: [{ asin: null, name: 'Piet Voss' }],
      series: [
        { asin: 'B0WORLD001', title: 'Harbour World', sequence: '', url: null },
        { asin: 'B0CYCLE001', title: 'Harbour Cycle', sequence: '2.5', url: '/pd/Harbour-Cycle-Audiobook/B0CYCLE001' },
      ],
      publication_name: 'Harbour Cycle',
      runtime_length_min: 702,
      release_date: '2023-05-09',
      purchase_date: '2023-05-10T09:08:07.654Z',
      library_status: { date_added: '2023-05-10T09:08:07.654Z', is_pending: null },
      product_images: { 500: 'http://m.media-amazon.com/images/I/41X._SL500_.jpg', 1215: 'https://evil.test/x.jpg' },
      publisher_summary: '<p><b>Fog.</b></p>',
      publisher_name: 'Pier Audio',
      language: 'mandarin_chinese',
      format_type: 'unabridged',
      content_type: 'Product',
      content_delivery_type: 'SinglePartBook',
      has_children: false,
      is_ayce: false,
      is_finished: false,
      percent_complete: 12.5,
      listening_status: {
        is_finished: false,
        percent_complete: 12.5,
        time_remaining_seconds: 36_855,
        finished_at_timestamp: null,
      },
      rating: {
        num_reviews: 3,
        overall_distribution: { average_rating: 4.25, display_average_rating: '4.3', num_ratings: 40 },
      },
      plans: null,
      status: 'Active',
      sku_lite: 'BK_PIER_000001',
      pdf_url: 'http://cdn.test/companion.pdf',
      isbn: '9780441478125',
      is_archived: true,
      origin_asin: 'B0ORIGIN01',
      unheard_of: { a: 1 },
    });
    expect(item).toEqual({
      asin: 'B0QUAY0001',
      hollow: false,
      kind: 'book',
      title: 'The Quay of Lanterns',
      subtitle: 'Harbour Cycle, Book 2.5',
      authors: [
        { asin: 'B00WRITER1', name: 'Ines Marlow' },
        { asin: null, name: 'K. L. Duarte' },
      ],
      narrators: [{ asin: null, name: 'Piet Voss' }],
      series: [
        {
          asin: 'B0CYCLE001',
          title: 'Harbour Cycle',
          sequence: '2.5',
          sortKey: 2.5,
          url: '/pd/Harbour-Cycle-Audiobook/B0CYCLE001',
        },
        { asin: 'B0WORLD001', title: 'Harbour World', sequence: null, sortKey: null, url: null },
      ],
      publicationName: 'Harbour Cycle',
      runtimeMin: 702,
      releaseDate: { raw: '2023-05-09', date: '2023-05-09' },
      purchasedAt: '2023-05-10T09:08:07.654Z',
      purchasedRaw: '2023-05-10T09:08:07.654Z',
      dateAdded: '2023-05-10T09:08:07.654Z',
      status: 'Active',
      covers: { 500: 'https://m.media-amazon.com/images/I/41X._SL500_.jpg' },
      summaryHtml: '<p><b>Fog.</b></p>',
      publisher: 'Pier Audio',
      language: 'mandarin_chinese',
      formatType: 'unabridged',
      contentType: 'Product',
      deliveryType: 'SinglePartBook',
      hasChildren: false,
      isFinished: false,
      percentComplete: 12.5,
      timeRemainingSec: 36_855,
      isAyce: false,
      isLeftover: false,
      originAsin: 'B0ORIGIN01',
      archived: true,
      isbn: '9780441478125',
      skuLite: 'BK_PIER_000001',
      rating: { overall: { average: 4.25, count: 40 }, performance: null, story: null, reviews: 3 },
      pdfUrl: 'https://cdn.test/companion.pdf',
    });
    expect(JSON.parse(JSON.stringify(item))).toEqual(item);
  });

  it('reads one of several parts', () => {
    const part = (asin: string, sort: string) => ({
      asin,
      sort,
      relationship_to_product: 'child',
      relationship_type: 'component',
      sequence: '',
    });
    const item = read({
      asin: '006300000X',
      authors: null,
      narrators: [],
      relationships: [part('B0PART0002', '2'), part('B0PART0001', '1')],
      runtime_length_min: '1980',
      content_delivery_type: 'MultiPartBook',
      library_status: null,
      product_images: {},
    });
    expect(item).toMatchObject({ asin: '006300000X', kind: 'book', runtimeMin: 1980, narrators: [] });
    expect(item.relationships?.map(({ asin, sort }) => [asin, sort])).toEqual([
      ['B0PART0001', 1],
      ['B0PART0002', 2],
    ]);
    expect([item.authors, item.covers]).toEqual([undefined, undefined]);
  });

  it('reads one that was left behind by a membership', () => {
    const item = read({
      is_ayce: true,
      content_type: null,
      content_delivery_type: 'SinglePartBook',
      product_images: null,
      series: [{ asin: 'B0LEFT0001', title: null, sequence: 'Book 1' }],
      plans: [
        { plan_name: 'US Minerva', start_date: '2021-12-12T20:51:00.00051Z', end_date: '2099-12-31T12:00:00.00000Z' },
      ],
    });
    expect(item).toMatchObject({
      isLeftover: true,
      leavingOn: null,
      series: [{ asin: 'B0LEFT0001', title: null, sequence: 'Book 1', sortKey: 1 }],
      plans: [{ name: 'US Minerva', startsAt: '2021-12-12T20:51:00.000Z', endsAt: null, eligible: null }],
    });
  });

  it('reads a podcast', () => {
    const item = read({
      content_type: 'Podcast',
      content_delivery_type: 'PodcastParent',
      episode_count: '148',
      authors: [{ asin: null, name: '' }, null],
    });
    expect([item.kind, item.episodeCount, item.authors]).toEqual(['podcast', 148, undefined]);
  });

  it('takes one without a title for hollow, and a returned one not', () => {
    const bare = {
      title: undefined,
      subtitle: null,
      series: null,
      authors: [],
      sku_lite: 'BK_1',
      purchase_date: '2019-01-01T00:00:00.000Z',
    };
    expect(read({ ...bare, status: 'Active' })).toEqual({
      asin: 'B000000001',
      hollow: true,
      kind: 'book',
      purchasedAt: '2019-01-01T00:00:00.000Z',
      purchasedRaw: '2019-01-01T00:00:00.000Z',
      status: 'Active',
      skuLite: 'BK_1',
    });
    expect(read({ ...bare, status: 'Revoked' }).hollow).toBe(false);
    expect(read(bare, itemContext('product_attrs')).hollow).toBe(false);
    expect(read({ title: '  ' }).hollow).toBe(true);
  });

  it.each([
    [null, 'not_an_object', undefined],
    ['text', 'not_an_object', undefined],
    [7, 'not_an_object', undefined],
    [[], 'not_an_object', undefined],
    [{ title: 'Nobody' }, 'no_asin', undefined],
    [{ asin: null }, 'no_asin', undefined],
    [{ asin: { toString: 'x' } }, 'no_asin', undefined],
    [{ asin: 63_000_001 }, 'bad_asin', '63000001'],
    [{ asin: 'B0000000011' }, 'bad_asin', 'B0000000011'],
    [{ asin: 'B0 0000001' }, 'bad_asin', 'B0 0000001'],
  ])('passes over %j', (raw, reason, asin) =>
    expect(readItem(raw, ALL)).toEqual({ kind: 'malformed', reason, ...(asin && { asin }) }),
  );
});
