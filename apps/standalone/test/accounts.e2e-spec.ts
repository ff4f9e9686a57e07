import { anEpub } from '@octavo/testing';
import { ADMIN, type House, startHouse, until } from './house.js';
import { Visitor } from './visitor.js';

describe('accounts', () => {
  let house: House;

  beforeAll(async () => {
    house = await startHouse(
      'postgres',
      { 'a.epub': anEpub().titled('A').build() },
      { PUBLIC_URL: 'https://books.example.org:8443/octavo' },
    );
    await until('the book', async () => (await house.admin.get('/api/books')).body.total === 1);
  });
  afterAll(() => house?.close());

  it('lets nobody in without a session, except where anybody may', async () => {
    const stranger = new Visitor(house.url);
    for (const path of [
      '/api/books',
      '/api/devices',
      '/api/jobs',
      '/api/users',
      '/api/events',
      '/api/libraries',
      '/api/api-keys',
    ]) {
      expect([path, (await stranger.get(path)).status]).toEqual([path, 401]);
    }
    expect((await stranger.get('/health/live')).status).toBe(200);
    expect((await stranger.get('/health/ready')).body).toMatchObject({
      status: 'ok',
      checks: { database: true, queue: true, storage: true },
    });
    expect((await stranger.get('/api/setup')).body).toEqual({ open: false });
    expect(
      (await stranger.post('/api/setup', { token: 'x', email: 'eve@example.org', password: 'long enough here' }))
        .status,
    ).toBe(409);
  });

  it('hands out a cookie that scripts cannot read and that goes only to the API over https', async () => {
    const { headers } = await new Visitor(house.url).signIn(ADMIN.email, ADMIN.password);
    const cookie = headers.getSetCookie()[0]!;
    for (const part of ['HttpOnly', 'SameSite=Lax', 'Path=/api', 'Secure']) expect(cookie).toContain(part);
  });

  it('signs in whatever the case of the address, and out for good', async () => {
    const ada = new Visitor(house.url);
    expect((await ada.signIn(ADMIN.email.toUpperCase(), ADMIN.password)).body.user).toMatchObject({
      email: ADMIN.email,
      role: 'admin',
    });
    expect((await ada.get('/api/session')).body.user.email).toBe(ADMIN.email);
    const before = (ada as unknown as { cookie: string }).cookie;
    expect((await ada.call('DELETE', '/api/session')).status).toBe(204);
    expect((await ada.get('/api/session', { cookie: before })).status).toBe(401);
  });

  it('says the same of a wrong password and of nobody, and after a few says: later', async () => {
    const eve = new Visitor(house.url);
    const nobody = await eve.signIn('nobody@example.org', 'some password');
    const wrong = await eve.signIn('victim@example.org', 'some password');
    expect([nobody.status, nobody.body.type]).toEqual([401, '/problems/session.wrong-password']);
    expect({ ...wrong.body, instance: '' }).toEqual({ ...nobody.body, instance: '' });
    for (let i = 0; i < 4; i++) await eve.signIn('victim@example.org', 'some password');
    const late = await eve.signIn('victim@example.org', 'some password');
    expect([late.status, Number(late.headers.get('retry-after')) > 0]).toEqual([429, true]);
    expect((await eve.signIn(ADMIN.email, ADMIN.password)).status).toBe(200);
  });

  it('shows an API key once, takes it as a session, and forgets it at once when told', async () => {
    const { status, body } = await house.admin.post('/api/api-keys', { name: 'script' });
    expect([status, body.key.length > 40]).toEqual([201, true]);
    const script = new Visitor(house.url);
    script.apiKey = body.key;
    expect((await script.get('/api/books')).status).toBe(200);
    const { items } = (await house.admin.get('/api/api-keys')).body;
    expect(items[0]).toMatchObject({ name: 'script', lastUsedAt: expect.any(String) });
    expect(JSON.stringify(items)).not.toContain(body.key);
    expect(
      (await house.sql<{ n: number }>('select count(*)::int n from api_key where key_hash = $1', [body.key]))[0]!.n,
    ).toBe(0);
    await house.admin.call('DELETE', `/api/api-keys/${body.id}`);
    expect((await script.get('/api/books')).status).toBe(401);
  });

  it('keeps users, jobs and scans to administrators', async () => {
    const made = await house.admin.post('/api/users', { email: 'bob@example.org', password: 'another long one' });
    expect(made.body).toMatchObject({ email: 'bob@example.org', role: 'reader' });
    expect(
      (await house.admin.post('/api/users', { email: 'BOB@example.org', password: 'another long one' })).status,
    ).toBe(409);
    const bob = new Visitor(house.url);
    await bob.signIn('bob@example.org', 'another long one');
    for (const path of ['/api/users', '/api/jobs']) expect([path, (await bob.get(path)).status]).toEqual([path, 403]);
    const [library] = await house.sql<{ id: string }>('select id from library');
    expect((await bob.post(`/api/libraries/${library!.id}/scan`)).status).toBe(403);
    expect((await bob.get('/api/books')).body.total).toBe(1);
    await house.admin.call('PATCH', `/api/users/${made.body.id}`, { password: 'yet another long one' });
    expect((await bob.get('/api/session')).status).toBe(401);
    const [self] = (await house.admin.get('/api/users')).body.items;
    expect((await house.admin.call('DELETE', `/api/users/${self.id}`)).status).toBe(403);
  });

  it('refuses a change that another site asks for with the cookie', async () => {
    const answer = await house.admin.call('POST', '/api/devices', { name: 'x' }, { 'sec-fetch-site': 'cross-site' });
    expect(answer.status).toBe(403);
  });

  it('hands devices addresses under the public URL, whatever host they call', async () => {
    const { body } = await house.admin.post('/api/devices', { name: 'Kobo' });
    expect(body.apiEndpoint).toBe(`https://books.example.org:8443/octavo/kobo/${body.token}`);
    const kobo = new Visitor(house.url);
    const { Resources } = (
      await kobo.get(`/kobo/${body.token}/v1/initialization`, { 'x-forwarded-host': 'evil.example' })
    ).body;
    expect(Resources.library_sync).toBe(`${body.apiEndpoint}/v1/library/sync`);
    expect(Resources.image_host).toBe('https://books.example.org:8443');
  });

  it('tells an open dashboard what changes, as it changes', async () => {
    const key = (await house.admin.post('/api/api-keys', { name: 'listener' })).body.key;
    const stop = new AbortController();
    const response = await fetch(`${house.url}/api/events`, {
      headers: { authorization: `Bearer ${key}` },
      signal: stop.signal,
    });
    expect(response.headers.get('content-type')).toMatch(/text\/event-stream/);
    const reader = response.body!.getReader();
    const heard = (async () => {
      let text = '';
      while (!text.includes('event: book')) text += Buffer.from((await reader.read()).value).toString();
      return text;
    })();
    await house.drop('b.epub', anEpub().titled('B').build());
    expect(await heard).toMatch(/event: (job|book)/);
    stop.abort();
  });
});

describe('the first account', () => {
  it('is made with the printed link, once', async () => {
    const printed: string[] = [];
    const write = jest.spyOn(process.stdout, 'write').mockImplementation((text) => printed.push(String(text)) > 0);
    const house = await startHouse('postgres', {}, { ADMIN_EMAIL: '', ADMIN_PASSWORD: '' });
    write.mockRestore();
    const token = /\/setup\?token=(\S+)/.exec(printed.join(''))![1]!;
    const ada = new Visitor(house.url);
    expect((await ada.get('/api/setup')).body).toEqual({ open: true });
    const account = { email: 'ada@example.org', name: 'Ada', password: 'long enough here' };
    expect((await ada.post('/api/setup', { ...account, token: 'guess' })).status).toBe(403);
    expect((await ada.post('/api/setup', { ...account, token, password: 'short' })).status).toBe(400);
    expect((await ada.post('/api/setup', { ...account, token })).body.user).toMatchObject({
      role: 'admin',
      name: 'Ada',
    });
    expect((await ada.get('/api/session')).status).toBe(200);
    expect((await ada.post('/api/setup', { ...account, token, email: 'eve@example.org' })).status).toBe(409);
    await house.close();
  });
});
