import type { KepubText, SpannedPage } from './kepub-text.js';
import { findSpan, type MeasuredPlace, placeAt, placeOf, percentAt, type SpanPlace } from './places.js';

/** In letters: so many are looked for, and so few where the longer piece was changed. */
const LONG_PIECE = 64;
const SHORT_PIECE = 16;

/**
 * The same place in another KEPUB of the same book, whose spans may be cut and numbered otherwise: in the same document
 * by the words that stand there, of several such places the nearest; where the words are gone, as far into the
 * document; where the document is gone, as far into the book. Undefined when `from` has no such place or `to` no spans.
 */
export async function carryPlace(from: KepubText, to: KepubText, place: SpanPlace): Promise<MeasuredPlace | undefined> {
  const before = findSpan(from, place);
  if (!before) return undefined;
  const page = to.find(before.page.name);
  if (!page) return placeAt(to, percentAt(from, place)!);
  const start = before.page.spans.startOf(before.span);
  const letter =
    (await sameWords(from, before.page, start, await to.lettersOf(page))) ?? sameShare(before.page, start, page);
  return placeOf(to, page, page.spans.spanAt(letter));
}

async function sameWords(
  from: KepubText,
  page: SpannedPage,
  start: number,
  letters: string,
): Promise<number | undefined> {
  const known = await from.lettersOf(page);
  return (
    nearest(letters, known.slice(start, start + LONG_PIECE), start) ??
    nearest(letters, known.slice(start, start + SHORT_PIECE), start)
  );
}

function sameShare(before: SpannedPage, start: number, after: SpannedPage): number {
  return Math.floor((start / before.spans.length) * after.spans.length);
}

/** Where `piece` stands in `letters`, the closest to `wanted`. */
function nearest(letters: string, piece: string, wanted: number): number | undefined {
  const [left, right] = [letters.lastIndexOf(piece, wanted), letters.indexOf(piece, wanted)];
  if (left < 0 && right < 0) return undefined;
  if (left < 0 || right < 0) return Math.max(left, right);
  return wanted - left <= right - wanted ? left : right;
}
