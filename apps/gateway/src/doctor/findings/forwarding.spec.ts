import type { Echo } from '../echo.js';
import { echo } from '../testing/ways.js';
import { forwardingFinding } from './forwarding.js';

describe('what the proxy says was asked for', () => {
  it.each<[string, Partial<Echo>, string, string, RegExp]>([
    ['the same', {}, 'https://books.example.org', 'good', /Scheme, host, port and path/],
    [
      'the same with a port and a path',
      { address: 'https://a.example:8443/o' },
      'https://a.example:8443/o',
      'good',
      /port and path arrive/,
    ],
    ['no port', { address: 'https://a.example' }, 'https://a.example:8443', 'good', /the port does not/],
    [
      'no port and no path',
      { address: 'https://a.example' },
      'https://a.example:8443/o',
      'good',
      /the port and the path/,
    ],
    [
      'another scheme',
      { address: 'http://books.example.org' },
      'https://books.example.org',
      'warning',
      /http:\/\/ instead of https/,
    ],
    ['another host', { address: 'http://octavo:8080' }, 'http://books.example.org', 'warning', /host octavo instead/],
    ['nothing that is an address', { address: '' }, 'http://books.example.org', 'warning', /no address/],
  ])('%s', (_what, told, publicUrl, state, detail) => {
    expect(forwardingFinding(echo(told), publicUrl)).toMatchObject({ state, detail: expect.stringMatching(detail) });
  });

  it('tells how to mend it, which is another thing for a proxy that is not believed', () => {
    const told = { address: 'http://octavo' };
    expect(forwardingFinding(echo(told), 'https://a.example').advice).toMatch(/X-Forwarded-Proto \$scheme/);
    expect(forwardingFinding(echo({ ...told, trusted: false }), 'https://a.example').advice).toMatch(/not believed/);
  });

  it('is not known where nothing arrived', () => {
    expect(forwardingFinding(undefined, 'https://a.example').state).toBe('unknown');
  });
});
