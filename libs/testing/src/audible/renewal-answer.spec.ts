import { FakeAudible } from './fake-audible.js';
import { send, type Told } from './testing/asking.js';

const NOW = Date.parse('2026-01-02T03:04:05Z');

let audible: FakeAudible;

beforeEach(async () => {
  audible = await FakeAudible.start({ now: () => NOW });
});
afterEach(() => audible.close());

const errorOf = ({ status, text }: Told) => [status, JSON.parse(text).response.error.code as unknown];

describe('renewal', () => {
  const renew = (over: Record<string, string> = {}, type = 'application/x-www-form-urlencoded') =>
    send(audible, {
      ...{ method: 'POST', target: '/de/auth/token', headers: { 'content-type': type } },
      body: new URLSearchParams({
        ...{ app_name: 'Audible', app_version: '3.56.2', source_token: audible.account().device.refreshToken },
        ...{ requested_token_type: 'access_token', source_token_type: 'refresh_token', ...over },
      }).toString(),
    });

  test('gives an access token that is good', async () => {
    const told = JSON.parse((await renew()).text);
    expect(told).toEqual({ access_token: expect.stringMatching(/^Atna\|/), token_type: 'bearer', expires_in: 3600 });
    const headers = { 'x-amz-access-token': told.access_token as string };
    expect((await send(audible, { target: '/1.0/library', headers })).status).toBe(200);
    expect(audible.asked[0]?.account).toBe('anna');
  });

  test('answers in other forms', async () => {
    audible.manners.accessTokenSec = 60;
    audible.manners.renewal = { expiresIn: 'text', actor: true };
    const actor = JSON.parse((await renew()).text);
    expect([Object.keys(actor), actor.expires_in]).toEqual([['actor_access_token', 'token_type', 'expires_in'], '60']);
    audible.manners.renewal = { expiresIn: 'none' };
    expect(JSON.parse((await renew()).text)).not.toHaveProperty('expires_in');
  });

  test('may bring a new refresh token, and the old one is worth nothing', async () => {
    audible.manners.renewal = { rotates: true };
    const old = audible.account().device.refreshToken;
    const { refresh_token } = JSON.parse((await renew()).text);
    expect(refresh_token).toBe(audible.account().device.refreshToken);
    expect(refresh_token).not.toBe(old);
    expect(errorOf(await renew({ source_token: old }))).toEqual([400, 'InvalidToken']);
    expect((await renew()).status).toBe(200);
  });

  test('refuses on command, a token it does not know, and forms that are not as they must be', async () => {
    expect(errorOf(await renew({ source_token: 'Atnr|unknown' }))).toEqual([400, 'InvalidToken']);
    for (const name of ['app_name', 'app_version', 'requested_token_type', 'source_token_type', 'source_token'])
      expect(errorOf(await renew({ [name]: '' }))).toEqual([400, 'InvalidValue']);
    expect(errorOf(await renew({}, 'application/json'))).toEqual([400, 'InvalidValue']);
    audible.manners.renewal = { refused: 401 };
    expect(errorOf(await renew())).toEqual([401, 'InvalidToken']);
  });
});

test('the file other programs write of an account says what is true', () => {
  const account = audible.account();
  const file = account.authFile('de');
  expect(file).toMatchObject({
    ...{ adp_token: account.device.adpToken, refresh_token: account.device.refreshToken, locale_code: 'de' },
    ...{ device_private_key: expect.stringMatching(/-----END RSA PRIVATE KEY-----\n$/), with_username: false },
    ...{ expires: NOW / 1000 + 3600, customer_info: account.customer },
  });
  expect(account.accessTokens.has(file['access_token'] as string)).toBe(true);
});
