import { DomainError, type ProblemCode } from '@octavo/domain';

/** Why a server was of no use: what it is told by over HTTP and kept by in the database. Add, never rename. */
export const DAV_REASONS = {
  dns_failed: { problem: 'source.unreachable', words: 'The name of the server is not known.' },
  blocked_address: { problem: 'source.refused', words: 'This address may not be reached from here.' },
  connect_failed: { problem: 'source.unreachable', words: 'The server cannot be reached, or broke off.' },
  connect_timeout: { problem: 'source.unreachable', words: 'The server takes no connection.' },
  tls_invalid: { problem: 'source.unreachable', words: 'The certificate of the server cannot be trusted.' },
  auth_failed: { problem: 'source.refused', words: 'The server does not accept the name or the password.' },
  auth_scheme_unsupported: {
    problem: 'source.refused',
    words: 'The server wants to be signed in to in another way than is set, or in one Octavo does not know.',
  },
  forbidden: { problem: 'source.refused', words: 'The server does not let this account look in here.' },
  not_found: { problem: 'source.unreachable', words: 'The server has nothing at this address.' },
  not_a_collection: { problem: 'source.unreachable', words: 'There is a file at this address, not a folder.' },
  not_webdav: {
    problem: 'source.unreachable',
    words: 'What answers at this address does not speak WebDAV; it may be a page for people.',
  },
  redirect_refused: { problem: 'source.unreachable', words: 'The server redirects to where it is not followed.' },
  rate_limited: { problem: 'source.busy', words: 'The server wants to be asked less often.' },
  server_error: { problem: 'source.unreachable', words: 'The server answers with an error of its own.' },
  response_too_large: { problem: 'source.unreachable', words: 'The server answers with more than it may.' },
  too_many_entries: { problem: 'source.unreachable', words: 'The server lists more entries than are taken.' },
  malformed_response: {
    problem: 'source.unreachable',
    words: 'The answer of the server is cut off or not as it must be.',
  },
  unsupported_encoding: {
    problem: 'source.unreachable',
    words: 'The server packs its answers though it is asked not to.',
  },
  timeout: { problem: 'source.unreachable', words: 'The server does not answer in time.' },
  file_changed: { problem: 'file.settling', words: 'The file on the server changed while it was read.' },
  no_ranges: {
    problem: 'source.unreachable',
    words: 'The server gives no parts of files, and this one is too large to be read whole.',
  },
} as const satisfies Record<string, { problem: ProblemCode; words: string }>;

export type DavReason = keyof typeof DAV_REASONS;

export interface DavErrorOptions {
  cause?: unknown;
  /** Of the answer, where there was one. */
  status?: number;
  /** Seconds, as the server said. */
  retryAfter?: number;
  /** Instead of the reason's own sentence. No address with a query, no credentials, nothing a server sent. */
  words?: string;
  /** It may go well in a moment. */
  passing?: boolean;
}

/** A server that was of no use. The sentence is made of our words and numbers only, so it can be shown and kept. */
export class DavError extends DomainError {
  readonly status: number | undefined;
  readonly passing: boolean;

  constructor(
    readonly reason: DavReason,
    { cause, status, retryAfter, words, passing = false }: DavErrorOptions = {},
  ) {
    const { problem, words: own } = DAV_REASONS[reason];
    const answered = status === undefined ? '' : ` (It answered ${status}.)`;
    super(problem, `${words ?? own}${answered}`, {
      ...(cause !== undefined && { cause }),
      ...(retryAfter !== undefined && { retryAfter }),
    });
    this.status = status;
    this.passing = passing;
  }
}
