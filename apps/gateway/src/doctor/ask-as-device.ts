import { type IncomingHttpHeaders, type IncomingMessage, request as httpRequest, type RequestOptions } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { TLSSocket } from 'node:tls';

export interface Question {
  method: string;
  /** Path and query as they are to stand on the wire, below the address's own path. */
  path: string;
  headers: Record<string, string>;
  body?: Buffer;
}

/** What the connection said of itself. */
export interface TlsSeen {
  /** As "TLSv1.3". */
  protocol: string | null;
  /** Why the certificate is not to be trusted; null where it is. */
  problem: string | null;
}

export type Reply =
  | {
      kind: 'answered';
      status: number;
      headers: IncomingHttpHeaders;
      body: Buffer;
      /** From the question to the last byte, and when that came. */
      ms: number;
      at: Date;
      tls: TlsSeen | null;
    }
  | { kind: 'failed'; code: string; ms: number };

/** More than any answer of ours to the doctor; a stranger may send whatever it likes. */
const MOST_BYTES = 200_000;

/**
 * Sends one request the way a Kobo would: brackets in the query unescaped, no port in the Host header, no redirect
 * followed. Never throws: what went wrong is in the answer, as the code Node gives it, or TIMEOUT when `signal` came first.
 * A certificate that is not trusted is noted and not minded: nothing secret is sent, and the rest is worth knowing.
 */
export function askAsDevice(base: URL, question: Question, signal: AbortSignal): Promise<Reply> {
  const started = performance.now();
  const since = () => Math.round(performance.now() - started);
  const secure = base.protocol === 'https:';
  const hostname = base.hostname.replace(/^\[|\]$/g, '');
  const options: RequestOptions & { rejectUnauthorized: boolean } = {
    hostname,
    port: base.port || (secure ? 443 : 80),
    method: question.method,
    path: base.pathname.replace(/\/+$/, '') + question.path,
    headers: {
      ...question.headers,
      host: base.hostname,
      ...(question.body && { 'content-length': String(question.body.length) }),
    },
    agent: false,
    signal,
    rejectUnauthorized: false,
  };
  return new Promise((resolve) => {
    const fail = (error: Error) => resolve({ kind: 'failed', code: codeOf(error, signal), ms: since() });
    const sent = (secure ? httpsRequest : httpRequest)(options, (answer) => {
      const tls = secure ? tlsOf(answer.socket as TLSSocket) : null;
      readBody(answer).then((body) => {
        const { statusCode = 0, headers } = answer;
        resolve({ kind: 'answered', status: statusCode, headers, body, ms: since(), at: new Date(), tls });
        sent.destroy();
      }, fail);
    });
    sent.on('error', fail).end(question.body);
  });
}

async function readBody(answer: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > MOST_BYTES) break;
  }
  return Buffer.concat(chunks);
}

function tlsOf(socket: TLSSocket): TlsSeen {
  // typed as an Error, and in truth the error's code
  const said = socket.authorizationError as Error | string | undefined;
  const problem = said instanceof Error ? codeOf(said) : (said ?? 'UNKNOWN');
  return { protocol: socket.getProtocol(), problem: socket.authorized ? null : problem };
}

function codeOf(error: Error, signal?: AbortSignal): string {
  if (signal?.aborted) return 'TIMEOUT';
  // where a name has several addresses, Node tries them all and tells of each
  const each = (error as { errors?: unknown[] }).errors?.[0];
  return (error as NodeJS.ErrnoException).code ?? (each as NodeJS.ErrnoException | undefined)?.code ?? error.name;
}
