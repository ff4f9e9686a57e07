import { anItem, type AudibleItem } from './an-item.js';
import { EPISODE, PARTS_BOOK, PLUS_TITLE, PODCAST, PRE_ORDER } from './kinds-of-items.js';

/** Places in a series as they are really told, and a number, an empty one and none. */
export const IRREGULAR_SEQUENCES: readonly unknown[] = [
  ...['1-3', '2.5', '.5', 'Book 1', '', null, 4, '2, Dramatized Adaptation', 'ファーストシーズン : 1', '1, 2'],
];

type Fields = Readonly<Record<string, unknown>>;

/** What is odd about a title otherwise in order. */
const ODDITIES = {
  nullPeople: { authors: null, narrators: null },
  emptyPeople: { authors: [], narrators: [] },
  blankPeople: { authors: [null, { name: '' }, { asin: null, name: '   ' }], narrators: ['A plain text'] },
  spacedPeople: { authors: [{ asin: null, name: ' J. P. Serrano ' }, { name: 'Ada Quist' }] },
  peopleAsText: { authors: 'Mira Holt', narrators: 7 },
  seriesWithoutTitle: { series: [{ asin: 'B0SERIES04', title: null, sequence: 'Book 1' }] },
  seriesOfNothing: { series: [null, 'Saga', { asin: null, title: ' ', sequence: '1' }] },
  seriesAsObject: { series: { title: 'Saga' } },
  twoSeries: {
    series: [
      { asin: 'B0SERIES02', title: 'Orchard Universe', sequence: '', url: null },
      { asin: 'B0SERIES01', title: 'Orchard Saga', sequence: '2.5', url: '/pd/Orchard-Saga-Audiobook/B0SERIES01' },
    ],
    publication_name: 'Orchard Saga',
  },
  noImages: { product_images: {} },
  nullImages: { product_images: null },
  imageAsText: { product_images: 'https://m.media-amazon.com/images/I/51ABCDEFGHL._SL500_.jpg' },
  insecureImages: {
    product_images: { '500': 'http://m.media-amazon.com/images/I/51ABCDEFGHL._SL500_.jpg', '1215': 7 },
  },
  nullLibraryStatus: { library_status: null, purchase_date: null },
  epochPurchase: { purchase_date: '1970-01-01T00:00:00Z' },
  datesOfNothing: { release_date: '0000-00-00', issue_date: 20240305, purchase_date: 'soon' },
  nullLadder: { category_ladders: [{ root: 'Genres', ladder: null }, null, { root: 'Genres', ladder: [null] }] },
  nullLadders: { category_ladders: null },
  unknownKeys: { badges: [], vvab: { new: true }, constructor: 'no', __meta: [[]] },
  hugeDescription: { publisher_summary: `<p>${'Nobody goes there any more. '.repeat(7_400)}</p>` },
  strangeLetters: { title: 'Żółć 🦉 \u202eשלום\u202c e\u0301', subtitle: 'One\u0000two\u0007three\ufeff' },
  loneSurrogate: { title: 'Half an owl \ud83e', subtitle: '\udd89' },
  markupTitle: { title: '<script>alert(1)</script>', subtitle: '../../etc/passwd' },
  oddRating: { rating: { num_reviews: null, overall_distribution: { average_rating: 'NaN' } } },
  oddPlans: { is_ayce: true, plans: [null, { plan_name: 'Free Tier', end_date: '9999-12-31T23:59:59.99999Z' }] },
  oddPercent: { percent_complete: '41.7', is_finished: 'yes', listening_status: [] },
  runtimeText: { runtime_length_min: '612' },
  runtimeSpaced: { runtime_length_min: ' 612 ' },
  runtimeFraction: { runtime_length_min: 612.4 },
  runtimeNull: { runtime_length_min: null },
  runtimeEmpty: { runtime_length_min: '' },
  runtimeTrue: { runtime_length_min: true },
  runtimeWord: { runtime_length_min: 'abc' },
  runtimeNegative: { runtime_length_min: -5 },
  partsBook: PARTS_BOOK,
  podcast: PODCAST,
  podcastEpisode: EPISODE,
  untitledEpisode: { ...EPISODE, title: null },
  preOrder: PRE_ORDER,
  plusTitle: PLUS_TITLE,
  plusLeftover: { ...PLUS_TITLE, content_type: null, customer_rights: { is_consumable: false } },
  pdfAlone: { pdf_url: 'https://example.org/extra.pdf', is_pdf_url_available: null },
  isbnNumber: { asin: '0063000001' },
  lowerCaseNumber: { asin: ' b0lowercs1 ' },
  duplicate: { asin: 'B0ODDTWICE', title: 'Twice, the first' },
  duplicateAgain: { asin: 'B0ODDTWICE', title: 'Twice, the second' },
} satisfies Record<string, Fields>;

const HOLLOW = { purchase_date: '2019-01-01T00:00:00.000Z', status: 'Active', sku_lite: 'BK_HOLLOW_1' };
const GONE = { title: 'Sent Back', purchase_date: '2020-02-02T02:02:02.222Z', status: 'Revoked' };

/** What is no title at all, or next to nothing of one; none of them knows its own number but for the first two. */
const WRECKS = {
  hollow: (asin: string) => ({ asin, ...HOLLOW }),
  revoked: (asin: string) => ({ asin, ...GONE }),
  nothing: () => null,
  plainText: () => 'B0ODDTEXT1',
  number: () => 42,
  list: () => [],
  emptyItem: () => ({}),
  withoutAsin: () => ({ title: 'No identity at all' }),
  nullAsin: () => ({ ...anItem(), asin: null }),
  numberAsin: () => ({ ...anItem(), asin: 63000001 }),
  longAsin: () => ({ ...anItem(), asin: 'B0ODDLONG11' }),
} satisfies Record<string, (asin: string) => unknown>;

export type IrregularName = keyof typeof ODDITIES | keyof typeof WRECKS;

const NAMES = [...Object.keys(ODDITIES), ...Object.keys(WRECKS)] as IrregularName[];

/** A title that is odd in one way; `fields` are told in other words. What is no object stays as it is. */
export function irregularItem(name: IrregularName, fields: Fields = {}): unknown {
  const asin = asinOf(NAMES.indexOf(name));
  if (Object.hasOwn(ODDITIES, name)) return oddItem({ asin, ...ODDITIES[name as keyof typeof ODDITIES], ...fields });
  const wreck = WRECKS[name as keyof typeof WRECKS](asin);
  return isObject(wreck) ? { ...wreck, ...fields } : wreck;
}

/** One of each, by name; and one for each of IRREGULAR_SEQUENCES, as "sequence 1-3". */
export function irregularItems(): Readonly<Record<IrregularName | `sequence ${string}`, unknown>> {
  const named = NAMES.map((name) => [name, irregularItem(name)]);
  const placed = IRREGULAR_SEQUENCES.map((sequence, at) => {
    const series = [{ asin: 'B0SERIES01', title: 'Orchard Saga', sequence, url: null }];
    const item = oddItem({ asin: asinOf(500 + at), series, publication_name: 'Orchard Saga' });
    return [`sequence ${String(sequence)}`, item];
  });
  return Object.fromEntries([...named, ...placed]) as Record<IrregularName, unknown>;
}

const oddItem = (fields: Fields): AudibleItem => anItem(fields);

const asinOf = (number: number) => `B0ODD${number.toString().padStart(5, '0')}`;

const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
