import { gunzipSync } from 'node:zlib';
import type { Reply } from './ask-as-device.js';
import { Echo } from './echo.js';

const MOST_UNPACKED = 100_000;

/** What arrived at the other end, if the answer proves that the other end was us. Takes any answer and never throws. */
export function readEcho(reply: Reply, proof: string): Echo | undefined {
  if (reply.kind !== 'answered' || reply.status !== 200) return undefined;
  try {
    const { body, headers } = reply;
    const text = headers['content-encoding'] === 'gzip' ? gunzipSync(body, { maxOutputLength: MOST_UNPACKED }) : body;
    const { data } = Echo.safeParse(JSON.parse(text.toString('utf8')));
    return data?.proof === proof ? data : undefined;
  } catch {
    return undefined; // no JSON: a page, or somebody else's answer
  }
}
