import { titleCased } from './letter-case.js';
import { isFileNoise } from './noise.js';
import { singleSpaced } from './text-edges.js';
import { isPlausibleYear } from './years.js';

/**
 * A name as somebody would write it who is free to use any character: spaces for what stood in for them, " - " between
 * the parts, ": " where a colon was not allowed, capitals where there were none.
 */
export function spelledOut(stem: string, thisYear?: number): string {
  return titleCased(singleSpaced(withColons(withSpaces(stem, thisYear))));
}

function withSpaces(stem: string, thisYear?: number): string {
  if (stem.includes(' ')) return stem;
  if (isSlug(stem)) return stem.replace('_', ' - ').replace(/(?<=[^ ])-(?=[^ ])/g, ' ');
  if (stem.includes('_')) return withOneDash(stem).replaceAll('_', ' ');
  if (stem.split('.').length > 2) return withReleaseYear(singleSpaced(undotted(stem)), thisYear);
  return stem;
}

/** "jane-austen_pride-and-prejudice", "the-left-hand-of-darkness": as addresses on the web are written. */
function isSlug(stem: string): boolean {
  if (!/^[\p{Ll}\p{N}_-]+$/u.test(stem) || /--|__|-_|_-/.test(stem) || /\d{4}-\d|-[\da-f]{12}$/.test(stem))
    return false;
  const hyphens = stem.split('-').length - 1;
  const underscores = stem.split('_').length - 1;
  return underscores === 0 ? hyphens >= 3 : underscores === 1 && hyphens >= 2;
}

/** "frank_herbert-dune": where spaces are underscores, a lone hyphen between words parts them. */
function withOneDash(stem: string): string {
  const dash = stem.indexOf('-');
  const alone = dash > 0 && stem.indexOf('-', dash + 1) < 0;
  const between = alone && /[^_]/.test(stem[dash - 1] ?? '_') && /\p{L}/u.test(stem[dash + 1] ?? '');
  return between ? `${stem.slice(0, dash)} - ${stem.slice(dash + 1)}` : stem;
}

/** "J.R.R.Tolkien.-.The.Hobbit" -> "J.R.R. Tolkien - The Hobbit"; "Vol.2.5" keeps its decimal. */
function undotted(stem: string): string {
  const words = stem.split('.');
  return words
    .map((word, at) => {
      const next = words[at + 1];
      if (next === undefined) return word;
      if (/^\d{1,3}$/.test(word) && /^\d{1,2}$/.test(next)) return `${word}.`;
      if (!isInitial(words, at)) return `${word} `;
      return isInitial(words, at + 1) ? `${word}.` : `${word}. `;
    })
    .join('');
}

/** "A" in front of more than one word is an article: "A.Game.of.Thrones", but "A.Reynolds". */
function isInitial(words: readonly string[], at: number): boolean {
  if (!/^\p{L}$/u.test(words[at] ?? '')) return false;
  const atStart = at === 0 || words[at - 1] === '-';
  const following = [words[at + 1] ?? '', words[at + 2] ?? ''];
  return !(atStart && words[at] === 'A' && following.every((word) => /^\p{L}{2,}$/u.test(word)));
}

/** Names of releases end in what the file is and who made it; a year before that is the year of the book. */
function withReleaseYear(text: string, thisYear?: number): string {
  const words = text.split(' ');
  const length = words.length;
  while (words.length > 1 && isReleaseWord(words.at(-1) ?? '')) words.pop();
  const year = words.at(-1) ?? '';
  const hasYear = words.length < length && words.length > 1 && words.at(-2) !== '-' && isPlausibleYear(year, thisYear);
  return hasYear ? `${words.slice(0, -1).join(' ')} (${year})` : words.join(' ');
}

function isReleaseWord(word: string): boolean {
  return isFileNoise(word.split('-')[0] ?? '');
}

/**
 * A colon or question mark that a file system did not allow is an underscore: "Sapiens_ A Brief History". Colons of
 * other scripts stand in for it as well.
 */
function withColons(text: string): string {
  if (!text.includes(' ')) return text;
  return text
    .replace(/_(?= - | -- |$)/g, '')
    .replace(/(?<=[^ ])_ /g, ': ')
    .replace(/ ?[\uff1a\ua789\u2236](?= )/g, ':');
}
