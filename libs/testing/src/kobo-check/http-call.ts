import { type ClientRequest, type IncomingMessage, request as httpRequest, type RequestOptions } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { holds, Unmet } from './expectation.js';

/** A whole answer, whatever its status. Names of headers are lower-case. */
export interface HttpAnswer {
  status: number;
  headers: Headers;
  /** As they came over the wire: names and values in turn. */
  rawHeaders: string[];
  bytes: Buffer;
}

export interface HttpCall {
  method?: string;
  headers?: Record<string, string>;
  /** Text and bytes go as they are, anything else as JSON. */
  body?: unknown;
}

/** As long as a device waits. */
const PATIENCE_MS = 30_000;

/**
 * One request, and no redirect followed. The address is sent exactly as it is written, brackets and quotes too: that is
 * what devices do and fetch does not. Rejects with Unmet where no whole answer comes in 30 seconds.
 */
export async function httpCall(
  url: string,
  { method = 'GET', headers = {}, body }: HttpCall = {},
): Promise<HttpAnswer> {
  const { hostname, port, protocol, path } = partsOf(url);
  const send = protocol === 'https:' ? httpsRequest : httpRequest;
  const bytes = body === undefined ? undefined : bytesOf(body);
  const options: RequestOptions = {
    method,
    hostname,
    port,
    path,
    agent: false,
    signal: AbortSignal.timeout(PATIENCE_MS),
    headers: { ...typeOf(body), ...(bytes && { 'content-length': bytes.length }), ...headers },
  };
  try {
    return await answerTo(send(options), bytes);
  } catch (error) {
    throw new Unmet(`an answer to ${method} ${path}`, String(error));
  }
}

function answerTo(sent: ClientRequest, body: Buffer | undefined): Promise<HttpAnswer> {
  return new Promise((resolve, reject) => {
    sent.on('error', reject);
    sent.on('response', (answer: IncomingMessage) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('error', reject);
      answer.on('end', () =>
        resolve({
          status: answer.statusCode ?? 0,
          headers: headersOf(answer.rawHeaders),
          rawHeaders: answer.rawHeaders,
          bytes: Buffer.concat(chunks),
        }),
      );
    });
    sent.end(body);
  });
}

/** The JSON of an answer; Unmet where its status is another, it is called otherwise or it cannot be parsed. */
export function jsonOf(answer: HttpAnswer, of: string, status = 200): unknown {
  holds(answer.status === status, `${of} to be answered with ${status}`, answer.status);
  const type = answer.headers.get('content-type');
  holds(type?.startsWith('application/json'), `${of} to be answered with JSON`, type ?? 'no content type');
  return parsed(answer, of);
}

/** The same, whatever its status and type. */
export function parsed({ bytes }: HttpAnswer, of: string): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    throw new Unmet(`${of} to be answered with JSON in UTF-8`, `${String(error)} for ${bytes.length} bytes`);
  }
}

/** Bytes of all header lines together. */
export const headerBytes = ({ rawHeaders }: HttpAnswer): number =>
  rawHeaders.reduce((sum, text) => sum + Buffer.byteLength(text) + 2, 0);

function partsOf(url: string) {
  const { protocol, hostname, port, origin } = new URL(url);
  // not the URL's own path: that is escaped
  const written = url.slice(url.indexOf('/', origin.indexOf('//') + 2));
  return { protocol, hostname: hostname.replace(/^\[|\]$/g, ''), port, path: written.startsWith('/') ? written : '/' };
}

function headersOf(raw: string[]): Headers {
  const headers = new Headers();
  for (let at = 0; at + 1 < raw.length; at += 2) headers.append(raw[at] ?? '', raw[at + 1] ?? '');
  return headers;
}

function bytesOf(body: unknown): Buffer {
  if (body instanceof Uint8Array) return Buffer.from(body);
  return Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
}

const typeOf = (body: unknown) => (body === undefined ? {} : { 'content-type': 'application/json' });
