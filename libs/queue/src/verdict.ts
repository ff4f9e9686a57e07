import { DomainError, type ErrorKind } from '@octavo/domain';

/** What becomes of a run whose processor threw. */
export interface Verdict {
  /** Milliseconds until the next try; undefined: there is none. */
  retryIn: number | undefined;
  code: string;
  detail: string;
  /** How loudly it is logged. */
  level: 'info' | 'warn' | 'error';
}

type Policy = Pick<Verdict, 'level'> & { retry: 'never' | 'as-told' | 'later' };

const POLICIES = {
  invalid: { retry: 'never', level: 'info' },
  unauthenticated: { retry: 'never', level: 'info' },
  forbidden: { retry: 'never', level: 'info' },
  'not-found': { retry: 'never', level: 'info' },
  conflict: { retry: 'never', level: 'info' },
  'too-large': { retry: 'never', level: 'info' },
  unsupported: { retry: 'never', level: 'warn' },
  corrupt: { retry: 'never', level: 'warn' },
  'rate-limited': { retry: 'as-told', level: 'warn' },
  unavailable: { retry: 'as-told', level: 'warn' },
} as const satisfies Record<ErrorKind, Policy>;

/** A bug or an outage of ours: one more attempt rarely makes it worse. */
const UNFORESEEN: Policy = { retry: 'later', level: 'error' };

const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 5 * 60_000;

/**
 * Decides from the error, and how often it was tried already (the failed attempt included), what happens next: as long
 * as the error says to wait, else exponentially longer with jitter. `random` gives numbers from 0 to 1.
 */
export function verdictOn(error: unknown, attempt: number, attempts: number, random = Math.random): Verdict {
  const known = error instanceof DomainError ? error : undefined;
  const policy = known ? POLICIES[known.kind] : UNFORESEEN;
  const again = policy.retry !== 'never' && attempt < attempts;
  const told = policy.retry === 'as-told' ? known?.retryAfter : undefined;
  return {
    retryIn: again ? (told === undefined ? backoff(attempt, random()) : told * 1_000) : undefined,
    code: known?.code ?? 'internal',
    detail: known?.detail ?? (error instanceof Error ? error.message : String(error)),
    level: policy.level,
  };
}

/** 1 s, 2 s, 4 s … at most 5 min, each shortened by up to half so that many failures do not come back together. */
function backoff(attempt: number, chance: number): number {
  const nominal = Math.min(FIRST_WAIT_MS * 2 ** (attempt - 1), LONGEST_WAIT_MS);
  return Math.round(nominal * (1 - chance / 2));
}
