import { settledAt, type SyncPosition } from '@octavo/domain';
import fc from 'fast-check';
import { decodeSyncToken, encodeSyncToken } from './sync-token.js';

const DEVICE = '8f14e45f-ceea-467f-a8d1-3b7e0c1f2a10';
const base64 = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64');
const unpadded = (value: unknown) => base64(value).replace(/=+$/, '');

const number = fc.maxSafeNat();
const position: fc.Arbitrary<SyncPosition> = fc
  .tuple(fc.constantFrom('removals', 'books', 'shelves'), number, number, number)
  .map(([phase, ...numbers]) => {
    const [since = 0, middle = 0, at = 0] = numbers.sort((a, b) => a - b);
    if (phase === 'removals') return { phase, since, at };
    return phase === 'books'
      ? { phase, since, removals: middle, at }
      : { phase: 'shelves', since, books: at, at: middle };
  });
const origin = fc.option(position, { nil: undefined });
const storeCursor = fc.option(fc.nat().map(BigInt), { nil: undefined });
const tokens = fc.record({ line: fc.nat(), position, origin, storeCursor }).map((token) => ({
  line: token.line,
  position: token.position,
  ...(token.origin && { origin: token.origin }),
  ...(token.storeCursor !== undefined && { storeCursor: token.storeCursor }),
}));

describe('a token of ours', () => {
  it('comes back as it went out, safe in a header and a URL', () => {
    fc.assert(
      fc.property(fc.uuid(), tokens, (device, token) => {
        const text = encodeSyncToken(device, token);
        expect(text).toMatch(/^oct2\.[\w.-]+$/);
        expect(text.length).toBeLessThanOrEqual(128);
        expect(decodeSyncToken(text, device)).toEqual({ kind: 'ours', ...token });
      }),
    );
  });

  it('is short between two syncs of a large library', () => {
    const token = encodeSyncToken(DEVICE, { line: 3, position: settledAt(100_000_000), storeCursor: 5_000n });
    expect(token.length).toBeLessThanOrEqual(40);
  });

  it('means nothing to another device', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.uuid(), tokens, (device, other, token) => {
        fc.pre(device !== other);
        expect(decodeSyncToken(encodeSyncToken(device, token), other)).toEqual({ kind: 'foreign', from: 'other' });
      }),
    );
  });

  it('is not believed once a character of it is changed to something that is no number', () => {
    const token = encodeSyncToken(DEVICE, {
      line: 1,
      position: { phase: 'books', since: 400, removals: 450, at: 500 },
    });
    fc.assert(
      fc.property(fc.nat({ max: token.length - 1 }), fc.constantFrom('%', ' ', '\u0000', 'Z', '\n'), (at, bad) => {
        const damaged = token.slice(0, at) + bad + token.slice(at + 1);
        fc.pre(damaged !== token);
        expect(decodeSyncToken(damaged, DEVICE)).toEqual({ kind: 'foreign', from: 'other' });
      }),
    );
  });

  const tag = encodeSyncToken(DEVICE, { line: 0, position: settledAt(0) }).split('.')[1];
  it.each([
    ['a place before the last sync', `oct2.${tag}.1.r5-4`],
    ['a missing number', `oct2.${tag}.1.b5-6`],
    ['a number too many', `oct2.${tag}.1.r5-6-7`],
    ['an empty number', `oct2.${tag}.1.b5--6`],
    ['a number beyond the safe integers', `oct2.${tag}.1.r5-2gosa7pa2gw`],
    ['a number with a leading zero', `oct2.${tag}.1.r05-6`],
    ['capitals', `oct2.${tag}.1.rA-B`],
    ['an unknown phase', `oct2.${tag}.1.q5`],
    ['no position', `oct2.${tag}.1`],
    ['a damaged origin', `oct2.${tag}.1.e5.oq5`],
    ['a damaged store cursor', `oct2.${tag}.1.e5.x%`],
    ['an appended kilobyte', `oct2.${tag}.1.e5${'0'.repeat(1024)}`],
    ['another version', `oct1.${tag}.1.5.6`],
  ])('with %s is foreign', (_name, token) => {
    expect(decodeSyncToken(token, DEVICE)).toEqual({ kind: 'foreign', from: 'other' });
  });
});

describe('no token', () => {
  it.each([undefined, '', '   '])('is told from a foreign one: %j', (header) => {
    expect(decodeSyncToken(header, DEVICE)).toEqual({ kind: 'none' });
  });
});

describe('the token of another server', () => {
  const storeToken = `${base64({ typ: 1, ver: null, ptyp: 'SyncToken' })}.${base64({ InternalSyncToken: 'a.b' })}`;
  const calibre = { version: '1-1-0', data: { raw_kobo_store_token: storeToken, books_last_modified: -62135596800.0 } };

  it.each<[string, string, object]>([
    ['the store', storeToken, { from: 'store', storeToken }],
    ['calibre-web', base64(calibre), { from: 'calibre-web', storeToken }],
    ['calibre-web without its padding', unpadded(calibre), { from: 'calibre-web', storeToken }],
    [
      'calibre-web that never spoke to the store',
      base64({ version: '1-1-0', data: { raw_kobo_store_token: '' } }),
      { from: 'calibre-web' },
    ],
    [
      'Komga',
      `KOMGA.${unpadded({ version: 1, rawKoboSyncToken: storeToken, ongoingSyncPointId: 'x' })}`,
      { from: 'komga', storeToken },
    ],
    ['Komga without a store token', `KOMGA.${unpadded({ version: 1, rawKoboSyncToken: null })}`, { from: 'komga' }],
    ['a damaged Komga', 'KOMGA.e30x.e30', { from: 'other' }],
    ['a store token that cannot be one', 'aaa.bbb', { from: 'other' }],
    ['Booklore', `BOOKLORE.${unpadded({ version: 1 })}.x`, { from: 'other' }],
    [
      'a wrapped token with a line break in it',
      base64({ data: { raw_kobo_store_token: 'a\nb' } }),
      { from: 'calibre-web' },
    ],
    ['garbage', 'garbage', { from: 'other' }],
    ['percent signs', '%%%', { from: 'other' }],
    ['a JSON array', base64([1]), { from: 'other' }],
    ['eight kilobytes', 'a'.repeat(8192), { from: 'other' }],
    [
      'Komga, but longer than any header may be',
      `KOMGA.${unpadded({ version: 1, rawKoboSyncToken: 'a'.repeat(20_000) })}`,
      { from: 'other' },
    ],
    ['a megabyte', `KOMGA.${'a'.repeat(1_000_000)}`, { from: 'other' }],
  ])('%s', (_name, token, expected) => {
    expect(decodeSyncToken(token, DEVICE)).toEqual({ kind: 'foreign', ...expected });
  });

  it('never makes decoding throw, whatever it holds', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.constantFrom('oct1.', 'KOMGA.', '%', '.', '\u0000', '{"data":', 'e30='),
      fc.json().map((text) => Buffer.from(text).toString('base64')),
      fc.constant('a'.repeat(8192)),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        expect(['none', 'foreign']).toContain(decodeSyncToken(pieces.join(''), DEVICE).kind);
      }),
    );
  });
});
