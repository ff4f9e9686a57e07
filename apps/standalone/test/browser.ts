import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { ADMIN } from './house.js';

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
const PATIENCE_MS = 120_000;

if (!CHROMIUM) console.warn('No Chromium on this machine: the dashboard is not looked at');

/** `describe` where there is a browser to look with; says so and skips where there is none. */
export const describeInBrowser = CHROMIUM ? describe : describe.skip;

export const PHONE = { width: 390, height: 844 };
export const DESK = { width: 1280, height: 900 };

/** A real browser with one page, and what that page complained of. */
export interface Looker {
  browser: Browser;
  page: Page;
  /** Errors of scripts, and what the console says is wrong; refusals that the test provokes are left out by `except`. */
  troubles: string[];
  /** For people: TEST_SCREENSHOTS=<folder> keeps what the test saw. */
  look(name: string): Promise<void>;
}

export async function openBrowser(viewport = PHONE, except = /401|favicon/): Promise<Looker> {
  const browser = await chromium.launch({ executablePath: CHROMIUM!, args: FLAGS });
  const page = await browser.newPage({ viewport });
  const troubles: string[] = [];
  page.on('pageerror', (error) => troubles.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !except.test(message.text())) troubles.push(message.text());
  });
  page.setDefaultTimeout(PATIENCE_MS);
  const look = async (name: string) => {
    const folder = process.env['TEST_SCREENSHOTS'];
    if (folder) await page.screenshot({ path: join(folder, `${name}.png`) });
  };
  return { browser, page, troubles, look };
}

export async function signInWith(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.getByTestId('email').fill(ADMIN.email);
  await page.getByTestId('password').fill(ADMIN.password);
  await page.keyboard.press('Enter');
  await page.getByTestId('search').waitFor();
}
