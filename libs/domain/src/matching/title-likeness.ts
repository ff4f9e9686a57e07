import { likeness } from './text-likeness.js';
import type { TitleForms } from './title-forms.js';
import { volumesAgree } from './volumes.js';

export interface TitleLikeness {
  /** From 0 to 1. */
  value: number;
  /** What of them is alike: all, only what is before the subtitle, or the title of one and the subtitle of the other. */
  by: 'whole' | 'main' | 'subtitle';
}

/** What one side leaves out counts a little. */
const LEFT_OUT = 0.06;
const SAME_SUBTITLE = 0.6;
/** With subtitles that differ, the subtitle is what tells two books of a series apart. */
const OTHER_SUBTITLE = 0.8;
const TITLE_IS_SUBTITLE = 0.92;
const OTHER_VOLUME = 0.4;

/** How alike two titles are. Symmetric. */
export function titleLikeness(a: TitleForms, b: TitleForms): TitleLikeness {
  const whole = Math.max(likeness(a.full, b.full), likeness(a.whole, b.whole), withoutNumbers(a, b));
  const found = bySubtitles(a, b, whole);
  return numbersDiffer(a, b) ? { ...found, value: Math.min(found.value, OTHER_VOLUME) } : found;
}

function bySubtitles(a: TitleForms, b: TitleForms, whole: number): TitleLikeness {
  if (a.sub !== '' && b.sub !== '') {
    const isSame = likeness(a.sub, b.sub) >= SAME_SUBTITLE;
    if (isSame) return { value: Math.max(whole, likeness(a.main, b.main)), by: 'whole' };
    const isWhole = a.full === b.full || a.whole === b.whole;
    return { value: isWhole ? whole : Math.min(whole, OTHER_SUBTITLE), by: 'whole' };
  }
  const [short, long] = a.sub === '' ? [a, b] : [b, a];
  if (long.sub === '') return { value: whole, by: 'whole' };
  const main = likeness(short.main, long.main) - LEFT_OUT;
  const subtitle = likeness(short.full, long.sub) >= 0.95 ? TITLE_IS_SUBTITLE : 0;
  if (whole >= Math.max(main, subtitle)) return { value: whole, by: 'whole' };
  return main >= subtitle ? { value: main, by: 'main' } : { value: subtitle, by: 'subtitle' };
}

/** "Naruto, Vol. 12" is "Naruto" where that is said to be volume 12. */
function withoutNumbers(a: TitleForms, b: TitleForms): number {
  if (a.ending === undefined && b.ending === undefined) return 0;
  const agree = numbersOf(a).some((number) => numbersOf(b).includes(number));
  return likeness(a.unnumbered, b.unnumbered) - (agree ? 0 : LEFT_OUT);
}

/** The volume it may be, by all that it says. */
export function numbersOf({ ending, volumes }: TitleForms): string[] {
  return [...volumes.map(({ number }) => number), ...(ending === undefined ? [] : [ending])];
}

/** True where the titles themselves say that they are different volumes, or years, or parts. */
function numbersDiffer(a: TitleForms, b: TitleForms): boolean {
  return areApart(a.digits, b.digits) || volumesAgree(a.volumes, b.volumes).verdict === 'no';
}

function areApart(a: readonly string[], b: readonly string[]): boolean {
  return a.length > 0 && b.length > 0 && !a.some((number) => b.includes(number));
}

/** True for one row of books in which they have different numbers: "Naruto 13" and volume 12 of "Naruto". */
export function areOtherInRow(a: TitleForms, b: TitleForms): boolean {
  if (areApart(numbersOf(a), numbersOf(b)) && hasEnding(a, b) && likeness(a.row, b.row) >= ONE_ROW) return true;
  return areApart(a.digits, b.digits) && likeness(withoutDigits(a), withoutDigits(b)) >= ONE_ROW;
}

const ONE_ROW = 0.85;
const hasEnding = (...titles: TitleForms[]) => titles.some(({ ending }) => ending !== undefined);
const withoutDigits = ({ full }: TitleForms) =>
  full
    .replace(/\p{N}+/gu, ' ')
    .replace(/ +/g, ' ')
    .trim();

/**
 * True where one is a row of books by its title ("Naruto", "Rocky II") and only the other says which of them: the first
 * is not told apart from it, any other is.
 */
export function oneTellsVolume(a: TitleForms, b: TitleForms): boolean {
  const [numbered, plain] = numbersOf(a).length > 0 ? [a, b] : [b, a];
  const numbers = numbersOf(numbered);
  if (numbers.length === 0 || numbersOf(plain).length > 0 || numbers.includes('1')) return false;
  return numbered.ending !== undefined || isNamedAfterSeries(numbered);
}

/** True for a book with the name of its series. */
export function isNamedAfterSeries({ main, volumes }: TitleForms): boolean {
  const title = main.replace(/^the /, '');
  return volumes.some(({ series }) => series !== undefined && likeness(series, title) >= 0.9);
}
