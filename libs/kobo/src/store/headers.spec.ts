import { headersFromStore, syncHeadersFromStore } from './headers-from-store.js';
import { headersToStore } from './headers-to-store.js';
import { hasOwnBearer, isOwnBearer, ownBearer } from './own-bearer.js';

describe('what of a device’s headers the store is sent', () => {
  const device = {
    authorization: 'Bearer eyJ0',
    'user-agent': 'Kobo Touch',
    accept: 'application/json',
    'accept-language': 'en-US',
    'content-type': 'application/json',
    'if-none-match': '"1"',
    'x-kobo-userkey': 'key',
    'x-kobo-deviceid': 'id',
  };

  it('is who it is and what it serves by, and nothing else', () => {
    const others = {
      host: 'books.example.org',
      cookie: 'octavo=1',
      connection: 'keep-alive',
      'content-length': '5',
      'transfer-encoding': 'chunked',
      'accept-encoding': 'gzip',
      'x-forwarded-for': '10.0.0.1',
      'x-request-id': '1',
      referer: 'https://books.example.org/kobo/token',
      range: 'bytes=0-1',
      'x-kobo-synctoken': 'oct2.x',
      'x-kobo': 'x',
    };
    expect(headersToStore({ ...device, ...others })).toEqual(device);
  });

  it('has nothing where the device sent nothing, or one header twice', () => {
    expect(headersToStore({})).toEqual({});
    expect(headersToStore({ 'x-kobo-deviceid': ['a', 'b'] })).toEqual({});
  });

  it.each([
    [`Bearer ${ownBearer('secret')}`, true],
    [`bearer   ${ownBearer('secret')}`, true],
    ['Bearer eyJ0', false],
    ['Basic octavo_', false],
    ['', false],
    [undefined, false],
  ])('never has a sign-in of ours: %s', (authorization, ours) => {
    expect(hasOwnBearer({ authorization })).toBe(ours);
    expect(headersToStore({ authorization }).authorization).toBe(ours ? undefined : authorization);
  });

  it('knows a token of ours by itself, too', () => {
    expect([ownBearer('x'), 'eyJ0', undefined, 5].map(isOwnBearer)).toEqual([true, false, false, false]);
  });
});

describe('what of the store’s headers a device gets', () => {
  const store = {
    'content-type': 'application/json',
    etag: '"1"',
    'x-kobo-apitoken': 'e30=',
    'x-kobo-sync-mode': 'delta',
    'x-kobo-recent-reads': 'x',
    'x-kobo-sync': 'continue',
    'x-kobo-synctoken': 'secret',
    'set-cookie': ['a=1'],
    'content-length': '7',
    'transfer-encoding': 'chunked',
    server: 'x',
    location: 'https://evil.example',
  };

  it('is never a cookie, a sync token or a place to go', () => {
    expect(Object.keys(headersFromStore(store)).sort()).toEqual([
      'content-type',
      'etag',
      'x-kobo-apitoken',
      'x-kobo-recent-reads',
      'x-kobo-sync-mode',
    ]);
  });

  it('is even less beside the items of a sync', () => {
    expect(syncHeadersFromStore(store)).toEqual({ 'x-kobo-sync-mode': 'delta', 'x-kobo-recent-reads': 'x' });
  });

  it('stays small and printable', () => {
    const big = Object.fromEntries(Array.from({ length: 9 }, (_, n) => [`x-kobo-${n}`, 'x'.repeat(400)]));
    expect(JSON.stringify(headersFromStore(big)).length).toBeLessThan(2_200);
    expect(headersFromStore({ 'x-kobo-a': 'a\u0001b', 'x-kobo-b': 'ü' })).toEqual({});
  });
});
