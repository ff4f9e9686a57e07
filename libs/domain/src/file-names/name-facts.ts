import type { Contributor, SeriesEntry } from '../book.js';
import type { Identifier } from '../identifiers.js';

/** What is said plainly in a name, wherever it stands, and taken out of it before its parts are told apart. */
export interface NameFacts {
  contributors: Contributor[];
  series: SeriesEntry[];
  identifiers: Identifier[];
  year?: number;
  publisher?: string;
  language?: string;
  abridged?: boolean;
  /** A place in a series whose name is not said here; perhaps a folder says it. */
  position?: string;
  /** A name in brackets that nothing proves to be the author. */
  maybeAuthor?: string;
}

/** Facts that claim nothing, to be filled. */
export function noFacts(): NameFacts {
  return { contributors: [], series: [], identifiers: [] };
}

/** Two sets of facts as one; where both know a thing the first is right. */
export function joinedFacts(first: NameFacts, second: NameFacts): NameFacts {
  const known = Object.fromEntries(Object.entries(first).filter(([, value]) => value !== undefined));
  return {
    ...second,
    ...known,
    contributors: [...first.contributors, ...second.contributors],
    series: [...first.series, ...second.series],
    identifiers: [...first.identifiers, ...second.identifiers],
  };
}
