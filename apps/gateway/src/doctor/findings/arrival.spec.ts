import type { Finding } from '@octavo/contracts';
import { answered, arrived, failed, html, lost, redirected } from '../testing/ways.js';
import type { Asked } from '../walk-the-way.js';
import { identityFinding, loginFinding, redirectFinding } from './arrival.js';
import { reachFinding } from './reach.js';

const URL = 'http://books.example.org/octavo';
type State = Finding['state'];

const states = (asked: Asked): State[] => [
  reachFinding(asked.reply, URL).state,
  redirectFinding(asked, URL).state,
  loginFinding(asked, URL).state,
  identityFinding(asked, URL).state,
];

describe('who answers at the public address', () => {
  it.each<[string, Asked, State[]]>([
    ['we do', arrived(), ['good', 'good', 'good', 'good']],
    ['we do, after four seconds', arrived({}, { ms: 4_000 }), ['warning', 'good', 'good', 'good']],
    ['nobody', lost(failed('ECONNREFUSED')), ['bad', 'unknown', 'unknown', 'unknown']],
    ['a proxy with nothing behind it', lost(html('Bad Gateway', 502)), ['bad', 'good', 'unknown', 'unknown']],
    [
      'https instead',
      lost(redirected('https://books.example.org/octavo/x', 301)),
      ['good', 'warning', 'unknown', 'unknown'],
    ],
    ['a login elsewhere', lost(redirected('https://auth.example.org/?rd=x')), ['good', 'bad', 'bad', 'unknown']],
    ['a login here', lost(redirected('/login?next=x')), ['good', 'bad', 'bad', 'unknown']],
    ['https elsewhere', lost(redirected('https://other.example/')), ['good', 'bad', 'unknown', 'unknown']],
    ['a redirect to garbage', lost(redirected('http://[')), ['good', 'bad', 'unknown', 'unknown']],
    ['basic auth', lost(html('no', 401)), ['good', 'good', 'bad', 'unknown']],
    ['a firewall', lost(answered({ status: 403 })), ['good', 'good', 'bad', 'unknown']],
    ['a login page', lost(html('<form><input type="password">')), ['good', 'good', 'bad', 'bad']],
    ['another site', lost(html('<h1>It works!</h1>')), ['good', 'good', 'unknown', 'bad']],
    ['another Octavo', lost(answered({ status: 404 })), ['good', 'good', 'unknown', 'bad']],
  ])('%s', (_who, asked, expected) => expect(states(asked)).toEqual(expected));

  it.each([
    ['ENOTFOUND', /no such name/],
    ['EAI_AGAIN', /looked up/],
    ['ECONNREFUSED', /nobody listens/],
    ['ECONNRESET', /cut/],
    ['EHOSTUNREACH', /five seconds/],
    ['TIMEOUT', /five seconds/],
    ['EPROTO', /TLS/],
    ['E_SOMETHING_NEW', /E_SOMETHING_NEW/],
  ])('tells %s in words', (code, words) => {
    const { state, detail, advice } = reachFinding(failed(code), URL);
    expect([state, detail]).toEqual(['bad', expect.stringMatching(words)]);
    expect(advice).toMatch(/\.$/);
  });

  it('names the directives of the proxy that is at fault', () => {
    expect(loginFinding(lost(html('', 401)), URL).advice).toMatch(/nginx: auth_basic off.*Caddy.*Traefik/);
    expect(identityFinding(lost(answered({ status: 404 })), URL).advice).toMatch(
      /location \/octavo\/.*handle_path.*StripPrefix/,
    );
    expect(identityFinding(lost(answered({ status: 404 })), 'http://a.example').advice).not.toMatch(/StripPrefix/);
    expect(reachFinding(html('', 502), URL).advice).toMatch(/proxy_pass.*reverse_proxy.*Traefik/);
  });
});
