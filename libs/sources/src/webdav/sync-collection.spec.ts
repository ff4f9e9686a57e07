import { DavServer } from '@octavo/testing';
import type { DavEntry } from './entries.js';
import { listChanges, presentToken } from './sync-collection.js';
import { DavVisit } from './testing/dav-visit.js';

const FOLDER = '<D:resourcetype><D:collection/></D:resourcetype>';
const told = (href: string, props = '<D:resourcetype/>') =>
  `<D:response><D:href>${href}</D:href><D:propstat><D:prop>${props}</D:prop><D:status>HTTP/1.1 200 OK</D:status></D:propstat></D:response>`;
const only = (href: string, status: number) =>
  `<D:response><D:href>${href}</D:href><D:status>HTTP/1.1 ${status} So</D:status></D:response>`;
const page = (token: string, ...items: string[]) =>
  `<D:multistatus xmlns:D="DAV:">${items.join('')}<D:sync-token>${token}</D:sync-token></D:multistatus>`;

describe('asking for what changed', () => {
  let server: DavServer;
  let visit: DavVisit;
  beforeEach(async () => {
    server = await DavServer.start({});
    visit = new DavVisit(server);
  });
  afterEach(async () => {
    await visit.close();
    await server.close();
  });
  const answers = (...bodies: string[]) =>
    bodies.reverse().forEach((body) => server.treat('/dav/', { method: 'REPORT', status: 207, body, times: 1 }));
  async function ask(token?: string) {
    const entries: DavEntry[] = [];
    const gone: string[] = [];
    const outcome = await listChanges(visit.client, {
      ...(token !== undefined && { token }),
      onChanges: (some, others) => {
        entries.push(...some);
        gone.push(...others);
      },
    });
    return { outcome, keys: entries.map(({ key }) => key), gone };
  }

  it('tells what is new and what went, page by page, and where to go on', async () => {
    answers(
      page('t:2', told('/dav/A/', FOLDER), told('/dav/A/b%20c.epub'), only('/dav/', 507)),
      page('t:3&amp;', only('/dav/old.epub', 404), told('/elsewhere/x')),
    );
    expect(await ask('t:1<&')).toEqual({
      outcome: { kind: 'listed', token: 't:3&' },
      keys: ['A', 'A/b c.epub'],
      gone: ['old.epub'],
    });
    expect(server.asked.map(({ method, depth, body }) => [method, depth, /sync-token>(.*?)</.exec(body)?.[1]])).toEqual(
      [
        ['REPORT', '0', 't:1&lt;&amp;'],
        ['REPORT', '0', 't:2'],
      ],
    );
  });

  it.each([400, 403, 405, 409, 415, 501])('is refused with %s', async (status) => {
    server.treat('/dav/', { method: 'REPORT', status });
    expect((await ask('old')).outcome).toEqual({ kind: 'refused' });
  });

  it.each<[string, string]>([
    ['no token', '<D:multistatus xmlns:D="DAV:"/>'],
    ['an empty token', page(' ')],
    ['a thing it may not tell of', page('t:2', only('/dav/x', 403))],
    ['the same token again and again', page('t:1', only('/dav/', 507))],
    ['half an answer', page('t:2').slice(0, -5)],
  ])('fails with %s', async (_, body) => {
    answers(body);
    expect((await ask('t:1')).outcome).toMatchObject({ kind: 'failed', error: { reason: 'malformed_response' } });
  });

  it('begins where the base says', async () => {
    const own = (token: string) => page('', told('/dav/', `${FOLDER}<D:sync-token>${token}</D:sync-token>`));
    const says = (body: string, status = 207) => server.treat('/dav/', { method: 'PROPFIND', status, body });
    says(own('\n t:7 '));
    expect(await presentToken(visit.client)).toBe('t:7');
    expect(server.asked.at(-1)).toMatchObject({
      depth: '0',
      body: expect.stringContaining('<d:sync-token/>') as string,
    });
    for (const [body, status] of [[own(' ')], [page('')], [own('t:7').slice(0, -20)], ['', 403]] as [
      string,
      number?,
    ][]) {
      says(body, status);
      expect(await presentToken(visit.client)).toBeUndefined();
    }
  });

  it('fails with an error of the server', async () => {
    server.treat('/dav/', { method: 'REPORT', status: 503, headers: { 'retry-after': '9' } });
    expect((await ask()).outcome).toMatchObject({ kind: 'failed', error: { reason: 'server_error', retryAfter: 9 } });
  });
});
