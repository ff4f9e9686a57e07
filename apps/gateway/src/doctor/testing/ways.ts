import type { Reply } from '../ask-as-device.js';
import { DOWNLOAD, type Echo, SENT } from '../echo.js';
import type { Asked, Way } from '../walk-the-way.js';

type Answered = Extract<Reply, { kind: 'answered' }>;

/** An answer as specs of findings need it: 200, JSON, everything in order. */
export const answered = (given: Partial<Answered> = {}): Answered => ({
  kind: 'answered',
  status: 200,
  headers: {
    'content-type': 'application/json; charset=utf-8',
    'x-kobo-synctoken': SENT.syncToken,
    'x-kobo-sync': 'continue',
  },
  body: Buffer.from('{}'),
  ms: 12,
  at: new Date('2026-11-21T12:00:00Z'),
  tls: null,
  ...given,
});

export const failed = (code: string): Reply => ({ kind: 'failed', code, ms: 5 });

export const html = (text: string, status = 200) =>
  answered({ status, headers: { 'content-type': 'text/html' }, body: Buffer.from(text) });

export const redirected = (location: string, status = 302) => answered({ status, headers: { location } });

export const echo = (given: Partial<Echo> = {}): Echo => ({
  proof: 'proof',
  method: 'GET',
  target: '/v1/initialization',
  bytes: 0,
  authorization: true,
  syncToken: true,
  userAgent: true,
  address: 'https://books.example.org',
  viaProxy: true,
  trusted: true,
  ...given,
});

/** A request that arrived and whose answer came back. */
export const arrived = (told: Partial<Echo> = {}, reply: Partial<Answered> = {}): Asked => ({
  reply: answered(reply),
  echo: echo(told),
});

export const lost = (reply: Reply = answered({ status: 502 })): Asked => ({ reply });

/** A way on which nothing is in the way. */
export function goodWay(rest: Partial<NonNullable<Way['rest']>> = {}, hello: Asked = arrived()): Way {
  return {
    hello,
    rest: {
      brackets: arrived(),
      changes: {
        PUT: arrived({ method: 'PUT' }),
        PATCH: arrived({ method: 'PATCH' }),
        DELETE: arrived({ method: 'DELETE' }),
      },
      upload: arrived({ bytes: 1_000_013 }),
      headers: arrived(),
      download: { reply: answered({ headers: { 'content-length': String(DOWNLOAD.length) } }), whole: true },
      ...rest,
    },
  };
}
