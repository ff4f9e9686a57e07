import { foldText } from '../search-text.js';

/** A volume of a series as a shop lists it. */
export interface VolumeForSale {
  asin: string;
  title: string;
  /** As printed: "2", "0.5", "1-3", "Book 4". */
  sequence: string | null;
  releaseDate: string | null;
}

/** What a user has of series, in whatever form. */
export interface HeldOfSeries {
  asins: ReadonlySet<string>;
  volumes: readonly { series: string; number: string | null }[];
}

export interface Gaps {
  /** Numbers of the series that are there. */
  have: number;
  missing: { asin: string; title: string; number: string | null; releaseDate: string | null }[];
}

const MOST_OF_A_RANGE = 100;

/**
 * What of a series is for sale and not there yet, by number. Box sets and what has no number are nobody's gap; of
 * several readings of one volume the first stands for it.
 */
export function gapsOf(
  series: string,
  volumes: readonly VolumeForSale[],
  { asins, volumes: held }: HeldOfSeries,
): Gaps {
  const name = foldText(series);
  const there = new Set(held.filter((one) => foldText(one.series) === name).flatMap(({ number }) => numbersOf(number)));
  for (const { asin, sequence } of volumes) if (asins.has(asin)) numbersOf(sequence).forEach((one) => there.add(one));
  const missing = new Map<number, VolumeForSale>();
  for (const volume of volumes) {
    const [number, ...more] = numbersOf(volume.sequence);
    if (number === undefined || more.length > 0 || there.has(number) || missing.has(number)) continue;
    missing.set(number, volume);
  }
  const inOrder = [...missing].sort(([a], [b]) => a - b);
  return {
    have: there.size,
    missing: inOrder.map(([number, { asin, title, releaseDate }]) => ({
      asin,
      title,
      number: `${number}`,
      releaseDate,
    })),
  };
}

/** "3" -> 3; "1-3" -> 1, 2, 3; "Book 1" -> 1; nothing where there is no number. */
function numbersOf(text: string | null): number[] {
  const [, from, to] = /(\d+(?:\.\d+)?|\.\d+)(?:\s*[-–]\s*(\d+(?:\.\d+)?))?/.exec(text ?? '') ?? [];
  if (from === undefined) return [];
  const [first, last] = [Number(from), Number(to ?? from)];
  if (last <= first || last - first > MOST_OF_A_RANGE) return [first];
  return Array.from({ length: Math.floor(last - first) + 1 }, (_, at) => first + at);
}
