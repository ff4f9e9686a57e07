import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { DomainError } from '@octavo/domain';
import type { StoreReply } from '@octavo/kobo';
import { CONFIG, type Config } from '@octavo/platform';
import { Agent as HttpAgent, type ClientRequest, type IncomingMessage, request as httpRequest } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';

/** One request to the store. */
export interface StoreAsk {
  method: string;
  /** Path and query as they go into the request line. */
  target: string;
  headers: Record<string, string>;
  body?: Buffer;
}

/** For everything from the connection to the last byte: a device waits some 30 s, and our own answer has to fit in, too. */
const PATIENCE_MS = 10_000;
const MOST_BYTES = 10_000_000;
/** The store's sync token alone has 2.5 KB. */
const MOST_HEADER_BYTES = 65_536;
const SILENCE_COUNTS_MS = 60_000;

const AT_ONCE = { keepAlive: true, maxSockets: 16 };
const REPEATABLE = new Set(['GET', 'HEAD', 'PUT', 'DELETE']);
const WITHOUT_BODY = new Set(['GET', 'HEAD']);

/**
 * Speaks to the one address in KOBO_STORE_BASE_URL, whatever a device says. By node:http rather than fetch, which would
 * write paths and queries anew and follow redirects.
 */
@Injectable()
export class StoreClient implements OnApplicationShutdown {
  private readonly base: URL;
  private readonly agent: HttpAgent | HttpsAgent;
  private silentAt = -Infinity;

  constructor(@Inject(CONFIG) { KOBO_STORE_BASE_URL }: Config) {
    this.base = new URL(KOBO_STORE_BASE_URL);
    this.agent = this.base.protocol === 'https:' ? new HttpsAgent(AT_ONCE) : new HttpAgent(AT_ONCE);
  }

  /** The whole address of a target. */
  addressOf(target: string): string {
    return this.base.origin + this.pathOf(target);
  }

  /** True when the store let the last request wait in vain, a short while ago: the next may well wait in vain, too. */
  get isSilent(): boolean {
    return performance.now() - this.silentAt < SILENCE_COUNTS_MS;
  }

  /** The store's whole answer, whatever its status. Throws 'store.unavailable' where there is none within `patience` ms. */
  async ask(ask: StoreAsk, patience = PATIENCE_MS): Promise<StoreReply> {
    const signal = AbortSignal.timeout(patience);
    try {
      const reply = await this.send(ask, signal).catch((error: unknown) => {
        // the store may close a connection in the instant we use it again
        if (!(error instanceof StaleConnection) || !REPEATABLE.has(ask.method)) throw error;
        return this.send(ask, signal);
      });
      this.silentAt = -Infinity;
      return reply;
    } catch (error) {
      if (signal.aborted) this.silentAt = performance.now();
      if (error instanceof DomainError) throw error;
      const { code = 'failed' } = error as { code?: string };
      const reason = signal.aborted ? `it took longer than ${patience} ms` : `the connection broke off (${code})`;
      throw new DomainError('store.unavailable', reason);
    }
  }

  onApplicationShutdown(): void {
    this.agent.destroy();
  }

  private send(ask: StoreAsk, signal: AbortSignal): Promise<StoreReply> {
    return new Promise((resolve, reject) => {
      const sent = this.open(ask, signal);
      sent.on('response', (answer) => void readReply(answer).then(resolve, reject));
      sent.on('error', (error) => reject(isStale(sent, error) ? new StaleConnection() : error));
      sent.end(WITHOUT_BODY.has(ask.method) ? undefined : ask.body);
    });
  }

  private open({ method, target, headers, body }: StoreAsk, signal: AbortSignal): ClientRequest {
    const { protocol, hostname, port } = this.base;
    const length = WITHOUT_BODY.has(method) ? {} : { 'content-length': String(body?.length ?? 0) };
    const send = protocol === 'https:' ? httpsRequest : httpRequest;
    return send({
      method,
      protocol,
      hostname: hostname.replace(/^\[|\]$/g, ''),
      port,
      path: this.pathOf(target),
      headers: { ...headers, ...length, 'accept-encoding': 'identity' },
      agent: this.agent,
      maxHeaderSize: MOST_HEADER_BYTES,
      signal,
    });
  }

  private pathOf(target: string): string {
    return this.base.pathname.replace(/\/$/, '') + target;
  }
}

/** Nobody has seen the request: it went into a connection that was kept and had been closed. */
class StaleConnection extends Error {
  override readonly name = 'StaleConnection';
  readonly code = 'ECONNRESET';
}

const isStale = (sent: ClientRequest, error: NodeJS.ErrnoException) => sent.reusedSocket && error.code === 'ECONNRESET';

async function readReply(answer: IncomingMessage): Promise<StoreReply> {
  const { statusCode: status = 0, headers } = answer;
  const encoding = headers['content-encoding'] ?? 'identity';
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > MOST_BYTES)
      throw new DomainError('store.unavailable', `its answer is larger than ${MOST_BYTES} bytes`);
    chunks.push(chunk);
  }
  if (encoding !== 'identity') throw new DomainError('store.unavailable', 'its answer is encoded, unasked');
  return { status, headers, body: Buffer.concat(chunks, length) };
}
