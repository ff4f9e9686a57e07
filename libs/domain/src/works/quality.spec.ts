import { isHeldOut } from '../../bench/works/held-out.js';
import { PAIRS } from '../../bench/works/pairs/index.js';
import { qualityOf } from '../../bench/works/quality.js';
import { candidateKeys, matchWork } from './index.js';

const isOneText = ({ label }: (typeof PAIRS)[number]) => label === 'certain' || label === 'ask';

describe('the labelled set', () => {
  it('is large, hard, and parted in two', () => {
    expect(new Set(PAIRS.map(({ id }) => id)).size).toBe(PAIRS.length);
    expect(PAIRS.filter((pair) => !isOneText(pair)).length).toBeGreaterThanOrEqual(190);
    expect(PAIRS.filter(isOneText).length).toBeGreaterThanOrEqual(150);
    const heldOut = PAIRS.filter(isHeldOut).length / PAIRS.length;
    expect(heldOut).toBeGreaterThan(0.4);
    expect(heldOut).toBeLessThan(0.6);
  });

  it.each([
    ['all', () => true],
    ['held out', isHeldOut],
    ['for tuning', (pair: (typeof PAIRS)[number]) => !isHeldOut(pair)],
  ])('is told apart: %s', (_, isIn) => {
    const quality = qualityOf(PAIRS.filter(isIn));
    expect(quality.precision).toBeGreaterThanOrEqual(0.99);
    expect(quality.recall).toBeGreaterThanOrEqual(0.9);
    expect(quality.asked).toBe(1);
    expect(quality.askedInVain).toBeLessThan(0.1);
  });

  it('is judged alike from both sides', () => {
    for (const { books } of PAIRS) expect(matchWork(books[1], books[0])).toEqual(matchWork(books[0], books[1]));
  });

  it('is found by a key for each pair of one text', () => {
    const withoutKey = PAIRS.filter(isOneText).filter(({ books: [a, b] }) => {
      const keys = new Set(candidateKeys(a));
      return !candidateKeys(b).some((key) => keys.has(key));
    });
    expect(withoutKey.map(({ id }) => id)).toEqual([]);
  });

  it('has few keys a book, and few pairs of unlike books under one key', () => {
    const books = PAIRS.flatMap((pair) => pair.books);
    for (const book of books) expect(candidateKeys(book).length).toBeLessThanOrEqual(12);
    const holders = new Map<string, number>();
    for (const key of books.flatMap(candidateKeys)) holders.set(key, (holders.get(key) ?? 0) + 1);
    expect(Math.max(...holders.values())).toBeLessThan(books.length / 25);
  });
});
