import { anEpub, jpegCover } from '@octavo/testing';
import type { Page } from 'playwright-core';
import { describeInBrowser, type Looker, openBrowser } from './browser.js';
import { ADMIN, type House, startHouse } from './house.js';

describeInBrowser('the dashboard in a browser', () => {
  let house: House;
  let looker: Looker;
  let page: Page;
  const look = (name: string) => looker.look(name);

  /** Throws the error with what the server and the page know, so that one failure in many runs can be understood. */
  const withWhatIsThere = async (error: Error) => {
    const [books, jobs] = [await house.admin.get('/api/books'), await house.admin.get('/api/jobs')];
    const known = `books: ${books.body.total}\njobs: ${JSON.stringify(jobs.body.items)}`;
    throw new Error(`${error.message}\n${known}\npage: ${await page.locator('main').innerText()}`);
  };

  beforeAll(async () => {
    house = await startHouse();
    looker = await openBrowser();
    ({ page } = looker);
  });
  afterAll(async () => {
    await looker?.browser.close();
    await house?.close();
  });

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
    await card.waitFor().catch(withWhatIsThere);
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
    // Whether the watch or the scan it asks for was first to the file is a matter of moments; this comes of both.
    const jobs = page.getByTestId('job');
    await jobs.filter({ hasText: 'Prepare a book for devices' }).first().waitFor().catch(withWhatIsThere);
    await jobs.filter({ hasText: 'Look through a folder' }).first().waitFor();
    await look('activity');
    await page.goto(`${house.url}/settings`);
    await page.getByText(ADMIN.email).first().waitFor();
    await look('settings');
    expect(looker.troubles).toEqual([]);
  });
});
