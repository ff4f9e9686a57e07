import { aLibrary } from '@octavo/testing';
import { type AudibleHouse, startAudibleHouse } from './audible-house.js';
import { until } from './house.js';
import { Visitor } from './visitor.js';

describe('accounts at Audible', () => {
  let at: AudibleHouse;
  beforeAll(async () => {
    at = await startAudibleHouse({ libraries: { us: aLibrary(3), de: aLibrary(2, { seed: 2 }) } });
  });
  afterAll(() => at?.close());
  beforeEach(() => {
    at.audible.asked.length = 0;
    at.audible.recover();
  });

  const login = async (marketplace: string, more: object = {}) => {
    const { status, body } = await at.house.admin.post('/api/audible/login', { marketplace, ...more });
    expect(status).toBe(201);
    return body as { loginId: string; url: string };
  };
  const land = (loginId: string, redirectUrl: string) =>
    at.house.admin.post(`/api/audible/login/${loginId}`, { redirectUrl });
  const invited = async (email: string) => {
    const password = 'long enough here';
    expect((await at.house.admin.post('/api/users', { email, password, role: 'reader' })).status).toBe(201);
    const visitor = new Visitor(at.house.url);
    await visitor.signIn(email, password);
    return visitor;
  };
  const accounts = async () => (await at.house.admin.get('/api/audible')).body.items as { id: string }[];

  describe('signed in in a browser', () => {
    it('are registered once with the code of the address that was pasted, and looked at', async () => {
      const { loginId, url } = await login('us');
      const { status, body } = await land(loginId, `  ${at.audible.signIn(url)}\n`);
      expect(status).toBe(201);
      expect(body).toMatchObject({ name: 'Anna', country: 'us', state: 'OK', isImported: false });
      const registrations = at.audible.asked.filter(({ path }) => path.endsWith('/auth/register'));
      expect(registrations).toHaveLength(1);
      await until('the first look', async () => (await at.shown(body.id)).stores[0]!.sync?.state === 'COMPLETED');
      expect((await at.shown(body.id)).stores[0]).toMatchObject({ total: 3 });
      expect(JSON.stringify(body)).not.toMatch(/Atn[ar]\||PRIVATE KEY|\{enc:/);
    });

    it('are told what was wrong with the address, which may be pasted anew; a good one is used up', async () => {
      const { loginId, url } = await login('us');
      const wrong = await land(loginId, url);
      expect(wrong.status).toBe(400);
      expect(wrong.body).toMatchObject({ type: expect.stringContaining('audible.sign-in-failed') });
      expect(wrong.body.detail).toMatch(/sign/i);
      expect(
        (await land(loginId, 'https://www.example.org/ap/maplanding?openid.oa2.authorization_code=x')).status,
      ).toBe(400);
      expect(at.audible.asked.filter(({ path }) => path.endsWith('/auth/register'))).toEqual([]);
      const landing = at.audible.signIn(url);
      expect((await land(loginId, landing)).status).toBe(201);
      const again = await land(loginId, landing);
      expect(again.status).toBe(404);
      expect(await accounts()).toHaveLength(1); // the same customer, with newer credentials
    });

    it('are nobody else’s: a sign-in belongs to whoever began it', async () => {
      const { loginId, url } = await login('us');
      const eve = await invited('eve@example.org');
      const taken = await eve.post(`/api/audible/login/${loginId}`, { redirectUrl: at.audible.signIn(url) });
      expect(taken.status).toBe(404);
    });

    it('know no marketplace that is none', async () => {
      const { status, body } = await at.house.admin.post('/api/audible/login', { marketplace: 'atlantis' });
      expect([status, body.errors[0].path]).toEqual([400, 'marketplace']);
    });
  });

  describe('imported', () => {
    it('are refused where Audible does not accept them, and nothing is kept', async () => {
      const stranger = at.audible.account('bob');
      const authFile = stranger.authFile('us');
      stranger.deregister();
      stranger.expireTokens();
      const ids = async () => (await accounts()).map(({ id }) => id);
      const before = await ids();
      const { status, body } = await at.house.admin.post('/api/audible/import', { authFile });
      expect(status).toBe(400);
      expect(body.type).toContain('audible.sign-in-failed');
      expect(await ids()).toEqual(before);
    });

    it('are said to be no credentials where they are none', async () => {
      for (const authFile of ['hello', { a: 1 }, '{"adp_token":']) {
        const { status, body } = await at.house.admin.post('/api/audible/import', { authFile });
        expect(status).toBe(400);
        expect(body.type).toContain('audible.auth-file-unusable');
      }
    });

    it('may have other marketplaces, of which one fails by itself', async () => {
      const [{ id }] = (await accounts()) as [{ id: string }];
      const { body: discovery } = await at.house.admin.post(`/api/audible/${id}/discover`);
      const totals = Object.fromEntries(
        discovery.found.map(({ country, total }: { country: string; total: number }) => [country, total]),
      );
      expect(totals).toMatchObject({ us: 3, de: 2, fr: 0 });
      expect((await at.house.admin.post(`/api/audible/${id}/stores`, { marketplace: 'Germany' })).status).toBe(201);
      await until('the German library', async () =>
        (await at.shown(id)).stores.some(({ country, total }) => country === 'de' && total === 2),
      );
      await at.looked();
      at.audible.treat({ status: 400, message: '1 validation error detected' }, { country: 'de' });
      await at.house.admin.post(`/api/audible/${id}/sync?full=true`);
      await until('both looks', async () => {
        const { stores } = await at.shown(id);
        const [de, us] = [
          stores.find(({ country }) => country === 'de'),
          stores.find(({ country }) => country === 'us'),
        ];
        return de?.lastSyncStatus === 'FAILED' && us?.lastSyncStatus === 'OK';
      });
    });
  });

  it('are shown to nobody else, and so are their looks', async () => {
    const [{ id }] = (await accounts()) as [{ id: string }];
    const { stores } = await at.shown(id);
    const eve = await invited('mallory@example.org');
    expect((await eve.get('/api/audible')).body.items).toEqual([]);
    const paths = [`/api/audible/${id}`, `/api/audible/${id}/stores/${stores[0]!.id}/syncs`];
    for (const path of paths) expect((await eve.get(path)).status).toBe(404);
    expect((await eve.post(`/api/audible/${id}/sync`)).status).toBe(404);
    expect((await eve.delete(`/api/audible/${id}`)).status).toBe(404);
    expect((await new Visitor(at.house.url).get('/api/audible')).status).toBe(401);
    const { body } = await at.house.admin.get('/api/books?limit=1');
    expect((await eve.get(`/api/books/${body.items[0].id}/forms`)).status).toBe(404);
    expect((await eve.get('/api/books')).body.items).toEqual([]);
  });

  it('keep their secrets in no column, no job and no answer', async () => {
    const secrets = [...at.audible.account().devices.flatMap(({ adpToken, refreshToken }) => [adpToken, refreshToken])];
    const tables = await at.house.sql<{ name: string }>(
      `select table_name as name from information_schema.tables where table_schema = 'public'`,
    );
    for (const { name } of tables) {
      const rows = await at.house.sql<{ text: string }>(`select t::text as text from "${name}" t`);
      const text = rows.map((row) => row.text).join('\n');
      for (const secret of secrets) expect([name, text.includes(secret.slice(5, 40))]).toEqual([name, false]);
      expect([name, /PRIVATE KEY|Atn[ar]\|/.test(text)]).toEqual([name, false]);
    }
    const { body } = await at.house.admin.get('/api/audible');
    expect(JSON.stringify(body)).not.toMatch(/secret|Atn[ar]|PRIVATE/);
  });

  it('go with their books, which come back with them as they were', async () => {
    const [{ id }] = (await accounts()) as [{ id: string }];
    const { body: page } = await at.house.admin.get('/api/books?limit=50&sort=title');
    const asins = at.audible.library('us').items.map((item) => (item as { asin: string }).asin);
    const isAmerican = ({ identifiers }: { identifiers: { value: string }[] }) =>
      identifiers.some(({ value }) => asins.includes(value));
    const book = page.items.find(isAmerican);
    await at.house.admin.patch(`/api/books/${book.id}`, { title: 'My own title' });
    expect((await at.house.admin.delete(`/api/audible/${id}?deregister=true`)).status).toBe(204);
    expect(await at.titles()).toEqual([]);
    expect(at.audible.asked.some(({ path }) => path.endsWith('/auth/deregister'))).toBe(true);
    await at.looked();
    at.audible.account().register({ serial: 'AB'.repeat(16), type: 'A2CZJZGLK2JJVM', name: 'Another' });
    await at.connect();
    expect(await at.titles()).toContain('My own title');
  });
});
