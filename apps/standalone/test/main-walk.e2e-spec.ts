import { anEpub, jpegCover, KoboDevice } from '@octavo/testing';
import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { BACKENDS, type House, startHouse, until } from './house.js';

describe.each(BACKENDS)('from the folder to the Kobo, queues in %s', (backend) => {
  let house: House;

  beforeAll(async () => {
    house = await startHouse(backend);
  });
  afterAll(() => house?.close());

  const bookCalled = (title: string) =>
    until(`the book ${title}`, async () => {
      const { body } = await house.admin.get(`/api/books?q=${encodeURIComponent(title)}`);
      return body.items.find((book: { title: string }) => book.title === title);
    });

  it('shows a dropped EPUB with its metadata and cover', async () => {
    const epub = anEpub()
      .titled('Emma')
      .by('Jane Austen')
      .inSeries('Highbury', '2')
      .inLanguage('en')
      .withCover(await jpegCover());
    await house.drop('Jane Austen/Emma.epub', epub.build());
    const book = await bookCalled('Emma');
    expect(book).toMatchObject({
      contributors: [{ name: 'Jane Austen', role: 'author' }],
      series: [{ name: 'Highbury', number: '2' }],
      language: 'en',
      status: 'READY',
      missing: false,
      files: [{ format: 'epub', name: 'Emma.epub', problem: null }],
    });
    const cover = await house.admin.get(`${book.coverUrl}&width=300&height=450`);
    expect([cover.status, cover.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
    const { body } = await house.admin.get(`/api/books/${book.id}`);
    expect(body.provenance.title).toMatchObject({ source: 'file', locked: false });
  });

  it('gives it to a paired Kobo as a KEPUB, once', async () => {
    await house.quiet();
    const paired = await house.admin.post('/api/devices', { name: 'Libra' });
    expect(paired.status).toBe(201);
    const kobo = new KoboDevice({ apiEndpoint: paired.body.apiEndpoint });
    const first = await kobo.sync();
    expect(first.completed).toBe(true);
    expect([...kobo.titles]).toEqual(['Emma']);
    const [book] = [...kobo.books.values()];
    expect(Buffer.from(book!.file!).subarray(0, 2).toString()).toBe('PK');
    expect(kobo.violations).toEqual([]);
    const second = await kobo.sync();
    expect([second.completed, second.items]).toEqual([true, []]);
    const { body } = await house.admin.get(`/api/devices/${paired.body.id}`);
    expect(body).toMatchObject({ granted: 1, acknowledged: 1, downloaded: 1 });
    expect(body.model).toMatch(/Kobo/);
  });

  it('keeps the book when its file is moved, marks it missing when it is gone and clears the mark when it is back', async () => {
    const { id } = await bookCalled('Emma');
    await rename(join(house.books, 'Jane Austen/Emma.epub'), join(house.books, 'Emma (1815).epub'));
    await until('the new place', async () => {
      const { body } = await house.admin.get(`/api/books/${id}`);
      const { places } = body.files[0];
      return places.length === 1 && places[0].path === 'Emma (1815).epub' && !places[0].missing;
    });
    expect((await house.admin.get('/api/books')).body.total).toBe(1);

    const bytes = anEpub().titled('Persuasion').by('Jane Austen').build();
    await house.drop('Persuasion.epub', bytes);
    const persuasion = await bookCalled('Persuasion');
    await rm(join(house.books, 'Persuasion.epub'));
    await until('the mark', async () => (await house.admin.get(`/api/books/${persuasion.id}`)).body.missing === true);
    await house.drop('Persuasion.epub', bytes);
    await until(
      'the mark to go',
      async () => (await house.admin.get(`/api/books/${persuasion.id}`)).body.missing === false,
    );
    expect((await house.admin.get('/api/books')).body.total).toBe(2);
  });

  it('takes other content at a known place for a new revision of the same book and sends it again', async () => {
    await house.quiet();
    const paired = await house.admin.post('/api/devices', { name: 'Clara' });
    const kobo = new KoboDevice({ apiEndpoint: paired.body.apiEndpoint });
    await kobo.sync();
    const { id } = await bookCalled('Persuasion');
    await house.drop('Persuasion.epub', anEpub().titled('Persuasion, revised').by('Jane Austen').build());
    await until(
      'the revision',
      async () => (await house.admin.get(`/api/books/${id}`)).body.title === 'Persuasion, revised',
    );
    await house.quiet();
    const { items } = await kobo.sync();
    expect(items).toEqual([{ kind: 'NewEntitlement', id }]);
    expect([...kobo.titles].sort()).toEqual(['Emma', 'Persuasion, revised']);
    expect(kobo.violations).toEqual([]);
  });

  it('is one book for the same content in two places', async () => {
    const epub = anEpub().titled('Twice').by('A. Copy').build();
    await house.drop('one/Twice.epub', epub);
    await house.drop('two/Twice again.epub', epub);
    await until('both places', async () => {
      const { body } = await house.admin.get('/api/books?q=twice');
      return body.total === 1 && body.items[0]?.files[0].places.length === 2;
    });
  });

  it('streams the file itself, in pieces where asked', async () => {
    const { files } = await bookCalled('Emma');
    const whole = await house.admin.get(`/api/files/${files[0].id}/content`);
    expect([whole.status, whole.body.length]).toEqual([200, files[0].size]);
    const piece = await house.admin.get(`/api/files/${files[0].id}/content`, { range: 'bytes=0-3' });
    expect([piece.status, Buffer.from(piece.body).toString('latin1')]).toEqual([206, 'PK\x03\x04']);
  });
});
