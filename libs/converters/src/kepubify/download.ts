import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import http, { type IncomingMessage } from 'node:http';
import https from 'node:https';
import { pipeline } from 'node:stream/promises';
import type { KepubifyLimits } from './limits.js';
import { mayFollow } from './may-follow.js';

/** HTTP_PROXY, HTTPS_PROXY and NO_PROXY, as an environment has them. */
export type ProxySettings = Readonly<Record<string, string | undefined>>;

export interface Download {
  address: URL;
  /** The file to write; it must not be there. */
  into: string;
  proxy?: ProxySettings | undefined;
  limits: Pick<KepubifyLimits, 'programBytes' | 'downloadMs' | 'stallMs'>;
}

/** Why the other side's answer is no program; the message goes behind the name of the host. */
export class BadAnswer extends Error {}

const MOST_REDIRECTS = 5;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);

/**
 * Writes what lies at an address into a new file, on disk before it returns, and gives the SHA-256 of it. Throws
 * BadAnswer, or what the network or the disk throws; once aborted, the signal's reason.
 */
export async function download(order: Download, signal?: AbortSignal): Promise<string> {
  const { into, limits } = order;
  const timeUp = AbortSignal.timeout(limits.downloadMs);
  const ends = signal ? AbortSignal.any([signal, timeUp]) : timeUp;
  try {
    const answer = await openAnswer(order, ends);
    const hash = createHash('sha256');
    const measured = async function* (chunks: AsyncIterable<Buffer>) {
      let size = 0;
      for await (const chunk of chunks) {
        size += chunk.byteLength;
        if (size > limits.programBytes) throw tooLarge(limits.programBytes);
        hash.update(chunk);
        yield chunk;
      }
    };
    const out = createWriteStream(into, { flags: 'wx', mode: 0o600, flush: true });
    await pipeline(answer, measured, out, { signal: ends });
    return hash.digest('hex');
  } catch (error) {
    signal?.throwIfAborted();
    if (timeUp.aborted) throw new BadAnswer('took too long to send it');
    throw error;
  }
}

async function openAnswer({ address, proxy, limits }: Download, signal: AbortSignal): Promise<IncomingMessage> {
  const agents = { 'http:': new http.Agent(proxied(proxy)), 'https:': new https.Agent(proxied(proxy)) };
  let at = address;
  for (let hops = 0; hops <= MOST_REDIRECTS; hops += 1) {
    const answer = await ask(at, agents[at.protocol === 'https:' ? 'https:' : 'http:'], limits.stallMs, signal);
    const status = answer.statusCode ?? 0;
    if (!REDIRECTS.has(status)) return accepted(answer, limits.programBytes);
    answer.destroy();
    const next = URL.parse(answer.headers.location ?? '', at.href);
    if (!next || !mayFollow(address, next)) throw new BadAnswer('leads on to an address that is not HTTPS');
    at = next;
  }
  throw new BadAnswer('leads in circles');
}

function ask(at: URL, agent: http.Agent, stallMs: number, signal: AbortSignal): Promise<IncomingMessage> {
  const { get } = at.protocol === 'https:' ? https : http;
  const headers = { 'user-agent': 'Octavo', 'accept-encoding': 'identity' };
  return new Promise((resolve, reject) => {
    let received: IncomingMessage | undefined;
    const request = get(at, { agent, headers, signal }, (answer) => resolve((received = answer)));
    request.setTimeout(stallMs, () => (received ?? request).destroy(new BadAnswer('stopped sending')));
    request.on('error', reject);
  });
}

function accepted(answer: IncomingMessage, mostBytes: number): IncomingMessage {
  const promised = Number(answer.headers['content-length'] ?? 0);
  if (answer.statusCode === 200 && promised <= mostBytes) return answer;
  answer.destroy();
  if (answer.statusCode === 200) throw tooLarge(mostBytes);
  throw new BadAnswer(`answers ${answer.statusCode}`);
}

function tooLarge(mostBytes: number): BadAnswer {
  return new BadAnswer(`sends more than ${Math.ceil(mostBytes / 1024 ** 2)} MiB`);
}

function proxied(proxy: ProxySettings | undefined): http.AgentOptions {
  return proxy ? { proxyEnv: { ...proxy } } : {};
}
