import { oneOf, seeded } from '../seeded.js';
import { anItem, type AudibleItem } from './an-item.js';
import { PARTS_BOOK, PLUS_TITLE, PODCAST, PRE_ORDER } from './kinds-of-items.js';

const HOUR = 3_600_000;
const FIRST_BOUGHT = Date.UTC(2010, 0, 1);

/**
 * So many titles, the one bought longest ago first, no two of them at the same moment or of one number: books for the
 * most part, and here and there whatever else is in libraries and quite in order. The same seed makes the same library,
 * and a smaller one is the beginning of a larger.
 */
export function aLibrary(count: number, { seed = 1 }: { seed?: number } = {}): AudibleItem[] {
  return Array.from({ length: count }, (_, at) => itemAt(at, seed));
}

function itemAt(at: number, seed: number): AudibleItem {
  const random = seeded(seed * 1_000_003 + at);
  const bought = new Date(FIRST_BOUGHT + at * 4 * HOUR + Math.floor(random() * HOUR)).toISOString();
  const asin = `B0${(seed % 36).toString(36)}${at.toString(36).padStart(7, '0')}`.toUpperCase();
  const status = { date_added: bought, is_pending: null, is_preordered: null, is_removable: null, is_visible: null };
  const dates = {
    purchase_date: bought,
    library_status: status,
    release_date: bought.slice(0, 10),
    issue_date: bought.slice(0, 10),
  };
  const kind = oneOf(KINDS_OF_ITEMS, random);
  return anItem({ asin, origin_asin: asin, ...dates, ...(kind && kind(random)) }, seed * 1_000_003 + at);
}

type Kind = ((random: () => number) => Readonly<Record<string, unknown>>) | undefined;

/** Out of twenty titles fourteen are plain. */
const KINDS_OF_ITEMS: readonly Kind[] = [
  ...Array.from({ length: 14 }, () => undefined),
  () => ({ series: null, publication_name: null, subtitle: null }),
  (random) => ({
    series: [placeIn('Orchard Saga', random), placeIn('Orchard Universe', random)],
    publication_name: 'Orchard Saga',
  }),
  () => PARTS_BOOK,
  () => PODCAST,
  () => PLUS_TITLE,
  () => PRE_ORDER,
];

function placeIn(title: string, random: () => number) {
  const sequence = oneOf(['1', '2.5', '3', '1-3', '', '12'], random);
  return { asin: `B0${title.length.toString().padStart(2, '0')}SERIES`, title, sequence, url: null };
}
