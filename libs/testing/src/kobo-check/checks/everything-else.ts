import { gunzipSync } from 'node:zlib';
import { check } from '../check.js';
import { equal, holds } from '../expectation.js';
import { jsonOf, parsed } from '../http-call.js';
import { text } from '../sync-items.js';
import { UNKNOWN_ID } from '../unknown-id.js';

const STORE_CALLS = [
  '/v1/deals',
  '/v1/affiliate?PlatformID=1&SerialNumber=2',
  '/v1/products/books/subscriptions',
  '/v1/user/wishlist?PageSize=100&PageIndex=0',
  '/v1/user/recommendations?page_index=0&page_size=50',
  '/v1/products/featured/',
  '/v1/products/dailydeal',
];
const A_MEGABYTE = 1_000_000;

/** What a device asks besides: one refusal here ends its sync. */
export const EVERYTHING_ELSE = [
  check({
    id: 'else.profile',
    level: 'must',
    title: 'There is a profile, and it is an object',
    async run({ device }) {
      const profile = await device.json('/v1/user/profile');
      holds(typeof profile === 'object' && profile !== null && !Array.isArray(profile), 'an object', profile);
    },
  }),
  check({
    id: 'else.benefits',
    level: 'must',
    title: 'There are no benefits of loyalty',
    async run({ device }) {
      equal(await device.json('/v1/user/loyalty/benefits'), { Benefits: {} }, 'the benefits');
    },
  }),
  check({
    id: 'else.tests',
    level: 'must',
    title: 'Experiments are answered to GET and POST, with the key of the body or of the header',
    async run({ device }) {
      const headers = { 'x-kobo-userkey': 'k' };
      const ask = async (method: string, body?: unknown) =>
        jsonOf(await device.call(method, '/v1/analytics/gettests', { headers, body }), `${method} gettests`);
      equal(await ask('GET'), { Result: 'Success', TestKey: 'k', Tests: {} }, 'the answer to GET');
      equal(await ask('POST', {}), { Result: 'Success', TestKey: 'k', Tests: {} }, 'the answer to POST');
      equal(text(await ask('POST', { TestKey: 'mine' }), 'TestKey'), 'mine', 'the key of the body');
    },
  }),
  check({
    id: 'else.events',
    level: 'must',
    title: 'A megabyte of analytics is taken',
    async run({ device }) {
      const body = { Events: [{ EventType: 'x'.repeat(A_MEGABYTE) }] };
      const answer = await device.call('POST', '/v1/analytics/event', { body });
      equal(answer.status, 200, 'the status');
      if (answer.bytes.length > 0) parsed(answer, 'analytics/event');
    },
  }),
  check({
    id: 'else.raw-query',
    level: 'must',
    title: 'A query with raw brackets, braces and quotes is answered',
    async run({ device }) {
      await device.json('/v1/assets?DiffRequests=[{"Key":"x","ETag":"y"}]');
    },
  }),
  check({
    id: 'else.store',
    level: 'must',
    title: 'Calls that are for the store get 200 and JSON',
    async run(kit) {
      const [book] = (await kit.library()).keys();
      const id = book ?? UNKNOWN_ID;
      for (const path of [...STORE_CALLS, `/v1/products/${id}/nextread`, `/v1/products/${id}/prices`]) {
        await kit.device.json(path);
      }
    },
  }),
  check({
    id: 'else.unknown',
    level: 'must',
    title: 'A path nobody knows gets 200 and an empty object, whatever the verb',
    async run({ device }) {
      for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']) {
        const answer = await device.call(method, '/v1/does/not/exist');
        equal(jsonOf(answer, `${method} of an unknown path`), {}, `the answer to ${method}`);
      }
    },
  }),
  check({
    id: 'else.base',
    level: 'must',
    title: 'The base itself is answered with an empty object',
    async run({ device }) {
      for (const path of ['', '/']) equal(await device.json(path), {}, `the answer to GET <base>${path}`);
    },
  }),
  check({
    id: 'else.gzip',
    level: 'should',
    title: 'A device that can take gzip gets JSON it can read',
    async run({ device }) {
      const answer = await device.get('/v1/initialization', { 'accept-encoding': 'gzip' });
      const coding = answer.headers.get('content-encoding');
      holds(coding === null || coding === 'gzip', 'no other coding than gzip', coding);
      const bytes = coding === 'gzip' ? gunzipSync(answer.bytes) : answer.bytes;
      jsonOf({ ...answer, bytes }, 'initialization');
      return coding ?? 'not compressed';
    },
  }),
];
