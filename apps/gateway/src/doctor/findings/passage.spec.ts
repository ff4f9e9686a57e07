import type { Finding } from '@octavo/contracts';
import { DOWNLOAD } from '../echo.js';
import { answered, arrived, failed, goodWay, lost } from '../testing/ways.js';
import type { Way } from '../walk-the-way.js';
import { bracketsFinding, headersFinding, methodsFinding, uploadFinding } from './passage.js';
import { cookieFinding, deviceHeadersFinding, downloadFinding } from './untouched.js';

const LENGTH = { 'content-length': String(DOWNLOAD.length) };
const fetched = (reply: Parameters<typeof answered>[0], whole = true) =>
  goodWay({ download: { reply: answered(reply), whole } });

const FINDINGS: Record<string, (way: Way) => Finding> = {
  brackets: ({ rest }) => bracketsFinding(rest),
  methods: ({ rest }) => methodsFinding(rest),
  'large-body': ({ rest }) => uploadFinding(rest),
  'large-headers': ({ rest }) => headersFinding(rest),
  'device-headers': deviceHeadersFinding,
  cookie: cookieFinding,
  download: downloadFinding,
};

describe('what gets through', () => {
  it.each(Object.entries(FINDINGS))('%s: is good where nothing is in the way', (name, finding) => {
    expect(finding(goodWay())).toMatchObject({ check: name, state: 'good', advice: null });
  });

  it.each(Object.entries(FINDINGS))('%s: is not known where nothing came through', (_name, finding) => {
    expect(finding({ hello: lost(failed('ECONNREFUSED')) }).state).toBe('unknown');
  });

  it.each<[string, string, Way, RegExp, RegExp]>([
    ['brackets', 'a firewall', goodWay({ brackets: lost(answered({ status: 400 })) }), /status 400/, /ModSecurity/],
    [
      'methods',
      'refused',
      goodWay({
        changes: {
          PUT: lost(answered({ status: 405 })),
          PATCH: arrived({ method: 'PATCH' }),
          DELETE: lost(failed('ECONNRESET')),
        },
      }),
      /PUT: status 405, DELETE: econnreset/,
      /limit_except.*Caddy.*Traefik/,
    ],
    [
      'methods',
      'made another one on the way',
      goodWay({
        changes: {
          PUT: arrived({ method: 'GET' }),
          PATCH: arrived({ method: 'PATCH' }),
          DELETE: arrived({ method: 'DELETE' }),
        },
      }),
      /PUT/,
      /limit_except/,
    ],
    [
      'large-body',
      'refused',
      goodWay({ upload: lost(answered({ status: 413 })) }),
      /413/,
      /client_max_body_size.*max_size.*maxRequestBodyBytes/,
    ],
    ['large-body', 'cut off', goodWay({ upload: arrived({ bytes: 0 }) }), /did not arrive/, /client_max_body_size/],
    ['large-headers', 'too big', goodWay({ headers: lost() }), /502/, /proxy_buffer_size/],
    [
      'device-headers',
      'the token',
      goodWay({}, arrived({ syncToken: false })),
      /x-kobo-synctoken/,
      /proxy_set_header.*Caddy.*Traefik/,
    ],
    [
      'device-headers',
      'the bearer',
      goodWay({}, arrived({ authorization: false })),
      /authorization/,
      /proxy_set_header/,
    ],
    [
      'device-headers',
      'of the answer',
      goodWay({}, arrived({}, { headers: {} })),
      /x-kobo-sync of the answer/,
      /proxy_hide_header/,
    ],
    [
      'download',
      'compressed',
      fetched({ headers: { 'content-encoding': 'gzip' } }, false),
      /compressed again \(gzip\)/,
      /gzip off.*Caddy.*Traefik/,
    ],
    ['download', 'without its length', fetched({ headers: {} }), /length is not told/, /gzip off/],
    ['download', 'rewritten', fetched({ headers: LENGTH }, false), /bytes are other ones/, /sub_filter off/],
    ['download', 'refused', fetched({ status: 403, headers: LENGTH }), /403/, /gzip off/],
    [
      'download',
      'broken off',
      goodWay({ download: { reply: failed('ECONNRESET'), whole: false } }),
      /broke off/,
      /gzip off/,
    ],
  ])('%s: is bad: %s', (name, _what, way, detail, advice) => {
    expect(FINDINGS[name]!(way)).toMatchObject({
      check: name,
      state: 'bad',
      detail: expect.stringMatching(detail),
      advice: expect.stringMatching(advice),
    });
  });

  it('warns of a cookie, whichever answer it came with, and does not show what is in it', () => {
    const cookie = { 'set-cookie': ['route=s3cret; Path=/'] };
    const first = cookieFinding({ hello: lost(answered({ headers: cookie })) });
    const later = cookieFinding(goodWay({ upload: arrived({}, { headers: cookie }) }));
    for (const { state, detail, advice } of [first, later]) {
      expect([state, detail]).toEqual(['warning', expect.stringContaining('(route)')]);
      expect(detail).not.toContain('s3cret');
      expect(advice).toMatch(/Traefik.*Caddy.*nginx/);
    }
  });
});
