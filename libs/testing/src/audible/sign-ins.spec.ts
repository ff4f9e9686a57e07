import { createHash } from 'node:crypto';
import { FakeAudible } from './fake-audible.js';
import { ask, send, signed, type Told } from './testing/asking.js';

const SERIAL = '0123456789ABCDEF0123456789ABCDEF';
const TYPE = 'A2CZJZGLK2JJVM';
const VERIFIER = 'AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8';
const CHALLENGE = '6oZqdX5MOLq_qBJ8vppAnT4fk6AP8UiP9zX8-Rev_9A';
const CLIENT = Buffer.from(`${SERIAL}#${TYPE}`).toString('hex');
const SELECT = 'http://specs.openid.net/auth/2.0/identifier_select';

let now = Date.parse('2026-01-02T03:04:05Z');
let audible: FakeAudible;

beforeEach(async () => {
  audible = await FakeAudible.start({ now: () => now });
});
afterEach(() => audible.close());

const SIGN_IN: Readonly<Record<string, string>> = {
  'openid.oa2.response_type': 'code',
  'openid.oa2.code_challenge_method': 'S256',
  'openid.oa2.code_challenge': CHALLENGE,
  'openid.return_to': 'https://www.amazon.de/ap/maplanding',
  'openid.assoc_handle': 'amzn_audible_ios_de',
  'openid.identity': SELECT,
  pageId: 'amzn_audible_ios',
  accountStatusPolicy: 'P1',
  'openid.claimed_id': SELECT,
  'openid.mode': 'checkid_setup',
  'openid.ns.oa2': 'http://www.amazon.com/ap/ext/oauth/2',
  'openid.oa2.client_id': `device:${CLIENT}`,
  'openid.ns.pape': 'http://specs.openid.net/extensions/pape/1.0',
  marketPlaceId: 'AN7V1F1VY261K',
  'openid.oa2.scope': 'device_auth_access',
  forceMobileLayout: 'true',
  'openid.ns': 'http://specs.openid.net/auth/2.0',
  'openid.pape.max_auth_age': '0',
};

const signInTarget = (over: Record<string, string> = {}) =>
  `/de/ap/signin?${new URLSearchParams({ ...SIGN_IN, ...over }).toString()}`;

function codeOf(address: string): string {
  return new URL(address).searchParams.get('openid.oa2.authorization_code') ?? '';
}

const freshCode = () => codeOf(audible.signIn(`${audible.url}${signInTarget()}`));

function registration(code: string) {
  const auth_data = { client_id: CLIENT, authorization_code: code, code_verifier: VERIFIER };
  return {
    requested_token_type: ['bearer', 'mac_dms', 'website_cookies', 'store_authentication_cookie'],
    registration_data: {
      ...{ domain: 'Device', app_version: '3.56.2', device_serial: SERIAL, device_type: TYPE, os_version: '15.0.0' },
      device_name: '%FIRST_NAME%%FIRST_NAME_POSSESSIVE_STRING%%DUPE_STRATEGY_1ST%Octavo',
      app_name: 'Audible',
    },
    auth_data: { ...auth_data, code_algorithm: 'SHA-256', client_domain: 'DeviceLegacy' },
    requested_extensions: ['device_info', 'customer_info'],
  };
}

const post = (target: string, body: unknown, headers: Record<string, string> = {}) =>
  send(audible, {
    ...{ method: 'POST', target, body: JSON.stringify(body) },
    headers: { 'content-type': 'application/json', ...headers },
  });

const register = (body: unknown) => post('/de/auth/register', body);
const errorOf = ({ status, text }: Told) => [status, JSON.parse(text).response.error.code as unknown];
const success = ({ text }: Told) => JSON.parse(text).response.success;

describe('the page', () => {
  test('says that one is signed in and leads, by way of a page that is not there, to the address with a code', async () => {
    const page = await send(audible, { target: signInTarget() });
    expect([page.status, page.text]).toEqual([200, expect.stringContaining('Hello, Anna')]);
    const next = /url=([^"]*)"/.exec(page.text)?.[1]?.replace(/&amp;/g, '&') ?? '';
    expect(next).toMatch(/^\/de\/ap\/maplanding\?/);
    const landing = await send(audible, { target: next });
    const address = new URL(/<code id="address">([^<]*)</.exec(landing.text)?.[1]?.replace(/&amp;/g, '&') ?? '');
    expect([landing.status, address.host, address.pathname]).toEqual([404, 'www.amazon.de', '/ap/maplanding']);
    expect(Object.fromEntries(address.searchParams)).toMatchObject({
      'openid.oa2.authorization_code': expect.stringMatching(/^\w{20}$/),
      'openid.mode': 'id_res',
      'openid.assoc_handle': 'amzn_audible_ios_de',
    });
  });

  test.each([...Object.keys(SIGN_IN)])('wants %s to be right', async (name) => {
    const told = await send(audible, { target: signInTarget({ [name]: '<b>' }) });
    expect([told.status, told.text]).toEqual([400, expect.stringContaining(name)]);
    expect(() => audible.signIn(`${audible.url}${signInTarget({ [name]: '' })}`)).toThrow('400');
  });

  test('is opened for tests at the real address as well, by whoever is named', async () => {
    audible.signInAs(audible.account('bert'));
    const address = audible.signIn(`https://www.amazon.de${signInTarget().slice(3)}`);
    const { text } = await register(registration(codeOf(address)));
    expect(JSON.parse(text).response.success.extensions.customer_info.given_name).toBe('Bert');
    expect(audible.asked[0]).toMatchObject({ method: 'GET', path: '/ap/signin', country: 'de' });
  });
});

describe('registration', () => {
  test('makes a device that is let in by signature and by token, and can renew', async () => {
    const { tokens, extensions } = success(await register(registration(freshCode())));
    expect(tokens.bearer).toMatchObject({
      access_token: expect.stringMatching(/^Atna\|/),
      refresh_token: expect.stringMatching(/^Atnr\|/),
      expires_in: '3600',
    });
    expect(tokens.mac_dms.adp_token).toMatch(
      /^\{enc:[^{}]+\}\{key:[^{}]+\}\{iv:[^{}]+\}\{name:QURQVG9rZW5FbmNyeXB0aW9uS2V5\}\{serial:Mg==\}$/,
    );
    expect(tokens.mac_dms.device_private_key).toMatch(/^-----BEGIN RSA PRIVATE KEY-----\n/);
    expect(tokens.website_cookies.map(({ Value }: { Value: string }) => Value)).toContain('"invented-cookie"');
    expect(extensions).toMatchObject({
      device_info: { device_name: "Anna's Octavo", device_serial_number: SERIAL, device_type: TYPE },
      customer_info: { account_pool: 'Amazon', given_name: 'Anna' },
    });
    const { device } = audible.account();
    expect(device.adpToken).toBe(tokens.mac_dms.adp_token);
    expect((await ask(audible, '/1.0/library')).status).toBe(200);
    const headers = { 'x-amz-access-token': tokens.bearer.access_token as string };
    expect((await send(audible, { target: '/1.0/library', headers })).status).toBe(200);
  });

  test('answers in other forms', async () => {
    audible.manners.registration = { expiresIn: 'number', cookies: 'none', storeCookie: false, key: 'base64' };
    const first = success(await register(registration(freshCode()))).tokens;
    expect(first.bearer.expires_in).toBe(3600);
    expect(Object.keys(first)).toEqual(['bearer', 'mac_dms']);
    expect(first.mac_dms.device_private_key).toMatch(/^MII[\w+/=]+$/);
    audible.manners.registration = { expiresIn: 'none', cookies: 'plain' };
    const second = success(await register(registration(freshCode()))).tokens;
    expect(second.bearer).not.toHaveProperty('expires_in');
    expect(JSON.stringify(second.website_cookies)).not.toContain('\\"');
  });

  test('gives what was asked for', async () => {
    const order = { ...registration(freshCode()), requested_token_type: ['mac_dms'], requested_extensions: [] };
    const { tokens, extensions } = success(await register(order));
    expect([Object.keys(tokens), extensions]).toEqual([['mac_dms'], {}]);
  });

  test('takes a code once, not an invented one, and not too late', async () => {
    const code = freshCode();
    expect((await register(registration(code))).status).toBe(200);
    expect(errorOf(await register(registration(code)))).toEqual([400, 'InvalidToken']);
    expect(errorOf(await register(registration('INVENTED')))).toEqual([400, 'InvalidToken']);
    const late = freshCode();
    now += 300_000;
    expect(errorOf(await register(registration(late)))).toEqual([400, 'InvalidToken']);
  });

  test('wants the verifier of the page, and serial and client id of one device', async () => {
    const tries: ((order: ReturnType<typeof registration>) => void)[] = [
      ({ auth_data }) => (auth_data.code_verifier = 'x'.repeat(43)),
      ({ auth_data }) => (auth_data.code_verifier = createHash('sha256').update(VERIFIER).digest('base64url')),
      ({ auth_data }) => (auth_data.client_id = 'ab'),
      ({ registration_data }) => (registration_data.device_serial = SERIAL.toLowerCase()),
      ({ registration_data }) => (registration_data.device_type = 'A10KISP2GWF0E4'),
    ];
    for (const spoil of tries) {
      const order = registration(freshCode());
      spoil(order);
      const told = await register(order);
      expect([told.status, told.headers['www-authenticate']]).toEqual([
        401,
        expect.stringContaining('CredentialError'),
      ]);
    }
    expect(audible.account().devices).toHaveLength(1);
  });

  test.each([
    ['no object', []],
    ['nothing of the device', { ...registration('x'), registration_data: null }],
    ['no list of tokens', { ...registration('x'), requested_token_type: 'bearer' }],
    ['no algorithm', { ...registration('x'), auth_data: { ...registration('x').auth_data, code_algorithm: 'plain' } }],
  ])('refuses %s', async (_, order) => {
    expect(errorOf(await register(order))).toEqual([400, 'InvalidValue']);
  });
});

describe('deregistration', () => {
  const ORDER = { deregister_all_existing_accounts: false };

  test('ends the device of the token; other devices and the token itself stay', async () => {
    await register(registration(freshCode()));
    const [old, device] = audible.account().devices;
    const token = audible.account().issueAccessToken(device);
    expect((await post('/de/auth/deregister', ORDER, { 'x-amz-access-token': token })).status).toBe(200);
    const target = '/1.0/library';
    const status = async (headers: Record<string, string>) => (await send(audible, { target, headers })).status;
    expect(await status(signed(device!, { target }))).toBe(403);
    expect(await status(signed(old!, { target }))).toBe(200);
    expect(await status({ 'x-amz-access-token': token })).toBe(200);
  });

  test('of all ends them all; the headers of old will do', async () => {
    await register(registration(freshCode()));
    const authorization = `Bearer ${audible.account().issueAccessToken()}`;
    const order = { deregister_all_existing_accounts: true };
    expect((await post('/auth/deregister', order, { authorization })).status).toBe(200);
    expect(audible.account().devices).toEqual([]);
  });

  test('wants a good token, and an order that says how much', async () => {
    expect(errorOf(await post('/auth/deregister', ORDER))).toEqual([401, 'InvalidToken']);
    const token = { 'x-amz-access-token': audible.account().issueAccessToken() };
    for (const order of [{}, null, { deregister_all_existing_accounts: 'false' }])
      expect(errorOf(await post('/auth/deregister', order, token))).toEqual([400, 'InvalidValue']);
    expect(audible.account().devices).toHaveLength(1);
  });
});
