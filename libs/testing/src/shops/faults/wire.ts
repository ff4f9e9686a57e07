import type { ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import type { ShopAnswer } from '../shop-answer.js';

const WORTH_PACKING = 1000;
const PARTS = 20;

/** Sends an answer as servers do: packed where the client takes that and it is worth it. */
export function send(answer: ShopAnswer, response: ServerResponse, accepted = ''): void {
  const isPacked = typeof answer.body === 'string' && answer.body.length > WORTH_PACKING && /\bgzip\b/.test(accepted);
  const bytes = isPacked ? gzipSync(answer.body, { level: 1 }) : bytesOf(answer);
  response.writeHead(answer.status, {
    ...answer.headers,
    ...(isPacked && { 'content-encoding': 'gzip' }),
    'content-length': bytes.byteLength,
  });
  response.end(bytes);
}

export function bytesOf({ body }: ShopAnswer): Buffer {
  return typeof body === 'string' ? Buffer.from(body, 'utf8') : body;
}

/** Promises more than it sends, then breaks off. */
export function sendTruncated(answer: ShopAnswer, response: ServerResponse): void {
  const bytes = bytesOf(answer);
  response.writeHead(answer.status, { ...answer.headers, 'content-length': bytes.byteLength + 1000 });
  response.write(bytes.subarray(0, Math.ceil(bytes.byteLength / 2)), () => response.destroy());
}

/** In small parts with pauses before them; stops when nobody listens any more. */
export async function sendSlowly(answer: ShopAnswer, response: ServerResponse, ms: number): Promise<void> {
  const bytes = bytesOf(answer);
  const length = Math.max(1, Math.ceil(bytes.byteLength / PARTS));
  const gone = new AbortController();
  response.once('close', () => gone.abort());
  response.writeHead(answer.status, { ...answer.headers, 'content-length': bytes.byteLength });
  response.flushHeaders();
  try {
    for (let at = 0; at < bytes.byteLength; at += length) {
      await pause(ms, undefined, { signal: gone.signal });
      response.write(bytes.subarray(at, at + length));
    }
    response.end();
  } catch (error) {
    if (!gone.signal.aborted) throw error;
  }
}

/** So many bytes of filling behind the beginning of an answer, as fast as they are taken. */
export function pour(answer: ShopAnswer, response: ServerResponse, most: number): void {
  response.writeHead(200, answer.headers);
  response.write(bytesOf(answer).subarray(0, 200));
  const chunk = Buffer.alloc(65_536, 'x ');
  let sent = 0;
  const more = () => {
    while (!response.destroyed && sent < most) {
      sent += chunk.byteLength;
      if (!response.write(chunk)) return;
    }
    if (!response.destroyed) response.end();
  };
  response.on('drain', more);
  more();
}
