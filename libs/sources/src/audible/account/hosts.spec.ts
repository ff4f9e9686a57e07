import { hostsAt, REAL_HOSTS } from './hosts.js';
import { marketplaceIn } from './marketplaces.js';

const [DE, UK] = [marketplaceIn('de'), marketplaceIn('uk')];

describe('the hosts of a marketplace', () => {
  it('are those of Audible and Amazon', () => {
    expect(REAL_HOSTS.api(UK)).toBe('https://api.audible.co.uk');
    expect(REAL_HOSTS.auth(UK, false)).toBe('https://api.amazon.co.uk');
    expect(REAL_HOSTS.auth(DE, true)).toBe('https://api.audible.de');
    expect(REAL_HOSTS.signIn(DE, false)).toBe('https://www.amazon.de');
    expect(REAL_HOSTS.signIn(DE, true)).toBe('https://www.audible.de');
  });

  it('can be replaced one by one', () => {
    const hosts = hostsAt({ api: 'http://127.0.0.1:8080/', auth: '' });
    expect([hosts.api(DE), hosts.api(UK)]).toEqual(['http://127.0.0.1:8080', 'http://127.0.0.1:8080']);
    expect(hosts.auth(DE, false)).toBe('https://api.amazon.de');
    expect(hosts.signIn(DE, false)).toBe('https://www.amazon.de');
  });

  it('can be of one pattern for all marketplaces', () => {
    const hosts = hostsAt({
      api: 'https://audible.{tld}.test',
      auth: 'https://{country}.test:8443',
      signIn: 'http://x.{tld}',
    });
    expect(hosts.api(UK)).toBe('https://audible.co.uk.test');
    expect(hosts.auth(UK, true)).toBe('https://uk.test:8443');
    expect(hosts.signIn(DE, false)).toBe('http://x.de');
  });

  it('can be below a path', () => {
    const hosts = hostsAt({ api: 'http://127.0.0.1:8080/{country}/' });
    expect([hosts.api(DE), hosts.api(UK)]).toEqual(['http://127.0.0.1:8080/de', 'http://127.0.0.1:8080/uk']);
  });

  it.each([
    'audible.test',
    'ftp://x.test',
    'http://x.test/#a',
    'http://x.test/?a=1',
    'http://a:b@x.test',
    'http://',
    'http://{land}.test',
  ])('are never at an address that could not be kept (%#)', (base) =>
    expect(() => hostsAt({ api: base })).toThrow(TypeError),
  );
});
