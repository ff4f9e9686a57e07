import type { SeriesEntry } from '../book.js';

/** Which part of a name is what; parts are still as written. */
export interface Arrangement {
  /** The part that holds the people. */
  people?: string;
  title: string;
  subtitle?: string;
  series?: SeriesEntry;
  /** A place in a series that is named elsewhere. */
  position?: string;
  year?: number;
}

/** The ways to arrange a name, the likeliest first. */
export interface Arrangements {
  ways: Arrangement[];
  ambiguous: boolean;
  confidence: number;
}

export function certain(way: Arrangement, confidence: number, others: Arrangement[] = []): Arrangements {
  return { ways: [way, ...others], ambiguous: false, confidence };
}

/** The same arrangements, each with something added. */
export function eachWith(arrangements: Arrangements, added: Partial<Arrangement>): Arrangements {
  return { ...arrangements, ways: arrangements.ways.map((way) => ({ ...way, ...added })) };
}
