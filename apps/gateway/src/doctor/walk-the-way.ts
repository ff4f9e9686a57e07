import { createHash } from 'node:crypto';
import { askAsDevice, type Question, type Reply } from './ask-as-device.js';
import { DOWNLOAD_DIGEST, type Echo, ECHO_PATHS, SENT } from './echo.js';
import { readEcho } from './read-echo.js';
import { speaksTls12 } from './speaks-tls12.js';

/** The methods a device sends besides GET and POST. */
export const CHANGES = ['PUT', 'PATCH', 'DELETE'] as const;

/** One request, what came of it, and what arrived where that is proved to be us. */
export interface Asked {
  reply: Reply;
  echo?: Echo;
}

/** Everything that was seen of the way from the public address to us. What follows `hello` is there when that came through. */
export interface Way {
  hello: Asked;
  rest?: {
    brackets: Asked;
    changes: Record<(typeof CHANGES)[number], Asked>;
    upload: Asked;
    headers: Asked;
    download: { reply: Reply; whole: boolean };
  };
  tls12?: boolean | undefined;
}

export interface Nonce {
  nonce: string;
  /** What only we answer to it. */
  proof: string;
}

const HELLO_MS = 5_000;
const REST_MS = 4_000;
const UPLOAD = Buffer.from(JSON.stringify({ Events: ['x'.repeat(1_000_000)] }));

/** Goes the way a Kobo goes, from `publicUrl` to this house, in less than ten seconds. Never throws. */
export async function walkTheWay(publicUrl: string, nonce: Nonce): Promise<Way> {
  const base = new URL(publicUrl);
  base.pathname = `${base.pathname.replace(/\/+$/, '')}/kobo/doctor.${nonce.nonce}`;
  const ask = async (method: string, path: string, signal: AbortSignal, body?: Buffer): Promise<Asked> => {
    const reply = await askAsDevice(base, question(method, path, body), signal);
    const echo = readEcho(reply, nonce.proof);
    return { reply, ...(echo && { echo }) };
  };

  const hello = await ask('GET', ECHO_PATHS.hello, AbortSignal.timeout(HELLO_MS));
  const signal = AbortSignal.timeout(REST_MS);
  const tls12 = base.protocol === 'https:' ? await speaksTls12(base, signal) : undefined;
  if (!hello.echo) return { hello, tls12 };
  const change = Buffer.from('{"ReadingStates":[]}');
  const [brackets, put, patch, remove, upload, headers, download] = await Promise.all([
    ask('GET', ECHO_PATHS.brackets, signal),
    ask('PUT', ECHO_PATHS.change, signal, change),
    ask('PATCH', ECHO_PATHS.change, signal, change),
    ask('DELETE', ECHO_PATHS.change, signal),
    ask('POST', ECHO_PATHS.upload, signal, UPLOAD),
    ask('GET', ECHO_PATHS.headers, signal),
    askAsDevice(base, question('GET', ECHO_PATHS.download), signal),
  ]);
  const changes = { PUT: put, PATCH: patch, DELETE: remove };
  return { hello, tls12, rest: { brackets, changes, upload, headers, download: withDigest(download) } };
}

function question(method: string, path: string, body?: Buffer): Question {
  const headers = {
    accept: 'application/json',
    'accept-encoding': 'gzip',
    'accept-language': 'en-US,*',
    authorization: SENT.authorization,
    'user-agent': SENT.userAgent,
    'x-kobo-synctoken': SENT.syncToken,
    ...(body && { 'content-type': 'application/json' }),
  };
  return { method, path, headers, ...(body && { body }) };
}

const withDigest = (reply: Reply) => ({
  reply,
  whole: reply.kind === 'answered' && createHash('sha256').update(reply.body).digest('hex') === DOWNLOAD_DIGEST,
});
