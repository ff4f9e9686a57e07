import { BASE_URL_FAULTS, readBaseUrl, toBaseUrl } from './base-url.js';

describe('the address of a library', () => {
  it.each([
    ['https://NAS.Example/dav', 'https://nas.example/dav/'],
    ['https://nas.example', 'https://nas.example/'],
    ['http://nas.example:80/dav/', 'http://nas.example/dav/'],
    ['https://nas.example:8443/dav', 'https://nas.example:8443/dav/'],
    ['https://nas.example//dav///books', 'https://nas.example/dav/books/'],
    ['https://nas.example/a/./b/../c', 'https://nas.example/a/c/'],
    ['https://bücher.example/dav', 'https://xn--bcher-kva.example/dav/'],
    ['https://nas.example/caf%e9/%41', 'https://nas.example/caf%e9/%41/'],
    ['https://nas.example/Bücher', 'https://nas.example/B%C3%BCcher/'],
    ['http://0x7f.1/dav', 'http://127.0.0.1/dav/'],
    ['http://2130706433', 'http://127.0.0.1/'],
    ['  https://nas.example/dav  ', 'https://nas.example/dav/'],
    ['HTTPS://nas.example/@home/', 'https://nas.example/@home/'],
    ['https://[::1]:81/', 'https://[::1]:81/'],
  ])('%s is kept as %s', (text, href) => {
    expect(toBaseUrl(text).href).toBe(href);
    expect(toBaseUrl(href).href).toBe(href);
  });

  it.each([
    ['', 'empty'],
    ['   ', 'empty'],
    [`https://nas.example/${'a'.repeat(3000)}`, 'too_long'],
    ['https://nas.example/a\u0000b', 'control_characters'],
    ['https://nas.example/a\nb', 'control_characters'],
    ['ftp://nas.example/', 'not_an_address'],
    ['nas.example/dav', 'not_an_address'],
    ['http:nas.example', 'not_an_address'],
    ['http:\\\\nas.example', 'not_an_address'],
    ['https://nas.example\\dav', 'not_an_address'],
    ['http://', 'not_an_address'],
    ['https:///dav', 'not_an_address'],
    ['https://nas example/', 'not_an_address'],
    ['https://ada:s3cret@nas.example/', 'credentials'],
    ['https://@nas.example/', 'credentials'],
    ['https://ada:s3cret@nas.example/#x', 'credentials'],
    ['https://nas.example/?x=1', 'query'],
    ['https://nas.example/?', 'query'],
    ['https://nas.example/#x', 'fragment'],
  ])('%s is refused: %s', (text, fault) => {
    expect(readBaseUrl(text)).toEqual({ fault });
    expect(BASE_URL_FAULTS[fault as keyof typeof BASE_URL_FAULTS]).not.toContain('s3cret');
  });

  it('says whether others can listen', () => {
    expect([toBaseUrl('http://a/').secure, toBaseUrl('https://a/').secure]).toEqual([false, true]);
  });
});
