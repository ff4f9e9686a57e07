import type { ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import type { DavSeen, DavTreat } from './dav-manners.js';

export interface DavReply {
  status: number;
  headers: Readonly<Record<string, string | string[]>>;
  body: Iterable<string | Uint8Array>;
}

interface Sending {
  treat: DavTreat | undefined;
  seen: DavSeen;
}

/** Sends a reply, or what is made of it. */
export async function sendTreated(
  response: ServerResponse,
  honest: DavReply,
  { treat = {}, seen }: Sending,
): Promise<void> {
  if (treat.hang === 'headers') return;
  if (treat.delay !== undefined) await wait(treat.delay);
  const reply = treated(honest, treat);
  response.writeHead(reply.status, { ...reply.headers });
  if (treat.hang === 'body') return void response.write('<');
  for await (const chunk of paced(reply.body, treat)) {
    if (response.destroyed) return;
    seen.sent += chunk.length;
    if (!response.write(chunk)) await drained(response);
  }
  if (treat.breakAt === undefined) return void response.end();
  // What was written is to be on its way before the connection goes.
  response.write('', () => setTimeout(() => response.destroy(), 20));
}

function drained(response: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      response.off('drain', done).off('close', done);
      resolve();
    };
    response.on('drain', done).on('close', done);
  });
}

function treated(honest: DavReply, treat: DavTreat): DavReply {
  const { status, headers = {}, body, redirect, edit } = treat;
  if (redirect !== undefined)
    return { status: status ?? 302, headers: { ...headers, location: redirect }, body: ['<html>Moved</html>'] };
  const own = status !== undefined && status !== honest.status;
  const base = own || body !== undefined ? withoutLength(honest.headers) : honest.headers;
  const said = body === undefined ? (own ? [] : honest.body) : typeof body === 'function' ? body() : [body];
  const text = edit ? [edit([...said].map((part) => Buffer.from(part as string).toString()).join(''))] : said;
  return { status: status ?? honest.status, headers: { ...base, ...headers }, body: text };
}

function withoutLength(headers: DavReply['headers']): DavReply['headers'] {
  const left = ['content-length', 'content-range'];
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !left.includes(name)));
}

async function* paced(body: DavReply['body'], { cutAt, breakAt, drip }: DavTreat): AsyncGenerator<Uint8Array> {
  const most = cutAt ?? breakAt ?? Infinity;
  let sent = 0;
  for (const part of body) {
    const bytes = typeof part === 'string' ? Buffer.from(part) : part;
    const chunk = bytes.subarray(0, Math.max(0, most - sent));
    sent += chunk.length;
    if (drip === undefined) {
      if (chunk.length > 0) yield chunk;
      continue;
    }
    for (const byte of chunk) {
      yield Uint8Array.of(byte);
      await wait(drip);
    }
  }
}
