import { cleanedName, type NameParts } from './name-parts.js';
import { editDistance, likeness } from './text-likeness.js';

const ONE_PART = 0.75;
const ANOTHER_SPELLING = 0.88;
/** Below this two words are not two spellings of one. */
const ALIKE = 0.65;
/** "Dostoyevsky" and "Dostoevskij"; of shorter names too many are alike. */
const LONG_ENOUGH = 6;

/**
 * How likely two people are one, by their names, from 0 to 1; at 0.6 it may be and below that it is not believed. Undefined
 * where the names are in different scripts, which says nothing. Symmetric.
 */
export function nameLikeness(a: string, b: string): number | undefined {
  const [first, second] = [cleanedName(a), cleanedName(b)];
  if (first.letters === '' || second.letters === '') return undefined;
  if (first.letters === second.letters) return 1;
  if (!inOneScript(first, second)) return undefined;
  if (sameWords(first.words, second.words)) return 0.95;
  if (first.words.length === 1 || second.words.length === 1) return onePartOf(first, second);
  const byParts = last(first) === last(second) ? byFirstNames(first, second) : undefined;
  return byParts ?? bySpelling(first, second);
}

const last = ({ words }: NameParts) => words.at(-1) ?? '';

function sameWords(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && [...a].sort().join(' ') === [...b].sort().join(' ');
}

/** "Tolkien" and "J. R. R. Tolkien". */
function onePartOf(a: NameParts, b: NameParts): number {
  const [single, full] = a.words.length === 1 ? [a, b] : [b, a];
  const part = single.words[0] ?? '';
  return part.length > 1 && full.words.includes(part) ? ONE_PART : bySpelling(a, b);
}

function byFirstNames(a: NameParts, b: NameParts): number {
  const [first = '', second = ''] = [a.words[0], b.words[0]];
  if (first === second) return first.length > 1 ? 0.95 : 0.9;
  if (initialsAgree(a, b) || initialsAgree(b, a)) return 0.9;
  const shorter = Math.min(first.length, second.length);
  const isShortForm = shorter >= 3 && (first.startsWith(second) || second.startsWith(first));
  if (isShortForm || (shorter >= 3 && likeness(first, second) >= ALIKE)) return 0.85;
  return 0.4;
}

/** "J. Smith" or "JR Smith" for "John Ronald Smith". */
function initialsAgree(short: NameParts, long: NameParts): boolean {
  const [given = '', full = ''] = [short.words[0], long.words[0]];
  if (given.length === 1) return full.startsWith(given);
  const initials = long.words
    .slice(0, -1)
    .map((word) => word[0] ?? '')
    .join('');
  return given.length <= 4 && given === initials;
}

/** One name spelt in two ways, or else next to nothing. */
function bySpelling(a: NameParts, b: NameParts): number {
  const [whole, other] = [a.words.join(' '), b.words.join(' ')];
  const alike = likeness(whole, other);
  if (alike >= ANOTHER_SPELLING) return 0.85;
  const bothAlike = wordsAlike(a.words[0] ?? '', b.words[0] ?? '') && wordsAlike(last(a), last(b), LONG_ENOUGH);
  if (bothAlike && a.words.length > 1 && b.words.length > 1) return 0.6;
  return alike >= 0.5 ? 0.7 * alike : 0;
}

function wordsAlike(a: string, b: string, atLeast = 1): boolean {
  const [shorter, longer] = [Math.min(a.length, b.length), Math.max(a.length, b.length)];
  return shorter >= atLeast && 1 - editDistance(a, b) / longer >= ALIKE;
}

const SCRIPTS = [
  /\p{Script=Latin}/u,
  /\p{Script=Cyrillic}/u,
  /\p{Script=Greek}/u,
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u,
  /\p{Script=Hangul}/u,
  /\p{Script=Arabic}/u,
  /\p{Script=Hebrew}/u,
];

/** True unless both are in scripts we know and have none in common: "Cixin Liu" says nothing about "刘慈欣". */
function inOneScript(a: NameParts, b: NameParts): boolean {
  const scriptsOf = ({ letters }: NameParts) => SCRIPTS.filter((script) => script.test(letters));
  const [first, second] = [scriptsOf(a), scriptsOf(b)];
  return first.length === 0 || second.length === 0 || first.some((script) => second.includes(script));
}
