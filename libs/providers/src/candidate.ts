import {
  type Contributor,
  type Identifier,
  type PartialDate,
  PUBLISHED_FORMS,
  type PublishedForm,
  type SeriesEntry,
} from '@octavo/domain';

export const PROVIDERS = ['amazon', 'goodreads', 'open-library', 'audnexus', 'audible'] as const;
export type ProviderId = (typeof PROVIDERS)[number];

export { PUBLISHED_FORMS, type PublishedForm };

/** A series as a provider knows it. */
export interface SeriesFound extends SeriesEntry {
  /** How many there are, where that is said. */
  total?: number;
}

/** A picture to be fetched: the largest first, what to try when that is not there after it. Only addresses of the provider. */
export type CoverAddresses = readonly [string, ...string[]];

/** What a provider says of one edition. Texts are clean: NFC, single spaces, no markup but in `description`. */
export interface Candidate {
  provider: ProviderId;
  /** The provider's own id of it. */
  id: string;
  /** The shop it is sold in, for a provider that has several; its numbers may mean nothing in the others. */
  market?: string;
  /** The page a person can look at; without anything that tracks. */
  url: string;
  title: string;
  /** As it stands there, with subtitle, series and edition, where that is more than `title`. */
  fullTitle?: string;
  subtitle?: string;
  contributors: Contributor[];
  series: SeriesFound[];
  /** Sanitised HTML. */
  description?: string;
  /** True for a description that was cut: it never takes the place of a whole one. */
  partialDescription?: boolean;
  publisher?: string;
  published?: PartialDate;
  /** Of the work, where it differs from the edition. */
  firstPublished?: PartialDate;
  /** BCP 47. */
  language?: string;
  /** Of this edition. */
  identifiers: Identifier[];
  /** Of other editions of the same book: good for recognising it, never to be kept. */
  otherEditions: Identifier[];
  genres: string[];
  tags: string[];
  pageCount?: number;
  durationSec?: number;
  abridged?: boolean;
  /** What its readers think, kept apart from what the user thinks. */
  rating?: { value: number; count?: number; best: number };
  form?: PublishedForm;
  cover?: CoverAddresses;
}

/** An entry of a list of search results: enough to choose which to ask for whole. */
export interface SearchHit {
  id: string;
  /** The shop it was found in, for a provider that has several: its page must be asked for in the same. */
  market?: string;
  title: string;
  subtitle?: string;
  authors: string[];
  series: SeriesFound[];
  published?: PartialDate;
  language?: string;
  identifiers: Identifier[];
  form?: PublishedForm;
  /** What the list itself tells beside, for a provider that may not be asked for more. */
  candidate?: Candidate;
}
