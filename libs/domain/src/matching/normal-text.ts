import { asTyped } from '../search-text.js';

/** Longer texts are cut, so that comparing two takes no time to speak of. In UTF-16 units. */
export const MAX_LENGTH = 300;

const APOSTROPHES = /['’‘‛ʼʻ`´＇]/g;
/**
 * Accents and points of the scripts in which a word stays the same without them. Marks of others are letters: taking
 * them from Hindi, Thai or kana makes other words.
 */
const ACCENTED = [
  '\\u0300-\\u036f',
  '\\u0483-\\u0487',
  '\\u0591-\\u05bd',
  '\\u05bf',
  '\\u05c1',
  '\\u05c2',
  '\\u05c4',
  '\\u05c5',
  '\\u05c7',
  '\\u064b-\\u065f',
  '\\u0670',
  '\\u1ab0-\\u1aff',
  '\\u1dc0-\\u1dff',
  '\\u20d0-\\u20f0',
];
const ACCENTS = new RegExp(ACCENTED.map((range) => `[${range}]`).join('|'), 'g');
/** Letters that are written one for the other, and the stroke that only widens an Arabic word. */
const VARIANTS: Record<string, string> = { ى: 'ي', ی: 'ي', ة: 'ه', ک: 'ك', ـ: '', ς: 'σ' };
/** Signs that tell apart what would be the same letter without them. */
const SIGNS: readonly [RegExp, string][] = [
  [/&/g, ' and '],
  [/\+\+/g, 'plusplus '],
  [/(?<=[a-z])#/gi, 'sharp '],
];

/**
 * Text as titles and names are compared: letters and digits of every script in lower case, single spaces, without accents
 * and apostrophes, "&" as "and". What has no letters is left as it is ("?!"). At most `MAX_LENGTH` long.
 */
export function normalText(text: string): string {
  let plain = text.slice(0, MAX_LENGTH).replace(APOSTROPHES, '');
  for (const [sign, word] of SIGNS) plain = plain.replace(sign, word);
  const letters = asTyped(plain.normalize('NFKD').replace(ACCENTS, '').toLowerCase())
    .replace(/[ىیةکـς]/g, (letter) => VARIANTS[letter] ?? letter)
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    .trim()
    .normalize('NFC')
    .slice(0, MAX_LENGTH)
    .trimEnd();
  return letters === '' ? text.slice(0, MAX_LENGTH).normalize('NFC').toLowerCase().trim() : letters;
}
