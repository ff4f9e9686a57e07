import { anEpub, aShopBook, jpegCover, pngCover, ShopServer } from '@octavo/testing';
import { join } from 'node:path';
import { rename, rm, writeFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright-core';
import { describeInBrowser, DESK, type Looker, openBrowser, PHONE, signInWith } from './browser.js';
import { type House, startHouse, until } from './house.js';

const BLURB = '<p>A <b>match</b>maker who is never wrong.</p>';
const emma = () => anEpub().titled('Emma').by('Jane Austen').inSeries('Novels of manners', '4');

/** Their files name no author: that is not enough to be sure. */
const ulysses = aShopBook({ number: 2, title: 'Ulysses', authors: ['James Joyce'], description: '<p>One day.</p>' });
const nobody = aShopBook({ number: 3, title: 'Nobody', authors: ['A. Stranger'] });

describeInBrowser('metadata in a browser', () => {
  let house: House;
  let amazon: ShopServer;
  let library: ShopServer;
  let looker: Looker;
  let page: Page;
  const ids: Record<string, string> = {};
  const look = (name: string) => looker.look(name);

  beforeAll(async () => {
    [amazon, library] = await Promise.all([ShopServer.start('amazon'), ShopServer.start('open-library')]);
    house = await startHouse(
      'postgres',
      {
        'emma.epub': emma()
          .withCover(await jpegCover())
          .build(),
        'persuasion.epub': anEpub().titled('Persuasion').by('Jane Austen').build(),
      },
      { ENRICHMENT: 'on', PROVIDER_GAP: '10ms', AMAZON_BASE_URL: amazon.url, OPEN_LIBRARY_BASE_URL: library.url },
    );
    await until('the books', async () => (await house.admin.get('/api/books')).body.total === 2);
    await house.quiet();
    for (const { id, title } of (await house.admin.get('/api/books')).body.items) ids[title] = id;
    await house.admin.patch(`/api/books/${ids['Emma']}`, { description: BLURB });
    looker = await openBrowser(DESK, /40[0-9]|422|favicon/);
    ({ page } = looker);
    await signInWith(page, house.url);
  });
  afterAll(async () => {
    await looker?.browser.close();
    await house?.close();
    await Promise.all([amazon, library].map((shop) => shop?.close()));
  });

  const openBook = async (title: string) => {
    await page.goto(`${house.url}/books/${ids[title]}`);
    await page.getByTestId('edit').waitFor();
  };
  const emmaNow = async () => (await house.admin.get(`/api/books/${ids['Emma']}`)).body;
  const said = (words: string | RegExp) => page.getByRole('alert').filter({ hasText: words }).first().waitFor();
  const dialog = () => page.getByRole('dialog');
  const form = () => page.getByTestId('edit-book');
  const review = () => page.getByTestId('review');
  const field = (name: string): Locator => form().locator(`[data-field="${name}"]`);
  const choose = async (button: Locator, item: string) => {
    await page.getByRole('menu').waitFor({ state: 'detached' });
    await button.click();
    await page.getByRole('menuitem', { name: item }).click();
  };
  /** Waits until a picture is really there. */
  const seen = async (picture: Locator) => {
    await picture.scrollIntoViewIfNeeded();
    await until('the picture', () =>
      picture.evaluate(({ naturalWidth }: { naturalWidth: number }) => naturalWidth > 0),
    );
  };
  /** By keyboard: what is seen of a switch covers what has the focus. */
  const turn = (row: Locator) => row.getByRole('switch').press('Space');

  describe('of one book', () => {
    it('shows where each value comes from, and sends only what was changed', async () => {
      await openBook('Emma');
      await page.evaluate('window.notReloaded = true');
      await page.getByTestId('edit').click();
      await form().waitFor();
      await field('title').getByText('from the book’s own file').waitFor();
      await look('edit');
      await field('title').getByRole('textbox').fill('Emma Woodhouse');
      await field('title').getByText('changed, not saved yet').waitFor();
      await form().getByRole('button', { name: 'Add person' }).click();
      await page.keyboard.type('A. Reader');
      await form().getByLabel('Role of person 2').selectOption('narrator');
      await form().getByLabel('Subjects', { exact: true }).fill('Classics');
      await look('edit-changed');
      const sent = page.waitForRequest((request) => request.method() === 'PATCH');
      await page.keyboard.press('Control+Enter');
      expect(Object.keys((await sent).postDataJSON()).toSorted()).toEqual(['contributors', 'subjects', 'title']);
      await form().waitFor({ state: 'detached' });
      await page.getByRole('heading', { name: 'Emma Woodhouse' }).waitFor();
      expect(await emmaNow()).toMatchObject({ title: 'Emma Woodhouse', subjects: ['Classics'] });
      expect(await page.evaluate('window.notReloaded')).toBe(true);
    });

    it('says at the field what is wrong with it, and keeps what was typed', async () => {
      await page.getByTestId('edit').click();
      await field('title').getByRole('textbox').fill(' ');
      await form().getByRole('button', { name: 'Save' }).click();
      await form().getByText('A book needs a title.').waitFor();
      await field('title').getByRole('textbox').fill('Emma');
      await field('language').getByRole('textbox').fill('Klingonese');
      await form().getByRole('button', { name: 'Save' }).click();
      await form().getByText('is no language that is known').waitFor();
      await look('edit-refused');
      expect(await field('language').getByRole('textbox').inputValue()).toBe('Klingonese');
    });

    it('asks before something unsaved is lost', async () => {
      await page.keyboard.press('Escape');
      await page.getByText('Discard what you changed?').waitFor();
      await look('edit-discard');
      await page.keyboard.press('Escape');
      await page.getByText('Discard what you changed?').waitFor({ state: 'detached' });
      expect(await field('language').getByRole('textbox').inputValue()).toBe('Klingonese');
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Discard' }).click();
      await form().waitFor({ state: 'detached' });
      expect((await emmaNow()).title).toBe('Emma Woodhouse');
    });

    it('locks a field at once, and takes another value only where it is not locked', async () => {
      await page.getByTestId('edit').click();
      const lock = field('title').getByRole('button', { name: 'Lock Title' });
      await lock.click();
      await said('Title is locked');
      expect(await lock.getAttribute('aria-pressed')).toBe('true');
      const other = field('title').getByRole('button', { name: 'Use another value for Title' });
      await other.click();
      await page.getByText('Unlock it to take one of these').waitFor();
      await look('edit-locked');
      await page.keyboard.press('Escape');
      await lock.click();
      await said('Title is unlocked');
      await choose(other, 'Emma the book’s own file');
      await said('Title is taken from there');
      expect(await field('title').getByRole('textbox').inputValue()).toBe('Emma');
      await field('title').getByText('from the book’s own file').waitFor();
      await page.keyboard.press('Escape');
      await form().waitFor({ state: 'detached' });
    });

    it('has a history, of which a part or all can be taken back', async () => {
      await page.goto(`${house.url}/books/${ids['Emma']}`);
      const runs = page.getByTestId('run');
      await runs.first().getByText('You edited').waitFor();
      await look('history');
      const first = runs.filter({ hasText: 'Classics' });
      await first.getByRole('button', { name: 'Undo Subjects' }).click();
      await said('Taken back: 1 change.');
      expect((await emmaNow()).subjects).toEqual([]);
      await runs.first().getByText('You took changes back').waitFor();
      await first.getByRole('button', { name: 'Undo: You edited' }).click();
      await said(/Taken back: 1 change\. Title stays: it was changed again since\./);
      await look('history-undone');
      expect((await emmaNow()).contributors).toHaveLength(1);
    });
  });

  describe('read anew', () => {
    it('is what the file says where nothing better is known', async () => {
      await house.admin.patch(`/api/books/${ids['Emma']}`, {
        title: 'By hand',
        publisher: 'Locked',
        locks: { publisher: true },
      });
      await openBook('Emma');
      await choose(page.getByTestId('book-menu'), 'Scan for new metadata');
      await said('Read anew: nothing is different');
      expect((await emmaNow()).title).toBe('By hand');
    });

    it('is what the file says over everything that is not locked, once that is confirmed', async () => {
      await choose(page.getByTestId('book-menu'), 'Refresh all metadata');
      await dialog().getByText('Everything that is not locked will be as the file says').waitFor();
      await look('refresh');
      await dialog().getByRole('button', { name: 'Refresh' }).click();
      await said('Read anew. Changed: Title');
      await page.getByRole('heading', { name: 'Emma' }).waitFor();
      expect(await emmaNow()).toMatchObject({ title: 'Emma', publisher: 'Locked' });
    });

    it('says which file cannot be read, and leads back to the list when the book is gone', async () => {
      const path = join(house.books, 'emma.epub');
      const kept = join(house.books, '../emma.kept');
      await rename(path, kept);
      await writeFile(path, 'PK\x03\x04 no book at all');
      await choose(page.getByRole('button', { name: 'More about emma.epub' }), 'Scan for new metadata');
      await said('emma.epub');
      await look('resync-failed');
      await rm(path);
      await choose(page.getByTestId('book-menu'), 'Scan for new metadata');
      await said('Its files are gone from their folder');
      await page.getByTestId('search').waitFor();
      await rename(kept, path);
      await until('the book', async () => (await house.admin.get(`/api/books/${ids['Emma']}`)).status === 200);
    });
  });

  describe('of what providers know', () => {
    const finds = async (title: string) => (await house.admin.get(`/api/books/${ids[title]}/finds`)).body.items;

    it('says that nothing waits, and where to choose who is asked', async () => {
      await page.goto(`${house.url}/review`);
      await page.getByText('Nothing waits for you').waitFor();
      await look('review-empty');
      await page.getByRole('link', { name: 'Choose who is asked' }).click();
      await page.getByTestId('order-ebook').waitFor();
    });

    it('has who is asked in an order, and a notice before pages that are made for people are read', async () => {
      const order = page.getByTestId('order-ebook');
      const provider = (id: string) => order.locator(`[data-provider="${id}"]`);
      const first = () => order.getByTestId('provider').first().getAttribute('data-provider');
      const settings = async () => (await house.admin.get('/api/metadata/settings')).body;
      await turn(provider('amazon'));
      await until('amazon to be off', async () => (await settings()).ebooks[0].on === false);
      await turn(provider('amazon'));
      await dialog().getByText('at most 200 pages a day').waitFor();
      await look('provider-notice');
      await dialog().getByRole('button', { name: 'Cancel' }).click();
      expect((await settings()).ebooks[0].on).toBe(false);
      await turn(provider('amazon'));
      await dialog().getByRole('button', { name: 'Switch it on' }).click();
      await until('amazon to be on', async () => (await settings()).ebooks[0].on === true);
      await provider('amazon').getByLabel('Shop of Amazon').selectOption('de');
      await until('the shop', async () => (await settings()).ebooks[0].market === 'de');
      await provider('amazon').getByRole('button', { name: 'Fields taken from Amazon: everything' }).click();
      await dialog().getByLabel('Title', { exact: true }).click();
      await look('provider-fields');
      await dialog().getByRole('button', { name: 'Save' }).click();
      await until('the fields', async () => (await settings()).ebooks[0].fields?.includes('title') === false);
      await provider('open-library').getByRole('button', { name: 'Ask Open Library earlier' }).click();
      await provider('open-library').getByRole('button', { name: 'Ask Open Library earlier' }).click();
      await until('the order', async () => (await settings()).ebooks[0].id === 'open-library');
      expect(await first()).toBe('open-library');
      await page.getByTestId('what-is-taken').getByLabel('Join subjects').click();
      await page.getByTestId('what-is-taken').getByLabel('Description', { exact: true }).click();
      await until('what is taken', async () => {
        const { joinSubjects, overrides } = await settings();
        return joinSubjects && overrides[0] === 'description';
      });
      await look('providers');
      // As it came, so that what follows is asked of both.
      await house.admin.call('PUT', '/api/metadata/settings', {});
    });

    it('counts the books that wait, without a reload', async () => {
      for (const shop of [amazon, library]) shop.books = [ulysses, nobody];
      await page.goto(`${house.url}/review`);
      await page.getByText('Nothing waits for you').waitFor();
      await house.drop('ulysses.epub', anEpub().titled('Ulysses').build());
      await house.drop('nobody.epub', anEpub().titled('Nobody').build());
      await page.getByRole('link', { name: /Review.*2 questions wait/ }).waitFor();
      await page.getByTestId('review-place').getByText('of 2 books').waitFor();
      const { items } = (await house.admin.get('/api/suggestions')).body;
      for (const { book } of items) ids[book.title] = book.id;
      await seen(review().getByTestId('find-picture'));
      await seen(review().locator('[data-field="cover"]').getByRole('img', { name: 'The cover from there' }));
      await page.waitForLoadState('networkidle');
      await look('review');
    });

    it('is answered by keyboard, book by book', async () => {
      await page.keyboard.press('?');
      await dialog().getByText('Take what is ticked').waitFor();
      await look('review-keys');
      await page.keyboard.press('Escape');
      await dialog().waitFor({ state: 'detached' });
      const shown = () => review().getAttribute('data-book-id');
      await page.keyboard.press('k');
      await page.getByTestId('review-place').getByText('1 of 2 books').waitFor();
      const before = await shown();
      await page.keyboard.press('j');
      await page.getByTestId('review-place').getByText('2 of 2 books').waitFor();
      expect(await shown()).not.toBe(before);
      await page.keyboard.press('k');
      await page.getByTestId('review-place').getByText('1 of 2 books').waitFor();
      if (before !== ids['Ulysses']) await page.keyboard.press('ArrowRight');
      await page.locator(`[data-testid="review"][data-book-id="${ids['Ulysses']}"]`).waitFor();
      const several = (await finds('Ulysses')).length;
      expect(several).toBeGreaterThan(1);
      await page.keyboard.press('2');
      await review().getByRole('button', { name: /^2/, pressed: true }).waitFor();
      await page.keyboard.press('1');
      await review().getByRole('button', { name: /^1/, pressed: true }).waitFor();
      await page.keyboard.press('Enter');
      await said('Taken into “Ulysses”');
      await page.getByTestId('review-place').getByText('1 of 1 book').waitFor();
      const { description, contributors } = (await house.admin.get(`/api/books/${ids['Ulysses']}`)).body;
      expect(description).toBe('<p>One day.</p>');
      expect(contributors).toContainEqual({ name: 'James Joyce', role: 'author' });
      expect(await shown()).toBe(ids['Nobody']);
      for (let left = (await finds('Nobody')).length; left > 0; left--) {
        const pressed = page.waitForResponse(/\/reject$/);
        await page.keyboard.press('x');
        await pressed;
      }
      await page.getByText('Nothing waits for you').waitFor();
      expect((await finds('Nobody')).every(({ standing }: { standing: string }) => standing === 'REFUSED')).toBe(true);
    });

    it('is told on the page of the book, of which fields can be taken', async () => {
      await openBook('Ulysses');
      const find = page.getByTestId('find').filter({ hasText: 'Taken' }).first();
      await find.waitFor();
      await seen(find.getByRole('img', { name: 'The cover of “Ulysses” at' }));
      const link = find.getByRole('link').first();
      expect(await link.getAttribute('rel')).toContain('noreferrer');
      await look('finds');
      await find.getByRole('button', { name: 'Nothing else in it' }).waitFor();
      const picture = new FormData();
      picture.set('file', new Blob([new Uint8Array(pngCover())]), 'mine.png');
      await house.admin.form(`/api/books/${ids['Ulysses']}/cover`, picture, 'PUT');
      await house.admin.patch(`/api/books/${ids['Ulysses']}`, { title: 'Ulysses, mine', publisher: 'Mine' });
      await page.getByRole('heading', { name: 'Ulysses, mine' }).waitFor();
      await find.getByRole('button', { name: /Take this/ }).click();
      await find.getByLabel('Publisher').check();
      for (const words of ['The cover it has', 'The cover from there'])
        await seen(find.locator('[data-field="cover"]').getByRole('img', { name: words }));
      await look('finds-take');
      await find.getByRole('button', { name: 'Take what is ticked' }).click();
      await said('Publisher');
      const book = (await house.admin.get(`/api/books/${ids['Ulysses']}`)).body;
      expect([book.title, book.publisher]).toEqual(['Ulysses, mine', ulysses.publisher]);
      await openBook('Nobody');
      await page.getByTestId('refused').getByText('not this book').first().click();
      await look('finds-refused');
    });

    it('is looked for when somebody wants it', async () => {
      await openBook('Emma');
      await choose(page.getByTestId('book-menu'), 'Look for more online');
      await said(/does not know it/);
    });

    it('can be asked for of all books, and be stopped', async () => {
      await page.goto(`${house.url}/settings/metadata`);
      await page.getByTestId('asking').getByRole('button', { name: 'Ask about all books' }).click();
      await dialog().getByRole('button', { name: 'Ask', exact: true }).click();
      await said('4 books will be asked about');
      await look('asking');
      await page
        .getByTestId('health')
        .getByText(/open, \d+ pages? today/)
        .first()
        .waitFor();
    });
  });

  describe('of many books', () => {
    it('is changed together after a look at what would change, and taken back at once', async () => {
      await house.quiet();
      await page.goto(`${house.url}/?q=austen`);
      await page.getByTestId('book-card').nth(1).waitFor();
      await page.getByTestId('select').click();
      await page.getByTestId('book-card').first().click();
      await page.getByTestId('selection').getByText('1 book selected').waitFor();
      await page.getByTestId('selection').getByRole('button', { name: 'All 2' }).click();
      await page.getByTestId('selection').getByText('All 2 books selected').waitFor();
      await look('selecting');
      await page.getByRole('button', { name: 'Edit together' }).click();
      const bulk = page.getByTestId('bulk-form');
      await bulk.getByLabel('Publisher', { exact: true }).selectOption('set');
      await bulk.getByLabel('Publisher of all of them').fill('Everyman');
      await bulk.getByLabel('Subjects', { exact: true }).selectOption('change');
      await bulk.getByLabel('Subjects to add').fill('Regency');
      await page.keyboard.press('Enter');
      await bulk.getByLabel('Locks', { exact: true }).selectOption('lock');
      await look('bulk');
      await bulk.getByRole('button', { name: 'Show what changes' }).click();
      const preview = page.getByTestId('bulk-preview');
      await preview.getByText('2 of 2 books change.').waitFor();
      await preview.getByText('Everyman').first().waitFor();
      await look('bulk-preview');
      expect((await house.admin.get('/api/books?q=Everyman')).body.items).toEqual([]);
      expect((await house.admin.get(`/api/books/${ids['Persuasion']}`)).body.publisher).toBeNull();
      await preview.getByRole('button', { name: 'Change 2 books' }).click();
      await said('2 books changed');
      await look('bulk-done');
      expect((await house.admin.get(`/api/books/${ids['Persuasion']}`)).body).toMatchObject({
        publisher: 'Everyman',
        subjects: ['Regency'],
      });
      await page.getByRole('alert').getByRole('button', { name: 'Undo' }).click();
      await said(/Taken back: \d changes\./);
      expect((await house.admin.get(`/api/books/${ids['Persuasion']}`)).body).toMatchObject({
        publisher: null,
        subjects: [],
      });
    });
  });

  describe('of the cover alone', () => {
    const line = () => form().getByTestId('cover-line');
    const cover = () => line().locator('img');
    const coverNow = async () => (await emmaNow()).coverUrl;

    it('is another picture at once, without saving and without a reload', async () => {
      await openBook('Emma');
      await page.evaluate('window.notReloaded = true');
      await page.getByTestId('edit').click();
      await seen(cover());
      await line().getByText('from the book’s own file').waitFor();
      const before = await coverNow();
      const chooser = page.waitForEvent('filechooser');
      await line().getByRole('button', { name: 'Choose a picture…' }).press('Enter');
      const buffer = Buffer.from(pngCover({ width: 600, height: 900, seed: 5 }));
      await (await chooser).setFiles({ name: 'mine.png', mimeType: 'image/png', buffer });
      await said('The cover is changed');
      await line().getByText('chosen by hand').waitFor();
      const chosen = await coverNow();
      expect(chosen).not.toBe(before);
      await page.locator(`article img[src^="${chosen}"]`).waitFor({ state: 'attached' });
      expect(await cover().getAttribute('src')).toContain(chosen);
      await seen(cover());
      await look('edit-cover');
      expect(await page.evaluate('window.notReloaded')).toBe(true);
    });

    it.each<[string, () => Uint8Array, string]>([
      ['notes.txt', () => Buffer.from('no picture'), 'is no JPEG, PNG, WebP or GIF'],
      ['small.png', () => pngCover({ width: 20, height: 30 }), 'is 20 by 30 pixels'],
    ])('says why %s is none, and stays', async (name, bytes, why) => {
      const before = await coverNow();
      await line().scrollIntoViewIfNeeded();
      const args = JSON.stringify([name, Buffer.from(bytes()).toString('base64')]);
      const dataTransfer = await page.evaluateHandle(`(() => {
        const [name, text] = ${args};
        const transfer = new DataTransfer();
        transfer.items.add(new File([Uint8Array.from(atob(text), (one) => one.charCodeAt(0))], name));
        return transfer;
      })()`);
      await line().dispatchEvent('dragover', { dataTransfer });
      await line().and(page.locator('[data-over="true"]')).waitFor();
      await line().dispatchEvent('drop', { dataTransfer });
      await line().getByRole('alert').filter({ hasText: why }).waitFor();
      await look('edit-cover-refused');
      expect(await coverNow()).toBe(before);
    });

    it('is taken away, and comes back from the history', async () => {
      const chosen = await coverNow();
      await line().getByRole('button', { name: 'Take it away' }).press('Enter');
      await said('The cover is taken away');
      await line().getByText('taken away by hand').waitFor();
      expect(await coverNow()).toBeNull();
      await cover().waitFor({ state: 'detached' });
      const focused = () => page.evaluate<string>('document.activeElement.textContent');
      await until('the focus', async () => (await focused()) === 'Choose a picture…');
      await look('edit-cover-none');
      await page.keyboard.press('Escape');
      await form().waitFor({ state: 'detached' });
      await page.getByTestId('run').first().getByRole('button', { name: 'Undo: You edited' }).click();
      await said('Taken back: 1 change.');
      expect(await coverNow()).toBe(chosen);
      await page.locator(`article img[src^="${chosen}"]`).waitFor({ state: 'attached' });
    });
  });

  it('works on a phone', async () => {
    await page.setViewportSize(PHONE);
    await openBook('Emma');
    await look('phone-book');
    await page.getByTestId('edit').click();
    await form().waitFor();
    await look('phone-edit');
    await seen(form().getByTestId('cover-line').locator('img'));
    await form().getByRole('button', { name: 'Take it away' }).scrollIntoViewIfNeeded();
    await look('phone-edit-cover');
    await page.keyboard.press('Escape');
    await house.sql(`update provider_find set standing = 'SUGGESTED' where book_id = $1`, [ids['Nobody']]);
    await page.goto(`${house.url}/review`);
    await seen(review().getByTestId('find-picture'));
    await page.evaluate('scrollTo(0, 0)');
    await look('phone-review');
    await page.goto(`${house.url}/settings/metadata`);
    await page.getByTestId('order-ebook').waitFor();
    await look('phone-providers');
    await page.goto(house.url);
    await page.getByTestId('select').click();
    await page.getByTestId('book-card').first().click();
    await look('phone-select');
    await page.getByRole('button', { name: 'Edit together' }).click();
    await page.getByTestId('bulk-form').waitFor();
    await look('phone-bulk');
    for (const path of [`/books/${ids['Ulysses']}`, '/review', '/settings/metadata', '/']) {
      await page.setViewportSize({ width: 360, height: 740 });
      await page.goto(house.url + path);
      await page.getByRole('main').waitFor();
      await page.waitForLoadState('networkidle');
      expect([path, await page.evaluate('document.documentElement.scrollWidth')]).toEqual([path, 360]);
    }
  });

  it('had nothing to complain of', () => {
    expect(looker.troubles).toEqual([]);
  });
});
