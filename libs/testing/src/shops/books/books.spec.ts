import { isbn10Of, parseAsin, parseIsbn } from '@octavo/domain';
import { Catalogue } from './catalogue.js';
import { editionsOf, printId } from './editions.js';
import { aShopBook, shopBooks } from './invented-books.js';
import type { ShopBook } from './shop-book.js';
import { studyGuideOf } from './study-guide.js';

const library = shopBooks(1000);
const times = (isMeant: (book: ShopBook) => boolean) => library.filter(isMeant).length;

describe('invented books', () => {
  it('are the same whenever they are asked for', () => {
    expect(shopBooks(1000)).toEqual(library);
    expect(library[4]).toEqual(aShopBook({ ...library[4], number: 5 }));
  });

  it('have titles and numbers of their own', () => {
    const ids = library.flatMap(editionsOf).map(({ id }) => id);
    for (const values of [ids, library.map(({ title }) => title), library.flatMap(({ isbn13 }) => isbn13 ?? [])])
      expect(new Set(values).size).toBe(values.length);
  });

  it('have numbers that are valid', () => {
    for (const book of [...library, ...library.map(studyGuideOf)]) {
      for (const { id, kind } of editionsOf(book)) {
        expect(id).toMatch(/^[A-Z0-9]{10}$/);
        if (kind !== 'print') expect(parseAsin(id)).toEqual({ scheme: 'asin', value: id });
      }
      if (book.isbn13) expect(parseIsbn(book.isbn13)).toBe(book.isbn13);
    }
    expect(printId(aShopBook({ isbn13: '9781402800016' }))).toBe(isbn10Of('9781402800016'));
  });

  it('lack now one thing, now another', () => {
    for (const lacks of [
      (book: ShopBook) => book.isbn13 === undefined,
      (book: ShopBook) => book.isbn13?.startsWith('979') === true,
      (book: ShopBook) => book.kindleAsin === undefined,
      (book: ShopBook) => book.cover === undefined,
      (book: ShopBook) => book.rating === undefined,
      (book: ShopBook) => book.series.length === 0,
      (book: ShopBook) => book.language === 'de',
    ])
      expect([times(lacks) > 20, times(lacks) < 600]).toEqual([true, true]);
  });

  it('stand in series in their order, by one author', () => {
    const [first, ...others] = library.slice(0, 4);
    expect(library.slice(0, 4).map(({ series }) => series[0]?.number)).toEqual(['1', '2', '3', '4']);
    for (const { series, authors } of others)
      expect([series[0]?.name, authors]).toEqual([first!.series[0]!.name, first!.authors]);
  });
});

describe('a catalogue', () => {
  const catalogue = new Catalogue(library);
  const [book] = library.filter(({ isbn13, kindleAsin }) => isbn13 && kindleAsin);

  it('knows a book by each of its numbers', () => {
    const { isbn13, kindleAsin, audioAsin } = book!;
    for (const [number, kind] of [
      [isbn13, 'print'],
      [isbn10Of(isbn13!), 'print'],
      [kindleAsin, 'kindle'],
      [audioAsin, 'audio'],
    ] as const)
      expect(catalogue.edition(number!)).toMatchObject({ kind, book: { number: book!.number } });
    expect(catalogue.search({ anywhere: isbn13 })).toEqual([book]);
  });

  it('finds each of a thousand books first by its title and author', () => {
    for (const one of library)
      expect(catalogue.search({ anywhere: `${one.title} ${one.authors[0]}` })[0]?.title).toBe(one.title);
  });

  it('finds also what is only like it, behind it', () => {
    expect(catalogue.search({ anywhere: library[0]!.title }).length).toBeGreaterThan(1);
    expect(catalogue.search({ anywhere: 'Qwxyz' })).toEqual([]);
    expect(catalogue.search({})).toEqual([]);
  });

  it('has study guides where they are wished, each before its book', () => {
    const guided = new Catalogue([book!], true);
    const guide = studyGuideOf(book!);
    expect(guided.search({ title: book!.title })).toEqual([guide, book]);
    expect(guided.edition(guide.kindleAsin!)?.book).toEqual(guide);
    expect(catalogue.edition(guide.kindleAsin!)).toBeUndefined();
  });
});
