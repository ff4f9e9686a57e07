import { DavError, type DavReason } from './dav-error.js';

/**
 * One exchange with a server, as libs/outbound offers it. `target` goes out byte for byte: a server finds a file by the
 * very escapes it wrote itself.
 */
export interface CarryOrder {
  method: 'OPTIONS' | 'PROPFIND' | 'REPORT' | 'GET';
  /** "https://nas.example:8443". */
  origin: string;
  /** Path and query, escaped already. */
  target: string;
  headers: Readonly<Record<string, string>>;
  body?: string | undefined;
  limits: CarryLimits;
  signal?: AbortSignal | undefined;
}

/** Milliseconds and bytes; connecting has a limit of its own. */
export interface CarryLimits {
  headersMs: number;
  idleMs: number;
  totalMs?: number | undefined;
  mostBytes: number;
}

/** Names of headers are in lower case, several of one name joined by a comma. */
export interface Carried {
  status: number;
  headers: Readonly<Record<string, string>>;
  body: AsyncIterable<Uint8Array>;
  /** For a body nobody reads. */
  discard(): Promise<void>;
}

/**
 * The network: no redirects are followed, nothing is unpacked. It throws the signal's reason once aborted; whatever else
 * it throws carries a word for why as `failure`.
 */
export type Carry = (order: CarryOrder) => Promise<Carried>;

const REASONS: Readonly<Record<string, DavReason>> = {
  'name-not-found': 'dns_failed',
  'forbidden-address': 'blocked_address',
  'forbidden-redirect': 'redirect_refused',
  'too-many-redirects': 'redirect_refused',
  unreachable: 'connect_failed',
  'broken-off': 'connect_failed',
  'connect-timeout': 'connect_timeout',
  timeout: 'timeout',
  certificate: 'tls_invalid',
  'too-large': 'response_too_large',
  'unsupported-encoding': 'unsupported_encoding',
};
const PASSING: ReadonlySet<DavReason> = new Set(['dns_failed', 'connect_failed', 'connect_timeout', 'timeout']);

/** What the network threw, in our words; everything else as it is. */
export function failureOfNetwork(error: unknown): unknown {
  const failure = (error as { failure?: unknown } | null | undefined)?.failure;
  const reason = typeof failure === 'string' ? REASONS[failure] : undefined;
  return reason === undefined ? error : new DavError(reason, { cause: error, passing: PASSING.has(reason) });
}

/** An answer whose body, too, fails in our words. */
export function inOurWords(answer: Carried): Carried {
  return { ...answer, body: readInOurWords(answer.body), discard: () => answer.discard() };
}

async function* readInOurWords(body: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* body;
  } catch (error) {
    throw failureOfNetwork(error);
  }
}
