import { DavServer, type DavTreat } from '@octavo/testing';
import { inspect } from 'node:util';
import type { Credentials } from './authorize.js';
import { DAV_REASONS, DavError } from './dav-error.js';
import { listDeep } from './deep.js';
import { BASE_FOLDER } from './entries.js';
import { probe } from './probe.js';
import { RemoteFile } from './remote-file.js';
import { DavVisit, walkAll } from './testing/dav-visit.js';

const CANARY = 'k4nary:&"%ü';
const FORMS = [
  CANARY,
  encodeURIComponent(CANARY),
  Buffer.from(CANARY).toString('base64'),
  Buffer.from(`ada:${CANARY}`).toString('base64'),
  'k4nary',
  'server-said-this',
  'sig=secret',
];

const TREATS: [string, DavTreat][] = [
  ...[200, 303, 400, 401, 403, 404, 405, 410, 423, 425, 429, 500, 501, 503, 507].map((status): [string, DavTreat] => [
    `status ${status}`,
    {
      status,
      body: `server-said-this ${CANARY}`,
      headers: { 'x-note': 'server-said-this', location: '/dav/?sig=secret' },
    },
  ]),
  ['a redirect', { redirect: `http://ada:k4nary@127.0.0.1:9/?sig=secret` }],
  ['a redirect elsewhere', { redirect: 'http://127.0.0.2/x?sig=secret' }],
  ['a cut', { cutAt: 200 }],
  ['a break', { breakAt: 200 }],
  ['no XML', { status: 207, body: `<server-said-this>${CANARY}` }],
  ['entities', { status: 207, body: '<!DOCTYPE x [<!ENTITY server-said-this "k4nary">]><x/>' }],
  ['no UTF-8', { status: 207, body: Buffer.from([0x3c, 0xff]) }],
  ['packed', { headers: { 'content-encoding': 'server-said-this' } }],
  ['silence', { hang: 'body' }],
];

/** All that could reach a log or a database: messages, stacks and properties, of causes too. */
function allOf(error: unknown): string {
  const causes: unknown[] = [];
  for (let one = error; one instanceof Error; one = one.cause) causes.push(one, one.stack, String(one), { ...one });
  return inspect([causes, error], { depth: 12, maxStringLength: null, showHidden: true });
}

describe.each<[string, Credentials]>([
  ['Basic', { scheme: 'basic', username: 'ada', password: CANARY }],
  ['Digest', { scheme: 'digest', username: 'ada', password: CANARY }],
  ['Bearer', { scheme: 'bearer', token: 'k4nary-token' }],
])('with %s', (_scheme, credentials) => {
  it.each(TREATS)('%s tells neither the secret nor anything the server said', async (_what, treat) => {
    const signIn = credentials.scheme === 'digest' ? ({ ...credentials, scheme: 'digest' } as const) : undefined;
    const server = await DavServer.start({ A: {} }, { signIn });
    const visit = new DavVisit(server, { credentials, limits: { idleMs: 150 } });
    server.treat(/./, treat);
    try {
      const errors: unknown[] = [];
      const noted = await probe(visit.client);
      if (noted.kind === 'unusable') errors.push(noted.error);
      const walked = await walkAll(visit.client);
      if (walked.end.kind === 'failed') errors.push(walked.end.error);
      const deep = await listDeep(visit.client, BASE_FOLDER, { onEntries: () => undefined });
      if (deep.kind === 'failed') errors.push(deep.error);
      await new RemoteFile(visit.client, { path: 'x', size: 9 })
        .read(0, 9)
        .catch((error: unknown) => errors.push(error));
      expect(errors.length).toBeGreaterThan(0);
      for (const error of errors) {
        expect(error).toBeInstanceOf(DavError);
        const text = allOf(error);
        for (const form of FORMS) expect(text).not.toContain(form);
      }
    } finally {
      await visit.close();
      await server.close();
    }
  });
});

describe('what is told of a failure', () => {
  it.each(Object.entries(DAV_REASONS))('%s is a sentence', (reason, { words }) => {
    expect(words).toMatch(/^[A-Z].*\.$/);
    expect(new DavError(reason as keyof typeof DAV_REASONS, { status: 500 }).message).toBe(
      `${words} (It answered 500.)`,
    );
  });
});
