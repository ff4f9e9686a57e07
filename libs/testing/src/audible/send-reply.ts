import type { ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { jsonReply, pageReply, refusalReply, type AudibleReply } from './audible-reply.js';
import type { AudibleTreat } from './audible-treat.js';

/** What is sent in place of an honest answer; undefined where nothing is. */
export function replyInstead(treat: AudibleTreat): AudibleReply | undefined {
  const { html503, status, message = 'Whoops! Looks like something went wrong.', retryAfter, notJson200 } = treat;
  const headers: Record<string, string> = retryAfter === undefined ? {} : { 'retry-after': retryAfter };
  const page = '<html><title>Website Temporarily Unavailable</title><h1>We will be back soon.</h1>';
  const sorry = pageReply(html503 ? 503 : 200, page);
  if (html503) return { ...sorry, headers: { ...sorry.headers, ...headers } };
  if (status !== undefined) {
    const refusal = refusalReply(status, message);
    return { ...refusal, headers: { ...refusal.headers, ...headers } };
  }
  if (notJson200) return sorry;
  if (treat.emptyObject) return jsonReply(200, {});
  return 'answer' in treat ? jsonReply(200, treat.answer) : undefined;
}

interface Sending {
  treat: AudibleTreat;
  /** Whether the answer is to be packed. */
  packed: boolean;
  /** The server is closed. */
  closing: AbortSignal;
}

/** Sends a reply, or what a treatment leaves of it. */
export async function sendReply(
  response: ServerResponse,
  reply: AudibleReply,
  { treat, packed, closing }: Sending,
): Promise<void> {
  if (treat.slow !== undefined && !(await passes(treat.slow, closing))) return;
  if (treat.dropConnection === 'before') return void response.destroy();
  const said = treat.truncateBody ? reply.body.slice(0, Math.floor(reply.body.length / 2)) : reply.body;
  const bytes = packed ? gzipSync(said) : Buffer.from(said);
  const packing = packed ? { 'content-encoding': 'gzip' } : {};
  response.writeHead(reply.status, { ...reply.headers, ...packing, 'content-length': String(bytes.length) });
  if (treat.drip !== undefined) return drip(response, bytes, { every: treat.drip, closing });
  if (treat.stall) return void response.write(bytes.subarray(0, 1));
  if (treat.dropConnection !== 'within') return void response.end(bytes);
  response.write(bytes.subarray(0, Math.floor(bytes.length / 2)), () => {
    // What was written is to be on its way before the connection goes.
    void passes(20, closing).then(() => response.destroy());
  });
}

/** Until all is said, or whoever listens has gone. */
async function drip(
  response: ServerResponse,
  bytes: Buffer,
  { every, closing }: { every: number; closing: AbortSignal },
): Promise<void> {
  for (let at = 0; at < bytes.length && !response.destroyed; at += 1) {
    response.write(bytes.subarray(at, at + 1));
    if (!(await passes(every, closing))) return;
  }
  response.end();
}

async function passes(ms: number, signal: AbortSignal): Promise<boolean> {
  try {
    await wait(ms, undefined, { signal });
    return true;
  } catch (error) {
    if (signal.aborted) return false;
    throw error;
  }
}
