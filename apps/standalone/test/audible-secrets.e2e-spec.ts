import type { AudibleAccount } from '@octavo/contracts';
import { aLibrary } from '@octavo/testing';
import { AudibleSecrets, COOKIES, locked, PASSWORD } from './audible-canary.js';
import { type AudibleHouse, startAudibleHouse } from './audible-house.js';
import { dumpOf } from './dav-canary.js';
import { until } from './house.js';
import { listenToLog } from './listen-to-log.js';

const LIBRARY = /\/1\.0\/library\?/;
const TITLES = aLibrary(8);

describe('accounts at Audible, in whatever way they are used', () => {
  let at: AudibleHouse;
  let log: ReturnType<typeof listenToLog>;
  let secrets: AudibleSecrets;
  /** All the house answered, and all that was kept at several moments. */
  const [answers, dumps]: [string[], string[]] = [[], []];

  beforeAll(async () => {
    log = listenToLog();
    listenToAnswers();
    const settings = { LOG_LEVEL: 'trace', LOG_FORMAT: 'json' };
    at = await startAudibleHouse({ libraries: { us: TITLES, de: aLibrary(3, { seed: 2 }) } }, { settings });
    at.audible.account('bob').library('us').hold(TITLES);
    secrets = new AudibleSecrets(at.audible);
  });
  afterAll(async () => {
    jest.restoreAllMocks();
    log?.stop();
    await at?.close();
  });
  beforeEach(() => at.audible.recover());
  afterEach(() => secrets.noteSignIns());

  function listenToAnswers(): void {
    const { fetch } = globalThis;
    jest.spyOn(globalThis, 'fetch').mockImplementation(async (...asked) => {
      const answer = await fetch(...asked);
      answers.push(JSON.stringify([...answer.headers]), await answer.clone().text());
      return answer;
    });
  }
  const post = (path: string, body?: object) => at.house.admin.post(`/api/audible${path}`, body);
  const accounts = async () => (await at.house.admin.get('/api/audible')).body.items as AudibleAccount[];
  const idOf = async (name: string) => (await accounts()).find((account) => account.name === name)!.id;
  const begin = async () => (await post('/login', { marketplace: 'us' })).body as { loginId: string; url: string };
  const land = (loginId: string, redirectUrl: string) => post(`/login/${loginId}`, { redirectUrl });
  const [anna, bob] = [() => at.audible.account(), () => at.audible.account('bob')];

  it('are signed in, after some attempts that come to nothing', async () => {
    secrets.note(anna());
    const first = await begin();
    expect((await land(first.loginId, first.url)).status).toBe(400);
    const echo = at.audible.signIn(first.url);
    secrets.add('an address that was pasted', new URL(echo).searchParams.get('openid.sig')!);
    at.audible.treat({ status: 400, message: `What is ${echo}?` }, { target: /auth\/register/ });
    expect((await land(first.loginId, echo)).status).toBe(400);
    at.audible.recover();
    const { loginId, url } = await begin();
    at.audible.treat({ mutateBefore: async () => void dumps.push(await dumpOf(at)) }, { target: LIBRARY, from: 2 });
    expect((await land(loginId, at.audible.signIn(url))).status).toBe(201);
    await until('the first look', async () => (await accounts())[0]!.stores[0]!.lastSyncStatus === 'OK');
    await at.looked();
    secrets.note(anna());
  });

  it('are imported from a file with a password, and with no other', async () => {
    const file = { ...bob().authFile('us'), ...COOKIES };
    secrets.note(bob());
    const [few, many] = [locked(file, PASSWORD), locked(file, PASSWORD, { rounds: 65_535 })];
    const none = await post('/import', { authFile: few.json });
    expect([none.status, none.body.detail]).toEqual([400, expect.stringMatching(/password/i)]);
    for (const wish of [
      { authFile: few.json, password: `${PASSWORD}.` },
      { authFile: many.bytes.toString('base64'), encoding: 'base64', password: 'another one' },
    ]) {
      const wrong = await post('/import', wish);
      expect([wrong.status, wrong.body.detail]).toEqual([400, expect.stringMatching(/password/i)]);
    }
    expect(await accounts()).toHaveLength(1);
    const sealed = async () =>
      (await at.house.sql<{ secret: string }>(`select secret from audible_account where name = 'Bob'`))[0]!;
    expect((await post('/import', { authFile: few.json, password: PASSWORD })).status).toBe(201);
    const before = await sealed();
    const bytes = { authFile: many.bytes.toString('base64'), encoding: 'base64', password: PASSWORD };
    expect((await post('/import', bytes)).status).toBe(201);
    expect((await sealed()).secret).not.toBe(before.secret); // the same, sealed anew
    expect(await accounts()).toHaveLength(2);
    await at.looked();
    dumps.push(await dumpOf(at));
  });

  it('own the same titles: both are shown, and the books of one stay when the other goes', async () => {
    const titles = await at.titles();
    const { body } = await at.house.admin.get('/api/books?limit=1&sort=title');
    const owners = async () => {
      const forms = await at.house.admin.get(`/api/books/${body.items[0].id}/forms`);
      return (forms.body.purchases as { account: string }[]).map(({ account }) => account).sort();
    };
    expect(await owners()).toEqual(['Anna', 'Bob']);
    secrets.note(bob());
    expect((await at.house.admin.delete(`/api/audible/${await idOf('Bob')}?deregister=true`)).status).toBe(204);
    expect(await owners()).toEqual(['Anna']);
    expect(await at.titles()).toEqual(titles);
  });

  it('meet servers that say back what they were sent, and are renewed, refused and looked for elsewhere', async () => {
    const id = await idOf('Anna');
    const { adpToken, refreshToken, keys } = anna().device;
    const [access] = [...anna().accessTokens.keys()];
    const told = [adpToken, refreshToken, access, keys.privateKey.export({ type: 'pkcs1', format: 'pem' })].join(' ');
    const looks = async () => {
      secrets.note(anna());
      await post(`/${id}/sync?full=true`);
      await until('a look that failed', async () => (await at.shown(id)).stores[0]!.sync!.state === 'FAILED');
      await at.looked();
      at.audible.recover();
    };
    at.audible.treat({ status: 400, message: `1 validation error: ${access} ${refreshToken} ${adpToken}` });
    await looks();
    await at.house.sql(`update audible_account set access_until = now() - interval '1 day'`);
    at.audible.treat({ rejectSignature: true });
    at.audible.treat({ status: 500, message: told }, { target: /auth\/token/ });
    await looks();
    expect((await at.shown(id)).stores[0]).toMatchObject({ lastErrorCode: 'server_error' });
    at.audible.treat({ rejectSignature: true });
    expect((await at.sync(id, { full: true })).lastSyncStatus).toBe('OK'); // with a token that was renewed
    secrets.note(anna());
    expect((await post(`/${id}/discover`)).status).toBeLessThan(300);
    expect((await post(`/${id}/stores`, { marketplace: 'de' })).status).toBe(201);
    await at.looked();
    at.audible.treat({ rejectSignature: true, rejectToken: true });
    await looks();
    secrets.note(anna());
    dumps.push(await dumpOf(at));
  });

  it('tell none of it: in no log, no answer, no column and no job', async () => {
    secrets.note(anna());
    const id = await idOf('Anna');
    const { stores } = await at.shown(id);
    for (const { id: store, sync } of stores) {
      await at.house.admin.get(`/api/audible/${id}/stores/${store}/syncs`);
      await at.house.admin.get(`/api/audible/${id}/stores/${store}/syncs/${sync!.id}`);
    }
    const jobs = (await at.house.admin.get('/api/jobs?limit=200')).body.items as { id: string }[];
    for (const job of jobs) await at.house.admin.get(`/api/jobs/${job.id}`);
    await at.house.admin.delete(`/api/audible/${id}`);
    dumps.push(await dumpOf(at));

    const wire = JSON.stringify(at.audible.asked.map(({ headers, body }) => [headers, body]));
    expect(secrets.revealed(wire).length).toBeGreaterThan(8); // they were used
    expect(secrets.count).toBeGreaterThan(30);
    expect(log.text()).toMatch(/syncStore/);
    expect(dumps.length).toBeGreaterThan(3);
    expect(dumps.join('\n')).toContain(jobs[0]!.id);
    expect(answers.join('\n')).toContain('REAUTH_REQUIRED');
    for (const [where, text] of Object.entries({
      log: log.text(),
      answers: answers.join('\n'),
      dumps: dumps.join('\n'),
    })) {
      expect([where, secrets.revealed(text)]).toEqual([where, []]);
      expect([where, /Atn[ar]\||PRIVATE KEY|\{enc:|x-adp-|x-amz-access-token/i.exec(text)?.[0]]).toEqual([
        where,
        undefined,
      ]);
    }
  });
});
