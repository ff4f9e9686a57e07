import type { Answer, BookQuery, Request } from '../metadata-provider.js';
import { aJsonAnswer, anAnswer } from '../testing/answers.js';
import { expectGoodCandidate, expectGoodHit } from '../testing/clean-candidate.js';
import { providerContract } from '../testing/provider-contract.js';
import { audible } from './audible.js';

const PRODUCT = {
  asin: 'B0TEST0001',
  title: 'The Glass Orchard',
  subtitle: 'Orchard Saga, Book 2.5',
  authors: [{ asin: 'B00AUTH001', name: 'Mira Holt' }, { asin: null, name: ' J. P. Serrano ' }, null, { name: '' }],
  narrators: [{ asin: null, name: 'Tomas Reed' }],
  series: [
    { asin: 'B0SERIES02', title: 'Orchard Universe', sequence: '', url: null },
    { asin: 'B0SERIES01', title: 'Orchard Saga', sequence: '2.5', url: '/pd/x' },
    { asin: 'B0SERIES03', title: null, sequence: '1' },
  ],
  publication_name: 'Orchard Saga',
  runtime_length_min: 612,
  release_date: '2024-03-05',
  product_images: {
    '500': 'https://m.media-amazon.com/images/I/51ABCDEFGHL._SL500_.jpg',
    '1024': 'https://m.media-amazon.com/images/I/51ABCDEFGHL._SL1024_.jpg',
  },
  publisher_summary: '<p><b>Winter comes late.</b></p> <p onclick="x()">And it stays.</p>',
  merchandising_summary: '<p>Winter comes late....</p>',
  publisher_name: 'Example Audio',
  language: 'english',
  format_type: 'unabridged',
  content_type: 'Product',
  content_delivery_type: 'SinglePartBook',
  category_ladders: [
    {
      root: 'Genres',
      ladder: [
        { id: '1', name: 'Fantasy' },
        { id: '2', name: 'Epic' },
      ],
    },
    {
      root: 'Genres',
      ladder: [
        { id: '1', name: 'Fantasy' },
        { id: '3', name: 'Historical' },
      ],
    },
    { root: 'EditorsPicks', ladder: [{ id: '4', name: 'Best of the Year' }] },
    { root: 'Genres', ladder: null },
  ],
  rating: { num_reviews: 12, overall_distribution: { average_rating: 4.6521, num_ratings: 230 } },
};
const QUERY: BookQuery = {
  title: 'The Glass Orchard: A Novel',
  authors: ['Mira Holt'],
  identifiers: [{ scheme: 'asin', value: 'B0TEST0001' }],
  medium: 'audiobook',
};

/** The catalogue with one product. */
function answer({ url }: Request): Answer {
  const isList = new URL(url).pathname.endsWith('/products');
  return aJsonAnswer(isList ? { products: [PRODUCT], total_results: 1 } : { product: PRODUCT }, { url });
}

providerContract(audible, { query: QUERY, answer });

const product = () => audible.byIdentifier(QUERY, {})[0]!;
function found(over: object = {}) {
  const verdict = product().read(aJsonAnswer({ product: { ...PRODUCT, ...over } }));
  if (verdict.kind !== 'found' || Array.isArray(verdict.value)) throw new Error(verdict.kind);
  expectGoodCandidate(verdict.value);
  return verdict.value;
}

describe("a product of Audible's catalogue", () => {
  it('is a candidate', () => {
    expect(found()).toEqual({
      provider: 'audible',
      id: 'B0TEST0001',
      market: 'com',
      url: 'https://www.audible.com/pd/B0TEST0001',
      title: 'The Glass Orchard',
      subtitle: 'Orchard Saga, Book 2.5',
      contributors: [
        { name: 'Mira Holt', role: 'author' },
        { name: 'J. P. Serrano', role: 'author' },
        { name: 'Tomas Reed', role: 'narrator' },
      ],
      series: [{ name: 'Orchard Saga', number: '2.5' }, { name: 'Orchard Universe' }],
      description: '<p><b>Winter comes late.</b></p> <p>And it stays.</p>',
      publisher: 'Example Audio',
      published: { year: 2024, month: 3, day: 5 },
      language: 'en',
      identifiers: [{ scheme: 'asin', value: 'B0TEST0001' }],
      otherEditions: [],
      genres: ['Fantasy'],
      tags: ['Epic', 'Historical'],
      durationSec: 36720,
      abridged: false,
      rating: { value: 4.6521, count: 230, best: 5 },
      form: 'audiobook',
      cover: [
        'https://m.media-amazon.com/images/I/51ABCDEFGHL.jpg',
        'https://m.media-amazon.com/images/I/51ABCDEFGHL._SL1024_.jpg',
        'https://m.media-amazon.com/images/I/51ABCDEFGHL._SL500_.jpg',
      ],
    });
  });

  it('is not there where only its number comes back', () => {
    expect(product().read(aJsonAnswer({ product: { asin: 'B0TEST0001' } }))).toEqual({ kind: 'not-found' });
    expect(product().read(aJsonAnswer({ product: { asin: 'B0TEST0001', title: 'null' } }))).toEqual({
      kind: 'not-found',
    });
  });

  it('may keep its number to itself', () => {
    expect(found({ asin: undefined })).toMatchObject({ id: 'B0TEST0001' });
    expect(found({ asin: 'b0test0009 ' })).toMatchObject({ id: 'B0TEST0009' });
    expect(found({ asin: 7 })).toMatchObject({ id: 'B0TEST0001' });
  });

  it('is known by an ISBN where that is its number', () => {
    expect(found({ asin: '0063000008' })).toMatchObject({
      id: '0063000008',
      identifiers: [{ scheme: 'isbn', value: '9780063000001' }],
    });
  });

  it.each([
    ['3', '3'],
    ['.5', '0.5'],
    ['1-3', '1-3'],
    ['1, 2', '1-2'],
    ['Book 1', '1'],
    ['2, Dramatized Adaptation', '2'],
    ['ファーストシーズン : 1', '1'],
    [4, '4'],
    ['', undefined],
    ['null', undefined],
    [null, undefined],
  ])('has the place %j in its series as %j', (sequence, number) => {
    expect(found({ series: [{ title: 'Saga', sequence }] }).series).toEqual([
      { name: 'Saga', ...(number && { number }) },
    ]);
  });

  it.each([
    ['no pictures', { product_images: {} }, 'cover'],
    ['pictures of strangers', { product_images: { '500': 'https://evil.test/x.jpg' } }, 'cover'],
    [
      'pictures under names of prototypes',
      { product_images: JSON.parse('{"__proto__":"https://m.media-amazon.com/x.jpg"}') },
      'cover',
    ],
    ['no length', { runtime_length_min: null }, 'durationSec'],
    ['a length below nothing', { runtime_length_min: -3 }, 'durationSec'],
    ['a rating nobody gave', { rating: { overall_distribution: { average_rating: 0 } } }, 'rating'],
    ['a language nobody knows', { language: 'klingonese' }, 'language'],
    ['a date that stands for none', { release_date: '2200-01-01' }, 'published'],
    ['a recording of its own', { format_type: 'original_recording' }, 'abridged'],
  ])('loses only one field to %s', (_, over, lost) => {
    const candidate = found(over);
    expect(candidate).not.toHaveProperty(lost);
    expect(candidate).toMatchObject({ title: 'The Glass Orchard', publisher: 'Example Audio' });
  });

  it('bears a single picture, lengths in words and languages of shops', () => {
    const over = {
      product_images: 'http://m.media-amazon.com/images/I/5.jpg',
      runtime_length_min: '1980',
      language: 'mandarin_chinese',
    };
    expect(found(over)).toMatchObject({
      cover: ['https://m.media-amazon.com/images/I/5.jpg'],
      durationSec: 118800,
      language: 'zh',
    });
  });

  it('tells of a description that was cut', () => {
    expect(found({ publisher_summary: null })).toMatchObject({
      description: '<p>Winter comes late....</p>',
      partialDescription: true,
    });
  });
});

describe("a search in Audible's catalogue", () => {
  const search = (products: unknown) => audible.searches(QUERY, {})[0]!.read(aJsonAnswer({ products }));
  function hits(products: unknown) {
    const verdict = search(products);
    if (verdict.kind !== 'found') throw new Error(verdict.kind);
    verdict.value.forEach(expectGoodHit);
    return verdict.value;
  }

  it('asks the shop that is set, for title and author and then for words', () => {
    const asked = audible.searches(QUERY, { market: 'de' }).map(({ request }) => new URL(request.url));
    expect(asked.map(({ host }) => host)).toEqual(['api.audible.de', 'api.audible.de', 'api.audible.de']);
    expect(
      asked.map(({ searchParams }) => ['title', 'author', 'keywords'].map((name) => searchParams.get(name))),
    ).toEqual([
      ['The Glass Orchard: A Novel', 'Mira Holt', null],
      ['The Glass Orchard', 'Mira Holt', null],
      [null, null, 'The Glass Orchard: A Novel Mira Holt'],
    ]);
    expect(new URL(audible.searches(QUERY, { market: 'co.uk' })[0]!.request.url).host).toBe('api.audible.co.uk');
  });

  it('tells all there is, so that nothing more is asked', () => {
    const [hit] = hits([PRODUCT]);
    expect(hit?.candidate).toEqual(found());
    expect(audible.details(hit!, {})).toBeUndefined();
    const bare = { ...hit!, candidate: undefined };
    expect(audible.details(bare, { market: 'de' })?.request.url).toContain(
      'audible.com/1.0/catalog/products/B0TEST0001?',
    );
    expect(audible.details({ ...bare, market: 'fr' }, {})?.request.url).toContain('https://api.audible.fr/1.0/');
  });

  it.each([
    ['PodcastParent', 'Podcast'],
    ['PodcastEpisode', 'Episode'],
    ['PodcastSeason', null],
    ['Periodical', 'Newspaper / Magazine'],
    ['BookSeries', 'Product'],
    [null, 'Show'],
  ])('leaves out what is no book: %s, %s', (delivery, type) => {
    const podcast = { ...PRODUCT, asin: 'B0PODCAST1', content_delivery_type: delivery, content_type: type };
    expect(hits([podcast, PRODUCT]).map(({ id }) => id)).toEqual(['B0TEST0001']);
    expect(search([podcast])).toEqual({ kind: 'not-found' });
  });

  it('loses only the entries that are broken', () => {
    const broken = [null, 3, 'x', [], {}, { title: 'No number' }, { asin: 'B0TEST0002' }, { asin: 'B0', title: 'x' }];
    const lenient = {
      asin: 'B0TEST0003',
      title: 'X',
      authors: 'y',
      series: {},
      category_ladders: 3,
      rating: 'z',
      product_images: 5,
      content_type: [],
    };
    expect(hits([...broken, PRODUCT, lenient, PRODUCT]).map(({ id }) => id)).toEqual(['B0TEST0001', 'B0TEST0003']);
  });

  it('is an outage where something else comes back', () => {
    expect(audible.searches(QUERY, {})[0]!.read(anAnswer('<html>Hello</html>')).kind).toBe('outage');
    expect(search({}).kind).toBe('outage');
    expect(search([])).toEqual({ kind: 'not-found' });
  });
});
