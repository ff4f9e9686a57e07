import { createHash } from 'node:crypto';
import { holderOf } from './audible-gate.js';
import type { AudibleAccount, AudibleDevice } from './audible-account.js';
import type { AudibleRegistration } from './audible-manners.js';
import { AUDIBLE_STORES } from './audible-places.js';
import type { AudibleQuestion } from './audible-question.js';
import { asObject, authRefusal, jsonReply, objectIn, REQUEST_ID, type AudibleReply } from './audible-reply.js';
import { bareBase64Of, pemOf } from './device-keys.js';
import type { SignedIn, SignIns } from './sign-ins.js';

type Fields = Readonly<Record<string, unknown>>;

/** POST /auth/register: a new device for whoever signed in. The code is used up even where the rest does not fit. */
export function register(question: AudibleQuestion, signIns: SignIns): AudibleReply {
  const { seen, now, manners } = question;
  const body = objectIn(seen.body) ?? {};
  const [device, auth] = [asObject(body['registration_data']) ?? {}, asObject(body['auth_data']) ?? {}];
  const missing = missingIn(seen.headers['content-type'], body, device, auth);
  if (missing !== undefined) return authRefusal(400, 'InvalidValue', 'A value is missing or invalid.', missing);
  const signedIn = signIns.redeem(text(auth['authorization_code']), now);
  if (!signedIn) return authRefusal(400, 'InvalidToken', 'The code is invalid.', 'auth_data.authorization_code');
  if (!isSamePerson(signedIn, device, auth)) return credentialError();
  const { account } = signedIn;
  const [serial, type] = [text(device['device_serial']), text(device['device_type'])];
  const made = account.register({ serial, type, name: nameFor(account, text(device['device_name'])) });
  const accessToken = account.issueAccessToken(made, manners.accessTokenSec);
  const told = { tokens: tokensFor(question, body, made, accessToken), extensions: extensionsFor(body, account, made) };
  return jsonReply(200, { request_id: REQUEST_ID, response: { success: told } });
}

/** POST /auth/deregister: the device of the access token is gone, or all of the account. */
export function deregister(question: AudibleQuestion, accounts: readonly AudibleAccount[]): AudibleReply {
  const { seen, now } = question;
  const old = seen.headers.authorization?.replace(/^Bearer /, '');
  const holder = holderOf(seen.headers['x-amz-access-token']?.toString() ?? old ?? '', accounts, now);
  if (!holder) return authRefusal(401, 'InvalidToken', 'The token is invalid.');
  const all = objectIn(seen.body)?.['deregister_all_existing_accounts'];
  if (typeof all !== 'boolean') return authRefusal(400, 'InvalidValue', 'A value is missing or invalid.');
  holder.account.deregister(all ? undefined : holder.device);
  return jsonReply(200, { request_id: REQUEST_ID, response: { success: {} } });
}

function missingIn(contentType: string | undefined, body: Fields, device: Fields, auth: Fields): string | undefined {
  if (!/^application\/json\b/.test(contentType ?? '')) return 'Content-Type';
  if (!Array.isArray(body['requested_token_type'])) return 'requested_token_type';
  const steady = { code_algorithm: 'SHA-256', client_domain: 'DeviceLegacy' };
  const unsteady = Object.entries(steady).find(([name, value]) => auth[name] !== value);
  const ofAuth = ['client_id', 'authorization_code', 'code_verifier'].find((name) => text(auth[name]) === '');
  const wanted = ['domain', 'app_version', 'device_serial', 'device_type', 'device_name', 'os_version', 'app_name'];
  const ofDevice = wanted.find((name) => text(device[name]) === '');
  if (unsteady ?? ofAuth) return `auth_data.${unsteady?.[0] ?? ofAuth}`;
  return ofDevice === undefined ? undefined : `registration_data.${ofDevice}`;
}

/** The verifier fits the challenge of the page, and serial and client id fit each other and the page. */
function isSamePerson({ challenge, clientId }: SignedIn, device: Fields, auth: Fields): boolean {
  const hashed = createHash('sha256').update(text(auth['code_verifier']), 'ascii').digest('base64url');
  const own = Buffer.from(`${text(device['device_serial'])}#${text(device['device_type'])}`, 'ascii').toString('hex');
  return hashed === challenge && clientId === own && auth['client_id'] === own;
}

function credentialError(): AudibleReply {
  const refusal = authRefusal(401, 'InvalidToken', 'The credentials are invalid.', 'auth_data');
  return { ...refusal, headers: { ...refusal.headers, 'www-authenticate': 'Bearer error="CredentialError"' } };
}

function nameFor({ customer }: AudibleAccount, pattern: string): string {
  const possessive = pattern.replace('%FIRST_NAME%', customer.given_name);
  return possessive.replace('%FIRST_NAME_POSSESSIVE_STRING%', "'s ").replace('%DUPE_STRATEGY_1ST%', '');
}

function tokensFor(question: AudibleQuestion, body: Fields, device: AudibleDevice, accessToken: string): Fields {
  const { seen, manners } = question;
  const { key = 'pem', storeCookie = true, expiresIn = 'text', cookies = 'quoted' } = manners.registration ?? {};
  const isWanted = (type: string) => (body['requested_token_type'] as unknown[]).includes(type);
  const seconds = manners.accessTokenSec ?? 3600;
  const expires = { text: { expires_in: String(seconds) }, number: { expires_in: seconds }, none: {} }[expiresIn];
  const privateKey = key === 'pem' ? pemOf(device.keys) : bareBase64Of(device.keys);
  return {
    ...(isWanted('bearer') && {
      bearer: { access_token: accessToken, refresh_token: device.refreshToken, ...expires },
    }),
    ...(isWanted('mac_dms') && { mac_dms: { adp_token: device.adpToken, device_private_key: privateKey } }),
    ...(isWanted('website_cookies') &&
      cookies !== 'none' && { website_cookies: websiteCookies(cookies, AUDIBLE_STORES[seen.country].tld) }),
    ...(isWanted('store_authentication_cookie') &&
      storeCookie && { store_authentication_cookie: { cookie: 'invented-store-cookie' } }),
  };
}

function websiteCookies(form: AudibleRegistration['cookies'], tld: string): Fields[] {
  const rest = { Domain: `.amazon.${tld}`, Path: '/', Secure: 'true', Expires: '27 Sep 2043 20:45:37 GMT' };
  const value = (plain: string) => (form === 'quoted' ? `"${plain}"` : plain);
  return [
    { Name: 'session-id', Value: '000-0000000-0000000', HttpOnly: 'false', ...rest },
    { Name: 'x-main', Value: value('invented-cookie'), HttpOnly: 'true', ...rest },
  ];
}

function extensionsFor(body: Fields, { customer }: AudibleAccount, { serial, type, name }: AudibleDevice): Fields {
  const asked = body['requested_extensions'];
  const isWanted = (extension: string) => Array.isArray(asked) && asked.includes(extension);
  const device_info = { device_name: name, device_serial_number: serial, device_type: type };
  return {
    ...(isWanted('device_info') && { device_info }),
    ...(isWanted('customer_info') && { customer_info: customer }),
  };
}

const text = (value: unknown) => (typeof value === 'string' ? value : '');
