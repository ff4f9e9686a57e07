import type { Reply } from '../ask-as-device.js';
import { answered, failed } from '../testing/ways.js';
import { tlsFinding } from './tls.js';

const URL = 'https://books.example.org';
const certified = (problem: string | null) => answered({ tls: { protocol: 'TLSv1.3', problem } });

describe('encryption', () => {
  it.each<[string, Reply, boolean | undefined, string, string, RegExp]>([
    ['plain http', answered(), undefined, 'http://a.example', 'good', /plain http/],
    ['in order', certified(null), true, URL, 'good', /TLSv1\.3/],
    ['in order, and TLS 1.2 could not be tried', certified(null), undefined, URL, 'good', /in order/],
    ['TLS 1.3 only', certified(null), false, URL, 'bad', /1\.3 only/],
    ['self-signed', certified('DEPTH_ZERO_SELF_SIGNED_CERT'), true, URL, 'warning', /nobody knows/],
    ['an own authority', certified('SELF_SIGNED_CERT_IN_CHAIN'), true, URL, 'warning', /nobody knows/],
    ['half a chain', certified('UNABLE_TO_VERIFY_LEAF_SIGNATURE'), true, URL, 'bad', /in between/],
    ['expired', certified('CERT_HAS_EXPIRED'), true, URL, 'bad', /expired/],
    ['not yet valid', certified('CERT_NOT_YET_VALID'), true, URL, 'bad', /not valid yet/],
    ['another name', certified('ERR_TLS_CERT_ALTNAME_INVALID'), true, URL, 'bad', /another name/],
    ['anything else', certified('CERT_REVOKED'), true, URL, 'bad', /CERT_REVOKED/],
    ['nobody answers', failed('ECONNREFUSED'), undefined, URL, 'unknown', /no answer/],
  ])('%s', (_what, ...[reply, tls12, url, state, detail]) => {
    expect(tlsFinding(reply, tls12, url)).toMatchObject({ state, detail: expect.stringMatching(detail) });
  });

  it('says how to mend it', () => {
    expect(tlsFinding(certified(null), false, URL).advice).toMatch(/ssl_protocols.*Caddy.*Traefik/);
    expect(tlsFinding(certified('DEPTH_ZERO_SELF_SIGNED_CERT'), true, URL).advice).toMatch(/\.kobo\/certificates/);
  });
});
