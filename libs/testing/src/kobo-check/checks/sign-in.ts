import { z } from 'zod';
import { check } from '../check.js';
import { equal, fits } from '../expectation.js';
import { jsonOf } from '../http-call.js';
import { text } from '../sync-items.js';

const PLATFORM = '00000000-0000-0000-0000-000000000393';
const KNOWN = { AppVersion: '4.45.23697', ClientKey: Buffer.from(PLATFORM).toString('base64'), PlatformId: PLATFORM };
const DEVICE = { ...KNOWN, AffiliateName: 'Kobo', DeviceId: 'a'.repeat(64), SerialNumber: 'b'.repeat(32) };

const Tokens = z.object({
  AccessToken: z.string().min(1),
  RefreshToken: z.string().min(1),
  TokenType: z.literal('Bearer'),
  TrackingId: z.uuid(),
});

/** How a device becomes a device: the sign-in with its API host. */
export const SIGN_IN = [
  check({
    id: 'sign-in.device',
    level: 'must',
    title: 'A device is signed in with 200, tokens and its own user key',
    async run({ device }) {
      const answer = await device.call('POST', '/v1/auth/device', { body: { ...DEVICE, UserKey: 'its-own-key' } });
      const body = jsonOf(answer, 'auth/device');
      fits(body, Tokens, 'the answer of auth/device');
      equal(text(body, 'UserKey'), 'its-own-key', 'the user key');
    },
  }),
  check({
    id: 'sign-in.first',
    level: 'must',
    title: 'A device without a user key, without fields or without a body is signed in too',
    async run({ device }) {
      for (const body of [DEVICE, {}, '']) {
        const answer = jsonOf(await device.call('POST', '/v1/auth/device', { body }), 'auth/device');
        fits(answer, Tokens.extend({ UserKey: z.literal('') }), `the answer to ${JSON.stringify(body)}`);
      }
    },
  }),
  check({
    id: 'sign-in.refresh',
    level: 'must',
    title: 'Tokens are renewed with 200',
    async run({ device }) {
      const body = { ...KNOWN, RefreshToken: 'whatever-it-was-before' };
      const answer = jsonOf(await device.call('POST', '/v1/auth/refresh', { body }), 'auth/refresh');
      fits(answer, Tokens.omit({ TrackingId: true }), 'the answer of auth/refresh');
    },
  }),
  check({
    id: 'sign-in.no-right',
    level: 'must',
    title: 'An account that may not sync gets 403',
    needs: ['withoutRight'],
    async run(kit) {
      const { status } = await kit.at(await kit.hands.withoutRight()).get('/v1/library/sync');
      equal(status, 403, 'the status');
    },
  }),
  check({
    id: 'sign-in.no-cookies',
    level: 'must',
    title: 'No answer sets a cookie',
    async run({ device }) {
      const paths = ['/v1/initialization', '/v1/user/profile', '/v1/library/sync', '/v1/deals', '/v1/unheard/of'];
      for (const path of paths) {
        const { headers } = await device.get(path);
        equal([...headers.getSetCookie()], [], `the cookies of GET ${path}`);
      }
    },
  }),
];
