import fc from 'fast-check';
import { storeAnswer, type StoreRequest } from './store-answers.js';

const request = (fields: Partial<StoreRequest> = {}): StoreRequest => ({ headers: {}, query: {}, ...fields });

const EMPTY_LIST = {
  TotalCountByProductType: {},
  Items: [],
  ItemCount: 0,
  TotalItemCount: 0,
  TotalPageCount: 0,
  CurrentPageIndex: 0,
  ItemsPerPage: 100,
  Filters: {},
  VersionCode: 2,
};
const REVIEWS = { ReviewSummary: {}, Items: [], CurrentPageIndex: 1, TotalPageCount: 0 };
const TESTS = { Result: 'Success', TestKey: '', Tests: {} };

describe('a call that is the business of the store', () => {
  it.each<[string, string, unknown]>([
    ['GET', 'affiliate', {}],
    ['GET', 'user/loyalty/benefits', { Benefits: {} }],
    ['POST', 'user/loyalty/redeem', {}],
    ['GET', 'analytics/gettests', TESTS],
    ['POST', 'analytics/gettests', TESTS],
    ['POST', 'analytics/event', { Result: 'Success', AcceptedEvents: [], RejectedEvents: {} }],
    ['GET', 'deals', { Deals: [] }],
    ['GET', 'products/deals', { Deals: [] }],
    ['GET', 'assets', { AssetGroups: [], KeepGoing: false }],
    ['GET', 'products/books/subscriptions', []],
    ['GET', 'user/wishlist', EMPTY_LIST],
    ['GET', 'user/recommendations', EMPTY_LIST],
    ['GET', 'products/id-1/recommendations', EMPTY_LIST],
    ['GET', 'products/featured/', EMPTY_LIST],
    ['GET', 'products/featured/list-1', EMPTY_LIST],
    ['GET', 'products/books/series/s-1', EMPTY_LIST],
    ['GET', 'products/id-1/related', EMPTY_LIST],
    ['GET', 'products', EMPTY_LIST],
    ['GET', 'products/id-1,id-2/nextread', {}],
    ['POST', 'products/id-1/nextread', {}],
    ['GET', 'products/id-1,id-2/prices', { Items: [] }],
    ['POST', 'products/id-1/prices', { Items: [] }],
    ['GET', 'products/id-1/reviews', REVIEWS],
    ['POST', 'products/id-1/reviews', {}],
    ['GET', 'user/reviews', { CurrentPageIndex: 1, Items: [], TotalPageCount: 0 }],
    ['POST', 'products/id-1/rating/4', {}],
    ['GET', 'products/books/id-1/', {}],
    ['GET', 'products/books/id-1/access', {}],
    ['GET', 'products/dailydeal', {}],
    ['GET', 'categories/id-1/products', {}],
    ['GET', 'configuration', {}],
    ['POST', 'library/borrow', {}],
    ['DELETE', 'does/not/exist', {}],
    ['PATCH', 'does/not/exist', {}],
    ['GET', '', {}],
    ['GET', '/', {}],
  ])('%s %s', (method, path, body) => {
    expect(storeAnswer(method, path, request())).toEqual({ status: 200, body });
  });

  it('has no content where the store has none', () => {
    expect(storeAnswer('POST', 'user/recommendations/feedback', request())).toEqual({ status: 204, body: undefined });
  });

  it('may be written in any case and with slashes around it', () => {
    expect(storeAnswer('get', '/User/Loyalty/BENEFITS/', request()).body).toEqual({ Benefits: {} });
  });

  it('names the test key of the body, else that of the header', () => {
    const key = (fields: Partial<StoreRequest>) => storeAnswer('POST', 'analytics/gettests', request(fields)).body;
    const headers = { 'x-kobo-userkey': 'k' };
    expect(key({ body: { TestKey: 'b' }, headers })).toEqual({ ...TESTS, TestKey: 'b' });
    expect(key({ body: {}, headers })).toEqual({ ...TESTS, TestKey: 'k' });
    expect(key({ body: null, headers })).toEqual({ ...TESTS, TestKey: 'k' });
  });

  it('hears back the ids it wished for', () => {
    const body = { Add: [{ CrossRevisionId: 'a', DateAdded: 'x' }, 5], Remove: ['b'] };
    expect(storeAnswer('POST', 'user/wishlist/items', request({ body })).body).toEqual({ SuccessfulIds: ['a', 'b'] });
    expect(storeAnswer('POST', 'user/wishlist/items', request()).body).toEqual({ SuccessfulIds: [] });
  });

  it('for the profile gets all 25 keys and its own platform', () => {
    const headers = { 'x-kobo-platformid': '00000000-0000-0000-0000-000000000390' };
    const { body } = storeAnswer('GET', 'user/profile', request({ headers }));
    expect(Object.keys(body as object)).toHaveLength(25);
    expect(body).toMatchObject({ PlatformId: '00000000-0000-0000-0000-000000000390', HasPurchasedBook: true });
  });

  it('never ends in an error', () => {
    const path = fc.array(fc.oneof(fc.string(), fc.constantFrom('user', 'products', 'analytics', 'wishlist', 'items')));
    fc.assert(
      fc.property(fc.constantFrom('GET', 'POST', 'PUT', 'FOO'), path, fc.anything(), (method, segments, body) => {
        expect([200, 204]).toContain(storeAnswer(method, segments.join('/'), request({ body })).status);
      }),
    );
  });
});
