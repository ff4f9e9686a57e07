import { anEpub, anM4b, aPdf } from '@octavo/testing';
import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describeInBrowser, DESK, type Looker, openBrowser, PHONE, signInWith } from './browser.js';
import { type House, startHouse, until } from './house.js';

const epub = (title: string) => anEpub().titled(title).by('A. Uthor').build();

const LAST_YEAR = new Date(Date.now() - 365 * 86_400_000);

interface Brought {
  name: string;
  bytes: Uint8Array;
}

describeInBrowser('libraries in a browser', () => {
  let house: House;
  let looker: Looker;
  let page: Page;
  let shelf: string;
  const look = (name: string) => looker.look(name);
  const card = (name: string) => page.getByTestId('library').filter({ hasText: name });
  const menuItem = async (library: string, item: string) => {
    await page.getByRole('button', { name: `Change ${library}` }).click();
    await page.getByRole('menuitem', { name: item }).click();
  };

  beforeAll(async () => {
    house = await startHouse('postgres', {}, { UPLOAD_LIMIT: '2MB' });
    shelf = join(await mkdtemp(join(tmpdir(), 'octavo-shelf-')), 'attic');
    await mkdir(shelf);
    for (let n = 1; n <= 11; n++) await writeFile(join(shelf, `Volume ${n}.epub`), epub(`Volume ${n}`));
    await writeFile(join(shelf, 'torn.epub'), Buffer.from('this is no archive at all, whatever its name says'));
    await utimes(join(shelf, 'torn.epub'), LAST_YEAR, LAST_YEAR); // a broken file that is young may be one under way
    looker = await openBrowser(DESK, /40[0-9]|41[0-9]|ERR_FAILED|favicon/);
    ({ page } = looker);
    await signInWith(page, house.url);
  });
  afterAll(async () => {
    await looker?.browser.close();
    await house?.close();
    await rm(join(shelf, '..'), { recursive: true, force: true });
  });

  /** What a person does who lets go of files over an element. */
  async function drop(selector: string, files: Brought[]) {
    const plain = files.map(({ name, bytes }) => ({ name, base64: Buffer.from(bytes).toString('base64') }));
    const transfer = await page.evaluateHandle(`(() => {
      const data = new DataTransfer();
      for (const { name, base64 } of ${JSON.stringify(plain)})
        data.items.add(new File([Uint8Array.from(atob(base64), (byte) => byte.charCodeAt(0))], name));
      return data;
    })()`);
    for (const type of ['dragenter', 'dragover']) await page.dispatchEvent(selector, type, { dataTransfer: transfer });
    const over = await page.getByText('Drop books here to add them').isVisible();
    await look(`drag-over-${selector === 'body' ? 'page' : 'card'}`);
    await page.dispatchEvent(selector, 'drop', { dataTransfer: transfer });
    return { over };
  }

  it('tells an empty library where books may come from', async () => {
    await page.getByText(house.books).first().waitFor();
    await page.getByText('Add books above, drop them on this page').waitFor();
    await look('empty-library');
  });

  it('adds a folder that is walked to, and says at the field what speaks against another', async () => {
    await page.getByRole('link', { name: 'Sources' }).click();
    await card('books').waitFor();
    await page.getByTestId('add-library').click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Folder', { exact: true }).fill('/nowhere/at/all');
    await page.keyboard.press('Enter');
    await dialog.getByText('is not there, as this server sees it').waitFor();
    await look('add-folder-refused');
    await dialog.getByLabel('Folder', { exact: true }).fill(house.books);
    await dialog.getByRole('button', { name: 'Add', exact: true }).click();
    await dialog.getByText('would hold the same files').waitFor();
    await dialog.getByLabel('Folder', { exact: true }).fill(join(shelf, '..'));
    await dialog.getByTestId('folder-browser').getByRole('button', { name: 'attic' }).click();
    expect(await dialog.getByLabel('Folder', { exact: true }).inputValue()).toBe(shelf);
    await dialog.getByText('No folders in it.').waitFor();
    await look('add-folder');
    await dialog.getByRole('button', { name: 'Add', exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
    await card('attic').waitFor();
  });

  it('shows how the first scan went, and which file could not be read, without a reload', async () => {
    await page.evaluate('window.notReloaded = true');
    await card('attic').getByText('12 books').waitFor();
    await look('folders');
    // The watch asks for a second scan as soon as it stands; what the first one found is among the earlier ones then.
    await card('attic').getByRole('link', { name: 'earlier scans' }).click();
    const first = page.getByRole('listitem').filter({ hasText: '12 files: 12 new' });
    await first.getByText('Scanned').waitFor();
    await look('scans');
    await first.getByRole('link', { name: '1 file could not be read' }).click();
    await page.getByTestId('scan-faults').getByText('torn.epub').waitFor();
    await page.getByText('Scanned, just now. 12 files: 12 new.').waitFor();
    await look('scan-faults');
    await page.getByRole('link', { name: 'Folders' }).first().click();
    await card('attic').waitFor();
    expect(await page.evaluate('window.notReloaded')).toBe(true);
  });

  it('shows a scan while it works', async () => {
    const [library] = await house.sql<{ id: string }>('select id::text from library where path = $1', [shelf]);
    const { id } = library!;
    // The watch asks for a scan of its own once it stands; after that nothing comes between.
    await until('the watch to stand', async () => {
      const rows = await house.sql('select 1 from library where id = $1 and watch_mode in ($2, $3)', [
        id,
        'EVENTS',
        'POLLING',
      ]);
      return rows.length > 0;
    });
    await new Promise((resolve) => setTimeout(resolve, 500));
    await house.quiet();
    const [last] = await house.sql<{ run: string }>('select job_id::text run from scan where library_id = $1', [id]);
    await house.sql(
      `insert into scan (id, library_id, job_id, state, found, added, done, failed)
       values (gen_random_uuid(), $1, $2, 'IMPORTING', 400, 300, 75, 2)`,
      [id, last!.run],
    );
    await page.reload();
    await card('attic').getByText('75 of 300 files read').waitFor();
    expect(await card('attic').getByRole('progressbar').getAttribute('aria-valuenow')).toBe('25');
    await look('scanning');
    await house.sql(`update scan set done = 150 where state = 'IMPORTING'`);
    await house.sql(`select pg_notify('octavo', $1)`, [JSON.stringify({ kind: 'source', id })]);
    await card('attic').getByText('150 of 300 files read').waitFor();
    await card('attic').getByRole('button', { name: 'Cancel' }).click();
    await card('attic').getByRole('button', { name: 'Cancelling…' }).waitFor();
    await house.sql(`delete from scan where state = 'IMPORTING'`);
    await page.reload();
  });

  it('pauses, resumes and renames a folder', async () => {
    await menuItem('attic', 'Pause');
    await card('attic').getByText('Paused', { exact: true }).waitFor();
    await card('attic').getByText('left alone until it is resumed').waitFor();
    expect(await card('attic').getByRole('button', { name: 'Scan attic now' }).count()).toBe(0);
    await look('paused');
    await menuItem('attic', 'Resume');
    await card('attic').getByText('Paused', { exact: true }).waitFor({ state: 'detached' });
    await menuItem('attic', 'Rename');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await page.evaluate('document.activeElement.ariaLabel')).toBe('Change attic');
    await menuItem('attic', 'Rename');
    await page.getByRole('dialog').getByLabel('Name').fill('Upstairs');
    await page.keyboard.press('Enter');
    await card('Upstairs').waitFor();
    expect((await readdir(join(shelf, '..'))).includes('attic')).toBe(true);
  });

  it('asks before metadata is written into files, and stops when it is told to', async () => {
    const words = card('Upstairs').getByText('is written into their files');
    await menuItem('Upstairs', 'Write metadata into files…');
    await page.getByRole('dialog').getByText('overwritten').waitFor();
    await look('write-metadata');
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await words.count()).toBe(0);
    await menuItem('Upstairs', 'Write metadata into files…');
    await page.getByRole('button', { name: 'Write into the files' }).click();
    await words.waitFor();
    await menuItem('Upstairs', 'Stop writing into files');
    await words.waitFor({ state: 'detached' });
  });

  it('uploads chosen files into the folder one chooses, and leads to the book', async () => {
    await page.goto(house.url);
    await page.getByTestId('add-books-input').setInputFiles([
      { name: 'Emma.epub', mimeType: 'application/epub+zip', buffer: Buffer.from(epub('Emma')) },
      { name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('not a book') },
    ]);
    await page.getByText('Octavo reads no such files: notes.txt').waitFor();
    await page.getByTestId('choose-library').filter({ hasText: 'books' }).waitFor();
    await look('choose-folder');
    await page.getByTestId('choose-library').filter({ hasText: 'books' }).click();
    const row = page.getByTestId('upload').first();
    await row.getByText('Added', { exact: true }).waitFor();
    await look('uploaded');
    expect(await readdir(house.books)).toEqual(['Emma.epub']);
    await row.getByRole('link', { name: 'Emma' }).click();
    await page.getByRole('heading', { name: 'Emma' }).waitFor();
  });

  it('takes books that are dropped anywhere on the page, and says kindly what was there already', async () => {
    await page.getByRole('link', { name: 'Library' }).first().click();
    const files = [
      { name: 'Emma again.epub', bytes: epub('Emma') },
      { name: 'Persuasion.epub', bytes: epub('Persuasion') },
    ];
    const { over } = await drop('body', files);
    expect(over).toBe(true);
    await page.getByTestId('choose-library').filter({ hasText: 'books' }).click();
    await page.getByTestId('upload').filter({ hasText: 'Was in the library already' }).waitFor();
    await page.getByTestId('upload').filter({ hasText: 'Persuasion' }).getByText('Added', { exact: true }).waitFor();
    await page.getByTestId('book-card').filter({ hasText: 'Persuasion' }).waitFor();
    expect((await readdir(house.books)).sort()).toEqual(['Emma.epub', 'Persuasion.epub']);
    await page.getByRole('button', { name: 'Close' }).last().click();
    await page.getByTestId('uploads').waitFor({ state: 'detached' });
  });

  it('takes books that are dropped on a folder’s card into that folder', async () => {
    await page.getByRole('link', { name: 'Sources' }).first().click();
    await card('Upstairs').waitFor();
    const id = await card('Upstairs').getAttribute('data-library-id');
    const pdf = aPdf().titled('A Drawn Thing').by('B. Rush').withPages(2).build();
    await drop(`[data-library-id="${id}"]`, [{ name: 'drawn.pdf', bytes: pdf }]);
    await page.getByTestId('upload').filter({ hasText: 'A Drawn Thing' }).getByText('Added', { exact: true }).waitFor();
    expect(await readdir(shelf)).toContain('drawn.pdf');
    await page.getByRole('button', { name: 'Close' }).last().click();
  });

  it('says why a file was not taken, and tries again when asked', async () => {
    await page.route('**/api/uploads?*', (route) => route.abort(), { times: 1 });
    const id = await card('Upstairs').getAttribute('data-library-id');
    await drop(`[data-library-id="${id}"]`, [{ name: 'Sanditon.epub', bytes: epub('Sanditon') }]);
    await page.getByTestId('upload').getByText('The connection was lost').waitFor();
    await look('upload-failed');
    await page.getByRole('button', { name: 'Try Sanditon.epub again' }).click();
    await page.getByTestId('upload').getByText('Added', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Close' }).last().click();
  });

  it('does not leave the page unasked while a file is being sent, and stops sending it when told to', async () => {
    const gate = Promise.withResolvers<void>();
    await page.route('**/api/uploads?*', async (route) => {
      await gate.promise;
      await route.continue().catch(() => undefined);
    });
    const id = await card('Upstairs').getAttribute('data-library-id');
    await drop(`[data-library-id="${id}"]`, [
      { name: 'Catharine.epub', bytes: epub('Catharine') },
      { name: 'Evelyn.epub', bytes: epub('Evelyn') },
      { name: 'Edgar.epub', bytes: epub('Edgar') },
    ]);
    await page.getByText('Adding 1 of 3').waitFor();
    await look('uploading');
    const asked = page.waitForEvent('dialog');
    const leaving = page.evaluate('location.reload()').catch(() => undefined);
    const dialog = await asked;
    expect(dialog.type()).toBe('beforeunload');
    await dialog.dismiss();
    await leaving;
    await page.getByRole('button', { name: 'Cancel Evelyn.epub' }).click();
    const again = page.getByRole('button', { name: 'Try Evelyn.epub again' });
    await again.waitFor();
    expect(await page.evaluate('document.activeElement.ariaLabel')).toBe('Try Evelyn.epub again');
    await page.getByRole('button', { name: 'Cancel all' }).click();
    await page.getByText('0 added').waitFor();
    gate.resolve();
    await page.unrouteAll({ behavior: 'wait' });
    await again.click();
    await page.getByTestId('upload').getByText('Added', { exact: true }).waitFor();
    const there = await readdir(shelf);
    expect(there).toContain('Evelyn.epub');
    expect(there).not.toContain('Edgar.epub');
    await page.getByRole('button', { name: 'Close' }).last().click();
  });

  it('says that a file is too large, and offers no other try', async () => {
    await page.goto(house.url);
    await page
      .getByTestId('add-books-input')
      .setInputFiles([{ name: 'Atlas.pdf', mimeType: 'application/pdf', buffer: Buffer.alloc(24_000_000, '%PDF') }]);
    await page.getByTestId('choose-library').filter({ hasText: 'Upstairs' }).click();
    await page.getByTestId('upload').getByText('UPLOAD_LIMIT').waitFor();
    expect(await page.getByRole('button', { name: 'Try Atlas.pdf again' }).count()).toBe(0);
    await look('too-large');
    expect(await readdir(shelf)).not.toContain('Atlas.pdf');
    await page.getByRole('button', { name: 'Close' }).last().click();
  });

  it('shows what a book is, how long it plays and its chapters', async () => {
    const book = anM4b().titled('Mansfield Park').by('Jane Austen').readBy('J. Reader').lasting(40_980);
    for (let n = 0; n < 12; n++) book.withChapter(`Chapter ${n + 1}`, n * 3_400);
    await house.drop('Mansfield Park.m4b', book.build());
    await page.goto(house.url);
    const found = page.getByTestId('book-card').filter({ hasText: 'Mansfield Park' });
    await found.getByText('Audiobook', { exact: true }).waitFor();
    await page.getByTestId('book-card').filter({ hasText: 'A Drawn Thing' }).getByText('PDF').waitFor();
    await look('library');
    await found.click();
    await page.getByText('11 h 23 min').first().waitFor();
    await page.getByTestId('chapters').getByText('12 chapters').click();
    await page.getByText('56:40').waitFor();
    await look('audiobook');
  });

  it('asks before most of a folder is marked missing, and marks them when told to', async () => {
    const lost = (await readdir(shelf)).filter((name) => name.startsWith('Volume')).slice(0, 9);
    await page.goto(`${house.url}/folders`);
    // While nobody looks, so that they go at once: a few that go by themselves are marked without a question.
    const { items } = (await house.admin.get('/api/libraries')).body as { items: { id: string; name: string }[] };
    const { id } = items.find(({ name }) => name === 'Upstairs')!;
    await house.admin.patch(`/api/libraries/${id}`, { paused: true });
    await Promise.all(lost.map((name) => rm(join(shelf, name))));
    await house.admin.patch(`/api/libraries/${id}`, { paused: false });
    await card('Upstairs').getByTestId('held').waitFor();
    await card('Upstairs').getByText('9 files cannot be found').waitFor();
    await look('held');
    expect((await house.admin.get('/api/books?missing=true')).body.total).toBe(0);
    await page.goto(house.url);
    await page.getByText('waits for a word from you').waitFor();
    await page.getByRole('link', { name: 'Answer' }).click();
    await page.getByTestId('confirm-removal').click();
    await page.getByRole('dialog').getByText('Mark 9 files of Upstairs missing?').waitFor();
    await look('held-confirm');
    await page.getByRole('button', { name: 'Mark 9 missing' }).click();
    await card('Upstairs').getByText('9 missing').waitFor();
    await card('Upstairs').getByTestId('held').waitFor({ state: 'detached' });
  });

  it('removes a folder and leaves its files alone', async () => {
    const before = await readdir(shelf);
    await menuItem('Upstairs', 'Remove');
    await page.getByRole('dialog').getByText('The files stay where they are').waitFor();
    await look('remove');
    await page.getByRole('button', { name: 'Remove', exact: true }).click();
    await card('Upstairs').waitFor({ state: 'detached' });
    await until('its books to leave', async () => (await house.admin.get('/api/books?q=Volume')).body.total === 0);
    expect(await readdir(shelf)).toEqual(before);
  });

  it('works on a phone, where the sign of the button must do', async () => {
    await page.setViewportSize(PHONE);
    await page.goto(house.url);
    await page.getByTestId('book-card').first().waitFor();
    const box = await page.getByTestId('add-books').boundingBox();
    expect(box!.x + box!.width).toBeLessThanOrEqual(PHONE.width);
    await page
      .getByTestId('add-books-input')
      .setInputFiles([{ name: 'Lady Susan.epub', mimeType: '', buffer: Buffer.from(epub('Lady Susan')) }]);
    await page.getByTestId('upload').getByText('Added', { exact: true }).waitFor();
    await look('phone-upload');
  });

  it('had nothing to complain of', () => {
    expect(looker.troubles).toEqual([]);
  });
});
