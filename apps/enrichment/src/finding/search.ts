import type { Match } from '@octavo/domain';
import type { BookQuery, Candidate, MetadataProvider, ProviderId, ProviderSettings } from '@octavo/providers';
import type { WantedField } from './wanted-fields.js';

/** A provider the user has switched on, as it is set. */
export interface EnabledProvider {
  provider: MetadataProvider;
  settings: ProviderSettings;
}

/** What is sought for a book, and who may be asked. */
export interface Search {
  book: BookQuery;
  /** In the order they are believed and asked. */
  providers: readonly EnabledProvider[];
  /** What the book lacks. */
  wanted: readonly WantedField[];
  /** Whether others are asked for what the first who knew the book left empty. */
  completeMissing: boolean;
  /** Ask although answers are known. */
  fresh?: boolean;
  signal: AbortSignal;
}

/** An edition a provider told of. */
export interface Find {
  provider: ProviderId;
  candidate: Candidate;
  match: Match;
}

/** A provider that could not be asked to the end; it may know more. */
export interface Refusal {
  provider: ProviderId;
  retryAt: Date;
  reason: string;
}

/** What came of a search. */
export interface Findings {
  /** At most one of each provider, in the order of the providers: later ones fill gaps. */
  accepted: Find[];
  /** For a person to look at, the best of each provider first; other editions of what was accepted are among them. */
  suggestions: Find[];
  blocked: Refusal[];
  /** Who was asked and what came of it, a sentence for each. */
  tried: string[];
}
