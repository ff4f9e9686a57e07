import { providers, type Candidate } from '@octavo/providers';
import sharp from 'sharp';
import { aShopBook } from '../books/invented-books.js';
import { ShopServer } from '../shop-server.js';
import { asDate, ask, fetched, foundIn, hitsOf, queryFor, searched, wordsOf } from '../testing/ask-shop.js';

const openLibrary = providers['open-library'];
const odd = aShopBook({ number: 7, authors: ['Mira Holt', 'Zoë Ångström'] });
const even = aShopBook({ number: 10, authors: ['Mira Holt'] });

let server: ShopServer;
beforeEach(async () => {
  server = await ShopServer.start('open-library');
  server.books = [aShopBook({ number: 3 }), odd, even];
});
afterEach(() => server.close());

const settings = () => ({ baseUrl: server.url });
const byIsbn = (isbn: string) =>
  openLibrary.byIdentifier(
    { authors: [], identifiers: [{ scheme: 'isbn', value: isbn }], medium: 'ebook' },
    settings(),
  )[0]!;

describe('the stand-in for Open Library', () => {
  it.each([
    ['with authors in its own record', odd],
    ['with authors in the record of the work', even],
  ])('has the edition of an ISBN %s', async (_, book) => {
    const candidate = foundIn(await ask(byIsbn(book.isbn13!))) as Candidate;
    expect(candidate).toMatchObject({
      id: `OL${7_000_000 + book.number}M`,
      title: book.title,
      subtitle: book.subtitle,
      contributors: [...book.authors.map((name) => ({ name, role: 'author' })), ...book.helpers],
      series: [{ name: book.series[0]!.name, number: book.series[0]!.number }],
      publisher: book.publisher,
      published: asDate(book.published),
      firstPublished: { year: Number(book.firstPublished!.slice(0, 4)) },
      language: 'en',
      pageCount: book.pages,
    });
    expect(candidate.identifiers).toContainEqual({ scheme: 'isbn', value: book.isbn13 });
    expect([...candidate.genres, ...candidate.tags].sort()).toEqual([...book.genres].sort());
    expect(wordsOf(candidate.description)).toBe(wordsOf(book.description));
  });

  it('leads from a search to the work, with the fields that were asked for alone', async () => {
    const [hit] = await hitsOf('open-library', queryFor(odd), server);
    expect(hit).toMatchObject({ id: `OL${5_000_000 + odd.number}W`, title: odd.title, authors: odd.authors });
    expect(hit!.candidate!.otherEditions).toContainEqual({ scheme: 'isbn', value: odd.isbn13 });
    const candidate = await searched('open-library', queryFor(odd), server);
    expect(wordsOf(candidate.description)).toBe(wordsOf(odd.description));
    const bare = await fetched({
      url: `${server.url}/search.json?q=${encodeURIComponent(odd.title)}&fields=key&limit=1`,
    });
    expect(JSON.parse(new TextDecoder().decode(bare.body))).toMatchObject({ docs: [{ key: `/works/${hit!.id}` }] });
    expect(new TextDecoder().decode(bare.body)).not.toContain('author_name');
  });

  it('searches for titles among titles and for authors among authors', async () => {
    const search = (query: object) => ask(openLibrary.searches({ ...queryFor(odd), ...query }, settings())[0]!);
    const names = foundIn(await search({ title: odd.title, authors: ['Zoë Ångström'] }));
    expect(names.map(({ title }) => title)[0]).toBe(odd.title);
    expect(await search({ title: 'Mira Holt', authors: [] })).toEqual({ kind: 'not-found' });
  });

  it('has no record of what it has not, and none of ebooks', async () => {
    expect(await ask(byIsbn('9780306406157'))).toEqual({ kind: 'not-found' });
    server.books = [aShopBook({ number: 5, isbn13: undefined })];
    const [edition] = openLibrary.byIdentifier(
      { authors: [], identifiers: [{ scheme: 'openlibrary', value: 'OL7000005M' }], medium: 'ebook' },
      settings(),
    );
    expect(await ask(edition!)).toEqual({ kind: 'not-found' });
  });

  it.each([
    ['lies with it', odd, 1],
    ['lies in another house', even, 2],
  ])('sends a large cover that %s', async (_, book, requests) => {
    const { cover } = foundIn(await ask(byIsbn(book.isbn13!))) as Candidate;
    server.asked.length = 0;
    const { body } = await fetched({ url: cover![0] });
    expect(await sharp(body).metadata()).toMatchObject({ format: 'jpeg', width: 333, height: 500 });
    expect(server.asked).toHaveLength(requests);
  });

  it('sends one point for a cover that is not there, or nothing where that is wished', async () => {
    const url = `${server.url}/b/id/9000999-L.jpg`;
    expect(await fetched({ url })).toMatchObject({ status: 200, headers: { 'content-type': 'image/gif' } });
    expect(await fetched({ url: `${url}?default=false` })).toMatchObject({ status: 404 });
    server.books = [aShopBook({ number: 7, cover: undefined })];
    expect((foundIn(await ask(byIsbn(odd.isbn13!))) as Candidate).cover).toBeUndefined();
  });
});
