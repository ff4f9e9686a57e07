import { languageOfFind, primary } from './edition-language.js';
import type { BookSought, Found } from './sought-and-found.js';

const AUDIO: ReadonlySet<string> = new Set(['audiobook', 'audio-cd']);
const TO_READ_ON_SCREEN: ReadonlySet<string> = new Set(['kindle', 'ebook']);
/** From this many ratings on, more say nothing more. */
const MANY_RATINGS = 100_000;

/** What tells editions of one book apart, from 0 to 0.03: too little to make a book of another. */
export function tieBreakers(sought: BookSought, found: Found): number {
  return (
    (sameYear(sought, found) ? 0.008 : 0) +
    (sameLanguage(sought, found) ? 0.005 : 0) +
    (samePages(sought, found) ? 0.005 : 0) +
    (sameForm(sought, found) ? 0.005 : 0) +
    ((found.cover?.length ?? 0) > 0 ? 0.002 : 0) +
    (found.description ? 0.002 : 0) +
    0.003 * popularity(found.rating?.count)
  );
}

function sameYear({ year }: BookSought, { published, firstPublished }: Found): boolean {
  return year !== undefined && [published, firstPublished].some((date) => date && Math.abs(date.year - year) <= 1);
}

function sameLanguage({ language }: BookSought, found: Found): boolean {
  return language !== undefined && primary(language) === languageOfFind(found);
}

function samePages({ pageCount: sought = 0 }: BookSought, { pageCount: found = 0 }: Found): boolean {
  return sought > 0 && found > 0 && Math.abs(sought - found) <= sought / 10;
}

function sameForm({ medium }: BookSought, { form }: Found): boolean {
  return (medium === 'audiobook' ? AUDIO : TO_READ_ON_SCREEN).has(form ?? '');
}

/** From 0 to 1 by the number of digits. */
function popularity(count = 0): number {
  return count > 1 ? Math.min(1, Math.log10(count) / Math.log10(MANY_RATINGS)) : 0;
}

/** True where an audiobook is offered for a book that is read. */
export function isOnlyHeard({ medium }: BookSought, { form }: Found): boolean {
  return medium === 'ebook' && AUDIO.has(form ?? '');
}
