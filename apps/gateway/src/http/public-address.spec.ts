import fc from 'fast-check';
import { isTrusted, publicAddress, type Reached } from './public-address.js';

const FALLBACK = 'http://10.0.0.5:8080';

const reached = (given: Partial<Reached>): Reached => ({
  peer: '127.0.0.1',
  port: 8080,
  encrypted: false,
  host: undefined,
  forwarded: {},
  viaProxy: false,
  ...given,
});
const told = (given: Partial<Reached>) => publicAddress(undefined, reached(given), FALLBACK);

describe('the address our absolute URLs start with', () => {
  it('is the one that was set, whatever the request says', () => {
    const request = reached({ host: 'books.example.org', forwarded: { host: 'evil.example', proto: 'http' } });
    expect(publicAddress('https://books.example.org:8443/octavo', request, FALLBACK)).toBe(
      'https://books.example.org:8443/octavo',
    );
  });

  it.each<[string, Partial<Reached>, string]>([
    ['a browser on the network', { host: '192.168.1.20:8080' }, 'http://192.168.1.20:8080'],
    ['a Kobo, which names no port', { host: '192.168.1.20' }, 'http://192.168.1.20:8080'],
    ['a Kobo and the default port', { host: 'octavo.lan', port: 80 }, 'http://octavo.lan'],
    ['another port than ours in Host: a port that is mapped', { host: 'nas:9000' }, 'http://nas:9000'],
    ['TLS of our own', { host: 'a.example', encrypted: true, port: 443 }, 'https://a.example'],
    ['TLS of our own on another port', { host: 'a.example', encrypted: true, port: 8443 }, 'https://a.example:8443'],
    ['an IPv6 address', { host: '[fd00::1]', port: 8080 }, 'http://[fd00::1]:8080'],
    ['capitals', { host: 'NAS.Lan:8080' }, 'http://nas.lan:8080'],
    ['a stranger', { peer: '203.0.113.7', host: 'books.example.org' }, 'http://books.example.org:8080'],
  ])('reached directly: %s', (_what, given, address) => expect(told(given)).toBe(address));

  it.each<[string, Partial<Reached>, string]>([
    [
      'everything said, the default port not repeated',
      { host: 'octavo:8080', forwarded: { proto: 'https', host: 'a.example', port: '443' } },
      'https://a.example',
    ],
    [
      'another port, for a Kobo',
      { host: 'octavo:8080', forwarded: { proto: 'https', host: 'a.example', port: '8443' } },
      'https://a.example:8443',
    ],
    [
      'the port in the host counts more than one that a container sees',
      { forwarded: { proto: 'https', host: 'a.example:8443', port: '443' } },
      'https://a.example:8443',
    ],
    ['a prefix', { forwarded: { proto: 'https', host: 'a.example', prefix: '/octavo/' } }, 'https://a.example/octavo'],
    ['a prefix that is the root', { forwarded: { host: 'a.example', prefix: '/' } }, 'http://a.example'],
    ['the scheme only', { host: 'a.example', forwarded: { proto: 'https' } }, 'https://a.example'],
    ['only that there is a proxy', { host: 'a.example', viaProxy: true }, 'http://a.example'],
    [
      'a chain of two: the first is what the client asked for',
      { forwarded: { proto: 'https, http', host: 'a.example, inner', port: '443, 80' } },
      'https://a.example',
    ],
    [
      'an empty header is none',
      { host: 'a.example', forwarded: { proto: 'https', port: '', host: '' } },
      'https://a.example',
    ],
    [
      'port 80 under https is said',
      { forwarded: { proto: 'https', host: 'a.example', port: '80' } },
      'https://a.example:80',
    ],
  ])('behind a proxy: %s', (_what, given, address) => expect(told(given)).toBe(address));

  it.each(['127.0.0.1', '::1', '::ffff:127.0.0.1', '192.168.3.4', '10.9.8.7', '172.31.0.2', 'fd12::3', 'fe80::1%eth0'])(
    'believes a proxy at %s',
    (peer) => expect(told({ peer, host: 'b.example', forwarded: { host: 'a.example' } })).toBe('http://a.example'),
  );

  it.each(['203.0.113.7', '172.32.0.1', '::ffff:203.0.113.7', '2001:db8::1', undefined])(
    'believes nobody at %s',
    (peer) => {
      const forwarded = { host: 'evil.example', proto: 'https', port: '1', prefix: '/x' };
      expect(told({ peer, host: 'b.example', forwarded, viaProxy: true })).toBe('http://b.example:8080');
    },
  );

  it.each<[string, Partial<Reached>]>([
    ['no host at all', {}],
    ['an empty one', { host: '' }],
    ['a space', { host: 'a b' }],
    ['a path', { host: 'a.example/b' }],
    ['somebody’s name', { host: 'user@a.example' }],
    ['a name and a password', { forwarded: { host: 'u:p@a.example' } }],
    ['control characters', { host: 'a\r\nx' }],
    ['a port that is none', { host: 'a.example:99999' }],
    ['port zero', { host: 'a.example:0' }],
    ['letters for a port', { forwarded: { host: 'a.example', port: 'http' } }],
    ['a fragment', { host: 'a.example#b' }],
    ['a query', { host: 'a.example?b' }],
    ['a backslash', { host: 'a.example\\b' }],
    ['a name of 300 letters', { host: 'a'.repeat(300) }],
    ['a broken IPv6 address', { host: '[::::]' }],
    ['another scheme', { forwarded: { host: 'a.example', proto: 'javascript' } }],
    ['a prefix that is another host', { forwarded: { host: 'a.example', prefix: '//evil.example' } }],
    ['a prefix that climbs', { forwarded: { host: 'a.example', prefix: '/a/../b' } }],
    ['a prefix with a space', { forwarded: { host: 'a.example', prefix: '/a b' } }],
    ['a prefix without end', { forwarded: { host: 'a.example', prefix: '/a'.repeat(5_000) } }],
  ])('takes its own address for %s', (_what, given) => expect(told(given)).toBe(FALLBACK));

  it('is always an address and nothing but', () => {
    const text = fc.option(fc.string({ unit: 'binary', maxLength: 40 }), { nil: undefined });
    const forwarded = fc.record({ proto: text, host: text, port: text, prefix: text }) as fc.Arbitrary<
      Reached['forwarded']
    >;
    fc.assert(
      fc.property(text, forwarded, fc.boolean(), (host, said, encrypted) => {
        const address = told({ host, forwarded: said, encrypted });
        const { protocol, username, search, hash } = new URL(address);
        expect([username, search, hash]).toEqual(['', '', '']);
        expect(protocol).toMatch(/^https?:$/);
        expect(address).not.toMatch(/[\s\\]|\/$/);
      }),
    );
  });
});

describe('a trusted peer', () => {
  it.each([
    ['127.0.0.1', true],
    ['169.254.1.1', true],
    ['8.8.8.8', false],
    ['fe80::1', true],
    ['2001:db8::', false],
  ])('%s: %s', (address, expected) => expect(isTrusted(address)).toBe(expected));
});
