import { handedOn, parsedJson } from './answer-of-store.js';

const AT = 'https://storeapi.kobo.com/v1/x';
const bytes = (text: string) => Buffer.from(text);
const reply = (status: number, text = '{}', headers = {}) => ({
  status,
  headers: { 'content-type': 'application/json', ...headers },
  body: bytes(text),
});

describe('an answer of the store', () => {
  it.each([
    [200, '{"a":1}'],
    [200, '[]'],
    [200, ''],
    [201, '"id"'],
    [204, ''],
    [304, ''],
    [400, '{"ResponseStatus":{}}'],
    [401, '{"ResponseStatus":{"ErrorCode":"ExpiredToken"}}'],
    [404, '<html>'],
    [429, ''],
  ])('of %i with %j goes to the device as it is', (status, text) => {
    const handed = handedOn('GET', AT, reply(status, text, { 'set-cookie': 'a', 'x-kobo-a': 'b' }));
    expect(handed).toEqual({
      status,
      headers: { 'content-type': 'application/json', 'x-kobo-a': 'b' },
      body: bytes(text),
    });
  });

  it.each([
    [500, '{}'],
    [502, '<html>'],
    [503, ''],
    [200, '<html>sign in to this network</html>'],
    [200, '{"a":'],
    [0, ''],
    [101, ''],
  ])('of %i with %j does not', (status, text) => expect(handedOn('GET', AT, reply(status, text))).toBeUndefined());

  it('that is no UTF-8 does not', () => {
    expect(handedOn('GET', AT, { status: 200, headers: {}, body: Uint8Array.of(0x22, 0xff, 0x22) })).toBeUndefined();
  });
});

describe('a redirect of the store', () => {
  it.each([
    ['https://www.kobo.com/a?b', 'https://www.kobo.com/a?b'],
    ['https://kobo.com/a', 'https://kobo.com/a'],
    ['https://secure.kobobooks.com/a', 'https://secure.kobobooks.com/a'],
    ['/v1/other', 'https://storeapi.kobo.com/v1/other'],
    ['//cdn.kobo.com/a', 'https://cdn.kobo.com/a'],
  ])('to %s is handed on', (location, expected) => {
    const handed = handedOn('GET', AT, reply(307, 'moved', { location }));
    expect(handed).toMatchObject({ status: 307, headers: { location: expected } });
    expect(handed?.body).toHaveLength(0);
  });

  it.each([
    'https://evil.example/',
    'https://kobo.com.evil.example/',
    'https://evilkobo.com/',
    'http://www.kobo.com/',
    'https://www.kobo.com:8443/',
    'https://user@www.kobo.com/',
    'https://www.kobo.com@evil.example/',
    'https:\\\\evil.example',
    '//evil.example',
    'kobo://UserAuthenticated?code=1',
    'javascript:alert(1)',
    'http://[',
    '',
  ])('to %j is not', (location) => {
    const handed = handedOn('GET', AT, reply(302, '', { location }));
    expect(handed === undefined || handed.headers.location === AT).toBe(true);
    expect(handed?.headers.location).toBe(location === '' ? AT : undefined);
  });

  it('is not handed on without a place, for anything but a GET, or from a stand-in elsewhere', () => {
    const location = 'https://www.kobo.com/';
    expect(handedOn('GET', AT, reply(302))).toBeUndefined();
    expect(handedOn('PUT', AT, reply(307, '', { location }))).toBeUndefined();
    expect(handedOn('GET', 'http://127.0.0.1:1/v1', reply(302, '', { location: '/v1/other' }))).toBeUndefined();
  });
});

describe('the JSON in some bytes', () => {
  it('is undefined where there is none', () => {
    expect(parsedJson(bytes('{"a":[1]}'))).toEqual({ a: [1] });
    for (const text of ['', '{', 'undefined']) expect(parsedJson(bytes(text))).toBeUndefined();
  });
});
