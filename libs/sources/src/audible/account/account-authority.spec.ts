import fc from 'fast-check';
import { AudibleError } from '../audible-error.js';
import type { Unauthorised } from '../authority.js';
import { AccountAuthority } from './account-authority.js';
import type { AudibleCredentials } from './credentials.js';
import { RefusingServer } from './testing/refusing-server.js';
import { TokenStore } from './testing/token-store.js';
import { ADP_TOKEN, PRIVATE_KEY } from './testing/vectors.js';
import type { WayMode } from './way-order.js';

const NOW = Date.UTC(2026, 0, 2, 3, 4, 5);
const GET: Unauthorised = {
  method: 'GET',
  target: '/1.0/library?response_groups=media,%20series&image_sizes=500',
  body: '',
};
const SIGNING = { adpToken: ADP_TOKEN, privateKey: PRIVATE_KEY };
const HOUR = 3_600_000;

interface Scene {
  has?: 'both' | 'signing' | 'token' | 'nothing';
  mode?: WayMode;
  /** Milliseconds from now; nothing where there is no access token yet. */
  tokenEnds?: number | undefined;
}

function scene({ has = 'both', mode = 'auto', tokenEnds = HOUR }: Scene = {}) {
  const time = { now: NOW };
  const clock = () => time.now;
  const server = new RefusingServer();
  const expiresAt = new Date(NOW + tokenEnds).toISOString();
  const store = new TokenStore(clock, (token) => server.goodTokens.add(token), { accessToken: 'Atna|0', expiresAt });
  server.goodTokens.add('Atna|0');
  const credentials: Pick<AudibleCredentials, 'signing' | 'bearer'> = {
    ...((has === 'both' || has === 'signing') && { signing: SIGNING }),
    ...((has === 'both' || has === 'token') && { bearer: { refreshToken: 'Atnr|r', ...store.held } }),
  };
  const authority = new AccountAuthority({ credentials, mode, clock, renew: store.renew });
  return { time, server, store, authority, send: (target = GET.target) => server.send(authority, target) };
}

const reauth = () => new AudibleError('reauth_required', { status: 400 });

describe('an account that signs', () => {
  it('signs each request, and sends nothing else', async () => {
    const { server, authority, send, store } = scene();
    expect(await send()).toEqual({ sent: 1, accepted: true });
    expect(Object.keys(server.seen[0] ?? {})).toEqual(['x-adp-token', 'x-adp-alg', 'x-adp-signature']);
    const signatures = new Set<string | undefined>();
    for (let count = 0; count < 4; count += 1) signatures.add((await authority.headersFor(GET))['x-adp-signature']);
    expect(signatures.size).toBe(4);
    expect(store.renewals).toBe(0);
  });

  it('signs anew, with another time, though the clock stands still', async () => {
    const { server, send } = scene({ mode: 'signing' });
    server.acceptsSignatures = false;
    expect(await send()).toEqual({ sent: 2, accepted: false });
    const [first, second] = server.seen.map((headers) => headers['x-adp-signature']?.split(/:(.*)/)[1]);
    expect(first).toBe('2026-01-02T03:04:05.000Z');
    expect(second).not.toBe(first);
  });

  it('signs with the time of its clock, also of one that was put back', async () => {
    const { authority, time } = scene();
    await authority.headersFor(GET);
    time.now -= 2 * HOUR;
    expect((await authority.headersFor(GET))['x-adp-signature']).toMatch(/:2026-01-02T01:04:05\.000Z$/);
  });

  it('signs anew once for all who are refused at the same time', async () => {
    const { server, send } = scene();
    server.refusesNext = 3;
    const sent = await Promise.all(['/a', '/b', '/c'].map((target) => send(target)));
    expect(sent).toEqual(Array.from({ length: 3 }, () => ({ sent: 2, accepted: true })));
    expect(new Set(server.ways)).toEqual(new Set(['signed']));
  });

  it('tries its token once, and stays with it', async () => {
    const { server, send, store } = scene();
    server.acceptsSignatures = false;
    expect(await send()).toEqual({ sent: 3, accepted: true });
    expect(await send('/other')).toEqual({ sent: 1, accepted: true });
    expect(server.ways).toEqual(['signed', 'signed', 'Atna|0', 'Atna|0']);
    expect(store.renewals).toBe(0);
  });

  it('gives up after that, and each later request at once, until something is accepted', async () => {
    const { server, send } = scene();
    server.acceptsSignatures = false;
    server.goodTokens.clear();
    expect(await send()).toEqual({ sent: 3, accepted: false });
    expect(await send()).toEqual({ sent: 1, accepted: false });
    server.acceptsSignatures = true;
    expect(await send()).toEqual({ sent: 1, accepted: true });
    server.acceptsSignatures = false;
    expect((await send()).sent).toBe(3);
  });

  it('needs to be signed in anew where its token is not renewed either', async () => {
    const { server, send, store } = scene({ tokenEnds: -1 });
    server.acceptsSignatures = false;
    store.failure = reauth();
    await expect(send()).rejects.toMatchObject({ reason: 'reauth_required' });
    expect(server.seen).toHaveLength(2);
    expect(store.renewals).toBe(1);
  });

  it('does not take the other way where it may not', async () => {
    const { server, send } = scene({ mode: 'signing' });
    server.acceptsSignatures = false;
    await send();
    expect(server.ways).toEqual(['signed', 'signed']);
  });
});

describe('an account with tokens', () => {
  it('sends its token and nothing else', async () => {
    const { server, send, store } = scene({ has: 'token' });
    expect(await send()).toEqual({ sent: 1, accepted: true });
    expect(server.seen).toEqual([{ 'x-amz-access-token': 'Atna|0' }]);
    expect(store.renewals).toBe(0);
  });

  it.each([
    [60_001, 0],
    [60_000, 1],
    [0, 1],
    [-HOUR, 1],
  ])('renews one that ends in %p ms %p times', async (tokenEnds, renewals) => {
    const { send, store, server } = scene({ mode: 'token', tokenEnds });
    await send();
    await send();
    expect(store.renewals).toBe(renewals);
    expect(server.seen.at(-1)).toEqual({ 'x-amz-access-token': `Atna|${renewals}` });
  });

  it('renews one whose end is not known', async () => {
    const store = new TokenStore(() => NOW);
    const credentials = { bearer: { refreshToken: 'Atnr|r', accessToken: 'Atna|old', expiresAt: undefined } };
    const authority = new AccountAuthority({ credentials, mode: 'auto', clock: () => NOW, renew: store.renew });
    expect(await authority.headersFor(GET)).toEqual({ 'x-amz-access-token': 'Atna|1' });
  });

  it('takes one that another process renewed meanwhile', async () => {
    const { send, store, server } = scene({ has: 'token', tokenEnds: -1 });
    store.held = { accessToken: 'Atna|theirs', expiresAt: new Date(NOW + HOUR).toISOString() };
    server.goodTokens.add('Atna|theirs');
    expect(await send()).toEqual({ sent: 1, accepted: true });
    expect(store.renewals).toBe(0);
  });

  it('renews once for all who ask at the same time', async () => {
    const { send, store } = scene({ has: 'token', tokenEnds: -1 });
    const sent = await Promise.all(['/a', '/b', '/c', '/d'].map((target) => send(target)));
    expect(sent).toEqual(Array.from({ length: 4 }, () => ({ sent: 1, accepted: true })));
    expect([store.asked, store.renewals]).toEqual([1, 1]);
  });

  it('renews once for all who are refused at the same time', async () => {
    const { send, store, server } = scene({ has: 'token' });
    server.goodTokens.clear();
    const sent = await Promise.all(['/a', '/b', '/c', '/d'].map((target) => send(target)));
    expect(sent).toEqual(Array.from({ length: 4 }, () => ({ sent: 2, accepted: true })));
    expect([store.asked, store.renewals]).toEqual([1, 1]);
  });

  it('gives no token that is being renewed', async () => {
    const { authority } = scene({ has: 'token' });
    const refused = authority.refused(await authority.headersFor(GET));
    expect(await authority.headersFor(GET)).toEqual({ 'x-amz-access-token': 'Atna|1' });
    expect(await refused).toBe(true);
  });

  it('renews nothing for the refusal of a token that came to its end meanwhile', async () => {
    const { authority, store, time } = scene({ has: 'token' });
    const early = await authority.headersFor(GET);
    time.now += HOUR;
    expect(await authority.headersFor(GET)).toEqual({ 'x-amz-access-token': 'Atna|1' });
    expect(await authority.refused(early)).toBe(true);
    expect(store.asked).toBe(1);
  });

  it('renews once more after each time it was accepted', async () => {
    const { send, store, server } = scene({ has: 'token' });
    for (let page = 1; page <= 6; page += 1) {
      expect(await send(`/page/${page}`)).toEqual({ sent: 1, accepted: true });
      server.goodTokens.clear();
      expect(await send('/next')).toEqual({ sent: 2, accepted: true });
    }
    expect(store.renewals).toBe(6);
  });

  it('gives up where the renewed token is refused as well', async () => {
    const { send, store, server } = scene({ has: 'token' });
    server.forbidden.add(GET.target);
    expect(await send()).toEqual({ sent: 2, accepted: false });
    expect(await send()).toEqual({ sent: 1, accepted: false });
    expect(store.renewals).toBe(1);
  });

  it('gives up where it is not renewed, and says so where it is due', async () => {
    const { send, store, server, time } = scene({ has: 'token' });
    server.goodTokens.clear();
    store.failure = reauth();
    expect(await send()).toEqual({ sent: 1, accepted: false });
    time.now += HOUR;
    await expect(send()).rejects.toMatchObject({ reason: 'reauth_required' });
    expect(store.renewals).toBe(2);
  });

  it('does not give up where it cannot be renewed now', async () => {
    const { send, store, server } = scene({ has: 'token' });
    server.goodTokens.clear();
    store.failure = new AudibleError('unreachable');
    await expect(send()).rejects.toMatchObject({ reason: 'unreachable' });
    await expect(send()).rejects.toMatchObject({ reason: 'unreachable' });
    store.failure = undefined;
    expect(await send()).toEqual({ sent: 2, accepted: true });
  });

  it('goes back to signing where tokens come to an end', async () => {
    const { send, store, server, time } = scene();
    server.acceptsSignatures = false;
    await send();
    server.acceptsSignatures = true;
    time.now += HOUR;
    store.failure = new AudibleError('unreachable');
    await expect(send()).rejects.toMatchObject({ reason: 'unreachable' });
    store.failure = reauth();
    expect(await send()).toEqual({ sent: 1, accepted: true });
    expect(server.ways.at(-1)).toBe('signed');
  });
});

describe('an account that cannot do what it should', () => {
  it.each<Scene>([{ has: 'nothing' }, { has: 'signing', mode: 'token' }, { has: 'token', mode: 'signing' }])(
    'needs to be signed in anew: %p',
    async (given) => {
      const { authority, store } = scene(given);
      await expect(authority.headersFor(GET)).rejects.toMatchObject({ reason: 'reauth_required' });
      expect(await authority.refused({ 'x-amz-access-token': 'x' })).toBe(false);
      expect(store.renewals).toBe(0);
    },
  );

  it('makes nothing of headers that are not its own', async () => {
    const { authority } = scene();
    expect(await authority.refused({ accept: 'x' })).toBe(false);
    authority.accepted({ accept: 'x' });
    expect(Object.keys(await authority.headersFor(GET))).toContain('x-adp-signature');
  });
});

describe('whatever a server does', () => {
  const worlds = fc.record({
    has: fc.constantFrom<Scene['has']>('both', 'signing', 'token'),
    mode: fc.constant<WayMode>('auto'),
    tokenEnds: fc.constantFrom(HOUR, 30_000, -HOUR),
  });
  const event = fc.constantFrom('sign-on', 'sign-off', 'tokens-gone', 'no-renewal', 'renewal', 'hour');

  it('each request comes to an end, with few renewals', async () => {
    const events = fc.array(fc.tuple(event, fc.integer({ min: 1, max: 4 })), { maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(worlds, events, async (world, steps) => {
        const { server, store, time, send } = scene(world);
        server.forbidden.add('/forbidden');
        for (const [step, lanes] of steps) {
          if (step === 'sign-on' || step === 'sign-off') server.acceptsSignatures = step === 'sign-on';
          if (step === 'tokens-gone') server.goodTokens.clear();
          if (step === 'no-renewal' || step === 'renewal') store.failure = step === 'renewal' ? undefined : reauth();
          if (step === 'hour') time.now += HOUR;
          const before = { renewals: store.renewals, seen: server.seen.length };
          const targets = ['/forbidden', '/a', '/b', '/c'].slice(0, lanes);
          await Promise.allSettled(targets.map((target) => send(target))).then((ends) => {
            for (const end of ends)
              if (end.status === 'rejected') expect(end.reason).toMatchObject({ reason: 'reauth_required' });
          });
          expect(server.seen.length - before.seen).toBeLessThanOrEqual(5 * lanes);
          expect(store.renewals - before.renewals).toBeLessThanOrEqual(2 * lanes + 2);
        }
      }),
      { seed: 20260102, numRuns: 200 },
    );
  });

  it('what nobody may see is not asked for for ever while others are let in', async () => {
    const { server, store, send } = scene({ has: 'token' });
    server.forbidden.add('/forbidden');
    const busy = Array.from({ length: 40 }, (_, page) => page).reduce(
      (before, page) => before.then(() => send(`/page/${page}`)).then(() => undefined),
      Promise.resolve(),
    );
    const [refused] = await Promise.all([send('/forbidden'), busy]);
    expect(refused.accepted).toBe(false);
    expect(refused.sent).toBeLessThanOrEqual(5);
    expect(store.renewals).toBeLessThanOrEqual(5);
  });

  it('everything is let in again once the server lets in what the account has', async () => {
    const events = fc.array(event, { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(events, async (steps) => {
        const { server, store, time, send } = scene();
        for (const step of steps) {
          if (step === 'sign-off') server.acceptsSignatures = false;
          if (step === 'tokens-gone') server.goodTokens.clear();
          if (step === 'no-renewal') store.failure = reauth();
          if (step === 'hour') time.now += HOUR;
          await Promise.allSettled([send('/a'), send('/b')]);
        }
        server.acceptsSignatures = true;
        store.failure = undefined;
        expect(await send('/a')).toMatchObject({ accepted: true });
      }),
      { seed: 20260102, numRuns: 200 },
    );
  });
});
