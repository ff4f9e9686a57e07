import type { BookFind } from '@octavo/contracts';

/** How surely a find is the book, in words. `score` goes from 0 to 1. */
export function scoreWords(score: number): string {
  if (score >= 0.97) return 'surely this book';
  if (score >= 0.85) return 'most likely this book';
  return score >= 0.65 ? 'perhaps this book' : 'hardly this book';
}

const ALIKE = /^(title|author) ([01]\.\d+)$/;

/** What speaks for a find or against it, as a sentence of its own would say it. */
export function reasonWords(reason: string): string {
  const [, what, figure] = ALIKE.exec(reason) ?? [];
  if (what === undefined) return reason;
  const likeness = Number(figure);
  if (likeness >= 0.995) return `the same ${what}`;
  return likeness >= 0.85 ? `nearly the same ${what}` : `${what} alike by ${Math.round(100 * likeness)} %`;
}

const STANDING_WORDS: Record<BookFind['standing'], string> = {
  ACCEPTED: 'Taken',
  SUGGESTED: 'Waits for your word',
  REFUSED: 'Not this book',
};

export const standingWord = (standing: BookFind['standing']): string => STANDING_WORDS[standing];

/** "mass-market" is "Mass market". */
export function formWord(form: string): string {
  const words = form.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The address of a page on the web; undefined for anything else, which is never made a link. */
export function pageAddress(url: string): string | undefined {
  const protocol = URL.parse(url)?.protocol;
  return protocol === 'https:' || protocol === 'http:' ? url : undefined;
}
