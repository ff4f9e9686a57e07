import { normalText } from '../matching/normal-text.js';
import { isArticle } from '../titles.js';

/** Numbers that are written as words or as digits: "Twenty Thousand Leagues", "20,000 Leagues". */
const NUMBER_WORDS = new Map<string, string>();
const inOrder = (words: string, numberOf: (at: number) => number) =>
  words.split(' ').forEach((word, at) => NUMBER_WORDS.set(word, String(numberOf(at))));
inOrder('zero one two three four five six seven eight nine ten eleven twelve', (at) => at);
inOrder('first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth', (at) => at + 1);
inOrder('twenty thirty forty fifty sixty seventy eighty ninety', (at) => (at + 2) * 10);
/** Ways to write one word, each brought to one form that need not be a word itself. */
const SPELLINGS: readonly [RegExp, string][] = [
  [/\bone hundred\b/g, '100'],
  [/ thousand\b/g, ' 000'],
  [/our(?=s?\b|[a-z])/g, 'or'],
  [/tre\b/g, 'ter'],
  [/is(?=(?:e|ed|es|ing|ation)\b)/g, 'iz'],
  [/\bgrey/g, 'gray'],
  [/ph/g, 'f'],
  // "Goetter" and "Götter", of which the accent is gone already.
  [/([aou])e/g, '$1'],
  [/([a-z])\1/g, '$1'],
];

/**
 * A title, or a part of one, as it is compared: without case, accents, punctuation and a leading article, and with
 * spellings that differ between countries and keyboards made one ("Colour", "Götter", "Two"). Empty for no letters.
 */
export function titleKey(text: string): string {
  const [first = '', ...others] = normalText(text).split(' ');
  const words = others.length > 0 && isArticle(first) ? others : [first, ...others];
  const numbered = words.map((word) => (words.length > 1 ? (NUMBER_WORDS.get(word) ?? word) : word)).join(' ');
  return SPELLINGS.reduce((key, [written, one]) => key.replace(written, one), numbered)
    .replace(/[^\p{L}\p{N}\p{M} ]/gu, '')
    .trim();
}

/** The letters of a key alone: "catch 22" and "catch22" are one. */
export const lettersOf = (key: string) => key.replaceAll(' ', '');
