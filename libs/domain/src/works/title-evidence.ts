import { editDistance } from '../matching/text-likeness.js';
import { seriesAlike, seriesName } from '../matching/volumes.js';
import type { ReadForm, TitlePart } from './read-form.js';
import { isArticle } from '../titles.js';
import { isSubtitle } from './subtitles.js';
import { lettersOf } from './title-key.js';

/**
 * `same`: one title, but for the series and a subtitle that one side leaves out. `spelling`: but for a letter or two.
 * `part`: one has more, and that may be what makes it another book ("Mistborn", "Mistborn: The Final Empire").
 * `other`: another title.
 */
export type TitleVerdict = 'same' | 'spelling' | 'part' | 'other';

export interface TitleEvidence {
  verdict: TitleVerdict;
  /** From 0 to 1. */
  likeness: number;
  /** True where what they share is the name of a series either is in. */
  isSeries: boolean;
}

/** Letters that may differ, in a title of how many at least. */
const TYPING_ERRORS = 2;
const LONG_ENOUGH = 10;

/** How two titles go together. Symmetric. */
export function titleEvidence(a: ReadForm, b: ReadForm): TitleEvidence {
  const series = [...a.series, ...b.series];
  const shared = a.parts.filter((part) => b.parts.some((other) => isOne(part, other)));
  const [moreOfA, moreOfB] = [leftOut(a.parts, b.parts), leftOut(b.parts, a.parts)];
  const isSeries = shared.length > 0 && shared.every(({ text }) => isSeriesName(text, series));
  const found = (verdict: TitleVerdict, likeness: number): TitleEvidence => ({ verdict, likeness, isSeries });
  if (isWhole(a, b)) return found('same', 1);
  if (shared.length === 0) return found(isSpelling(a, b) ? 'spelling' : 'other', isSpelling(a, b) ? 0.9 : 0.2);
  const isHarmless = (more: readonly TitlePart[], of: ReadForm) =>
    more.every((part) => isSeriesIn(part.text, series) || isBeside(part, of, shared));
  if (moreOfA.length > 0 && moreOfB.length > 0) {
    const verdict = bothMore(moreOfA, moreOfB, series);
    return found(verdict === 'same' && isSeries ? 'part' : verdict, 0.8);
  }
  const more = moreOfA.length > 0 ? moreOfA : moreOfB;
  if (more.length === 0) return found('same', 1);
  if (!isSeries && isHarmless(more, moreOfA.length > 0 ? a : b)) return found('same', 0.97);
  return found('part', 0.85);
}

function isOne(a: TitlePart, b: TitlePart): boolean {
  return a.key === b.key || lettersOf(a.key) === lettersOf(b.key);
}

function leftOut(parts: readonly TitlePart[], others: readonly TitlePart[]): TitlePart[] {
  return parts.filter((part) => !others.some((other) => isOne(part, other)));
}

/** The same letters in all, however they are parted. */
function isWhole(a: ReadForm, b: ReadForm): boolean {
  const all = ({ parts }: ReadForm) => lettersOf(parts.map(({ key }) => key).join(' '));
  return all(a) !== '' && (all(a) === all(b) || lettersOf(a.wholeKey) === lettersOf(b.wholeKey));
}

function isSeriesName(text: string, series: readonly string[]): boolean {
  return series.some((name) => name === seriesName(text));
}

/** "The Locked Tomb Trilogy", "From the Stormlight Archive". */
function isSeriesIn(text: string, series: readonly string[]): boolean {
  return series.some((name) => seriesAlike(name, seriesName(text)));
}

/** What stands behind the title and is worded as a subtitle, or before a title of several words as the name of its row. */
function isBeside(part: TitlePart, { parts }: ReadForm, shared: readonly TitlePart[]): boolean {
  const places = shared.map(({ key }) => parts.findIndex((other) => lettersOf(other.key) === lettersOf(key)));
  if (parts.indexOf(part) > Math.max(...places)) return isSubtitle(part.text);
  return shared.some(({ key }) => key.includes(' '));
}

/** Both say more than what they share: two subtitles of one book, or two books of a row. */
function bothMore(a: readonly TitlePart[], b: readonly TitlePart[], series: readonly string[]): TitleVerdict {
  const all = [a, b].map((more) => more.filter(({ text }) => !isSeriesIn(text, series)));
  const areSubtitles = all.flat().every(({ text }) => isSubtitle(text));
  if (all.some((rest) => rest.length === 0)) return areSubtitles ? 'same' : 'part';
  const [first = '', second = ''] = all.map((rest) => rest.map(({ key }) => key).join(' '));
  const isNear = digitsOf(first) === digitsOf(second) && editDistance(first, second) <= TYPING_ERRORS;
  if (!areSubtitles) return isNear && Math.min(first.length, second.length) >= LONG_ENOUGH ? 'spelling' : 'other';
  return isNear || first.startsWith(`${second} `) || second.startsWith(`${first} `) ? 'same' : 'part';
}

/** Nearly the same letters and just the same digits; or the same but for articles within: "The Sign of (the) Four". */
function isSpelling(a: ReadForm, b: ReadForm): boolean {
  if (withoutArticles(a.wholeKey) === withoutArticles(b.wholeKey)) return a.wholeKey !== '';
  const [first, second] = [lettersOf(a.wholeKey), lettersOf(b.wholeKey)];
  const shorter = Math.min(first.length, second.length);
  if (shorter < LONG_ENOUGH || Math.abs(first.length - second.length) > TYPING_ERRORS) return false;
  return digitsOf(first) === digitsOf(second) && editDistance(first, second) <= TYPING_ERRORS;
}

function withoutArticles(key: string): string {
  const words = key.split(' ');
  const others = words.filter((word) => !isArticle(word));
  return (others.length > 1 ? others : words).join(' ');
}

const digitsOf = (text: string) => text.replace(/[^\p{N}]+/gu, ' ').trim();
