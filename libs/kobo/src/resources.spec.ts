import { resourcesFor } from './resources.js';
import { FLAGS } from './resources/flags.js';
import { OWN_PATHS } from './resources/own-paths.js';
import { STORE_PATHS } from './resources/store-paths.js';
import { OTHER_HOSTS, WEB_PAGES } from './resources/web-addresses.js';
import { Initialization } from './wire/initialization.js';

const ORIGIN = 'https://books.example.org:8443';
const BASE = `${ORIGIN}/kobo/3f2b8b3c0f6c4a2f`;
const map = resourcesFor({ base: BASE, origin: ORIGIN });

describe('the map of initialization', () => {
  it('is whole: 185 keys, none of them stated twice', () => {
    const stated = [OWN_PATHS, STORE_PATHS, OTHER_HOSTS, WEB_PAGES, FLAGS].flatMap((part) => Object.keys(part));
    expect(new Set(stated).size).toBe(stated.length);
    expect(Object.keys(map)).toHaveLength(185);
  });

  it('holds strings only, but for two tables, and no null', () => {
    expect(Initialization.parse({ Resources: map }).Resources).toEqual(map);
    const tables = Object.keys(map).filter((key) => typeof map[key] !== 'string');
    expect(tables.sort()).toEqual(['blackstone_header', 'free_books_page']);
    expect(Object.keys(map.free_books_page ?? {}).sort()).toEqual(['EN', 'FR', 'IT', 'NL', 'PT']);
  });

  it.each([
    ['image_host', ORIGIN],
    ['image_url_template', `${BASE}/v1/books/{ImageId}/thumbnail/{Width}/{Height}/false/image.jpg`],
    [
      'image_url_quality_template',
      `${BASE}/v1/books/{ImageId}/thumbnail/{Width}/{Height}/{Quality}/{IsGreyscale}/image.jpg`,
    ],
    ['library_sync', `${BASE}/v1/library/sync`],
    ['library_metadata', `${BASE}/v1/library/{Ids}/metadata`],
    ['reading_state', `${BASE}/v1/library/{Ids}/state`],
    ['delete_entitlement', `${BASE}/v1/library/{Ids}`],
    ['library_book', `${BASE}/v1/user/library/books/{LibraryItemId}`],
    ['tags', `${BASE}/v1/library/tags`],
    ['tag_items', `${BASE}/v1/library/tags/{TagId}/Items`],
    ['delete_tag_items', `${BASE}/v1/library/tags/{TagId}/items/delete`],
    ['device_auth', `${BASE}/v1/auth/device`],
    ['device_refresh', `${BASE}/v1/auth/refresh`],
    ['get_tests_request', `${BASE}/v1/analytics/gettests`],
    ['post_analytics_event', `${BASE}/v1/analytics/event`],
    ['user_profile', `${BASE}/v1/user/profile`],
    ['oauth_host', `${BASE}/oauth`],
    ['reading_services_host', ORIGIN],
    ['products', 'https://storeapi.kobo.com/v1/products'],
  ])('says of %s: %s', (key, expected) => {
    expect(map[key]).toBe(expected);
  });

  it('leaves every placeholder as it is', () => {
    expect(JSON.stringify(map)).not.toMatch(/%7B|%7D/i);
  });

  it('switches the shop off that needs an account there', () => {
    const off = Object.keys(FLAGS).filter((key) => /audiobooks|shelfie|subscriptions|wishlist|superpoints/.test(key));
    expect(off).toHaveLength(8);
    expect(off.map((key) => map[key])).toEqual(off.map(() => 'False'));
    expect(new Set(Object.keys(FLAGS).map((key) => map[key]))).toEqual(new Set(['True', 'False']));
  });

  it('is the same with slashes at the end of the addresses', () => {
    expect(resourcesFor({ base: `${BASE}/`, origin: `${ORIGIN}/` })).toEqual(map);
  });
});
