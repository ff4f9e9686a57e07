import type { AudibleAccount } from './audible-account.js';
import type { AudibleQuestion } from './audible-question.js';
import { authRefusal, jsonReply, type AudibleReply } from './audible-reply.js';

/** POST /auth/token: a new access token for a refresh token of a device that is still registered. */
export function renewToken({ seen, manners }: AudibleQuestion, accounts: readonly AudibleAccount[]): AudibleReply {
  const { expiresIn = 'number', actor = false, rotates = false, refused } = manners.renewal ?? {};
  if (refused !== undefined) return authRefusal(refused, 'InvalidToken', 'The token is invalid.');
  const form = new URLSearchParams(seen.body);
  const wrong = wrongField(seen.headers['content-type'], form);
  if (wrong !== undefined) return authRefusal(400, 'InvalidValue', 'A value is missing or invalid.', wrong);
  const token = form.get('source_token');
  const account = accounts.find(({ devices }) => devices.some(({ refreshToken }) => refreshToken === token));
  const device = account?.devices.find(({ refreshToken }) => refreshToken === token);
  if (!account || !device) return authRefusal(400, 'InvalidToken', 'The token is invalid.', 'source_token');
  seen.account = account.name;
  const seconds = manners.accessTokenSec ?? 3600;
  const prefix = actor ? 'actor_' : '';
  return jsonReply(200, {
    [`${prefix}access_token`]: account.issueAccessToken(device, seconds),
    ...(rotates && { [`${prefix}refresh_token`]: account.rotateRefreshToken(device) }),
    token_type: 'bearer',
    ...(expiresIn !== 'none' && { expires_in: expiresIn === 'text' ? String(seconds) : seconds }),
  });
}

function wrongField(contentType: string | undefined, form: URLSearchParams): string | undefined {
  if (!/^application\/x-www-form-urlencoded\b/.test(contentType ?? '')) return 'Content-Type';
  const steady = { app_name: 'Audible', requested_token_type: 'access_token', source_token_type: 'refresh_token' };
  const unsteady = Object.entries(steady).find(([name, value]) => form.get(name) !== value);
  return unsteady?.[0] ?? ['app_version', 'source_token'].find((name) => !form.get(name));
}
