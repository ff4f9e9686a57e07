import { AudibleError } from '../audible-error.js';
import { hostsAt, REAL_HOSTS } from './hosts.js';
import { refreshToken } from './refresh.js';
import { errorOf } from './testing/all-of-error.js';
import { ScriptedAsk, type ScriptedAnswer } from './testing/scripted-ask.js';

const NOW = Date.UTC(2026, 0, 2, 3, 4, 5);
const ORDER = {
  country: 'uk',
  withUsername: false,
  refreshToken: 'Atnr|a+b/c=&d',
  hosts: REAL_HOSTS,
  now: NOW,
} as const;
const inSeconds = (seconds: number) => new Date(NOW + seconds * 1000).toISOString();

describe('a new access token', () => {
  it('is asked for at home, with the five fields', async () => {
    const network = new ScriptedAsk({ body: { access_token: 'Atna|n', token_type: 'bearer', expires_in: 3600 } });
    const renewed = await refreshToken(network.ask, ORDER);
    expect(renewed).toEqual({ accessToken: 'Atna|n', expiresAt: inSeconds(3600) });
    const { origin, target, method, headers, body } = network.first;
    expect({ method, address: origin + target }).toEqual({
      method: 'POST',
      address: 'https://api.amazon.co.uk/auth/token',
    });
    expect(headers['content-type']).toBe('application/x-www-form-urlencoded');
    expect(Object.fromEntries(new URLSearchParams(body))).toEqual({
      app_name: 'Audible',
      app_version: '3.56.2',
      source_token: 'Atnr|a+b/c=&d',
      requested_token_type: 'access_token',
      source_token_type: 'refresh_token',
    });
    expect(network.orders).toHaveLength(1);
  });

  it('is asked for at Audible for accounts with a username, and wherever it was set', async () => {
    const network = new ScriptedAsk({ body: { access_token: 'x' } });
    await refreshToken(network.ask, { ...ORDER, withUsername: true });
    await refreshToken(network.ask, { ...ORDER, hosts: hostsAt({ auth: 'http://127.0.0.1:9' }) });
    expect(network.orders.map(({ origin }) => origin)).toEqual(['https://api.audible.co.uk', 'http://127.0.0.1:9']);
  });

  it.each<[string, object, object]>([
    ['a life in text', { access_token: 'n', expires_in: '120' }, { expiresAt: inSeconds(120) }],
    ['no life', { access_token: 'n' }, { expiresAt: inSeconds(3600) }],
    ['a life of nothing', { access_token: 'n', expires_in: 0 }, { expiresAt: inSeconds(3600) }],
    ['a life before now', { access_token: 'n', expires_in: -5 }, { expiresAt: inSeconds(3600) }],
    ['a life of words', { access_token: 'n', expires_in: 'long' }, { expiresAt: inSeconds(3600) }],
    ['an endless life', { access_token: 'n', expires_in: 1e300 }, { expiresAt: inSeconds(86_400) }],
    ['a token for an actor', { actor_access_token: 'n', actor_refresh_token: 'other' }, { accessToken: 'n' }],
    ['both tokens', { access_token: 'n', actor_access_token: 'm' }, { accessToken: 'n' }],
    ['an empty token beside another', { access_token: '', actor_access_token: 'n' }, { accessToken: 'n' }],
    ['another refresh token', { access_token: 'n', refresh_token: 'Atnr|new' }, { refreshToken: 'Atnr|new' }],
  ])('is taken with %s', async (_what, body, expected) => {
    const renewed = await refreshToken(new ScriptedAsk({ body }).ask, ORDER);
    expect(renewed).toMatchObject({ accessToken: 'n', ...expected });
    if (!('refresh_token' in body)) expect(renewed).not.toHaveProperty('refreshToken');
  });

  it.each<[string, ScriptedAnswer, string]>([
    ['400', { status: 400, body: { error: 'invalid_grant' } }, 'reauth_required'],
    ['401', { status: 401 }, 'reauth_required'],
    ['403', { status: 403, body: '{}' }, 'rejected'],
    ['404', { status: 404 }, 'rejected'],
    ['429', { status: 429 }, 'throttled'],
    ['408', { status: 408 }, 'throttled'],
    ['500', { status: 500 }, 'server_error'],
    ['500 in JSON', { status: 500, body: { response: { error: { code: 'ServerError' } } } }, 'server_error'],
    ['503 for people', { status: 503, body: ' \n<html>Website Temporarily Unavailable' }, 'outage'],
    ['400 of a proxy', { status: 400, body: 'blocked', headers: { 'content-type': 'text/html' } }, 'outage'],
    ['200 for people', { body: '<!DOCTYPE html><p>Sign in' }, 'outage'],
    ['a redirect', { status: 302, headers: { location: 'https://login.example/' } }, 'outage'],
    ['nothing', { body: '' }, 'malformed_response'],
    ['half an answer', { body: '{"access_token":"Atna|x' }, 'malformed_response'],
    ['an answer without a token', { body: { error: 'x' } }, 'malformed_response'],
    ['a token of two lines', { body: { access_token: 'a\nx-evil: 1' } }, 'malformed_response'],
    ['a token of no text', { body: { access_token: { a: 1 } } }, 'malformed_response'],
    ['null', { body: 'null' }, 'malformed_response'],
    ['silence', { failure: 'timeout' }, 'unreachable'],
    ['no name', { failure: 'name-not-found' }, 'unreachable'],
    ['too much', { failure: 'too-large' }, 'malformed_response'],
  ])('is not had from %s', async (_what, answer, reason) => {
    const network = new ScriptedAsk(answer);
    const error = await errorOf(refreshToken(network.ask, ORDER));
    expect(error).toBeInstanceOf(AudibleError);
    expect(error).toMatchObject({ reason });
    expect(network.orders).toHaveLength(1);
  });

  it('is asked for later where the server says when', async () => {
    const at = (headers: Record<string, string>) =>
      errorOf(refreshToken(new ScriptedAsk({ status: 429, headers }).ask, ORDER));
    expect(await at({ 'retry-after': '17' })).toMatchObject({ retryAfter: 17 });
    expect(await at({ 'retry-after': 'Fri, 02 Jan 2026 03:05:05 GMT' })).toMatchObject({ retryAfter: 60 });
    expect(await at({ 'retry-after': 'NaN' })).toMatchObject({ retryAfter: undefined });
  });

  it('is not asked for once aborted, and mistakes of ours are not the network’s', async () => {
    const network = new ScriptedAsk({ failure: 'timeout' });
    const signal = AbortSignal.abort(new Error('enough'));
    await expect(refreshToken(network.ask, { ...ORDER, signal })).rejects.toThrow('enough');
    const broken = () => Promise.reject(new TypeError('a mistake'));
    await expect(refreshToken(broken, ORDER)).rejects.toThrow(TypeError);
  });
});
