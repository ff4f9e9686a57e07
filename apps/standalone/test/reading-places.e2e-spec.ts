import { anEpub, KoboDevice } from '@octavo/testing';
import { type House, startHouse, until } from './house.js';

describe('a place told in a browser', () => {
  let house: House;
  let bookId: string;
  let kobo: KoboDevice;

  beforeAll(async () => {
    house = await startHouse('postgres', { 'emma.epub': anEpub().titled('Emma').withChapters(10, 20).build() });
    await until('the book to be ready', async () => {
      const [row] = await house.sql<{ id: string }>("select id::text from book where delivery_form like 'kepub%'");
      if (row) bookId = row.id;
      return row !== undefined;
    });
    const { body } = await house.admin.post('/api/devices', { name: 'Kobo' });
    kobo = new KoboDevice({ apiEndpoint: `${house.url}/kobo/${body.token}` });
    await kobo.sync();
  });
  afterAll(() => house?.close());

  it('moves a Kobo to a span of the file it has', async () => {
    await house.admin.call('PUT', `/api/books/${bookId}/reading`, { status: 'Reading', percent: 40 });
    await until('the place to be found', async () => (await house.sql('select from reading_place')).length > 0);
    await house.quiet();

    await kobo.sync();
    const { CurrentBookmark: bookmark } = kobo.books.get(bookId)!.readingState!;
    expect(bookmark).toMatchObject({ ProgressPercent: 40, Location: { Type: 'KoboSpan' } });
    expect(bookmark?.Location?.Source).toMatch(/^OEBPS\/chapter-[45]\.xhtml$/);
    expect(bookmark?.Location?.Value).toMatch(/^kobo\.\d+\.\d+$/);
    expect((await kobo.sync()).items).toEqual([]);
    expect(kobo.violations).toEqual([]);
  });

  it('leaves a finished book without one', async () => {
    const places = 'select bookmark_at from reading_place';
    const before = await house.sql(places);
    await house.admin.call('PUT', `/api/books/${bookId}/reading`, { status: 'Finished', percent: 70 });
    await house.quiet();
    expect(await house.sql(places)).toEqual(before);
  });
});
