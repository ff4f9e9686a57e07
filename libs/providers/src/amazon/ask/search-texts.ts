import type { BookQuery } from '../../metadata-provider.js';
import { cleanText } from '../../clean-text.js';

const MAX_LENGTH = 100;
const BRACKETS = /\([^()]*\)|\[[^[\]]*\]|\{[^{}]*\}|（[^（）]*）/g;
const APOSTROPHES = /['’‘ʼ`´]/g;
/** Words that say nothing of a title. */
const SMALL = new Set(
  'a an and at for from in of on or the to with der die das ein eine und le la les un une et el los las y il lo i gli de di du da do o os as het een van'.split(
    ' ',
  ),
);
const UNSPACED = /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}]{4,}/u;

/**
 * What to search for, the strictest first, at most three: the whole title and its author, the main title and the author,
 * the main title alone where it has two words that say something. Signs hurt a search and are left out.
 */
export function searchTexts(query: BookQuery): string[] {
  const title = query.title ?? [query.series?.name, query.series?.number].filter(Boolean).join(' ');
  const whole = bare([title, query.subtitle].filter(Boolean).join(' '));
  const main = bare(cleanText(title).split(/:\s|\s[-–—]\s/)[0] ?? '');
  const author = plain(query.authors[0] ?? '');
  if (whole === '') return [];
  const ladder = [joined(whole, author), joined(main || whole, author)];
  if (author !== '' && hasTwoWords(main)) ladder.push(joined(main, ''));
  return [...new Set(ladder)];
}

/** Without what stands in brackets: series and editions. */
function bare(title: string): string {
  const clean = cleanText(title);
  return plain(clean.replace(BRACKETS, ' ')) || plain(clean);
}

/** Letters, digits and single spaces. "Ender's" is one word, "Spider-Man" two. */
function plain(text: string): string {
  return cleanText(text.replace(APOSTROPHES, '').replace(/[^\p{L}\p{M}\p{N}]+/gu, ' '));
}

/** The author stays whole; a long title is cut between words. */
function joined(title: string, author: string): string {
  const name = shortened(author, MAX_LENGTH / 2);
  return [shortened(title, MAX_LENGTH - name.length - 1), name].filter((part) => part !== '').join(' ');
}

function shortened(text: string, length: number): string {
  if (text.length <= length) return text;
  const cut = text.slice(0, length);
  const space = cut.lastIndexOf(' ');
  return (space > 0 ? cut.slice(0, space) : cut).toWellFormed().replaceAll('\ufffd', '');
}

function hasTwoWords(title: string): boolean {
  const words = title.split(' ').filter((word) => word.length > 1 && !SMALL.has(word.toLowerCase()));
  return words.length >= 2 || UNSPACED.test(title);
}
