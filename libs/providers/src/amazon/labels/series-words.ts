import { foldText } from '@octavo/domain';
import type { SeriesFound } from '../../candidate.js';
import { cleanText } from '../../clean-text.js';
import { seriesFound } from '../../series-position.js';

const MAX_LENGTH = 300;
const MAX_TOTAL = 2000;
/** Words that say that a number is a place in a series, folded; with one the number may be Roman or have no total. */
const VOLUME =
  /(?:^|[\s(,:])(?:book|bk|volume|vol|part|buch|band|teil|livre|tome|libro|tomo|livro|boek|deel|bok|del|ksiazka|tom|czesc|kitap|cilt|#|nr|no)\b\.?\s*|第|巻|冊|卷|册|部/;
const COUNTED =
  /^(.*?)\s*[(（][^()（）]*\d[^()（）]*(?:book|buch|bucher|bande|band|livre|tome|libr|livr|boek|bok|tom|kitap|series|serie|巻|冊|卷|册)[^()（）]*[)）]$/i;
const WORD_SERIES = /\s*(?:[(（]?\b(?:series|serie|reihe)\b[)）]?)$/i;

/** A place in a series and how many there are, as a label has them. */
export interface Place {
  number?: string;
  total?: number;
}

/**
 * "Book 1 of 9", "Band 2,5 von 4", "Libro 3", "全5巻中第1巻": the first number is the place, the second how many there
 * are; in Japanese and Turkish it is the other way round, which shows in the larger being first.
 */
export function placeIn(label: string): Place {
  const text = cleanText(label.slice(0, MAX_LENGTH)).normalize('NFKC');
  const written = text.match(/\d{1,4}(?:\s?[-–]\s?\d{1,4})?(?:[.,]\d{1,2})?/g) ?? [];
  const [first, second] = written.map((number) => number.replace(',', '.').replace(/\s/g, ''));
  if (first === undefined) return {};
  if (second === undefined) return isAllThereIs(text) ? { total: totalFrom(first) } : numbered(first);
  const turned = Number(first) > Number(second) || /^全/.test(text);
  const total = totalFrom(turned ? first : second);
  return { ...numbered(turned ? second : first), ...(total !== undefined && { total }) };
}

function numbered(number: string): Place {
  return { number: seriesFound('', number).number };
}

function totalFrom(number: string): number | undefined {
  const total = Number(number);
  return Number.isInteger(total) && total > 0 && total <= MAX_TOTAL ? total : undefined;
}

/** "9 book series" counts, "Book 9" places. */
function isAllThereIs(text: string): boolean {
  return /^\d+[\s-]*(?:book|buch|bücher|livres?|libri|libros|livros|boek|巻|冊)/i.test(text) || /^全/.test(text);
}

/** True for a label that speaks of a place in a series: "Book 1 of 9". */
export function isPlace(label: string): boolean {
  return label.length < 60 && /\d/.test(label) && VOLUME.test(foldText(label));
}

/** The name alone: "The Expanse Series", "The Expanse (9 book series)" -> "The Expanse". */
export function seriesName(text: string): string {
  const clean = cleanText(text).replace(/[\s,:;–-]+$/, '');
  const counted = COUNTED.exec(clean)?.[1] ?? clean;
  const bare = counted.replace(WORD_SERIES, '').replace(/[\s,:;–-]+$/, '');
  return (bare === '' ? counted : bare).slice(0, MAX_LENGTH);
}

/** "Book 1 of 9: The Expanse", "Book 2 of 3 in A. Shaw", "The Expanse (9 book series)"; undefined without a name. */
export function seriesLine(text: string): SeriesFound | undefined {
  const clean = cleanText(text.slice(0, MAX_LENGTH)).replace(/^[(（](.*)[)）]$/s, '$1');
  const [, label = '', name = ''] =
    /^([^:：]{1,60}?)\s*(?:[:：]|\b(?:in|der Reihe|de la série|della serie|de la serie|da série)\b)\s*(.+)$/i.exec(
      clean,
    ) ?? [];
  if (name !== '' && isPlace(label)) return withPlace(name.replace(/^[:：\s]+/, ''), placeIn(label));
  const counted = COUNTED.exec(clean);
  return counted
    ? withPlace(
        clean,
        placeIn(
          clean
            .slice((counted[1] ?? '').length)
            .replace(/[()（）]/g, '')
            .trim(),
        ),
      )
    : undefined;
}

/** A series with what its label says. */
export function withPlace(name: string, place: Place): SeriesFound | undefined {
  const bare = seriesName(name);
  if (bare === '' || !/\p{L}|\p{N}/u.test(bare)) return undefined;
  return {
    name: bare,
    ...(place.number !== undefined && { number: place.number }),
    ...(place.total !== undefined && { total: place.total }),
  };
}
