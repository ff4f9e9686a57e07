import { isNameParticle } from '../contributors.js';
import { isArticle } from '../titles.js';
import { namesIn, withoutBrackets, withoutRoleNotes } from './people.js';

/** What no name of a person holds. */
const NOT_IN_NAMES = /[\d!?:"“”„#[\]]|['’]s(?: |$)/;
const FIRST_WORDS_OF_TITLES = new Set(
  'the a an of how my why what when where who i we you your his her our its their this that these no not all if is are on into up about beyond'.split(
    ' ',
  ),
);
const WORDS_OF_TITLES = new Set('of the and for with from to in at by'.split(' '));
const HONORIFICS = new Set('dr dr. prof prof. sir rev rev. saint st st.'.split(' '));
/** How books address their heroes and never their authors: "Mrs Dalloway". Nor do many end like "World War Z". */
const ADDRESSES = new Set('mr mr. mrs mrs. ms ms. miss mister'.split(' '));

/** In characters: a list of people is not longer. */
const MAX_LENGTH = 500;

const ONE_WORD = 0.3;
const TOO_MANY = 0.2;
/** Of two to four capitalised words. */
export const A_NAME = 1;
const A_TOUCH_MORE = 0.5;
/** Of "Last, First", and of a name with an initial: hardly ever anything but a person. */
export const CLEARLY_A_NAME = 1.5;
const SEVERAL = 1.6;
const WITH_ROLE = 2;

/**
 * How much a text looks like the name of a person, or of several: 0 for what cannot be one, 0.3 for a single word,
 * 1 for two to four capitalised words, more for initials, "Last, First", lists and notes such as "(editor)".
 */
export function personScore(text: string): number {
  if (text.length > MAX_LENGTH) return 0;
  const { text: noted, hasNotes } = withoutRoleNotes(text);
  const names = withoutBrackets(noted);
  if (NOT_IN_NAMES.test(noted)) return 0;
  const people = namesIn(names);
  const scores = people.map(({ name }) => nameScore(name));
  const least = Math.min(...scores);
  if (people.length === 0 || least === 0) return 0;
  if (hasNotes) return WITH_ROLE;
  if (people.length > 1) return least >= A_NAME ? SEVERAL : least;
  return people[0]?.sortName === undefined ? least : CLEARLY_A_NAME;
}

/** True for what would be taken for a name by its look: two to four capitalised words, or more than that. */
export function looksLikePerson(text: string): boolean {
  return personScore(text) >= A_NAME;
}

function nameScore(name: string): number {
  if (/^anonym(?:ous)?$/i.test(name)) return A_NAME;
  const words = withoutSuffix(name).split(' ');
  const first = words[0]?.toLowerCase() ?? '';
  if (FIRST_WORDS_OF_TITLES.has(first) || words.some((word) => !fitsName(word))) return 0;
  if (isArticle(first)) return isNameParticle(first) ? ONE_WORD : 0;
  const count = words.filter((word) => !isNameParticle(word)).length;
  const base = count === 1 ? ONE_WORD : count <= 4 ? A_NAME : TOO_MANY;
  if (ADDRESSES.has(first) || /^\p{Lu}$/u.test(words.at(-1) ?? '')) return Math.min(base, ONE_WORD);
  return HONORIFICS.has(first) || words.some(isInitial) ? base + A_TOUCH_MORE : base;
}

/** "Martin Luther King, Jr." Any other comma leaves a word that is no part of a name. */
function withoutSuffix(name: string): string {
  return name.replace(/,? (?:jr|sr|i{2,3}|iv|ph\.?d|m\.?d)\.?$/i, '');
}

/** Capitalised, or of a script that has no capitals, or a particle such as "van". */
function fitsName(word: string): boolean {
  if (word.includes(',') || WORDS_OF_TITLES.has(word.toLowerCase())) return false;
  if (isNameParticle(word)) return true;
  const bare = word.replace(/^(?:[dlo]['’]|al-|el-|['’(])/, '');
  return /^[\p{Lu}\p{Lt}\p{Lo}]/u.test(bare);
}

/** "J.", "J.R.R." or a bare capital between names: the last word of "Plan B" is none. */
function isInitial(word: string, at: number, words: readonly string[]): boolean {
  return /^(?:\p{Lu}\.-?){1,6}$/u.test(word) || (at > 0 && at < words.length - 1 && /^\p{Lu}$/u.test(word));
}
