import { anEpub, anItem, irregularItems } from '@octavo/testing';
import type { Page } from 'playwright-core';
import { type AudibleHouse, startAudibleHouse } from './audible-house.js';
import { describeInBrowser, DESK, type Looker, openBrowser, PHONE, signInWith } from './browser.js';
import { until } from './house.js';

const heard = anItem({
  ...{ asin: 'B0EMMA0001', title: 'Emma', subtitle: null, authors: [{ asin: null, name: 'Jane Austen' }] },
  ...{ narrators: [{ asin: null, name: 'Tomas Reed' }], series: [], publication_name: null, language: 'english' },
  ...{ runtime_length_min: 680, percent_complete: 41, purchase_date: '2024-03-06T10:11:12.345Z' },
});

describeInBrowser('Audible in a browser', () => {
  let at: AudibleHouse;
  let looker: Looker;
  let page: Page;
  const look = (name: string) => looker.look(`audible-${name}`);
  const dialog = () => page.getByRole('dialog');
  const account = async () => (await at.house.admin.get('/api/audible')).body.items[0] as { id: string };

  beforeAll(async () => {
    at = await startAudibleHouse({ libraries: { uk: [heard, ...Object.values(irregularItems())] } });
    await at.house.drop('Emma.epub', anEpub().titled('Emma').by('Jane Austen').withChapters(2).build());
    looker = await openBrowser(DESK, /40[0-9]|favicon/);
    ({ page } = looker);
    await signInWith(page, at.house.url);
  });
  afterAll(async () => {
    await looker?.browser.close();
    await at?.close();
  });

  it('is connected in three steps, and says at the field what is wrong with an address', async () => {
    await page.goto(`${at.house.url}/audible`);
    await page.getByTestId('connect-audible').click();
    await look('connect');
    await dialog()
      .getByLabel(/marketplace|bought/i)
      .first()
      .selectOption('uk');
    await dialog().getByRole('button', { name: 'Go on' }).click();
    const link = dialog().getByRole('link', { name: 'Open the sign-in page' });
    const url = (await link.getAttribute('href'))!;
    expect(new URL(url).host).toBe('www.amazon.co.uk');
    expect(await link.getAttribute('rel')).toContain('noopener');
    const field = dialog().getByLabel('The whole address of that page');
    await field.fill(url);
    await dialog().getByRole('button', { name: 'Finish' }).click();
    await dialog().getByText('This is the address of the sign-in page itself').waitFor();
    await look('wrong-address');
    await field.fill(at.audible.signIn(url));
    await dialog().getByRole('button', { name: 'Finish' }).click();
    await page.getByTestId('audible-account').waitFor();
  });

  it('says that all is there, what was left out, and why', async () => {
    await page
      .getByTestId('verdict')
      .getByText(/verified/)
      .waitFor();
    await look('verified');
    await page.getByTestId('left-out').waitFor();
    await page.getByTestId('audible-store').getByRole('link').last().click();
    await page.getByTestId('oddities').or(page.getByRole('listitem').first()).first().waitFor();
    await look('what-was-left-out');
  });

  it('is beside the ebook: how long it is and how far it was heard', async () => {
    await at.house.quiet();
    const { body } = await at.house.admin.get('/api/books?q=emma');
    const ebook = body.items.find(({ files }: { files: unknown[] }) => files.length > 0);
    await until(
      'the tie',
      async () => (await at.house.admin.get(`/api/books/${ebook.id}/forms`)).body.forms.length > 0,
    );
    await page.goto(`${at.house.url}/books/${ebook.id}`);
    await page
      .getByText(/11\s*h\s*20\s*min/)
      .first()
      .waitFor();
    await page
      .getByText(/41\s*%/)
      .first()
      .waitFor();
    await look('book-forms');
    await page.setViewportSize(PHONE);
    await look('book-forms-phone');
    const audiobook = body.items.find(({ files }: { files: unknown[] }) => files.length === 0);
    await page.goto(`${at.house.url}/books/${audiobook.id}`);
    await page.getByTestId('purchase').waitFor();
    await look('bought-phone');
    await page.setViewportSize(DESK);
  });

  it('says at the top of every page that somebody has to sign in again, and is well once they have', async () => {
    at.audible.account().deregister();
    at.audible.expireTokens();
    const { id } = await account();
    await at.house.admin.post(`/api/audible/${id}/sync?full=true`);
    await page.goto(at.house.url);
    await page.getByTestId('audible-banner').waitFor();
    await look('banner');
    await page.getByTestId('audible-banner').getByRole('link').click();
    await look('sign-in-again');
    await dialog().getByRole('button', { name: 'Go on' }).click();
    const url = (await dialog().getByRole('link', { name: 'Open the sign-in page' }).getAttribute('href'))!;
    await dialog().getByLabel('The whole address of that page').fill(at.audible.signIn(url));
    await dialog().getByRole('button', { name: 'Finish' }).click();
    await page.getByTestId('audible-banner').waitFor({ state: 'detached' });
    await page
      .getByTestId('verdict')
      .getByText(/verified/)
      .waitFor();
    expect(looker.troubles).toEqual([]);
  });
});
