import fc from 'fast-check';
import type { PageLimits } from './page-in-making.js';
import { pageAfter, type Page, type Piece } from './page.js';
import { isSettled, settledAt, type SyncPosition } from './position.js';

const LIMITS: PageLimits = { items: 100, bytes: 1_000_000, ms: 10_000 };

interface Row {
  at: number;
  items: string[];
}

/** A line that nobody changes: rows of removals, books and shelves, each at its place. */
function aLine(rows: Partial<Record<SyncPosition['phase'], Row[]>>) {
  const end = Math.max(0, ...Object.values(rows).flatMap((phase) => phase.map(({ at }) => at)));
  const asked: [SyncPosition['phase'], number, number][] = [];
  const next = (position: SyncPosition, room: number): Promise<Piece<string>> => {
    asked.push([position.phase, position.at, room]);
    const after = (rows[position.phase] ?? []).filter(({ at }) => at > position.at);
    const entries = after.slice(0, room);
    const more = after.length > room;
    return Promise.resolve({ entries, more, reached: more ? (entries.at(-1)?.at ?? position.at) : end });
  };
  return { next, asked, end };
}

const row = (at: number, ...items: string[]): Row => ({ at, items });
const rows = (from: number, count: number): Row[] =>
  Array.from({ length: count }, (_, n) => row(from + n, `book ${from + n}`));
const pageOf = (
  line: ReturnType<typeof aLine>,
  from = settledAt(0),
  { assumed = false, ...limits }: Partial<PageLimits> & { assumed?: boolean } = {},
): Promise<Page<string>> => pageAfter(from, line.next, { limits: { ...LIMITS, ...limits }, assumed });

/** All pages from a position on. */
async function allPages(line: ReturnType<typeof aLine>, limits: Partial<PageLimits>, from = settledAt(0)) {
  const pages: Page<string>[] = [];
  for (let position = from; pages.length === 0 || !isSettled(position);) {
    pages.push(await pageOf(line, position, limits));
    position = pages.at(-1)!.position;
    if (pages.length > 500) throw new Error('there was always more');
  }
  return pages;
}

describe('a page', () => {
  it('holds all there is, of all phases in their order, and settles the device', async () => {
    const line = aLine({ removals: [row(1, 'gone')], books: rows(2, 2), shelves: [row(4, 'shelf')] });
    expect(await pageOf(line)).toEqual({
      items: ['gone', 'book 2', 'book 3', 'shelf'],
      position: settledAt(4),
      more: false,
      reached: 4,
    });
  });

  it('with nothing to tell is empty and settles the device at the end of the line', async () => {
    const line = aLine({ books: [row(7)] });
    expect(await pageOf(line)).toEqual({ items: [], position: settledAt(7), more: false, reached: 7 });
  });

  it('of exactly as many items as it may hold says nothing of more', async () => {
    const line = aLine({ books: rows(1, 100) });
    expect(await pageOf(line)).toMatchObject({ more: false, position: settledAt(100) });
  });

  it('goes on with the one item that did not fit', async () => {
    const [first, second, ...others] = await allPages(aLine({ books: rows(1, 101) }), {});
    expect([first!.items.length, first!.more, first!.reached]).toEqual([100, true, 100]);
    expect([second!.items, second!.more]).toEqual([['book 101'], false]);
    expect(others).toEqual([]);
  });

  it('holds all of the limit plus a change plus a removal over two pages', async () => {
    const line = aLine({ removals: [row(150, 'gone')], books: [...rows(1, 100), row(151, 'changed')] });
    const pages = await allPages(line, {});
    expect(pages.map(({ items, more }) => [items.length, more])).toEqual([
      [100, true],
      [2, false],
    ]);
    expect(pages.flatMap(({ items }) => items)).toEqual(['gone', ...rows(1, 100).flatMap((r) => r.items), 'changed']);
  });

  it('of a phase that ends with the page goes on only if another phase has something', async () => {
    const full = { items: 3 };
    expect(await pageOf(aLine({ books: rows(1, 3) }), settledAt(0), full)).toMatchObject({ more: false });
    const line = aLine({ books: rows(1, 3), shelves: [row(4, 'shelf')] });
    expect(await pageOf(line, settledAt(0), full)).toMatchObject({
      more: true,
      position: { phase: 'shelves', books: 4, at: 0 },
    });
  });

  it('looks whether there is more with no room, and never asks for more than there is room for', async () => {
    const line = aLine({ removals: [row(1, 'gone')], books: rows(2, 5) });
    await pageOf(line, settledAt(0), { items: 3 });
    expect(line.asked).toEqual([
      ['removals', 0, 3],
      ['books', 0, 2],
    ]);
  });

  it('passes rows that nothing is told of, and stands behind them', async () => {
    const line = aLine({ books: [row(1), row(2), row(3, 'book 3'), row(4), row(5, 'book 5')] });
    const page = await pageOf(line, settledAt(0), { items: 4 });
    expect(page).toMatchObject({ items: ['book 3', 'book 5'], more: false });
  });

  it('does not tear what is told of one book, and holds one such however much it is', async () => {
    const line = aLine({ books: [row(1, 'a'), row(2, 'b', 'c', 'd'), row(3, 'e')] });
    const pages = await allPages(line, { items: 2 });
    expect(pages.map(({ items }) => items)).toEqual([['a'], ['b', 'c', 'd'], ['e']]);
    expect(pages.map(({ more }) => more)).toEqual([true, true, false]);
  });

  it('ends before it is too long, and holds one item even if that is', async () => {
    const line = aLine({
      books: [row(1, 'x'.repeat(30)), row(2, 'y'.repeat(200)), row(3, 'z'.repeat(30)), row(4, '')],
    });
    const pages = await allPages(line, { bytes: 100 });
    expect(pages.map(({ items }) => items.map((item) => item[0]))).toEqual([['x'], ['y'], ['z', undefined]]);
  });

  it('counts bytes and not letters', async () => {
    const line = aLine({ books: [row(1, '执'.repeat(20)), row(2, '执'.repeat(20))] });
    expect((await allPages(line, { bytes: 100 })).length).toBe(2);
    expect((await allPages(line, { bytes: 200 })).length).toBe(1);
  });

  it('goes out as it is when it took too long, and the next one goes on', async () => {
    const line = aLine({ removals: [row(1, 'gone')], books: rows(2, 3) });
    const late = await pageOf(line, settledAt(0), { ms: -1 });
    expect(late).toMatchObject({ items: ['gone'], more: true, position: { phase: 'books', removals: 4 } });
    expect(late.reached).toBeUndefined();
    expect((await pageOf(line, late.position)).items).toEqual(['book 2', 'book 3', 'book 4']);
  });

  it('says how far it told of books and shelves, and of removals alone that it told of neither', async () => {
    const line = aLine({ removals: rows(1, 5), books: rows(6, 3) });
    const first = await pageOf(line, settledAt(0), { items: 2 });
    expect([first.items.length, first.reached]).toEqual([2, undefined]);
    const cut = await pageOf(aLine({ books: rows(1, 5) }), settledAt(0), { items: 2 });
    expect(cut.reached).toBe(2);
  });
});

describe('on an assumption', () => {
  it('a sync does not end with a page that holds something: the device is asked to come once more', async () => {
    const line = aLine({ books: rows(1, 2), shelves: [row(3, 'shelf')] });
    const page = await pageOf(line, settledAt(0), { assumed: true });
    expect(page).toMatchObject({ items: ['book 1', 'book 2', 'shelf'], more: true });
    expect(isSettled(page.position)).toBe(false);
    expect(await pageOf(line, page.position, { assumed: true })).toMatchObject({
      items: [],
      more: false,
      position: settledAt(3),
    });
  });

  it('it ends with an empty page', async () => {
    const page = await pageOf(aLine({ books: [row(2)] }), settledAt(0), { assumed: true });
    expect(page).toMatchObject({ items: [], more: false, position: settledAt(2) });
  });
});

it('over all pages everything is told exactly once and in its order, whatever the limits', async () => {
  const phase = fc.array(fc.array(fc.string({ maxLength: 20 }), { maxLength: 3 }), { maxLength: 12 });
  const limits = fc.record({ items: fc.integer({ min: 1, max: 6 }), bytes: fc.integer({ min: 1, max: 80 }) });
  await fc.assert(
    fc.asyncProperty(fc.tuple(phase, phase, phase), limits, async ([removals, books, shelves], most) => {
      const at = (told: string[][], from: number) => told.map((items, n) => row(from + n, ...items));
      const line = aLine({ removals: at(removals, 1), books: at(books, 20), shelves: at(shelves, 40) });
      const pages = await allPages(line, most);
      expect(pages.flatMap(({ items }) => items)).toEqual([removals, books, shelves].flat(2));
      expect(pages.at(-1)!.more).toBe(false);
      for (const page of pages.slice(0, -1)) expect(page.more).toBe(true);
      for (const { items } of pages.slice(0, -1)) expect(items.length).toBeGreaterThan(0);
    }),
  );
});
