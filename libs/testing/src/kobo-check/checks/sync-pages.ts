import { SYNC_HEADER } from '@octavo/kobo';
import { check } from '../check.js';
import { equal, holds } from '../expectation.js';
import { aBook, specialBook } from '../new-books.js';
import { about, heldAfter, idOf, idsOf, isRemoval, kindOf } from '../sync-items.js';

/** More than none and less than a page, however small pages are. */
const A_BIT = 3;
const MANY = 5_000;
const SLOW_MS = 10_000;

/** Libraries that do not fit on one page, and what happens to them while they are told. */
export const SYNC_PAGES = [
  check({
    id: 'sync.pages',
    level: 'must',
    title: 'A library of one page and a bit comes on two, each book once',
    needs: ['reader', 'pageSize'],
    async run(kit) {
      const { pageSize } = kit.hands;
      const pages = await kit.at(await kit.hands.reader(pageSize + A_BIT)).pages();
      equal(
        pages.map(({ items, more }) => [items.length, more]),
        [
          [pageSize, true],
          [A_BIT, false],
        ],
        'the pages',
      );
      equal(pages[1]?.answer.headers.get(SYNC_HEADER), null, `the header ${SYNC_HEADER} of the last page`);
      equal(new Set(pages.flatMap(({ items }) => idsOf(items))).size, pageSize + A_BIT, 'how many books there are');
    },
  }),
  check({
    id: 'sync.full-page',
    level: 'should',
    title: 'A library that fills a page exactly comes on one',
    needs: ['reader', 'pageSize'],
    async run(kit) {
      const pages = await kit.at(await kit.hands.reader(kit.hands.pageSize)).pages();
      equal(
        pages.map(({ items }) => items.length),
        [kit.hands.pageSize],
        'the pages',
      );
    },
  }),
  check({
    id: 'sync.full-page-and-more',
    level: 'must',
    title: 'When new books fill a page exactly, changes and removals are told all the same',
    needs: ['reader', 'pageSize', 'addBooks', 'editBook', 'deleteBook'],
    async run(kit) {
      const { hands } = kit;
      const base = await hands.reader(0);
      const [changed = '', removed = ''] = await hands.addBooks(base, [aBook('To change'), aBook('To go')]);
      const device = kit.at(base);
      await device.sync();
      const added = await hands.addBooks(
        base,
        Array.from({ length: hands.pageSize }, (_, n) => aBook(`Added ${n}`)),
      );
      await hands.editBook(changed, { title: 'Changed', series: 'A series' });
      await hands.deleteBook(removed);
      const items = await device.sync();
      const ids = new Set(idsOf(items));
      equal(
        [changed, removed, ...added].filter((id) => !ids.has(id)),
        [],
        'books nothing was said about',
      );
    },
  }),
  check({
    id: 'sync.added-between-pages',
    level: 'must',
    title: 'A book that comes between two pages is told once',
    needs: ['reader', 'pageSize', 'addBooks'],
    async run(kit) {
      const { hands } = kit;
      const base = await hands.reader(hands.pageSize + A_BIT);
      const device = kit.at(base);
      const first = await device.page();
      const [late = ''] = await hands.addBooks(base, [aBook('Late')]);
      const items = [...first.items, ...(await device.sync(first.token)), ...(await device.sync())];
      equal(about(items, late).map(kindOf), ['NewEntitlement'], 'what was told of it');
      equal(heldAfter(items).size, hands.pageSize + A_BIT + 1, 'how many books there are in the end');
    },
  }),
  check({
    id: 'sync.deleted-between-pages',
    level: 'must',
    title: 'A book that goes between two pages is not on the device in the end',
    needs: ['reader', 'pageSize', 'addBooks', 'deleteBook'],
    async run(kit) {
      const { hands } = kit;
      const base = await hands.reader(hands.pageSize);
      const [doomed = ''] = await hands.addBooks(base, [aBook('Doomed')]);
      const device = kit.at(base);
      const first = await device.page();
      await hands.deleteBook(doomed);
      const items = [...first.items, ...(await device.sync(first.token)), ...(await device.sync())];
      holds(!heldAfter(items).has(doomed), 'it to be gone', about(items, doomed).map(kindOf));
      equal(heldAfter(items).size, hands.pageSize, 'how many books there are in the end');
      return about(items, doomed).some(isRemoval) ? 'it was told as removed' : 'it was never told';
    },
  }),
  check({
    id: 'sync.many',
    level: 'must',
    title: 'Five thousand books all come, no page of them slower than ten seconds',
    needs: ['reader'],
    async run(kit) {
      const device = kit.at(await kit.hands.reader(MANY));
      const held = new Set<string>();
      let slowest = 0;
      for (let more = true; more;) {
        const started = Date.now();
        const page = await device.page(device.token);
        slowest = Math.max(slowest, Date.now() - started);
        for (const item of page.items) held.add(idOf(item));
        device.token = page.token;
        more = page.more && page.items.length > 0;
      }
      equal(held.size, MANY, 'how many books came');
      holds(slowest < SLOW_MS, `no page slower than ${SLOW_MS} ms`, `${slowest} ms`);
      return `the slowest page took ${slowest} ms`;
    },
  }),
  check({
    id: 'sync.unicode',
    level: 'must',
    title: 'Titles, authors and series come through whatever their alphabet',
    needs: ['reader', 'addBooks'],
    async run(kit) {
      const book = await specialBook(kit, 'unicode');
      const { Title, Contributors, Series } = book as {
        Title: string;
        Contributors: string[];
        Series?: { Name?: string };
      };
      equal([Title, Contributors, Series?.Name], ['testbook执', ['John Döe执'], 'O0ü 执'], 'title, authors and series');
    },
  }),
];
