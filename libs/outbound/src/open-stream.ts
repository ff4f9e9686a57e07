import type { Dispatcher } from 'undici';
import { OutboundError, outboundError } from './problems.js';
import { flatHeaders } from './flat-headers.js';

/** A request whose answer is read while it comes. Redirects are told, not followed; nothing is unpacked. */
export interface StreamOrder {
  method: string;
  /** "https://nas.example:8443". */
  origin: string;
  /** Path and query exactly as they are to go out: nothing in them is escaped, unescaped or tidied. */
  target: string;
  headers?: Readonly<Record<string, string>>;
  body?: string | Uint8Array | undefined;
  limits: StreamLimits;
  signal?: AbortSignal | undefined;
  /** Certificates in PEM that are trusted beside those everybody trusts. */
  ca?: string | undefined;
}

export interface StreamLimits {
  /** Until the headers are here, in milliseconds; connecting has its own limit. */
  headersMs: number;
  /** The longest silence within the body. */
  idleMs: number;
  /** From the first byte sent to the last received; a body that is read slowly counts too. None where nothing is said. */
  totalMs?: number | undefined;
  mostBytes: number;
}

/** Names of headers are in lower case, several of one name joined by a comma and a space. */
export interface OutboundStream {
  status: number;
  headers: Record<string, string>;
  /** To be read once, or discarded. Throws OutboundError; once aborted, the signal's reason. */
  body: AsyncIterable<Uint8Array>;
  /** For a body nobody wants: what is little is let pass, so that the connection can serve again. Throws nothing. */
  discard(): Promise<void>;
}

const LET_PASS = 64 * 1024;
const LET_PASS_MS = 2000;

/** Sends an order and waits for the headers. Throws OutboundError; once aborted, the signal's reason. */
export async function openStream(order: StreamOrder, dispatcher: Dispatcher): Promise<OutboundStream> {
  const ending = new Ending(order);
  try {
    const { method, origin, target: path, headers = {}, body = null, limits } = order;
    const answer = await dispatcher.request({
      method,
      origin,
      path,
      headers,
      body,
      signal: ending.signal,
      headersTimeout: limits.headersMs,
      bodyTimeout: limits.idleMs,
    });
    return toStream(answer, order, ending);
  } catch (error) {
    throw ending.reasonOf(error);
  }
}

function toStream(answer: Dispatcher.ResponseData, order: StreamOrder, ending: Ending): OutboundStream {
  const headers = flatHeaders(answer.headers);
  const { body } = answer;
  const discard = async () => {
    const patience = AbortSignal.timeout(LET_PASS_MS);
    await body.dump({ limit: LET_PASS, signal: patience }).catch(() => undefined); // whatever is wrong, nobody wants it
    ending.settle();
  };
  const objection = objectionTo(headers, order);
  if (objection) {
    body.on('error', () => undefined).destroy();
    throw objection;
  }
  return { status: answer.statusCode, headers, body: limited(body, order, ending), discard };
}

/** A body that is packed could unpack to anything, and we said that we take none. */
function objectionTo(headers: Record<string, string>, { origin, limits, method }: StreamOrder) {
  const { host } = new URL(origin);
  const encoding = (headers['content-encoding'] ?? '').trim().toLowerCase();
  if (encoding !== '' && encoding !== 'identity')
    return new OutboundError('unsupported-encoding', `${host} packs its answer though it was asked not to`);
  if (method !== 'HEAD' && Number(headers['content-length'] ?? 0) > limits.mostBytes) return tooLarge(host);
  return undefined;
}

async function* limited(body: Dispatcher.ResponseData['body'], order: StreamOrder, ending: Ending) {
  let size = 0;
  try {
    for await (const chunk of body as AsyncIterable<Uint8Array>) {
      size += chunk.byteLength;
      if (size > order.limits.mostBytes) throw tooLarge(new URL(order.origin).host);
      yield chunk;
    }
  } catch (error) {
    throw ending.reasonOf(error);
  } finally {
    ending.settle();
  }
}

const tooLarge = (host: string) => new OutboundError('too-large', `${host} sends more than it may`);

/** What can end an exchange early: whoever asked, or the clock. */
class Ending {
  // One signal for both, since one composed of others is costly, and there is one for each exchange.
  private readonly early = new AbortController();
  private readonly timer: NodeJS.Timeout | undefined;
  private isTimeUp = false;

  constructor(private readonly order: StreamOrder) {
    const { signal, limits } = order;
    if (limits.totalMs !== undefined) this.timer = setTimeout(() => this.endInTime(), limits.totalMs).unref();
    if (signal?.aborted) this.endAsAsked();
    signal?.addEventListener('abort', this.endAsAsked);
  }

  get signal(): AbortSignal {
    return this.early.signal;
  }

  settle(): void {
    clearTimeout(this.timer);
    this.order.signal?.removeEventListener('abort', this.endAsAsked);
  }

  /** What an exchange that failed is to throw. */
  reasonOf(error: unknown): unknown {
    this.settle();
    const { signal, origin } = this.order;
    if (signal?.aborted) return signal.reason;
    const { host } = new URL(origin);
    if (this.isTimeUp) return new OutboundError('timeout', `${host} does not answer in time`, { cause: error });
    if ((error as { code?: unknown } | null)?.code === 'UND_ERR_CONNECT_TIMEOUT')
      return new OutboundError('connect-timeout', `${host} does not take connections in time`, { cause: error });
    return outboundError(error, host);
  }

  private endInTime(): void {
    this.isTimeUp = true;
    this.early.abort();
  }

  private readonly endAsAsked = (): void => this.early.abort(this.order.signal?.reason);
}
