import { anEpub, jpegCover } from '@octavo/testing';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { ADMIN, type House, startHouse } from './house.js';

const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) =>
  existsSync(path),
);
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

if (!CHROMIUM) console.warn('No Chromium on this machine: the dashboard is not looked at');

(CHROMIUM ? describe : describe.skip)('the dashboard in a browser', () => {
  let house: House;
  let browser: Browser;
  let page: Page;
  const troubles: string[] = [];

  beforeAll(async () => {
    house = await startHouse();
    browser = await chromium.launch({ executablePath: CHROMIUM!, args: FLAGS });
    page = await browser.newPage({ viewport: { width: 390, height: 844 } });
    page.on('pageerror', (error) => troubles.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error' && !/401|favicon/.test(message.text())) troubles.push(message.text());
    });
    page.setDefaultTimeout(40_000);
  });
  afterAll(async () => {
    await browser?.close();
    await house?.close();
  });

  /** For people: TEST_SCREENSHOTS=<folder> keeps what the test saw. */
  async function look(name: string) {
    const folder = process.env['TEST_SCREENSHOTS'];
    if (folder) await page.screenshot({ path: join(folder, `${name}.png`) });
  }

  it('asks to sign in, and says so when the password is wrong', async () => {
    await page.goto(house.url);
    await page.getByTestId('email').fill(ADMIN.email);
    await page.getByTestId('password').fill('not this one');
    await page.getByTestId('submit').click();
    await page.getByText(/wrong/i).first().waitFor();
    await look('sign-in');
    await page.getByTestId('password').fill(ADMIN.password);
    await page.keyboard.press('Enter');
    await page.getByTestId('search').waitFor();
  });

  it('tells what to do while the library is empty', async () => {
    await page.getByText(house.books, { exact: false }).first().waitFor();
    await look('empty');
  });

  it('shows a dropped book without a reload', async () => {
    await page.evaluate('window.notReloaded = true');
    const cover = await jpegCover();
    await house.drop('Emma.epub', anEpub().titled('Emma').by('Jane Austen').withCover(cover).build());
    const card = page.getByTestId('book-card').filter({ hasText: 'Emma' });
    await card.waitFor().catch(async (error: Error) => {
      const [books, jobs] = [await house.admin.get('/api/books'), await house.admin.get('/api/jobs')];
      throw new Error(
        `${error.message}\nbooks: ${JSON.stringify(books.body.total)}\njobs: ${JSON.stringify(jobs.body.items)}`,
      );
    });
    await look('library');
    expect(await page.evaluate('window.notReloaded')).toBe(true);
    await card.click();
    await page.getByRole('heading', { name: 'Emma' }).waitFor();
    await page.getByText('Emma.epub').first().waitFor();
    await look('book');
    expect(page.url()).toMatch(/\/books\/[0-9a-f-]{36}$/);
  });

  it('finds by keyboard what is searched for, and says when there is nothing', async () => {
    await page.goto(house.url);
    await page.getByTestId('book-card').first().waitFor();
    await page.keyboard.press('/');
    await page.keyboard.type('no such book');
    await page.getByTestId('book-card').first().waitFor({ state: 'detached' });
    expect(page.url()).toContain('q=');
    await look('nothing-found');
    await page.keyboard.press('Control+a');
    await page.keyboard.type('emma');
    await page.getByTestId('book-card').first().waitFor();
  });

  it('pairs a Kobo and shows the line for its configuration', async () => {
    await page.goto(`${house.url}/devices`);
    await page.getByTestId('pair-device').click();
    await page.getByRole('dialog').getByRole('textbox').fill('Libra Colour');
    await page.keyboard.press('Enter');
    const lines = await page.getByTestId('device-endpoint').innerText();
    expect(lines).toMatch(/\[OneStoreServices\]\s+api_endpoint=http:\/\/127\.0\.0\.1:\d+\/kobo\/\S+/);
    await look('paired');
    const endpoint = /api_endpoint=(\S+)/.exec(lines)![1]!;
    expect((await fetch(`${endpoint}/v1/initialization`)).status).toBe(200);
  });

  it('shows what was done, and that nothing is broken', async () => {
    await page.goto(`${house.url}/activity`);
    await page.getByText('Emma.epub').first().waitFor();
    await look('activity');
    await page.goto(`${house.url}/settings`);
    await page.getByText(ADMIN.email).first().waitFor();
    await look('settings');
    expect(troubles).toEqual([]);
  });
});
