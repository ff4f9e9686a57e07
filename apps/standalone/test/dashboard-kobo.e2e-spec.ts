import { anEpub, jpegCover, KoboDevice } from '@octavo/testing';
import type { Page } from 'playwright-core';
import { describeInBrowser, DESK, type Looker, openBrowser, PHONE, signInWith } from './browser.js';
import { type House, startHouse, until } from './house.js';
import { Visitor } from './visitor.js';

const LONG = 'The History of the Life and Death of One Who Read Too Late into Every Night of the Year';
const TITLES = ['Emma', 'Persuasion', 'Sanditon', LONG];

async function library(): Promise<Record<string, Uint8Array>> {
  const cover = await jpegCover();
  const book = (title: string) => anEpub().titled(title).by('Jane Austen').withChapters(3);
  const files = TITLES.map((title) => [`${title}.epub`, book(title).build()] as const);
  return { ...Object.fromEntries(files), 'Emma.epub': book('Emma').withCover(cover).build() };
}

describeInBrowser('Kobos, shelves and reading in a browser', () => {
  let house: House;
  let looker: Looker;
  let page: Page;
  let kobo: KoboDevice;
  let endpoint: string;
  const ids = new Map<string, string>();
  const look = (name: string) => looker.look(name);
  const row = (title: string) => page.getByTestId('device-book').filter({ hasText: title });
  const inState = (title: string, state: string) =>
    page.locator(`[data-testid="device-book"][data-state="${state}"]`).filter({ hasText: title }).waitFor();
  const doWith = async (title: string, item: string) => {
    await page.getByRole('button', { name: `What to do with ${title}` }).click();
    await page.getByRole('menuitem', { name: item }).click();
  };
  const dialog = () => page.getByRole('dialog');
  const openDevice = async () => {
    await page.goto(`${house.url}/devices`);
    await page.getByRole('link', { name: 'The books of Clara' }).click();
    await row('Emma').waitFor();
  };
  const openBook = async (title: string) => {
    await page.goto(`${house.url}/books/${ids.get(title)}`);
    await page.getByRole('heading', { name: title }).waitFor();
    await page.getByTestId('reading').waitFor();
  };
  const syncs = async () => {
    const run = await kobo.sync();
    expect([run.failure, kobo.violations]).toEqual([undefined, []]);
  };

  beforeAll(async () => {
    house = await startHouse('postgres', await library());
    await until('all books to be ready', async () => {
      const [found] = await house.sql<{ n: number }>(
        "select count(*)::int n from book where delivery_form like 'kepub%'",
      );
      return found!.n === TITLES.length;
    });
    await house.quiet();
    for (const { id, title } of (await house.admin.get('/api/books')).body.items) ids.set(title, id);
    looker = await openBrowser(DESK, /40[0-9]|favicon/);
    ({ page } = looker);
    page.setDefaultTimeout(30_000);
    await signInWith(page, house.url);
  });
  afterAll(async () => {
    await looker?.browser.close();
    await house?.close();
  });

  it('puts a book on a new shelf, and says that a name is taken', async () => {
    await page.getByRole('link', { name: 'Shelves' }).click();
    await page.getByText('No shelf yet').waitFor();
    await look('shelves-none');
    await openBook('Emma');
    await page.getByRole('button', { name: 'Put on a shelf' }).click();
    await page.getByRole('menuitem', { name: 'New shelf…' }).click();
    await dialog().getByRole('textbox', { name: 'Name' }).fill('To read');
    await page.keyboard.press('Enter');
    await page.getByTestId('book-shelves').getByRole('link', { name: 'To read' }).waitFor();
    await page.getByRole('link', { name: 'Shelves' }).click();
    await page.getByText('1 book ·').waitFor();
    await page.getByTestId('new-shelf').click();
    await dialog().getByRole('textbox', { name: 'Name' }).fill('To read');
    await page.keyboard.press('Enter');
    await dialog().getByText('You have a shelf of that name').waitFor();
    await look('shelf-exists');
    await dialog().getByRole('textbox', { name: 'Name' }).fill('Winter');
    await page.keyboard.press('Enter');
    await dialog().waitFor({ state: 'detached' });
    await page.getByRole('link', { name: 'Winter' }).waitFor();
    await look('shelves');
  });

  it('puts a book on a shelf and takes it off, and shows a shelf as a part of the library', async () => {
    await openBook('Persuasion');
    const choose = async (shelf: string) => {
      await page.getByRole('button', { name: 'Put on a shelf' }).click();
      await page.getByRole('menuitemcheckbox', { name: shelf }).click();
      await page.keyboard.press('Escape');
    };
    const badge = (shelf: string) => page.getByTestId('book-shelves').getByRole('link', { name: shelf });
    await choose('To read');
    await badge('To read').waitFor();
    await choose('Winter');
    await badge('Winter').waitFor();
    await page.getByRole('button', { name: 'Put on a shelf' }).click();
    await page.getByRole('menuitemcheckbox', { name: 'Winter' }).waitFor();
    await look('book-shelf-menu');
    await page.getByRole('menuitemcheckbox', { name: 'Winter' }).click();
    await page.keyboard.press('Escape');
    await badge('Winter').waitFor({ state: 'detached' });
    await badge('To read').click();
    await page.getByTestId('shelf-name').filter({ hasText: 'To read' }).waitFor();
    await page.getByText('2 of 2 books').waitFor();
    expect(page.url()).toContain('shelf=');
    expect(await page.title()).toBe('To read · Octavo');
    await look('shelf');
    // Another window takes one away.
    const [shelf] = (await house.admin.get('/api/shelves')).body.items.filter(
      ({ name }: { name: string }) => name === 'To read',
    );
    await house.admin.delete(`/api/shelves/${shelf.id}/books/${ids.get('Persuasion')}`);
    await page.getByText('1 of 1 book').waitFor();
    await house.admin.call('PUT', `/api/shelves/${shelf.id}/books/${ids.get('Persuasion')}`);
    await page.getByText('2 of 2 books').waitFor();
  });

  it('pairs a Kobo that gets the books of a shelf', async () => {
    await page.getByRole('link', { name: 'Devices' }).click();
    await page.getByTestId('pair-device').click();
    await dialog().getByRole('textbox', { name: 'Name' }).fill('Clara');
    await dialog().getByLabel('The books on some shelves').check();
    await dialog().getByLabel('To read (2)').check();
    await look('pair');
    await dialog().getByRole('button', { name: 'Continue' }).click();
    endpoint = /api_endpoint=(\S+)/.exec(await page.getByTestId('device-endpoint').innerText())![1]!;
    await dialog().getByRole('button', { name: 'Done' }).click();
    await page.getByTestId('device').getByText('Gets the shelf To read').waitFor();
    await look('devices');
    kobo = new KoboDevice({ apiEndpoint: endpoint, downloadLimit: 0 });
  });

  it('shows a book go from waiting to sent, acknowledged and downloaded, without a reload', async () => {
    await openDevice();
    await page.evaluate('window.notReloaded = true');
    await inState('Emma', 'waiting');
    await inState('Sanditon', 'not-offered');
    await row('Sanditon').getByText('It is not among the books chosen for this device.').waitFor();
    await page.getByTestId('sync-steps').getByText('not yet').first().waitFor();
    await look('device-waiting');
    await syncs();
    await inState('Emma', 'sent');
    await page.getByTestId('sync-steps').getByText('just now').first().waitFor();
    await syncs();
    await inState('Emma', 'acknowledged');
    // Only who goes there by keyboard is shown it on focus.
    await row('Emma').getByRole('link', { name: 'Emma' }).focus();
    await page.keyboard.press('Tab');
    await page.getByRole('tooltip').getByText('Acknowledged').waitFor();
    await kobo.tap(ids.get('Emma')!);
    await inState('Emma', 'downloaded');
    await look('device');
    expect(await page.evaluate('window.notReloaded')).toBe(true);
  });

  it('finds books of a device by words and by state', async () => {
    await page.getByLabel('Show books').selectOption('downloaded');
    await page.getByText('1 of 1 book').waitFor();
    expect(page.url()).toContain('state=downloaded');
    await page.getByLabel('Show books').selectOption('removed');
    await page.getByText('No book is “Removed”.').waitFor();
    await page.getByRole('button', { name: 'Show all books' }).click();
    await page.getByText('4 of 4 books').waitFor();
    await page.keyboard.press('/');
    await page.keyboard.type('persua');
    await page.getByText('1 of 1 book').waitFor();
    await row('Persuasion').waitFor();
    await page.keyboard.press('Escape');
    await page.getByText('4 of 4 books').waitFor();
  });

  it('keeps a book from the device, and sends it again', async () => {
    await doWith('Persuasion', 'Never send to this device');
    await inState('Persuasion', 'removing');
    await syncs();
    await syncs();
    expect(kobo.titles).toEqual(['Emma']);
    await inState('Persuasion', 'not-offered');
    await row('Persuasion').getByText('You keep it from this device.').waitFor();
    await look('device-withheld');
    await doWith('Persuasion', 'Send to this device');
    await inState('Persuasion', 'waiting');
    await doWith('Emma', 'Send again');
    await inState('Emma', 'waiting');
    await syncs();
    expect(kobo.titles).toEqual(['Emma', 'Persuasion']);
    await inState('Persuasion', 'sent');
  });

  it('lets the choice of books be changed, and says what that does', async () => {
    await page.getByRole('button', { name: 'Choose what Clara gets' }).click();
    await dialog().getByText('go from the device at its next sync').waitFor();
    await dialog().getByLabel('The books of some libraries').check();
    await dialog().getByLabel('books (4)').check();
    await look('scope');
    await dialog().getByRole('button', { name: 'Save' }).click();
    await page.getByTestId('scope').getByText('Gets the library books').waitFor();
    await inState('Sanditon', 'waiting');
    await syncs();
    expect(kobo.titles).toHaveLength(4);
  });

  it('sends everything again only after a question', async () => {
    const ask = async () => {
      await page.getByRole('button', { name: 'Change Clara' }).click();
      await page.getByRole('menuitem', { name: 'Send everything again' }).click();
      await dialog().getByText('told of all 4 books again').waitFor();
    };
    await inState('Sanditon', 'sent');
    await ask();
    await look('resync');
    await dialog().getByRole('button', { name: 'Cancel' }).click();
    await dialog().waitFor({ state: 'detached' });
    await inState('Sanditon', 'sent');
    await ask();
    await dialog().getByRole('button', { name: 'Send everything again' }).click();
    await inState('Sanditon', 'waiting');
  });

  it('uses the Kobo account too only after a question', async () => {
    const choice = page.getByRole('switch', { name: 'Use my Kobo account too, on Clara' });
    expect(await choice.isChecked()).toBe(false);
    await choice.click();
    await dialog().getByText('sign out and in again on the Kobo').waitFor();
    await look('store');
    await dialog().getByRole('button', { name: 'Cancel' }).click();
    await dialog().waitFor({ state: 'detached' });
    expect(await choice.isChecked()).toBe(false);
    await choice.click();
    await dialog().getByRole('button', { name: 'Use it' }).click();
    await dialog().waitFor({ state: 'detached' });
    expect(await choice.isChecked()).toBe(true);
    await choice.click();
    await dialog().getByText('Nothing leaves this server for Kobo any more').waitFor();
    await dialog().getByRole('button', { name: 'Stop using it' }).click();
    await dialog().waitFor({ state: 'detached' });
    expect(await choice.isChecked()).toBe(false);
  });

  it('sets where the reader is, shows what a device says of it live, and goes back to an earlier place', async () => {
    await syncs();
    await openBook('Emma');
    const reading = page.getByTestId('reading');
    await reading.getByText('Reading', { exact: true }).click();
    await until('the status to be kept', async () => (await emmaReading()).status === 'Reading');
    await reading.getByLabel('I am at, in percent').fill('140');
    await reading.getByText('A number from 0 to 100').waitFor();
    await reading.getByLabel('I am at, in percent').fill('34');
    await page.keyboard.press('Enter');
    await until('the percentage to be kept', async () => (await emmaReading()).percent === 34);
    expect(await page.evaluate('document.activeElement.id')).toBe('percent');
    await reading.getByText('in a browser').first().waitFor();
    const now = new Date(Date.now() + 1_000).toISOString();
    kobo.read(ids.get('Emma')!, {
      LastModified: now,
      StatusInfo: { LastModified: now, Status: 'Reading', TimesStartedReading: 1 },
      Statistics: { LastModified: now, SpentReadingMinutes: 125, RemainingTimeMinutes: 45 },
      CurrentBookmark: { LastModified: now, ProgressPercent: 71 },
    });
    await syncs();
    await reading.getByText('2 h 5 min read, about 45 min left').waitFor();
    await reading.getByText('on Clara').first().waitFor();
    expect(await reading.getByLabel('I am at, in percent').inputValue()).toBe('71');
    await reading.getByText('Earlier places').click();
    await look('reading');
    await reading
      .getByRole('listitem')
      .filter({ hasText: '34 %' })
      .getByRole('button', { name: 'Back to here' })
      .click();
    await dialog().getByText('Back to “34 %”?').waitFor();
    await look('restore');
    await dialog().getByRole('button', { name: 'Back to here' }).click();
    await dialog().waitFor({ state: 'detached' });
    await until('the place to be back', async () => (await emmaReading()).percent === 34);
    expect(await reading.getByLabel('I am at, in percent').inputValue()).toBe('34');
  });

  const emmaReading = async () => (await house.admin.get(`/api/books/${ids.get('Emma')}/reading`)).body;

  it('shows what was highlighted on a device as it comes', async () => {
    await page.getByText('None yet. What you mark in this book').waitFor();
    const reader = new Visitor(house.url);
    const http = new Visitor(endpoint);
    reader.apiKey = (await http.post('/v1/auth/device', { UserKey: 'x' })).body.AccessToken;
    const span = { chapterFilename: 'OEBPS/c1.xhtml', chapterProgress: 0.25, chapterTitle: 'Chapter One' };
    const one = { clientLastModifiedUtc: '2026-03-08T12:00:00Z', location: { span }, noteText: null };
    const updatedAnnotations = [
      { ...one, id: 'a', type: 'highlight', highlightedText: 'handsome, clever, and rich', highlightColor: '#FFF6A3' },
      { ...one, id: 'b', type: 'note', highlightedText: 'a little too well', noteText: 'Who does not?' },
    ];
    const sent = await reader.patch(`/api/v3/content/${ids.get('Emma')}/annotations`, {
      updatedAnnotations,
      deletedAnnotationIds: [],
    });
    expect(sent.status).toBeLessThan(300);
    const highlights = page.getByTestId('highlights');
    await highlights.getByText('handsome, clever, and rich').waitFor();
    await highlights.getByText('Who does not?').waitFor();
    await highlights.getByText('25 % into Chapter One · Clara').first().waitFor();
    await highlights.scrollIntoViewIfNeeded();
    await look('highlights');
  });

  it('lets the Kobo doctor look, and look again', async () => {
    await page.getByRole('link', { name: 'Devices' }).click();
    await page.getByRole('link', { name: 'Kobo doctor' }).click();
    await page.getByText('Looking… This may take ten seconds.').waitFor();
    await page.getByTestId('doctor-summary').waitFor();
    const states = await page
      .getByRole('region', { name: 'This server' })
      .getByTestId('finding')
      .evaluateAll((found) => found.map((one) => (one as unknown as { dataset: { state: string } }).dataset.state));
    const rank = ['bad', 'warning', 'unknown', 'good'];
    expect(states.length).toBeGreaterThan(5);
    expect(states).toEqual(states.toSorted((a, b) => rank.indexOf(a) - rank.indexOf(b)));
    await page.getByRole('heading', { name: 'Clara' }).waitFor();
    await look('doctor');
    const again = page.waitForResponse(/kobo\/doctor/);
    await page.getByRole('button', { name: 'Look again' }).click();
    expect((await again).status()).toBe(200);
  });

  it('fits a phone, by day and by night', async () => {
    const shelf = (await house.admin.get('/api/shelves')).body.items[0].id;
    const device = (await house.admin.get('/api/devices')).body.items[0].id;
    const places: [string, string, string][] = [
      ['devices', '/devices', '[data-testid="device"]'],
      ['device', `/devices/${device}`, '[data-testid="device-book"]'],
      ['shelves', '/shelves', 'main li'],
      ['shelf', `/?shelf=${shelf}`, '[data-testid="shelf-name"]'],
      ['book', `/books/${ids.get('Emma')}`, '[data-testid="highlights"]'],
      ['doctor', '/devices/doctor', '[data-testid="doctor-summary"]'],
    ];
    for (const [what, size] of [['desk', DESK] as const, ['phone', PHONE] as const]) {
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.setViewportSize(size);
        await page.emulateMedia({ colorScheme });
        for (const [name, path, there] of places) {
          await page.goto(house.url + path);
          await page.locator(there).first().waitFor();
          const wide = await page.evaluate('document.documentElement.scrollWidth');
          expect([what, name, Number(wide) <= size.width]).toEqual([what, name, true]);
          await look(`${what}-${colorScheme}-${name}`);
          await page.locator(there).last().scrollIntoViewIfNeeded();
          await look(`${what}-${colorScheme}-${name}-below`);
        }
      }
    }
  });

  it('deletes a shelf and leaves its books', async () => {
    await page.setViewportSize(DESK);
    await page.goto(`${house.url}/shelves`);
    await page.getByRole('button', { name: 'Change To read' }).click();
    await page.getByRole('menuitem', { name: 'Delete' }).click();
    await dialog().getByText('Its books stay in the library').waitFor();
    await look('delete-shelf');
    await dialog().getByRole('button', { name: 'Delete the shelf' }).click();
    await page.getByRole('link', { name: 'To read' }).waitFor({ state: 'detached' });
    expect((await house.admin.get('/api/books')).body.total).toBe(TITLES.length);
  });

  it('had nothing to complain of', () => {
    expect(looker.troubles).toEqual([]);
  });
});
