import { resourcesFor } from '../resources.js';
import { mergedResources, storeResources } from './store-resources.js';

const BASE = 'https://books.example.org/kobo/t0ken';
const own = resourcesFor({ base: BASE, origin: 'https://books.example.org' });
const STORE = 'https://storeapi.kobo.com';
const store = {
  ...resourcesFor({ base: STORE, origin: STORE }),
  oauth_host: 'https://oauth.eu.kobo.com',
  reading_services_host: 'https://rs.kobo.com',
  image_host: '//cdn.kobo.com/book-images/',
  kobo_audiobooks_enabled: 'True',
  brand_new: 'https://www.kobo.com/new',
};

describe('the map of a device with an account at the store', () => {
  const merged = mergedResources(store, own);

  it.each([
    ['library_sync', `${BASE}/v1/library/sync`],
    ['library_metadata', `${BASE}/v1/library/{Ids}/metadata`],
    ['tag_items', `${BASE}/v1/library/tags/{TagId}/Items`],
    ['image_host', 'https://books.example.org'],
    ['image_url_template', own.image_url_template],
    ['image_url_quality_template', own.image_url_quality_template],
    ['post_analytics_event', `${BASE}/v1/analytics/event`],
    ['tracking', `${BASE}/v2/tracking/searchperformed`],
    ['device_refresh', `${BASE}/v1/auth/refresh`],
    // the store's
    ['oauth_host', 'https://oauth.eu.kobo.com'],
    ['reading_services_host', 'https://rs.kobo.com'],
    ['user_wishlist', `${STORE}/v1/user/wishlist`],
    ['kobo_audiobooks_enabled', 'True'],
    ['brand_new', 'https://www.kobo.com/new'],
  ])('says of %s: %s', (key, value) => expect(merged[key]).toBe(value));

  it('is never shorter than ours', () => {
    expect(Object.keys(mergedResources({ only: 'this' }, own)).sort()).toEqual([...Object.keys(own), 'only'].sort());
  });

  it('leaves the sign-in with the store even when the store is not there', () => {
    expect(mergedResources(undefined, own)).toEqual({
      ...own,
      oauth_host: 'https://oauth.kobo.com',
      reading_services_host: 'https://readingservices.kobo.com',
    });
  });
});

describe('the map in an answer of the store', () => {
  const answer = (body: unknown, status = 200) =>
    storeResources({ status, headers: {}, body: Buffer.from(JSON.stringify(body)) });

  it('is there with all that a device can read', () => {
    const Resources = {
      a: 'x',
      free_books_page: { EN: 'y' },
      n: 5,
      nothing: null,
      list: ['x'],
      deep: { a: { b: 'c' } },
    };
    expect(answer({ Resources })).toEqual({ a: 'x', free_books_page: { EN: 'y' } });
  });

  it.each([[{}], [[]], [null], [{ Resources: {} }], [{ Resources: [] }], [{ Resources: 'x' }]])(
    'is none in %j',
    (body) => expect(answer(body)).toBeUndefined(),
  );

  it('is none in an error', () => expect(answer({ Resources: { a: 'x' } }, 500)).toBeUndefined());
});
