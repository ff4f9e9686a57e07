import { seriesPhrase } from '@octavo/domain';
import type { PublishedForm, SeriesFound } from '../../candidate.js';
import { languageOfEdition } from '../labels/language-names.js';
import { formOf } from '../labels/forms.js';
import { isSameSeries } from './series.js';
import { seriesLine, withPlace } from '../labels/series-words.js';

/** A title as shops write it, taken apart. */
export interface TitleParts {
  title: string;
  subtitle?: string;
  /** As it was written, where that is more than the title. */
  fullTitle?: string;
  /** Of the brackets behind it. */
  series: SeriesFound[];
  /** Of the edition, as a bracket names it: "(German Edition)". */
  language?: string;
  form?: PublishedForm;
}

const LAST_BRACKET = /^(.*\S)\s*(?:\(([^()]{1,200})\)|（([^（）]{1,200})）|\[([^[\]]{1,80})\])$/s;
const MAX_BRACKETS = 6;
const NOISE =
  /^(?:kindle edition|kindle|ebook|kindle版|kindle ausgabe|édition kindle|edición kindle|edizione kindle|unabridged|abridged|audible audio edition)$/i;

/**
 * "Leviathan Wakes (The Expanse, 1) [Paperback]" -> the title, the series and the form. Brackets at its end are taken
 * off while they name a series with a place, a series in `known`, a language or a binding; others belong to the title.
 */
export function titleParts(written: string, known: readonly SeriesFound[] = []): TitleParts {
  const found: Omit<TitleParts, 'title'> = { series: [] };
  let rest = written;
  for (let count = 0; count < MAX_BRACKETS; count++) {
    const [, before, round, wide, square] = LAST_BRACKET.exec(rest) ?? [];
    if (before === undefined || !takesNote(round ?? wide ?? square ?? '', found, known)) break;
    rest = before.replace(/[\s,;:–-]+$/, '');
  }
  const { title, subtitle } = divided(rest);
  return { ...found, title, ...(subtitle && { subtitle }), ...(title !== written && { fullTitle: written }) };
}

/** True for a note that says something else than the title does; what it says is kept in `found`. */
function takesNote(note: string, found: Omit<TitleParts, 'title'>, known: readonly SeriesFound[]): boolean {
  const text = note.trim();
  const language = languageOfEdition(text);
  if (language !== undefined) {
    found.language ??= language;
    return true;
  }
  if (NOISE.test(text)) return true;
  const series = seriesOfNote(text);
  if (series) {
    found.series.unshift(series);
    return true;
  }
  if (known.some(({ name }) => isSameSeries(name, text))) return true;
  const form = text.length < 40 ? formOf(text) : undefined;
  found.form ??= form;
  return form !== undefined;
}

/** "The Expanse, 3", "A. Shaw Book 1", "Book 1 of 2: A. Shaw". Without a number it may be a publisher's series: none. */
function seriesOfNote(note: string): SeriesFound | undefined {
  const line = seriesLine(note);
  if (line) return line;
  const phrase = seriesPhrase(note)?.series;
  return phrase && withPlace(phrase.name, { number: phrase.number });
}

/** At the first ": ", where there are letters before it and two words behind. */
function divided(text: string): { title: string; subtitle?: string } {
  const at = text.indexOf(': ');
  if (at <= 0) return { title: text };
  const [title, subtitle] = [text.slice(0, at).trim(), text.slice(at + 2).trim()];
  return /\p{L}/u.test(title) && /\S\s+\S/.test(subtitle) ? { title, subtitle } : { title: text };
}
