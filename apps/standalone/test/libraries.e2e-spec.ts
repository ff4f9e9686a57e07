import { anEpub } from '@octavo/testing';
import { mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type House, startHouse, until } from './house.js';

const epub = (title: string) => anEpub().titled(title).by('A. Uthor').build();

describe('libraries', () => {
  let house: House;
  let folder: string;

  beforeAll(async () => {
    house = await startHouse('postgres', { 'first.epub': epub('First') });
    folder = join(await mkdtemp(join(tmpdir(), 'octavo-second-')), 'shelf');
    await mkdir(folder);
    await until('the first book', async () => (await total()) === 1);
  });
  afterAll(async () => {
    await house?.close();
    await rm(join(folder, '..'), { recursive: true, force: true });
  });

  const total = async (query = '') => (await house.admin.get(`/api/books${query}`)).body.total as number;
  const library = async (id: string) =>
    (await house.admin.get('/api/libraries')).body.items.find((one: { id: string }) => one.id === id);

  it('are added while the house runs, scanned at once and watched from then on', async () => {
    await writeFile(join(folder, 'second.epub'), epub('Second'));
    const added = await house.admin.post('/api/libraries', { path: folder, name: 'Second shelf' });
    expect([added.status, added.body.name, added.body.paused]).toEqual([201, 'Second shelf', false]);
    await until('the book that was there', async () => (await total('?q=Second')) === 1);
    await until('the watch', async () => (await library(added.body.id)).watch.mode === 'EVENTS');
    await writeFile(join(folder, 'third.epub'), epub('Third'));
    await until('the book that came', async () => (await total('?q=Third')) === 1);
  });

  it.each([
    ['books', 400],
    ['/nowhere/at/all', 400],
    ['/', 400],
    ['/etc/hostname', 400],
  ])('cannot be %s', async (path, status) => {
    const answer = await house.admin.post('/api/libraries', { path });
    expect([answer.status, answer.body.type]).toEqual([status, '/problems/library.not-a-folder']);
  });

  it('never hold the same files twice, nor what the house keeps for itself', async () => {
    await mkdir(join(folder, 'below'), { recursive: true });
    for (const path of [folder, join(folder, 'below'), join(folder, '..')]) {
      const answer = await house.admin.post('/api/libraries', { path });
      expect([path, answer.status, answer.body.type]).toEqual([path, 409, '/problems/library.exists']);
    }
    const data = await house.admin.post('/api/libraries', { path: join(house.books, '../data') });
    expect(data.body.type).toBe('/problems/library.not-a-folder');
  });

  it('are left alone while they are paused, and caught up with afterwards', async () => {
    const { id } = (await house.admin.get('/api/libraries')).body.items.find(
      ({ path }: { path: string }) => path === folder,
    );
    expect((await house.admin.patch(`/api/libraries/${id}`, { paused: true })).body.paused).toBe(true);
    expect((await house.admin.post(`/api/libraries/${id}/scan`)).body.type).toBe('/problems/library.paused');
    await until('the watch to end', async () => (await library(id)).watch.mode === 'OFF');
    await writeFile(join(folder, 'fourth.epub'), epub('Fourth'));
    await new Promise((resolve) => setTimeout(resolve, 2_000));
    expect(await total('?q=Fourth')).toBe(0);
    await house.admin.patch(`/api/libraries/${id}`, { paused: false });
    await until('the book', async () => (await total('?q=Fourth')) === 1);
  });

  it('keep their books when they are renamed, and say how the last scan went', async () => {
    const { id } = (await house.admin.get('/api/libraries')).body.items.find(
      ({ path }: { path: string }) => path === folder,
    );
    expect((await house.admin.patch(`/api/libraries/${id}`, { name: 'Attic' })).body.name).toBe('Attic');
    await house.quiet();
    const { scan } = await library(id);
    expect(scan).toMatchObject({ state: 'COMPLETED', found: 3, added: 1, done: 1, failed: 0, unchanged: 2 });
    const detail = await house.admin.get(`/api/libraries/${id}/scans/${scan.id}`);
    expect(detail.body.faults).toEqual([]);
    expect((await house.admin.get(`/api/libraries/${id}/scans`)).body.items.length).toBeGreaterThan(1);
  });

  it('leave the list with their books when they are removed, and no file is touched', async () => {
    const { id } = (await house.admin.get('/api/libraries')).body.items.find(
      ({ path }: { path: string }) => path === folder,
    );
    const [book] = (await house.admin.get('/api/books?q=Third')).body.items;
    const before = await readdir(folder);
    expect((await house.admin.delete(`/api/libraries/${id}`)).status).toBe(204);
    expect(await total()).toBe(1);
    expect((await house.admin.get(`/api/books/${book.id}`)).status).toBe(404);
    expect(await readdir(folder)).toEqual(before);
    await house.admin.post('/api/libraries', { path: folder });
    await until('the very same book', async () => (await house.admin.get(`/api/books/${book.id}`)).status === 200);
    expect((await house.admin.get(`/api/books/${book.id}`)).body).toMatchObject({ title: 'Third', missing: false });
  });

  it('ask before they take most of their files for gone', async () => {
    const { id } = (await house.admin.get('/api/libraries')).body.items.find(
      ({ path }: { path: string }) => path === folder,
    );
    for (let n = 0; n < 9; n++) await writeFile(join(folder, `n${n}.epub`), epub(`Number ${n}`));
    await until('all of them', async () => (await total()) === 13);
    await house.quiet();
    const away = `${folder}-away`;
    await mkdir(away);
    // While nobody looks, so that they go at once: a few that go by themselves are marked without a question.
    await house.admin.patch(`/api/libraries/${id}`, { paused: true });
    for (const name of (await readdir(folder)).filter((one) => one.endsWith('.epub')).slice(0, 8))
      await rename(join(folder, name), join(away, name));
    await house.admin.patch(`/api/libraries/${id}`, { paused: false });
    await until('the question', async () => (await library(id)).scan?.state === 'HELD');
    expect((await library(id)).scan).toMatchObject({ gone: 8, heldBecause: expect.stringContaining('8 of 12') });
    expect(await total('?missing=true')).toBe(0);
    expect((await house.admin.post(`/api/libraries/${id}/confirm-removal`)).status).toBe(202);
    await until('the marks', async () => (await total('?missing=true')) === 8);
    expect((await house.admin.post(`/api/libraries/${id}/confirm-removal`)).body.type).toBe(
      '/problems/library.nothing-held',
    );
    for (const name of await readdir(away)) await rename(join(away, name), join(folder, name));
    await until('all of them to be back', async () => (await total('?missing=true')) === 0);
    await rm(away, { recursive: true });
  });
});

describe('uploads', () => {
  let house: House;
  beforeAll(async () => {
    house = await startHouse('postgres', {}, { UPLOAD_LIMIT: '1MB' });
  });
  afterAll(() => house?.close());

  async function upload(name: string, bytes: Uint8Array, libraryId?: string) {
    const form = new FormData();
    if (libraryId) form.append('libraryId', libraryId);
    form.append('file', new Blob([Uint8Array.from(bytes)]), name);
    return house.admin.form('/api/uploads', form);
  }
  const finished = (jobId: string) =>
    until('the job', async () => {
      const { body } = await house.admin.get(`/api/jobs/${jobId}`);
      return ['completed', 'failed'].includes(body.state) && body;
    });

  it('land in the folder under their names, and the job names the book', async () => {
    const answer = await upload('Émile.epub', epub('Émile'));
    expect([answer.status, answer.body.path, answer.body.alreadyThere]).toEqual([202, 'Émile.epub', false]);
    const job = await finished(answer.body.jobId);
    expect(job.result.outcome).toBe('added');
    expect((await house.admin.get(`/api/books/${job.result.bookId}`)).body.title).toBe('Émile');
    expect((await readdir(house.books)).filter((name) => name !== '.gitkeep')).toEqual(['Émile.epub']);
  });

  it('are kept once: the same bytes under any name are there already', async () => {
    const answer = await upload('another name.epub', epub('Émile'));
    expect(answer.body).toMatchObject({ alreadyThere: true, path: 'Émile.epub' });
    expect((await finished(answer.body.jobId)).result.outcome).toBe('unchanged');
    expect(await readdir(house.books)).toHaveLength(1);
  });

  it('never replace a file of the same name', async () => {
    const answer = await upload('Émile.epub', epub('Émile, second edition'));
    expect(answer.body.path).toBe('Émile (2).epub');
    await finished(answer.body.jobId);
    expect((await house.admin.get('/api/books')).body.total).toBe(2);
  });

  it.each([
    ['notes.txt', Buffer.from('x'), 415, 'format.unsupported'],
    ['large.epub', Buffer.alloc(1_200_000), 413, 'upload.too-large'],
  ])('refuse %s', async (name, bytes, status, code) => {
    const answer = await upload(name, bytes);
    expect([answer.status, answer.body.type]).toEqual([status, `/problems/${code}`]);
    expect((await readdir(house.books)).filter((one) => one.startsWith('.octavo'))).toEqual([]);
  });

  it.each(['../../evil.epub', '/etc/evil.epub', '..\\evil.epub', '.hidden.epub'])('cannot climb: %s', async (name) => {
    const before = new Set(await readdir(house.books));
    const answer = await upload(name, epub(`evil ${name}`));
    expect(answer.status).toBe(202);
    const [added] = (await readdir(house.books)).filter((one) => !before.has(one));
    expect(answer.body.path).toBe(added);
    await finished(answer.body.jobId);
  });

  it('need a file, a library that is there, and an administrator', async () => {
    expect((await house.admin.form('/api/uploads', new FormData())).body.type).toBe('/problems/upload.missing');
    expect((await house.admin.post('/api/uploads', {})).body.type).toBe('/problems/upload.missing');
    const nowhere = await upload('x.epub', epub('x'), '00000000-0000-4000-8000-000000000000');
    expect(nowhere.body.type).toBe('/problems/library.not-found');
  });
});
