import fc from 'fast-check';
import { mayForward } from './forwardable-path.js';

describe('a path the store may be asked for', () => {
  it.each([
    '/v1/affiliate',
    '/v1/auth/device',
    '/v1/initialization',
    '/v1/products/featured/',
    '/v1/products/books/00000000-0000-4000-8000-000000000000/access',
    '/v1/library/00000000-0000-4000-8000-000000000000/metadata',
    '/v1/library/synchrotron/metadata',
    '/v1/user/wishlist',
    '/v2/products/list/featured',
    '/api/v2/Categories/Top',
    '/api/internal/notebooks',
    '/v1/products/a%20b',
    '/v1/products/caf%C3%A9',
  ])('is %s', (path) => expect(mayForward(path)).toBe(true));
});

describe('a path that is never forwarded', () => {
  it.each([
    // telemetry, however it is written
    '/v1/analytics/event',
    '/v1/analytics/gettests',
    '/v1/analytics',
    '/v1/Analytics/Event',
    '/v1//analytics/event',
    '/v1/%61nalytics/event',
    '/v1/%2561nalytics/event',
    '/v1/analytics%2Fevent',
    '/v1/analytics;x=1/event',
    '/v1/products/../analytics/event',
    '/v1/products/%2e%2e/analytics/event',
    '/v1/funnelmetrics',
    '/v2/tracking/searchperformed',
    '/v2/activity/bam/success',
    // the sync
    '/v1/library/sync',
    '/v1/library/sync/',
    '/v1/library/SYNC',
    '/v1/library/sync/more',
    '/v1/library/%73ync',
    '/v1/library/sync;a=b',
    // nothing of the store's
    '/',
    '',
    '/oauth/token',
    '/kobo/token/v1/affiliate',
    'v1/affiliate',
    '@evil.example/v1/affiliate',
    '/v1',
    // what could be read in two ways
    '/v1/../v1/affiliate',
    '/v1/./affiliate',
    '/v1/a\\b',
    '/v1/a%5Cb',
    '/v1/a#b',
    '/v1/a%23b',
    '/v1/a b',
    '/v1/a%0d%0ab',
    '/v1/a%00',
    '/v1/a%zz',
    '/v1/a\r\nx: y',
  ])('is %j', (path) => expect(mayForward(path)).toBe(false));

  it('whatever is around it', () => {
    const piece = fc.oneof(fc.string(), fc.constantFrom('..', '.', '%2e', '%2F', ';', '//', 'v1', 'library', 'sync'));
    const area = fc.constantFrom('analytics', 'ANALYTICS', '%61nalytics', 'analytic%73', 'tracking', 'funnelmetrics');
    fc.assert(
      fc.property(fc.array(piece), area, fc.array(piece), (before, telemetry, after) => {
        expect(mayForward(`/v1/${[...before, telemetry, ...after].join('/')}`)).toBe(false);
      }),
    );
  });
});
