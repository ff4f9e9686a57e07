import type { AudibleCountry } from '@octavo/domain';
import { createPrivateKey } from 'node:crypto';
import { AudibleError } from '../../audible-error.js';
import { waysOf } from '../credentials.js';
import { hostsAt, REAL_HOSTS } from '../hosts.js';
import { marketplaceIn } from '../marketplaces.js';
import { errorOf } from '../testing/all-of-error.js';
import { REGISTERED } from '../testing/registration-answer.js';
import { ScriptedAsk, type ScriptedAnswer } from '../testing/scripted-ask.js';
import { ADP_TOKEN, PKCE, PRIVATE_KEY } from '../testing/vectors.js';
import { beginSignIn } from './begin-sign-in.js';
import { registerDevice } from './register-device.js';

const NOW = Date.UTC(2026, 0, 2, 3, 4, 5);
const random = (count: number) =>
  count === 16 ? Buffer.from(PKCE.serial, 'hex') : Buffer.from(PKCE.verifier, 'base64url');

function orderFor(country: AudibleCountry, withUsername = false, hosts = REAL_HOSTS) {
  const { secrets } = beginSignIn({ marketplace: marketplaceIn(country), withUsername, hosts, random });
  return { secrets, code: 'the-code', deviceName: 'Octavo', hosts, now: NOW };
}
const registered = (success: unknown) => new ScriptedAsk({ body: { request_id: 'x', response: { success } } });
const { tokens, extensions } = REGISTERED;

describe('registering a device', () => {
  it('tells what the sign-in was begun with', async () => {
    const network = registered(REGISTERED);
    await registerDevice(network.ask, orderFor('uk'));
    const { method, origin, target, headers } = network.first;
    expect([method, origin, target]).toEqual(['POST', 'https://api.amazon.co.uk', '/auth/register']);
    expect(headers['content-type']).toBe('application/json');
    expect(network.orders).toHaveLength(1);
    expect(network.json()).toEqual({
      requested_token_type: ['bearer', 'mac_dms', 'website_cookies', 'store_authentication_cookie'],
      cookies: { website_cookies: [], domain: '.amazon.co.uk' },
      registration_data: {
        domain: 'Device',
        app_version: '3.56.2',
        device_serial: PKCE.serial,
        device_type: 'A2CZJZGLK2JJVM',
        device_name: '%FIRST_NAME%%FIRST_NAME_POSSESSIVE_STRING%%DUPE_STRATEGY_1ST%Octavo',
        os_version: '15.0.0',
        software_version: '35602678',
        device_model: 'iPhone',
        app_name: 'Audible',
      },
      auth_data: {
        client_id: PKCE.clientId,
        authorization_code: 'the-code',
        code_verifier: PKCE.verifier,
        code_algorithm: 'SHA-256',
        client_domain: 'DeviceLegacy',
      },
      requested_extensions: ['device_info', 'customer_info'],
    });
  });

  it('gives credentials with all that was told', async () => {
    expect(await registerDevice(registered(REGISTERED).ask, orderFor('de'))).toEqual({
      country: 'de',
      withUsername: false,
      signing: { adpToken: ADP_TOKEN, privateKey: PRIVATE_KEY },
      bearer: {
        refreshToken: 'Atnr|registered',
        accessToken: 'Atna|registered',
        expiresAt: '2026-01-02T04:04:05.000Z',
      },
      device: { name: 'Ada’s Octavo', serial: '0123', type: 'A2CZJZGLK2JJVM' },
      customer: { userId: 'amzn1.account.X', name: 'Ada L', givenName: 'Ada', homeRegion: 'EU', accountPool: 'Amazon' },
      kept: {
        website_cookies: { 'session-id': '000-1', 'x-main': 'quoted' },
        store_authentication_cookie: { cookie: 'store' },
      },
    });
  });

  it('goes to Audible for an account with a username, and wherever it was set', async () => {
    const network = registered(REGISTERED);
    const credentials = await registerDevice(network.ask, orderFor('us', true));
    await registerDevice(network.ask, orderFor('us', false, hostsAt({ auth: 'http://127.0.0.1:9' })));
    expect(credentials.withUsername).toBe(true);
    expect(network.orders.map(({ origin }) => origin)).toEqual(['https://api.audible.com', 'http://127.0.0.1:9']);
  });

  it('takes the key as Android gets it', async () => {
    const der = createPrivateKey(PRIVATE_KEY).export({ type: 'pkcs8', format: 'der' }).toString('base64');
    const android = { ...tokens, mac_dms: { adp_token: ADP_TOKEN, device_private_key: der } };
    const { signing } = await registerDevice(registered({ tokens: android }).ask, orderFor('de'));
    expect(signing).toEqual({ adpToken: ADP_TOKEN, privateKey: PRIVATE_KEY });
  });

  it.each<[string, object, string[]]>([
    ['nothing but tokens', { tokens: { bearer: tokens.bearer, mac_dms: tokens.mac_dms } }, ['signing', 'token']],
    ['no device keys', { tokens: { bearer: tokens.bearer }, extensions }, ['token']],
    ['no bearer', { tokens: { mac_dms: tokens.mac_dms }, extensions: null }, ['signing']],
    ['a damaged key', { tokens: { ...tokens, mac_dms: { adp_token: ADP_TOKEN, device_private_key: 'x' } } }, ['token']],
    ['cookies of no list', { tokens: { ...tokens, website_cookies: { a: 1 } } }, ['signing', 'token']],
    [
      'cookies of nothing',
      { tokens: { ...tokens, website_cookies: [null, 1, {}, { Name: 'x' }] } },
      ['signing', 'token'],
    ],
    ['a life of a number', { tokens: { bearer: { ...tokens.bearer, expires_in: 3600 } } }, ['token']],
    ['extensions of text', { tokens, extensions: 'none' }, ['signing', 'token']],
  ])('is content with %s', async (_what, success, ways) => {
    const credentials = await registerDevice(registered(success).ask, orderFor('de'));
    expect(waysOf(credentials)).toEqual(ways);
  });

  const refusal = {
    response: { error: { code: 'InvalidValue', message: 'code the-code', index: '1' } },
    request_id: 'x',
  };
  it.each<[string, ScriptedAnswer, string]>([
    ['a refused code', { status: 400, body: refusal }, 'sign_in_failed'],
    ['a refusal with 200', { body: refusal }, 'sign_in_failed'],
    ['a refusal with 500', { status: 500, body: refusal }, 'sign_in_failed'],
    [
      'a wrong domain',
      { status: 401, headers: { 'www-authenticate': 'Bearer error="CredentialError"' } },
      'sign_in_failed',
    ],
    ['403', { status: 403 }, 'sign_in_failed'],
    ['nothing', { body: '' }, 'sign_in_failed'],
    ['null', { body: 'null' }, 'sign_in_failed'],
    ['success of nothing', { body: { response: { success: {} } } }, 'sign_in_failed'],
    [
      'success without tokens',
      { body: { response: { success: { tokens: { bearer: {} }, extensions } } } },
      'sign_in_failed',
    ],
    ['500 of nothing', { status: 500 }, 'server_error'],
    ['a page for people', { status: 503, body: '<html>' }, 'outage'],
    ['a busy server', { status: 429 }, 'throttled'],
    ['silence', { failure: 'broken-off' }, 'unreachable'],
  ])('fails with %s', async (_what, answer, reason) => {
    const network = new ScriptedAsk(answer);
    const error = await errorOf(registerDevice(network.ask, orderFor('de')));
    expect(error).toBeInstanceOf(AudibleError);
    expect(error).toMatchObject({ reason });
    expect((error as Error).message).not.toContain('the-code');
    expect(network.orders).toHaveLength(1);
  });
});
