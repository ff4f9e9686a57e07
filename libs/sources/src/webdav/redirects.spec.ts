import { toBaseUrl } from './base-url.js';
import { nextForFile, nextForListing, suggestedBase } from './redirects.js';

const at = (url: string) => {
  const [, origin = '', target = ''] = /^(\w+:\/\/[^/]+)(.*)$/.exec(url) ?? [];
  return { origin, target };
};
const written = (place: { origin: string; target: string } | undefined) => place && `${place.origin}${place.target}`;

describe('a listing that is sent elsewhere', () => {
  it.each([
    ['its slash added', 'http://nas/dav/x', '/dav/x/', 'http://nas/dav/x/'],
    ['its slash taken', 'http://nas/dav/x/', 'http://nas/dav/x', 'http://nas/dav/x'],
    ['another folder of the library', 'http://nas/dav/x/', '/dav/y%2c/', 'http://nas/dav/y%2c/'],
    ['https', 'http://nas/dav/', 'https://nas/dav/', 'https://nas/dav/'],
    ['http behind a proxy that speaks TLS', 'https://nas/dav/x', 'http://nas/dav/x/', 'https://nas/dav/x/'],
    ['http on its own port', 'https://nas:8443/dav/x', 'http://nas:8443/dav/x/', 'https://nas:8443/dav/x/'],
    ['a relative place', 'http://nas/dav/x', 'x/', 'http://nas/dav/x/'],
  ])('goes on to %s', (_, from, location, to) => {
    expect(written(nextForListing(location, at(from), toBaseUrl(`${at(from).origin}/dav/`)))).toBe(to);
  });

  it.each([
    ['another host', 'http://nas/dav/', 'http://evil/dav/'],
    ['another port', 'http://nas/dav/', 'http://nas:81/dav/'],
    ['a host below', 'http://nas/dav/', 'http://a.nas/dav/'],
    ['http from https elsewhere', 'https://nas/dav/', 'http://evil/dav/'],
    ['https on another port', 'http://nas:8080/dav/', 'https://nas:8443/dav/'],
    ['outside the library', 'http://nas/dav/', '/login/'],
    ['outside by climbing', 'http://nas/dav/', '/dav/../x/'],
    ['outside by escaped climbing', 'http://nas/dav/', '/dav/%2e%2e/x/'],
    ['a question', 'http://nas/dav/', '/dav/?login=1'],
    ['a name and a password', 'http://nas/dav/', 'http://a:b@nas/dav/'],
    ['another scheme', 'http://nas/dav/', 'file:///dav/'],
    ['nothing', 'http://nas/dav/', 'http://'],
  ])('does not go on to %s', (_, from, location) => {
    expect(nextForListing(location, at(from), toBaseUrl(`${at(from).origin}/dav/`))).toBeUndefined();
  });
});

describe('a file that lies elsewhere', () => {
  it.each([
    ['http://nas/dav/a', 'https://cdn.example/f?sig=%2b1#x', 'https://cdn.example/f?sig=%2b1'],
    ['http://nas/dav/a', '//cdn.example/f', 'http://cdn.example/f'],
    ['http://nas/dav/a', '/raw/a%e9', 'http://nas/raw/a%e9'],
    ['http://nas/dav/a', 'http://cdn.example', 'http://cdn.example/'],
    ['http://nas/dav/a', '/raw/b ü', 'http://nas/raw/b%20%C3%BC'],
    ['https://nas/dav/a', 'http://cdn.example/f', undefined],
    ['https://nas/dav/a', 'ftp://cdn.example/f', undefined],
    ['https://nas/dav/a', 'https://u:p@cdn.example/f', undefined],
  ])('at %s is looked for at %s', (from, location, to) => {
    expect(written(nextForFile(location, at(from)))).toBe(to);
  });
});

describe('another address for the library', () => {
  it.each([
    ['http://nas/dav/', 'https://nas:8443/remote.php/dav', 'https://nas:8443/remote.php/dav/'],
    ['http://nas/dav/', '/books/', 'http://nas/books/'],
    ['http://nas/dav/', 'http://other/dav/', undefined],
    ['https://nas/dav/', 'http://nas/dav/', undefined],
    ['http://nas/dav/', '/login?to=/dav/', undefined],
  ])('of %s that redirects to %s', (from, location, to) => expect(suggestedBase(location, at(from))).toBe(to));
});
