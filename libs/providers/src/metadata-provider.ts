import type { Chapter, Identifier, Medium } from '@octavo/domain';
import type { Candidate, ProviderId, SearchHit } from './candidate.js';

/** What is known of a book for which more is sought. */
export interface BookQuery {
  title?: string;
  subtitle?: string;
  authors: readonly string[];
  series?: { name: string; number?: string };
  identifiers: readonly Identifier[];
  /** BCP 47. */
  language?: string;
  year?: number;
  pageCount?: number;
  medium: Medium;
}

/** One thing to be asked of a provider. Equal `key`s are the same question, whoever asks. */
export interface Request {
  url: string;
  /** What kind of page this is; decides how long an answer is good for. */
  kind: 'search' | 'book' | 'cover';
  headers?: Readonly<Record<string, string>>;
  /** Extra cookies for this one page. */
  cookies?: Readonly<Record<string, string>>;
}

/** What came back, whatever it is. `url` is where redirects ended; names of headers are in lower case. */
export interface Answer {
  url: string;
  status: number;
  headers: Readonly<Record<string, string>>;
  body: Uint8Array;
}

/** What an answer turned out to be. Only `found` and `not-found` say something of the book. */
export type Verdict<Found> =
  | { kind: 'found'; value: Found }
  | { kind: 'not-found' }
  /** The provider does not want to be asked: a captcha, a challenge, a limit. `retryAfterSec` as it says, if it does. */
  | { kind: 'blocked'; reason: string; retryAfterSec?: number }
  /** It failed, and may not fail next time. */
  | { kind: 'outage'; reason: string }
  /** To know, one more page has to be asked for, once. */
  | { kind: 'follow'; request: Request }
  /** Found, and not the whole: the next question has the rest. Whatever becomes of that, `soFar` stands. Ends after a few. */
  | { kind: 'more'; soFar: Found; next: Question<Found> };

/** A question, and how its answer is read. Reading is pure: the same answer gives the same verdict. */
export interface Question<Found> {
  request: Request;
  read(answer: Answer): Verdict<Found>;
}

/** The chapters of a whole audiobook, however many files it lies in. */
export interface ChaptersFound {
  /** In order; `startSec` counts from the start of the book. */
  chapters: Chapter[];
  durationSec?: number;
  /** The shop's own jingles, within the first and the last chapter. */
  introSec: number;
  outroSec: number;
  /** False where the provider itself says they were only reckoned. */
  exact: boolean;
}

/** Where a provider is reached, and in which country's shop. */
export interface ProviderSettings {
  /** Instead of the provider's own address; then nothing else is talked to. */
  baseUrl?: string;
  /** The shop by its country ("com", "de"); only for providers that have several. */
  market?: string;
}

/**
 * The seam every provider stands behind: which questions to ask for a book, and how to read the answers. It never asks
 * itself; pace, cache, cut-offs and the network are those of whoever asks.
 */
export interface MetadataProvider {
  readonly id: ProviderId;
  /** As people know it. */
  readonly name: string;
  /** True where pages made for people are read: the user must switch it on knowingly. */
  readonly scrapes: boolean;
  readonly media: readonly Medium[];
  /** Kinds of page that are refused where others of the same host are not: a refusal shuts those alone. */
  readonly fenced?: readonly Request['kind'][];
  /** Hosts its pages and pictures may come from, as suffixes ("media-amazon.com"); beside `baseUrl`'s. */
  readonly hosts: readonly string[];
  /** Questions that name the very book, the surest first: by ASIN, by ISBN. */
  byIdentifier(query: BookQuery, settings: ProviderSettings): Question<Candidate | SearchHit[]>[];
  /** Searches by words, the strictest first. */
  searches(query: BookQuery, settings: ProviderSettings): Question<SearchHit[]>[];
  /** The whole of what a hit promises; undefined where the hit is all there is. */
  details(hit: SearchHit, settings: ProviderSettings): Question<Candidate> | undefined;
  /** The chapters of an audiobook it told of; only of a provider that knows chapters. */
  chapters?(found: Pick<Candidate, 'id' | 'market'>, settings: ProviderSettings): Question<ChaptersFound> | undefined;
}
