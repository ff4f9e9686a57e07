import fc from 'fast-check';
import { isStoreToken, storePage } from './store-page.js';

const item = { NewEntitlement: { BookEntitlement: { Id: '1' }, Anything: ['the store', { says: null }] } };
const page = (list: unknown, headers: Record<string, string> = {}, status = 200) => ({
  status,
  headers,
  body: Buffer.from(JSON.stringify(list)),
});

describe('a page of the store', () => {
  it('is handed on untouched, kinds that only the store sends included', () => {
    const items = [item, { DeletedEntitlement: { EntitlementId: '1' } }, { NewTag: { Tag: {} } }, { Future: {} }];
    const headers = {
      'x-kobo-synctoken': 'a.b',
      'x-kobo-sync': 'continue',
      'x-kobo-sync-mode': 'delta',
      'set-cookie': 'a',
    };
    expect(storePage(page(items, headers), undefined)).toEqual({
      items,
      more: true,
      token: 'a.b',
      headers: { 'x-kobo-sync-mode': 'delta' },
    });
  });

  it('is empty where nothing is new', () => {
    expect(storePage(page([], { 'x-kobo-synctoken': 'a' }), 'a')).toEqual({
      items: [],
      more: false,
      token: 'a',
      headers: {},
    });
  });

  it.each([
    ['an object', page({ Items: [] })],
    ['null', page(null)],
    ['an error', page([item], {}, 500)],
    ['a refusal', page([item], {}, 401)],
    ['a redirect', page([item], {}, 302)],
    ['garbage', { status: 200, headers: {}, body: Buffer.from('[{') }],
    ['nothing', { status: 200, headers: {}, body: new Uint8Array() }],
  ])('is none where it is %s', (_what, reply) => expect(storePage(reply, undefined)).toBeUndefined());

  const deep = (levels: number): unknown => (levels === 0 ? 1 : { a: deep(levels - 1) });
  it.each<[string, unknown]>([
    ['no object', 5],
    ['null', null],
    ['a list', [item]],
    ['an object without a kind', {}],
    ['one with two kinds', { NewEntitlement: {}, ChangedEntitlement: {} }],
    ['one whose kind names nothing', { NewEntitlement: null }],
    ['one whose kind is a text', { NewEntitlement: 'x' }],
    ['one whose kind is no kind', { 'new entitlement!': {} }],
    ['one that is nested without end', { NewEntitlement: deep(1_000) }],
  ])('loses an element that is no item: %s', (_what, element) => {
    expect(storePage(page([item, element, item]), undefined)?.items).toEqual([item, item]);
  });

  it('keeps items as deep as real ones are', () => {
    expect(storePage(page([{ NewEntitlement: deep(20) }]), undefined)?.items).toHaveLength(1);
  });

  it.each([
    ['a new token', 'b', true],
    ['the same token: the sync would never end', 'a', false],
    ['no token', undefined, false],
    ['a token that cannot be sent back', 'a b', false],
    ['a token that is too long', 'x'.repeat(16_385), false],
  ])('has more only with %s', (_what, token, more) => {
    const headers = { 'x-kobo-sync': 'continue', ...(token && { 'x-kobo-synctoken': token }) };
    expect(storePage(page([item], headers), 'a')?.more).toBe(more);
  });

  it('never throws', () => {
    const reply = fc.record({
      status: fc.constantFrom(200, 200, 500),
      headers: fc.dictionary(fc.constantFrom('x-kobo-synctoken', 'x-kobo-sync'), fc.string()),
      body: fc.oneof(
        fc.uint8Array(),
        fc.json().map((text) => Buffer.from(text)),
        fc.array(fc.jsonValue()).map((list) => page(list).body),
      ),
    });
    fc.assert(fc.property(reply, (anything) => void storePage(anything, 'a')));
  });
});

it('a token of the store can go into a header again', () => {
  expect(['eyJ0.eyJ1==', 'x'.repeat(16_384)].map(isStoreToken)).toEqual([true, true]);
  expect(['', 'a b', 'a\r\nb', 'ü', 'x'.repeat(16_385)].map(isStoreToken)).toEqual([false, false, false, false, false]);
});
