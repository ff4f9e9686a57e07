import fc from 'fast-check';
import { advance, isSettled, provenTo, settledAt, type SyncPosition } from './position.js';

const removals = (since: number, at: number): SyncPosition => ({ phase: 'removals', since, at });
const books = (since: number, upTo: number, at: number): SyncPosition => ({
  phase: 'books',
  since,
  removals: upTo,
  at,
});
const shelves = (since: number, upTo: number, at: number): SyncPosition => ({
  phase: 'shelves',
  since,
  books: upTo,
  at,
});

describe('a sync', () => {
  it('goes from the removals to the books to the shelves and ends where the books were read to', () => {
    const inBooks = advance(settledAt(5), 20, false);
    expect(inBooks).toEqual(books(5, 20, 5));
    const inShelves = advance(inBooks, 21, false);
    expect(inShelves).toEqual(shelves(5, 21, 5));
    // A book that was granted at 22, when the shelves were read, was not told.
    expect(advance(inShelves, 22, false)).toEqual(settledAt(21));
  });

  it.each([
    [removals(5, 5), 8, removals(5, 8)],
    [books(5, 20, 8), 12, books(5, 20, 12)],
    [shelves(5, 20, 8), 12, shelves(5, 20, 12)],
  ])('stays in its phase while more stands there: %j to %i', (from, reached, expected) => {
    expect(advance(from, reached, true)).toEqual(expected);
  });

  it.each([
    [settledAt(0), true],
    [settledAt(9), true],
    [removals(5, 8), false],
    [books(5, 5, 5), false],
    [shelves(5, 5, 5), false],
  ])('at %j has ended: %s', (position, expected) => {
    expect(isSettled(position)).toBe(expected);
  });

  it.each([
    [settledAt(9), 9],
    // Removals come before the books: how far they were told says nothing of these.
    [removals(5, 8), 5],
    [books(5, 20, 12), 12],
    [books(5, 20, 5), 5],
    [shelves(5, 21, 8), 21],
  ])('at %j proves that the device knows its books up to %i', (position, expected) => {
    expect(provenTo(position)).toBe(expected);
  });

  it('never proves less than before, always ends, and then settles the device no earlier than where it was', () => {
    const line = fc.record({ since: fc.nat(1_000), pieces: fc.array(fc.nat(50), { maxLength: 30 }) });
    fc.assert(
      fc.property(line, ({ since, pieces }) => {
        let position = settledAt(since);
        let end = since;
        for (const step of [...pieces, 0, 0, 0]) {
          const before = provenTo(position);
          end += step;
          // A line of some rows: there is more as long as a piece brought something.
          position = advance(position, Math.max(end, position.at), step > 0);
          expect(provenTo(position)).toBeGreaterThanOrEqual(before);
        }
        for (let phases = 0; !isSettled(position) && phases < 3; phases++) position = advance(position, end, false);
        expect(isSettled(position)).toBe(true);
        expect(position.since).toBeGreaterThanOrEqual(since);
      }),
    );
  });
});
