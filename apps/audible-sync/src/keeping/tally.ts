import type { AudibleTally, Oddity } from '@octavo/contracts';
import type { KeptTitles } from './keep-titles.js';
import type { ComparedTitle } from './sort-titles.js';

/** What a look came to so far: its figures, and the titles it had a word about. Plain data. */
export interface Account {
  tally: AudibleTally;
  oddities: Oddity[];
}

const MOST_ODDITIES = 1_000;
const LEFT_OUT: Record<string, string> = {
  podcast: 'A podcast is no book of the library.',
  episode: 'An episode of a podcast is no book of the library.',
  part: 'A part of a book that is there as a whole.',
  periodical: 'An issue of a newspaper or magazine.',
  series: 'A series, which is no title by itself.',
  other: 'Octavo does not know what kind of title this is.',
};

export function emptyTally(mode: 'full' | 'delta'): AudibleTally {
  return {
    ...{ mode, total: null, fetched: 0, distinct: 0, complete: false, created: 0, updated: 0, unchanged: 0 },
    ...{ volatileOnly: 0, revoked: 0, hollow: 0, malformed: 0, absent: 0, leftOut: 0, requests: 0, retries: 0 },
  };
}

/** With what became of some more rows; each title counts where it was met first (`fresh`: marks that were not met before). */
export function withTitles(
  { tally, oddities }: Account,
  { sorted, revoked }: KeptTitles,
  { rows, fresh }: { rows: number; fresh: ReadonlySet<string> },
): Account {
  const isFirst = ({ item }: ComparedTitle) => fresh.has(item.asin);
  const first = {
    fresh: sorted.fresh.filter(isFirst),
    hollow: [...sorted.hollow, ...sorted.fresh.filter(({ item }) => item.hollow)].filter(isFirst),
    malformed: sorted.malformed.filter(({ mark }) => fresh.has(mark)),
  };
  const all = [...sorted.fresh, ...sorted.changed, ...sorted.volatileOnly, ...sorted.unchanged, ...sorted.hollow];
  const leftOut = all.filter((title) => isFirst(title) && (title.known?.kind ?? title.item.kind) !== 'book');
  const said: Oddity[] = [
    ...first.malformed.map(({ asin, reason }) => ({ asin, title: null, reason })),
    ...leftOut.map(({ item }) => ({ ...named(item), reason: LEFT_OUT[item.kind] ?? LEFT_OUT['other']! })),
    ...first.hollow.map(({ item }) => ({
      ...named(item),
      reason: 'It came without its fields and is asked for again.',
    })),
  ];
  return {
    tally: {
      ...tally,
      fetched: tally.fetched + rows,
      distinct: tally.distinct + fresh.size,
      created: tally.created + first.fresh.length,
      updated: tally.updated + sorted.changed.length,
      volatileOnly: tally.volatileOnly + sorted.volatileOnly.length,
      unchanged: tally.unchanged + sorted.unchanged.filter(isFirst).length,
      revoked: tally.revoked + revoked,
      hollow: tally.hollow + first.hollow.length,
      malformed: tally.malformed + first.malformed.length,
      leftOut: tally.leftOut + leftOut.length,
    },
    oddities: [...oddities, ...said].slice(0, MOST_ODDITIES),
  };
}

const named = ({ asin, title }: ComparedTitle['item']) => ({ asin, title: title ?? null });
