import type { Manners } from '../../manners.js';
import { ENGLISH } from './english.js';
import { GERMAN } from './german.js';
import { JAPANESE } from './japanese.js';
import type { ShopWords } from './shop-words.js';

const SHOPS: Readonly<Record<NonNullable<Manners['market']>, ShopWords>> = {
  com: ENGLISH,
  de: GERMAN,
  'co.jp': JAPANESE,
};

/** The words of the shop that the manners name; the American one's unless set. */
export function wordsOf({ market = 'com' }: Manners): ShopWords {
  return SHOPS[market];
}
