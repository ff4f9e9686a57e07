import { FIRST_NAMES, KINDS, LAST_NAMES, PLACES, PUBLISHERS, THINGS } from '../../shops/books/invented-words.js';
import { oneOf, seeded } from '../seeded.js';

/** A title as a library or a catalogue tells of it. Any field may hold anything. */
export interface AudibleItem {
  asin: string;
  [field: string]: unknown;
}

const LANGUAGES = ['english', 'german', 'french', 'mandarin_chinese'];
const FORMS = ['unabridged', 'unabridged', 'abridged', 'original_recording'];
const LADDER = [
  { id: '18571910011', name: 'Literature & Fiction' },
  { id: '18571913011', name: 'Adventure' },
];
const FOUR_STARS = starsOf(4);

/** What all regular titles say alike. */
const STEADY = {
  status: 'Active',
  ...{ content_type: 'Product', content_delivery_type: 'SinglePartBook', has_children: false, relationships: null },
  ...{ is_ayce: false, plans: null, origin_type: 'Purchase', origin_marketplace: 'AN7V1F1VY261K' },
  customer_rights: { is_consumable: true, is_consumable_indefinitely: true, is_consumable_offline: true },
  ...{ is_archived: false, is_downloaded: false, is_playable: true, is_visible: true },
  ...{ is_removable: false, is_returnable: true, order_id: null, order_item_id: null, provided_review: null },
  ...{ is_adult_product: false, is_listenable: true, is_buyable: true, is_released: true, is_prereleased: false },
  ...{ pdf_url: null, is_pdf_url_available: false, read_along_support: 'false', sample_url: null, isbn: null },
  category_ladders: [{ root: 'Genres', ladder: LADDER }],
  available_codecs: [{ name: 'aax_44_128', enhanced_codec: 'LC_128_44100_stereo', format: 'Enhanced' }],
  asset_details: [{ name: 'Example', is_spatial: false }],
  content_rating: { steaminess: '0' },
  price: { credit_price: 1, list_price: { base: 36.810001373291016, currency_code: 'EUR', type: 'list' } },
  editorial_reviews: ['<p>Kept me up.</p>'],
  thesaurus_subject_keywords: ['literature-fiction', 'adventure'],
  platinum_keywords: ['Adventure', 'Sea'],
  voice_description: 'narrated',
} as const;

/**
 * A title of which everything is told, and all of it as it should be: a book in one part, bought for good. It is invented
 * from `seed`, or else from what it is to say: the same words make the same title.
 */
export function anItem(fields: Readonly<Record<string, unknown>> = {}, seed = seedOf(fields)): AudibleItem {
  const random = seeded(seed);
  const [kind, thing, place] = [oneOf(KINDS, random), oneOf(THINGS, random), oneOf(PLACES, random)];
  const minutes = 90 + Math.floor(random() * 1500);
  const bought = new Date(Date.UTC(2012, 0, 1) + Math.floor(random() * 4.2e11)).toISOString();
  const percent = Math.round(random() * 1000) / 10;
  const number = numberOf(random);
  return {
    ...STEADY,
    asin: `B0${number}`,
    title: `The ${kind} ${thing} of ${place}`,
    subtitle: `${place} Saga, Book ${1 + Math.floor(random() * 9)}`,
    authors: [{ asin: `B00${number.slice(1)}`, name: personOf(random) }],
    narrators: [{ asin: null, name: personOf(random) }],
    ...textsOf(thing, place, random),
    series: [
      {
        asin: `B0S${number.slice(1)}`,
        title: `${place} Saga`,
        sequence: '2',
        url: `/pd/Saga-Audiobook/B0S${number.slice(1)}`,
      },
    ],
    publication_name: `${place} Saga`,
    publisher_name: oneOf(PUBLISHERS, random),
    ...datesOf(bought),
    ...productOf(number, minutes, random),
    ...progressOf(percent, minutes),
    ...fields,
  };
}

/** The catalogue's product that stands for a series: its volumes are children, in no order, each with its place. */
export function aSeriesProduct(asin: string, title: string, volumes: Readonly<Record<string, string>>): AudibleItem {
  const relationships = Object.entries(volumes).map(([child, sequence], at) => ({
    ...{ asin: child, relationship_to_product: 'child', relationship_type: 'series', sequence },
    ...{ sort: String(at + 1), sku: `BK_SAGA_${at}`, sku_lite: `BK_SAGA_${at}`, url: `/pd/Volume/${child}` },
  }));
  const kind = { content_type: 'Product', content_delivery_type: 'BookSeries', has_children: true };
  return { asin, title, ...kind, relationships: relationships.reverse() };
}

function textsOf(thing: string, place: string, random: () => number) {
  const summary = `<p><b>Nobody goes to ${place} any more.</b></p> <p>Then a ${thing.toLowerCase()} is found there &amp; kept.</p>`;
  return {
    publisher_summary: summary,
    merchandising_summary: `<p>Nobody goes to ${place} any more....</p>`,
    extended_product_description: summary,
    language: oneOf(LANGUAGES, random),
    format_type: oneOf(FORMS, random),
    copyright: `©2015 ${personOf(random)} (P)2016 Example Audio`,
  };
}

function datesOf(bought: string) {
  const released = bought.slice(0, 10);
  return {
    release_date: released,
    issue_date: released,
    publication_datetime: `${released}T08:00:00Z`,
    purchase_date: bought,
    library_status: { date_added: bought, is_pending: null, is_preordered: null, is_removable: null, is_visible: null },
  };
}

function productOf(number: string, minutes: number, random: () => number) {
  const picture = `https://m.media-amazon.com/images/I/51${number}X`;
  const score = 3 + random() * 2;
  return {
    runtime_length_min: minutes,
    product_images: { '500': `${picture}._SL500_.jpg`, '1215': `${picture}._SL1215_.jpg` },
    rating: { num_reviews: 12, overall_distribution: starsOf(score), story_distribution: FOUR_STARS },
    sku: `BK_EXAM_${number}`,
    sku_lite: `BK_EXAM_${number}`,
    origin_asin: `B0${number}`,
  };
}

function progressOf(percent: number, minutes: number) {
  const is_finished = percent > 95;
  const left = Math.round(minutes * 60 * (1 - percent / 100));
  const status = { is_finished, percent_complete: percent, time_remaining_seconds: left, finished_at_timestamp: null };
  return { is_finished, percent_complete: percent, listening_status: status };
}

function starsOf(score: number) {
  const display = { display_average_rating: score.toFixed(1), display_stars: Math.round(score * 2) / 2 };
  return { average_rating: score, ...display, num_ratings: 230, num_five_star_ratings: 150 };
}

const personOf = (random: () => number) => `${oneOf(FIRST_NAMES, random)} ${oneOf(LAST_NAMES, random)}`;

/** Eight characters as they follow "B0". */
function numberOf(random: () => number): string {
  return Math.floor(random() * 36 ** 8)
    .toString(36)
    .toUpperCase()
    .padStart(8, '0');
}

function seedOf(fields: Readonly<Record<string, unknown>>): number {
  return [...JSON.stringify(fields)].reduce((seed, letter) => (Math.imul(seed, 31) + letter.charCodeAt(0)) | 0, 1);
}
