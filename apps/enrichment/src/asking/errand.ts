import type { Answer, MetadataProvider, ProviderSettings, Request } from '@octavo/providers';

/** A request on a provider's behalf. */
export interface Errand {
  provider: MetadataProvider;
  settings: ProviderSettings;
  request: Request;
  /** Milliseconds from the first byte sent to the last received, and bytes of the unpacked body. */
  limits: { withinMs: number; mostBytes: number };
  signal: AbortSignal;
}

/** What an answer turned out to be. */
export type Reading<Result> =
  /** `says` is for the log: "found", "not-found". */
  | { kind: 'read'; result: Result; says: string }
  | { kind: 'blocked'; reason: string; retryAfterSec?: number }
  /** It failed; `isLasting` where asking again at once is of no use. */
  | { kind: 'outage'; reason: string; isLasting?: boolean }
  /** This one answer is of no use, which says nothing of others. */
  | { kind: 'unreadable'; reason: string };

/** A request with what is to be made of its answer. */
export interface Visit<Result> extends Errand {
  /** Looked at when the host is ours and nobody else can ask it: what became known while we waited, if anything. */
  known?: () => Promise<Result | undefined>;
  /** Never throws. Done while the host is still ours. */
  read: (answer: Answer) => Promise<Reading<Result>>;
}
