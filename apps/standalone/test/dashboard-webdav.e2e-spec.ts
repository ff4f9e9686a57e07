import { anEpub, type DavTree } from '@octavo/testing';
import type { Page } from 'playwright-core';
import { describeInBrowser, DESK, type Looker, openBrowser, PHONE } from './browser.js';
import { ANN, type DavHouse, startDavHouse } from './dav-house.js';
import { ADMIN, until } from './house.js';

const epub = (title: string) => anEpub().titled(title).by('A. Uthor').build();
const volumes = (count: number): DavTree =>
  Object.fromEntries(Array.from({ length: count }, (_, n) => [`Volume ${n + 1}.epub`, epub(`Volume ${n + 1}`)]));
const TREE: DavTree = { Austen: { 'Emma.epub': epub('Emma'), 'notes.xlsx': 'nothing' }, Volumes: volumes(11) };
const NARROW = { width: 320, height: 640 };

describeInBrowser('libraries on servers in a browser', () => {
  let at: DavHouse;
  let looker: Looker;
  let page: Page;
  const look = (name: string) => looker.look(name);
  const card = () => page.getByTestId('server');
  const dialog = () => page.getByRole('dialog');
  const menuItem = async (server: string, item: string) => {
    await page.getByRole('button', { name: `Change ${server}` }).click();
    await page.getByRole('menuitem', { name: item }).click();
  };
  const connect = async (fields: { address?: string; username?: string; password?: string }) => {
    if (fields.address !== undefined) await dialog().getByLabel('Address').fill(fields.address);
    if (fields.username !== undefined) await dialog().getByLabel('User name').fill(fields.username);
    if (fields.password !== undefined) await dialog().getByLabel('Password', { exact: true }).fill(fields.password);
    await dialog().getByRole('button', { name: 'Connect', exact: true }).click();
  };
  const connections = async () => (await at.house.admin.get('/api/webdav')).body.items as { id: string }[];
  const only = async () => (await connections())[0]!.id;
  /** Writes into the database what a server far away would bring about, and tells the page. */
  const bringAbout = async (statement: string, values: unknown[] = []) => {
    await at.house.sql(statement, values);
    await at.house.sql(`select pg_notify('octavo', $1)`, [JSON.stringify({ kind: 'source', id: await only() })]);
  };

  beforeAll(async () => {
    at = await startDavHouse(TREE, { manners: { style: 'nextcloud', infinity: 403 } });
    looker = await openBrowser(DESK, /40[0-9]|422|503|favicon/);
    ({ page } = looker);
    await signIn(page, ADMIN);
  });
  afterAll(async () => {
    await looker?.browser.close();
    await at?.close();
  });

  async function signIn(visitor: Page, { email, password }: typeof ADMIN) {
    await visitor.goto(at.house.url);
    await visitor.getByTestId('email').fill(email);
    await visitor.getByTestId('password').fill(password);
    await visitor.keyboard.press('Enter');
    await visitor.getByTestId('search').waitFor();
  }

  it('are offered where the library is empty, and explained where they are connected', async () => {
    await page.getByRole('link', { name: 'Connect it' }).click();
    await page.getByText('without being copied here').waitFor();
    await look('servers-empty');
    await page.getByTestId('connect-server').click();
    await dialog().getByText('remote.php/dav/files').waitFor();
    expect(await page.evaluate('document.activeElement.name')).toBe('baseUrl');
    await look('connect');
  });

  it('say at the field what is wrong with it', async () => {
    await connect({});
    await dialog().getByText('Give the address of the folder').waitFor();
    await connect({ address: 'my nextcloud', username: ANN.username, password: 'wrong' });
    await dialog().getByText('no address that begins with http').waitFor();
    await connect({ address: at.dav.url });
    const password = dialog().getByLabel('Password', { exact: true });
    await dialog().getByText('The server does not accept the name or the password').waitFor();
    expect(await password.getAttribute('aria-invalid')).toBe('true');
    expect(await dialog().getByLabel('Address').getAttribute('aria-invalid')).toBeNull();
    await look('connect-wrong-password');
    expect(await connections()).toEqual([]);
  });

  it('offer the address that the server names itself', async () => {
    at.dav.treat('/old/', { redirect: at.dav.url, status: 301 });
    await connect({ address: `${at.dav.origin}/old/`, password: ANN.password });
    const use = dialog().getByRole('button', { name: `Use ${at.dav.url}` });
    await use.waitFor();
    await look('connect-suggestion');
    await use.click();
    expect(await dialog().getByLabel('Address').inputValue()).toBe(at.dav.url);
    await use.waitFor({ state: 'detached' });
  });

  it('can be given up while they do not answer, and nothing is kept then', async () => {
    at.dav.treat(at.dav.path, { hang: 'headers' });
    await connect({});
    await dialog().getByText('Trying the server…').waitFor();
    await look('connect-trying');
    const stopped = page.waitForEvent('requestfailed', (request) => request.url().endsWith('/api/webdav/test'));
    await dialog().getByRole('button', { name: 'Cancel' }).click();
    await stopped;
    await dialog().getByText('Trying the server…').waitFor({ state: 'detached' });
    expect(await dialog().getByLabel('Address').inputValue()).toBe(at.dav.url);
    at.dav.recover();
    expect(await connections()).toEqual([]);
  });

  it('show what is there before anything is brought in', async () => {
    await dialog().getByLabel('Name', { exact: true }).fill('Cloud');
    await dialog().getByLabel('Look what is there first').check();
    await connect({});
    await dialog().getByText('12 files: 12 EPUB').waitFor();
    await dialog().getByText('In 3 folders, beside 1 file that is no book.').waitFor();
    await dialog().getByText('Austen/Emma.epub').waitFor();
    await look('preview');
    expect((await at.house.admin.get('/api/books')).body.total).toBe(0);
    await page.keyboard.press('Escape');
    await card().getByText('Not brought in yet').waitFor();
    await card().getByText('12 files: 12 EPUB').waitFor();
    await look('preview-card');
  });

  it('bring their books into the library once that is wanted, without a reload', async () => {
    await page.evaluate('window.notReloaded = true');
    await card().getByRole('button', { name: 'Bring them in' }).click();
    await card().getByText('12 books').waitFor();
    await card().getByText('Up to date').waitFor();
    await card().getByText('Last sync · 12 files: 12 new').waitFor();
    await card().getByText('The connection is not encrypted').waitFor();
    await card().getByTestId('unread').waitFor({ state: 'detached' });
    await look('server');
    await page.getByRole('link', { name: 'Library' }).first().click();
    await page.getByTestId('book-card').filter({ hasText: 'Emma' }).click();
    await page.getByText('Cloud /').waitFor();
    await page.getByText('Austen/Emma.epub').waitFor();
    expect(await page.evaluate('window.notReloaded')).toBe(true);
  });

  it('are synced when somebody wants it, and tell what came of it', async () => {
    await page.getByRole('link', { name: 'Sources' }).first().click();
    await page.getByRole('link', { name: 'Servers' }).click();
    at.dav.hold({ ...TREE, 'Persuasion.epub': epub('Persuasion') });
    await page.getByRole('button', { name: 'Sync Cloud now' }).click();
    await card().getByText('Last sync · 13 files: 1 new, 12 as they were').waitFor();
    await card().getByText('13 books').waitFor();
  });

  it('show how far a sync is', async () => {
    await at.read(await only());
    const [run] = await at.house.sql<{ id: string }>(`select job_id::text id from scan limit 1`);
    await bringAbout(
      `insert into scan (id, library_id, job_id, state, found) values (gen_random_uuid(), $1, $2, 'LISTING', 2310)`,
      [await only(), run!.id],
    );
    await card().getByText('2,310 files found so far').waitFor();
    await look('listing');
    await bringAbout(`update webdav_connection set not_before = now() + interval '20 minutes'`);
    await card().getByText('The server wants to be left alone until').waitFor();
    await card().getByText('Waits for the server').waitFor();
    await look('waiting');
    await bringAbout('update webdav_connection set not_before = null');
    await bringAbout(`update scan set state = 'IMPORTING', added = 400, done = 120 where state = 'LISTING'`);
    await card().getByText('120 of 400 files taken in').waitFor();
    expect(await card().getByRole('progressbar').getAttribute('aria-valuenow')).toBe('30');
    expect(await page.getByRole('button', { name: 'Sync Cloud now' }).isDisabled()).toBe(true);
    await look('taking-in');
    await bringAbout(`delete from scan where state = 'IMPORTING'`);
    await card().getByRole('progressbar').waitFor({ state: 'detached' });
  });

  it('tell which folders could not be listed, and why', async () => {
    at.dav.treat(`${at.dav.path}Austen/`, { status: 500 });
    await page.getByRole('button', { name: 'Sync Cloud now' }).click();
    await card().getByText('Incomplete').waitFor();
    await look('incomplete');
    await card().getByRole('link', { name: 'earlier syncs' }).click();
    await page.getByRole('listitem').filter({ hasText: '12 files: 12 new' }).getByText('Synced').waitFor();
    await page.getByRole('listitem').filter({ hasText: 'Only looked' }).waitFor();
    await look('syncs');
    await page.getByRole('link', { name: '1 folder could not be listed in full' }).click();
    await page.getByTestId('scan-faults').getByText('Austen').waitFor();
    await page.getByTestId('scan-faults').getByText('It answered 500').waitFor();
    await look('sync');
    at.dav.recover();
    await page.getByRole('link', { name: 'Servers' }).last().click();
  });

  it('ask before most of their files are marked missing, and mark them when told to', async () => {
    at.dav.hold({ Austen: TREE['Austen']!, Volumes: volumes(2) });
    await page.getByRole('button', { name: 'Sync Cloud now' }).click();
    await card().getByTestId('held').waitFor();
    await card().getByText('10 files cannot be found').waitFor();
    await look('held');
    expect((await at.house.admin.get('/api/books?missing=true')).body.total).toBe(0);
    await page.getByRole('link', { name: 'Library' }).first().click();
    await page.getByText('“Cloud” waits for a word from you').waitFor();
    await page.getByRole('link', { name: 'Answer' }).click();
    await page.getByTestId('confirm-removal').click();
    await dialog().getByText('Mark 10 files of Cloud missing?').waitFor();
    await page.getByRole('button', { name: 'Mark 10 missing' }).click();
    await card().getByText('10 missing').waitFor();
    await card().getByTestId('held').waitFor({ state: 'detached' });
  });

  it('say when the server does not let anybody in, and take another password', async () => {
    await bringAbout(
      `update webdav_connection set state = 'REFUSED', last_sync_status = 'FAILED', failures = 3,
         last_error_code = 'auth_failed', last_error = 'The server does not accept the name or the password.'`,
    );
    await card().getByText('Not let in').waitFor();
    await card().getByText('not asked any more until you change them').waitFor();
    expect(await page.getByRole('button', { name: 'Sync Cloud now' }).count()).toBe(0);
    await look('refused');
    await page.getByRole('link', { name: 'Library' }).first().click();
    await page.getByText('“Cloud” needs its password').waitFor();
    await page.getByRole('link', { name: 'See why' }).click();
    await card().getByRole('button', { name: 'Change the password' }).click();
    await dialog().getByLabel('Password', { exact: true }).fill('wrong again');
    await dialog().getByRole('button', { name: 'Save' }).click();
    await dialog().getByText('The server does not accept the name or the password').waitFor();
    await look('edit-refused');
    await dialog().getByLabel('Password', { exact: true }).fill(ANN.password);
    await dialog().getByRole('button', { name: 'Save' }).click();
    await dialog().waitFor({ state: 'detached' });
    await card().getByText('Up to date').waitFor();
  });

  it('tell how often they failed and when they are tried again', async () => {
    await bringAbout(
      `update webdav_connection set last_sync_status = 'FAILED', failures = 4, last_error_code = 'timeout',
         last_error = 'The server does not answer in time.', next_sync_at = now() + interval '150 minutes'`,
    );
    await card().getByText('The last 4 syncs failed').waitFor();
    await card().getByText('The next try is in 2 hours').waitFor();
    await look('failed');
    await page.getByRole('button', { name: 'Sync Cloud now' }).click();
    await card().getByText('Up to date').waitFor();
    await card().getByTestId('trouble').waitFor({ state: 'detached' });
  });

  it('are paused, resumed and renamed, and keep the password that is not given', async () => {
    await menuItem('Cloud', 'Pause');
    await card().getByText('Paused', { exact: true }).first().waitFor();
    await card().getByText('left alone until it is resumed').waitFor();
    await look('paused');
    await menuItem('Cloud', 'Resume');
    await card().getByText('Up to date').waitFor();
    await menuItem('Cloud', 'Edit');
    await dialog().getByLabel('Name', { exact: true }).fill('Ann’s cloud');
    await look('edit');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Ann’s cloud' }).waitFor();
    expect((await at.sync(await only())).lastSyncStatus).toBe('OK');
  });

  it('may be chosen for a device', async () => {
    await page.getByRole('link', { name: 'Devices' }).click();
    await page.getByTestId('pair-device').click();
    await dialog().getByLabel('Name', { exact: true }).fill('Clara');
    await dialog().getByLabel('The books of some libraries').check();
    await dialog().getByLabel('Ann’s cloud (13)').check();
    await dialog().getByText('on 127.0.0.1').waitFor();
    await look('scope');
    await dialog().getByRole('button', { name: 'Continue' }).click();
    await dialog().getByRole('button', { name: 'Done' }).click();
    await page.getByTestId('scope').getByText('Gets the library Ann’s cloud').waitFor();
  });

  it('can be asked for again where the list of them did not come', async () => {
    await page.route('**/api/webdav', (route) => route.fulfill({ status: 503, body: '{}' }));
    await page.goto(`${at.house.url}/servers`);
    const again = page.getByRole('button', { name: 'Try again' });
    await again.waitFor();
    await look('not-loaded');
    await page.unroute('**/api/webdav');
    await again.click();
    await card().waitFor();
  });

  it('are everybody’s own: who only reads may connect them too, and sees none of others', async () => {
    const rita = { name: 'Rita', email: 'rita@example.org', password: 'a reader of books', role: 'reader' };
    expect((await at.house.admin.post('/api/users', rita)).status).toBe(201);
    const context = await looker.browser.newContext({ viewport: PHONE });
    const hers = await context.newPage();
    await signIn(hers, rita);
    await hers.getByRole('link', { name: 'Sources' }).click();
    await hers.getByRole('link', { name: 'Servers' }).click();
    await hers.getByText('No server is connected').waitFor();
    await hers.getByTestId('connect-server').waitFor();
    await context.close();
  });

  it('fit a phone, by day and by night, with long names too', async () => {
    const id = await only();
    const name = 'Donaudampfschifffahrtsgesellschaftsbibliothek of a very long-winded owner';
    await at.house.admin.patch(`/api/webdav/${id}`, { name });
    await at.house.quiet();
    const [sync] = (await at.house.admin.get(`/api/webdav/${id}/syncs`)).body.items as { id: string }[];
    const places = { servers: '/servers', syncs: `/servers/${id}/syncs`, sync: `/servers/${id}/syncs/${sync!.id}` };
    for (const [what, size] of Object.entries({ desk: DESK, phone: PHONE, narrow: NARROW })) {
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.setViewportSize(size);
        await page.emulateMedia({ colorScheme });
        for (const [place, path] of Object.entries(places)) {
          await page.goto(at.house.url + path);
          await page.getByText(name).first().waitFor();
          const wide = await page.evaluate('document.documentElement.scrollWidth');
          expect([what, place, Number(wide) <= size.width]).toEqual([what, place, true]);
          await look(`${what}-${colorScheme}-${place}`);
        }
      }
    }
    await page.goto(`${at.house.url}/servers`);
    await page.getByTestId('connect-server').click();
    await dialog().getByLabel('Look what is there first').scrollIntoViewIfNeeded();
    await look('narrow-connect');
    await page.keyboard.press('Escape');
    await at.house.admin.patch(`/api/webdav/${id}`, { name: 'Cloud' });
    await page.setViewportSize(DESK);
    await page.emulateMedia({ colorScheme: 'light' });
  });

  it('are removed, and their files left alone', async () => {
    await page.getByRole('heading', { name: 'Cloud' }).waitFor();
    const asked = at.dav.asked.filter(({ method }) => !['PROPFIND', 'OPTIONS', 'GET', 'HEAD'].includes(method));
    await menuItem('Cloud', 'Remove');
    await dialog().getByText('edits and reading places are kept').waitFor();
    await look('remove');
    await dialog().getByRole('button', { name: 'Remove', exact: true }).click();
    await page.getByText('No server is connected').waitFor();
    await until('its books to leave', async () => (await at.house.admin.get('/api/books')).body.total === 0);
    expect(asked).toEqual([]);
  });

  it('had nothing to complain of', () => {
    expect(looker.troubles).toEqual([]);
  });
});
