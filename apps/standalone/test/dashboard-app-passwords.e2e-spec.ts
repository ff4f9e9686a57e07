import type { Page } from 'playwright-core';
import { describeInBrowser, DESK, type Looker, openBrowser, signInWith } from './browser.js';
import { ADMIN, type House, startHouse, until } from './house.js';
import { Visitor } from './visitor.js';

describeInBrowser('app passwords in the dashboard', () => {
  let house: House;
  let looker: Looker;
  let page: Page;

  beforeAll(async () => {
    house = await startHouse();
    looker = await openBrowser(DESK);
    ({ page } = looker);
    await signInWith(page, house.url);
    await page.goto(`${house.url}/settings`);
  });
  afterAll(async () => {
    await looker?.browser.close();
    await house?.close();
  });

  const section = () => page.getByRole('region', { name: 'App passwords' });
  const open = (address: string, password: string) =>
    new Visitor(new URL(address).origin).get(new URL(address).pathname, {
      authorization: `Basic ${Buffer.from(`${ADMIN.email}:${password}`).toString('base64')}`,
    });

  it('are made, shown once with what else to type, and open the books', async () => {
    await section().getByText('There are none.').waitFor();
    await section().getByRole('button', { name: 'New password' }).click();
    await page.getByRole('textbox', { name: 'Name' }).fill('KOReader');
    await page.getByRole('button', { name: 'Make the password' }).click();
    const password = (await page.getByTestId('app-password').innerText()).trim();
    const address = (await page.getByTestId('app-address').innerText()).trim();
    await page.getByRole('dialog').getByText(ADMIN.email).waitFor();
    await looker.look('app-password');
    expect((await open(address, password)).status).toBe(200);
    await page.getByRole('button', { name: 'Done' }).click();
    await section().getByText('KOReader').waitFor();
    expect(await page.content()).not.toContain(password);
    await looker.look('app-passwords');
  });

  it('are removed once that is confirmed', async () => {
    await section().getByRole('button', { name: 'Remove the password KOReader' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
    expect((await house.admin.get('/api/app-passwords')).body.total).toBe(1);
    await section().getByRole('button', { name: 'Remove the password KOReader' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Remove', exact: true }).click();
    await section().getByText('There are none.').waitFor();
    await until('the password to be gone', async () => (await house.admin.get('/api/app-passwords')).body.total === 0);
    expect(looker.troubles).toEqual([]);
  });
});
