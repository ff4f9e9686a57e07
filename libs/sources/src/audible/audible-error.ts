import { DomainError, type ProblemCode } from '@octavo/domain';

/** Why Audible was of no use: what it is told by over HTTP and kept by in the database. Add, never rename. */
export const AUDIBLE_REASONS = {
  reauth_required: {
    problem: 'audible.reauth-required',
    words: 'Audible does not accept this account any more. Sign in once more.',
  },
  clock_wrong: {
    problem: 'audible.unusable',
    words: 'The clock here is wrong, so Audible takes what it is asked for out of date.',
  },
  throttled: { problem: 'audible.busy', words: 'Audible wants to be asked less often.' },
  outage: {
    problem: 'audible.unreachable',
    words: 'Audible answers with a page for people: it is out of order, or a VPN or proxy stands between.',
  },
  server_error: { problem: 'audible.unreachable', words: 'Audible answers with an error of its own.' },
  unreachable: { problem: 'audible.unreachable', words: 'Audible cannot be reached.' },
  malformed_response: {
    problem: 'audible.unreachable',
    words: 'The answer of Audible is cut off or not as it must be.',
  },
  rejected: { problem: 'audible.unusable', words: 'Audible does not take the question.' },
  not_owned: { problem: 'audible.unusable', words: 'The title is not in this library.' },
  sign_in_failed: {
    problem: 'audible.sign-in-failed',
    words: 'Amazon did not accept the sign-in. Begin it once more.',
  },
} as const satisfies Record<string, { problem: ProblemCode; words: string }>;

export type AudibleReason = keyof typeof AUDIBLE_REASONS;

export interface AudibleErrorOptions {
  cause?: unknown;
  /** Of the answer, where there was one. */
  status?: number;
  /** Seconds, as the server said. */
  retryAfter?: number;
  /** Instead of the reason's own sentence. No address, no credentials; of a server's words only those it says about our question. */
  words?: string;
}

/** Audible or Amazon was of no use. The sentence can be shown and kept. */
export class AudibleError extends DomainError {
  readonly status: number | undefined;

  constructor(
    readonly reason: AudibleReason,
    { cause, status, retryAfter, words }: AudibleErrorOptions = {},
  ) {
    const { problem, words: own } = AUDIBLE_REASONS[reason];
    const answered = status === undefined ? '' : ` (It answered ${status}.)`;
    super(problem, `${words ?? own}${answered}`, {
      ...(cause !== undefined && { cause }),
      ...(retryAfter !== undefined && { retryAfter }),
    });
    this.status = status;
  }
}
