import { DomainError } from '@octavo/domain';
import fc from 'fast-check';
import { waysOf } from '../credentials.js';
import { allOfError, errorOf } from '../testing/all-of-error.js';
import { REGISTERED } from '../testing/registration-answer.js';
import { ADP_TOKEN, AUTH_FILE, AUTH_FILE_PASSWORD, ENCRYPTED_AUTH_FILES, PRIVATE_KEY } from '../testing/vectors.js';
import { readAuthFile, type AuthFileOptions } from './read-auth-file.js';

const bytesOf = (value: unknown) => Buffer.from(typeof value === 'string' ? value : JSON.stringify(value), 'utf8');
const read = (value: unknown, options?: AuthFileOptions) => readAuthFile(bytesOf(value), options);
const firstOf = async (value: unknown, options?: AuthFileOptions) => (await read(value, options)).credentials[0];

const EXPECTED = {
  country: 'de',
  withUsername: false,
  signing: { adpToken: ADP_TOKEN, privateKey: PRIVATE_KEY },
  bearer: {
    refreshToken: 'Atnr|THROWAWAY-REFRESH',
    accessToken: 'Atna|THROWAWAY-ACCESS',
    expiresAt: '2030-01-01T00:00:00.500Z',
  },
  device: { name: "Test's Audible for iPhone", serial: '0123456789ABCDEF0123456789ABCDEF', type: 'A2CZJZGLK2JJVM' },
  customer: {
    userId: 'amzn1.account.TESTTESTTEST',
    name: 'Test User',
    givenName: 'Test',
    homeRegion: 'EU',
    accountPool: 'Amazon',
  },
  kept: {
    website_cookies: { 'session-id': '000-0000000-0000000', 'x-main': 'throwaway' },
    store_authentication_cookie: { cookie: 'throwaway' },
    activation_bytes: null,
  },
};
const WHOLE = { credentials: [EXPECTED], unusable: 0, found: 'audible-cli' };
const JSON_STYLES = Object.entries(ENCRYPTED_AUTH_FILES);
const { salt, iv, ciphertext } = ENCRYPTED_AUTH_FILES.rounds1000;
const AS_BYTES = Buffer.concat([salt, iv, ciphertext].map((part) => Buffer.from(part, 'base64')));

describe('a plain file of audible-cli', () => {
  it('is read, with all that is not understood kept', async () => {
    expect(await read(AUTH_FILE)).toEqual(WHOLE);
    const more = { ...AUTH_FILE, x_new: { a: [1] }, customer_info: { ...AUTH_FILE.customer_info, age: 7 } };
    const kept = (await firstOf(more))?.kept;
    expect(kept).toEqual({ ...EXPECTED.kept, x_new: { a: [1] }, customer_info: { age: 7 } });
  });

  it('is read with a byte order mark, indented or not', async () => {
    expect(await read(`\ufeff${JSON.stringify(AUTH_FILE, undefined, 4)}\n`)).toEqual(WHOLE);
  });

  it('may be an older one: login cookies, milliseconds, a key with its line breaks written out', async () => {
    const { website_cookies: login_cookies, ...rest } = AUTH_FILE;
    const device_private_key = PRIVATE_KEY.replaceAll('\n', '\\n');
    expect(await read({ ...rest, login_cookies, device_private_key, expires: 1893456000500 })).toEqual(WHOLE);
  });

  it('may be one of Libation: cookies of nothing, a key that lost its line breaks, a name for the marketplace', async () => {
    const changed = {
      website_cookies: {},
      device_private_key: PRIVATE_KEY.replaceAll('\n', ''),
      locale_code: 'Germany',
    };
    const credentials = await firstOf({ ...AUTH_FILE, ...changed });
    expect(credentials).toEqual({ ...EXPECTED, kept: { ...EXPECTED.kept, website_cookies: {} } });
  });

  it.each<[string, object, string[]]>([
    ['keys only', { access_token: null, refresh_token: null, expires: null }, ['signing']],
    ['a refresh token only', { adp_token: null, device_private_key: null }, ['token']],
    ['a damaged key beside a refresh token', { device_private_key: 'MIIE' }, ['token']],
    ['an access token without a refresh token', { refresh_token: '' }, ['signing']],
    [
      'nulls wherever they may be',
      { website_cookies: null, device_info: null, customer_info: null, with_username: null },
      ['signing', 'token'],
    ],
    [
      'texts wherever objects should be',
      { website_cookies: 'x', device_info: 'x', customer_info: 7 },
      ['signing', 'token'],
    ],
  ])('is enough with %s', async (_what, changed, ways) => {
    const credentials = await firstOf({ ...AUTH_FILE, ...changed });
    expect(credentials && waysOf(credentials)).toEqual(ways);
  });

  it.each([
    ['1893456000.5', '2030-01-01T00:00:00.500Z'],
    ['1893456000500', '2030-01-01T00:00:00.500Z'],
    [null, undefined],
    ['soon', undefined],
    [-1, undefined],
    [1e300, undefined],
    [{}, undefined],
  ])('whose token ends at %p', async (expires, expiresAt) =>
    expect((await firstOf({ ...AUTH_FILE, expires }))?.bearer?.expiresAt).toBe(expiresAt),
  );

  it.each([
    ['us', true, 'Amazon', true],
    ['us', null, 'pool-1', true],
    ['us', false, 'pool-1', false],
    ['us', 'true', 'Amazon', false],
    ['fr', true, 'pool-1', false],
  ])('of %s with a username %p in %s', async (locale_code, with_username, account_pool, expected) => {
    const credentials = await firstOf({ ...AUTH_FILE, locale_code, with_username, customer_info: { account_pool } });
    expect(credentials?.withUsername).toBe(expected);
  });

  it.each([undefined, null, '', 'xx', 7])('needs to be told the marketplace where it says %p', async (locale_code) => {
    const error = await errorOf(read({ ...AUTH_FILE, locale_code }));
    expect(error).toMatchObject({ code: 'audible.auth-file-unusable', detail: expect.stringMatching(/marketplace/) });
    expect((await firstOf({ ...AUTH_FILE, locale_code }, { country: 'jp' }))?.country).toBe('jp');
  });

  it('is believed about its marketplace', async () => {
    expect((await firstOf(AUTH_FILE, { country: 'jp' }))?.country).toBe('de');
  });
});

describe('an encrypted file of audible-cli', () => {
  it.each(JSON_STYLES)('opens in JSON with its password: %s', async (_how, file) => {
    expect(await read(file, { password: AUTH_FILE_PASSWORD })).toEqual(WHOLE);
  });

  it('opens as bytes with its password', async () => {
    expect(await readAuthFile(AS_BYTES, { password: AUTH_FILE_PASSWORD })).toEqual(WHOLE);
  });

  it.each([undefined, ''])('says that it needs its password (%p)', async (password) => {
    for (const bytes of [AS_BYTES, ...JSON_STYLES.map(([, file]) => bytesOf(file))])
      expect(await errorOf(readAuthFile(bytes, { password }))).toMatchObject({
        code: 'audible.auth-file-locked',
        detail: expect.stringMatching(/needed/),
      });
  });

  it('does not open with another password, whatever that one makes of it', async () => {
    const files = [AS_BYTES, bytesOf(ENCRYPTED_AUTH_FILES.rounds1000), bytesOf(ENCRYPTED_AUTH_FILES.withoutMarker)];
    // Of 256 wrong passwords one leaves padding that looks right.
    for (let number = 0; number < 600; number += 1) {
      const bytes = files[number % files.length] ?? AS_BYTES;
      const error = await errorOf(readAuthFile(bytes, { password: `wrong ${number}` }));
      expect(error).toMatchObject({ code: 'audible.auth-file-locked', detail: expect.stringMatching(/wrong|damaged/) });
    }
  });

  it('does not open where it is damaged', async () => {
    const damaged = Buffer.from(AS_BYTES);
    damaged.fill(0, 200, 400);
    const noRounds = Buffer.from(AS_BYTES);
    noRounds.fill(0, 1, 3);
    for (const bytes of [damaged, noRounds, AS_BYTES.subarray(0, -16)])
      expect(await errorOf(readAuthFile(bytes, { password: AUTH_FILE_PASSWORD }))).toMatchObject({
        code: 'audible.auth-file-locked',
      });
  });

  it.each<[string, object]>([
    ['no salt', { salt: undefined }],
    ['a short salt', { salt: 'AAAA' }],
    ['a list for salt', { salt: [1, 2] }],
    ['no text of base64', { iv: '*'.repeat(24) }],
    ['half a block', { ciphertext: 'AAAA' }],
    ['nothing in it', { ciphertext: '' }],
    ['null in it', { ciphertext: null }],
    ['another cipher', { info: 'base64-encoded AES-CBC-128 of JSON object' }],
    ['another mode', { info: 'AES-GCM-256' }],
  ])('is refused with %s', async (_what, changed) => {
    const file = { ...ENCRYPTED_AUTH_FILES.rounds1000, ...changed };
    const error = await errorOf(read(file, { password: AUTH_FILE_PASSWORD }));
    expect(error).toMatchObject({ code: 'audible.auth-file-unusable' });
  });
});

describe('a file of OpenAudible', () => {
  const account = { details: { response: { success: REGISTERED } }, expires: 1893456000500, region: 'UK' };

  it('may hold several accounts', async () => {
    const us = {
      ...account,
      region: 'US',
      details: { response: { success: { tokens: { bearer: REGISTERED.tokens.bearer } } } },
    };
    const file = { active_device: 'a', a: account, b: us, note: 7, empty: null };
    const { credentials, found, unusable } = await read(file);
    expect([found, unusable]).toEqual(['openaudible', 0]);
    expect(credentials.map(({ country }) => country)).toEqual(['uk', 'us']);
    expect(credentials.map((one) => waysOf(one))).toEqual([['signing', 'token'], ['token']]);
    expect(credentials[0]).toMatchObject({
      bearer: { expiresAt: '2030-01-01T00:00:00.500Z' },
      customer: { name: 'Ada L' },
      kept: { website_cookies: { 'x-main': 'quoted' } },
    });
  });

  it('tells how many accounts in it are of no use', async () => {
    const bare = { ...account, details: { response: { success: { tokens: {} } } } };
    expect(await read({ a: bare, b: account, c: { ...account, region: 'xx' } })).toMatchObject({ unusable: 2 });
    expect(await errorOf(read({ a: bare }))).toMatchObject({ detail: expect.stringMatching(/lacks/) });
    expect(await errorOf(read({ a: { ...account, region: null } }))).toMatchObject({
      detail: expect.stringMatching(/marketplace/),
    });
    expect((await firstOf({ a: { ...account, region: null } }, { country: 'it' }))?.country).toBe('it');
  });
});

describe('what is no file of credentials', () => {
  const rs = { format: 'audible-rs-auth', version: 1 };
  it.each<[string, unknown, RegExp]>([
    ['nothing', '', /no file of credentials/],
    ['words', 'hello', /no file of credentials/],
    ['a list', [AUTH_FILE], /no file of credentials/],
    ['a number', '7', /no file of credentials/],
    ['another object', { name: 'x' }, /no file of credentials/],
    ['an object of nothing', {}, /no file of credentials/],
    ['a file that is cut off', JSON.stringify(AUTH_FILE).slice(0, -2), /cut off/],
    ['a nest', `{"adp_token":${'['.repeat(5000)}${']'.repeat(5000)}}`, /cut off or damaged/],
    ['a file larger than any', `{"adp_token":"${'x'.repeat(1024 * 1024)}"}`, /larger/],
    ['a file without what is needed', { ...AUTH_FILE, adp_token: null, refresh_token: null }, /lacks/],
    ['a file of wrong types', { adp_token: {}, device_private_key: 7, refresh_token: [] }, /lacks/],
    ['a file of audible-rs', { ...rs, data: { signing: { adp_token: ADP_TOKEN } } }, /audible-rs.*python/],
    ['a locked file of audible-rs', { ...rs, ciphertext: 'AAAA', kdf: {} }, /audible-rs.*python/],
  ])('is told of: %s', async (_what, value, words) => {
    const error = await errorOf(read(value, { password: AUTH_FILE_PASSWORD }));
    expect(error).toBeInstanceOf(DomainError);
    expect(error).toMatchObject({ code: 'audible.auth-file-unusable', detail: expect.stringMatching(words) });
    expect(allOfError(error)).not.toMatch(/THROWAWAY|enc:/);
  });

  it('is told of for bytes of no possible length', async () => {
    for (const length of [1, 31, 32, 47, 49, 100])
      expect(await errorOf(readAuthFile(Buffer.alloc(length, 0xff)))).toMatchObject({
        code: 'audible.auth-file-unusable',
      });
  });

  it('is only ever told of in our words', async () => {
    const anything = fc.oneof(
      fc.uint8Array({ maxLength: 200 }),
      fc.json({ maxDepth: 4 }).map((text) => bytesOf(text)),
      fc
        .record({ key: fc.constantFrom(...Object.keys(AUTH_FILE)), value: fc.jsonValue() })
        .map(({ key, value }) => bytesOf({ ...AUTH_FILE, [key]: value })),
      fc.record({ at: fc.nat(4000), byte: fc.nat(255) }).map(({ at, byte }) => {
        const copy = bytesOf(AUTH_FILE);
        copy[at % copy.length] = byte;
        return copy;
      }),
    );
    await fc.assert(
      fc.asyncProperty(anything, async (bytes) => {
        const outcome = await readAuthFile(bytes, { password: 'x' }).catch((error: unknown) => error);
        if (outcome instanceof Error) expect(outcome).toBeInstanceOf(DomainError);
        else expect(outcome).toMatchObject({ found: expect.any(String) });
      }),
      { seed: 20260102, numRuns: 300 },
    );
  });
});
