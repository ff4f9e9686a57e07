import { converterFor } from '@octavo/converters';
import { bytesAccess } from '@octavo/domain';
import { openEpub } from '@octavo/formats';
import { aComic, anEpub } from '@octavo/testing';
import { chmod, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { type House, startHouse, until } from './house.js';
import { pairKobo, readyBooks } from './paired-kobo.js';

const novel = (title: string) => anEpub().titled(title).withCover().withChapters(2, 4).build();

async function fileOf(house: House, title: string) {
  const { body } = await house.admin.get(`/api/books?q=${encodeURIComponent(title)}`);
  return body.items[0].files[0];
}

describe('a comic', () => {
  let house: House;
  beforeAll(async () => {
    house = await startHouse('postgres', { 'Zot.cbz': aComic().titled('Zot').withPages(5).build() });
  });
  afterAll(() => house?.close());

  it('reaches a Kobo as pages of fixed size, and opens there', async () => {
    const [id] = await readyBooks(house, 'Zot');
    const { kobo } = await pairKobo(house, { downloadLimit: 9, coverLimit: 9 });
    expect((await kobo.sync()).failure).toBeUndefined();
    expect(kobo.violations).toEqual([]);
    const held = kobo.books.get(id!)!;
    const epub = await openEpub(bytesAccess(held.file!));
    expect(epub.layout).toBe('fixed');
    expect(epub.manifest.filter(({ mediaType }) => mediaType === 'image/png')).toHaveLength(5);
    const { body } = await house.admin.get(`/api/books/${id}`);
    expect(body.files).toMatchObject([{ format: 'cbz', kepub: { state: 'READY', reason: null } }]);
  });

  it('is announced as what has pages of its own, so that it gets no margins', async () => {
    const { line } = await pairKobo(house);
    const [item] = await line.sync();
    const [download] = item!.NewEntitlement.BookMetadata.DownloadUrls;
    expect(download).toMatchObject({ Format: 'EPUB3FL', Size: Number((await fileOf(house, 'Zot')).kepub.size) });
  });
});

describe('kepubify, asked for and named by the operator,', () => {
  let house: House;
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'octavo-kepubify-'));
    const out = new PassThrough();
    const options = { kepub: { css: ['p { color: #123456 }'] } };
    const converting = converterFor('epub', 'kepub')!.convert(bytesAccess(novel('Good')), out, options);
    const [theirs] = await Promise.all([buffer(out), converting]);
    await writeFile(join(folder, 'theirs'), theirs);
    const program = join(folder, 'kepubify');
    await writeFile(program, `#!${process.execPath}\n${PROGRAM}`);
    await chmod(program, 0o755);
    const settings = { KEPUB_ENGINE: 'kepubify', KEPUBIFY_PATH: program };
    house = await startHouse('postgres', { 'Good.epub': novel('Good'), 'Bad.epub': novel('Bad') }, settings);
  });
  afterAll(async () => {
    await house?.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('makes the KEPUBs', async () => {
    await readyBooks(house, 'Good');
    const [row] = await house.sql<{ recipe: string }>(
      "select recipe from converted_file c join file f on f.id = c.file_id join book b on b.id = f.book_id where b.title = 'Good'",
    );
    expect(row!.recipe).toMatch(/^kepubify-/);
    expect((await fileOf(house, 'Good')).kepub).toMatchObject({ state: 'READY', reason: null });
  });

  it('does not keep a book from anybody when it fails: our own converter makes it, and the book says so', async () => {
    await readyBooks(house, 'Bad');
    const { kepub } = await fileOf(house, 'Bad');
    expect(kepub).toMatchObject({
      state: 'READY',
      reason: expect.stringMatching(/kepubify.*own converter.*no such luck/s),
    });
  });
});

/** Gives a KEPUB that was made before, but only for the book it was made of. */
const PROGRAM = String.raw`
const fs = require('node:fs');
const args = process.argv.slice(2);
if (args.includes('--version')) return console.log('kepubify v9.9.9');
const theirs = fs.readFileSync(process.argv[1].replace(/kepubify$/, 'theirs'));
if (!fs.realpathSync(args.at(-1)).endsWith('Good.epub')) { console.error('Error: no such luck'); process.exit(1); }
fs.writeFileSync(args[args.indexOf('-o') + 1], theirs);
`;

describe('kepubify that cannot be had', () => {
  it('is asked for, is not run with a wrong checksum, and our own converter works meanwhile', async () => {
    let asked = 0;
    const server = createServer((_request, answer) => {
      asked += 1;
      answer.end('#!/bin/sh\necho I am not kepubify\n');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const settings = { KEPUB_ENGINE: 'kepubify', KEPUBIFY_DOWNLOAD_URL: address };
    const house = await startHouse('postgres', { 'Emma.epub': novel('Emma') }, settings);
    try {
      await readyBooks(house, 'Emma');
      expect(asked).toBeGreaterThan(0);
      const reason = expect.stringMatching(/kepubify cannot be had.*another checksum/s);
      expect((await fileOf(house, 'Emma')).kepub).toMatchObject({ state: 'READY', reason });
    } finally {
      await house.close();
      server.close();
    }
  });
});

describe('KEPUBs that take the place of their EPUBs', () => {
  let house: House;
  beforeAll(async () => {
    house = await startHouse('postgres', { 'Emma.epub': novel('Emma') }, { KEPUB_REPLACE_ORIGINAL: 'on' });
  });
  afterAll(() => house?.close());

  it('are the same books to everybody, and devices fetch nothing twice', async () => {
    const [id] = await readyBooks(house, 'Emma');
    const { kobo } = await pairKobo(house, { downloadLimit: 9 });
    await kobo.sync();
    expect(await until('the EPUB to go', async () => (await readdir(house.books)).join() === 'Emma.kepub.epub')).toBe(
      true,
    );
    const { body: libraries } = await house.admin.get('/api/libraries');
    await house.admin.post(`/api/libraries/${libraries.items[0].id}/scan`, {});
    await house.quiet();
    const { body } = await house.admin.get('/api/books');
    expect(body.items).toMatchObject([{ id, missing: false, files: [{ format: 'kepub', missing: false }] }]);
    expect((await kobo.sync()).items).toEqual([]);
    expect(kobo.violations).toEqual([]);
  });

  it('also when they come while everything runs', async () => {
    await house.drop('Persuasion.epub', novel('Persuasion'));
    await until('the EPUB to go', async () => (await readdir(house.books)).includes('Persuasion.kepub.epub'));
    await house.quiet();
    await until('one book of it', async () => {
      const { body } = await house.admin.get('/api/books?q=Persuasion');
      return body.items.length === 1 && body.items[0].files.length === 1 && body.items[0].files[0].format === 'kepub';
    });
    expect((await readdir(house.books)).sort()).toEqual(['Emma.kepub.epub', 'Persuasion.kepub.epub']);
  });
});
