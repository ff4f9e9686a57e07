import { AudibleError } from '../audible-error.js';
import { AccountAuthority } from './account-authority.js';
import { REAL_HOSTS } from './hosts.js';
import { marketplaceIn } from './marketplaces.js';
import { refreshToken } from './refresh.js';
import { beginSignIn, deregister, readLanding, registerDevice } from './sign-in/index.js';
import { allOfError, errorOf, thrownBy } from './testing/all-of-error.js';
import { ScriptedAsk, type ScriptedAnswer } from './testing/scripted-ask.js';

const CANARY = 'k4nary';
const SERVER_SAID = 'server-said-this';
const BODY = `${SERVER_SAID} ${CANARY}`;

const ANSWERS: [string, ScriptedAnswer][] = [
  ...[200, 301, 400, 401, 403, 404, 429, 500, 503].flatMap((status): [string, ScriptedAnswer][] => [
    [`${status} in words`, { status, body: BODY, headers: { location: `https://x.test/${CANARY}`, 'x-note': BODY } }],
    [`${status} in JSON`, { status, body: { error: BODY, response: { error: { code: CANARY, message: BODY } } } }],
    [`${status} for people`, { status, body: `<html>${BODY}` }],
  ]),
  ['silence', { failure: 'timeout' }],
];

const { secrets } = beginSignIn({
  marketplace: marketplaceIn('de'),
  withUsername: false,
  hosts: REAL_HOSTS,
  random: (count) => Buffer.alloc(count, CANARY),
});
const HIDDEN = [CANARY, SERVER_SAID, secrets.serial, secrets.verifier, secrets.clientId];
const HOME = { country: 'de', withUsername: false, hosts: REAL_HOSTS, now: 0 } as const;

describe('what is told of a failure', () => {
  it.each(ANSWERS)('says neither a secret nor what the server said: %s', async (_what, answer) => {
    const { ask } = new ScriptedAsk(answer);
    const questions = [
      refreshToken(ask, { ...HOME, refreshToken: `Atnr|${CANARY}` }),
      registerDevice(ask, { ...HOME, secrets, code: CANARY, deviceName: 'Octavo' }),
      ...(answer.status === 200
        ? []
        : [deregister(ask, { ...HOME, credentials: HOME, accessToken: `Atna|${CANARY}` })]),
    ];
    // Removing a device is answered with 200 and no more than that.
    const errors = await Promise.all(questions.map((question) => errorOf(question)));
    for (const error of errors) {
      expect(error).toBeInstanceOf(AudibleError);
      for (const hidden of HIDDEN) expect(allOfError(error)).not.toContain(hidden);
    }
  });

  it('says nothing of an address that was pasted', () => {
    for (const text of [CANARY, `https://x.test/${CANARY}`, `https://www.amazon.de/ap/maplanding?x=${CANARY}`])
      expect(allOfError(thrownBy(() => readLanding(text, secrets)))).not.toContain(CANARY);
  });

  it('says nothing of a key that cannot be used', () => {
    const credentials = { signing: { adpToken: CANARY, privateKey: `-----BEGIN RSA PRIVATE KEY-----\n${CANARY}\n` } };
    const renew = () => Promise.resolve({});
    const error = thrownBy(() => new AccountAuthority({ credentials, mode: 'auto', clock: () => 0, renew }));
    expect(allOfError(error)).not.toContain(CANARY);
  });
});
