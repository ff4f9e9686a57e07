import { encodeSyncToken } from '@octavo/kobo';
import { positionOf, thatFit } from './sync-library.js';

const DEVICE = '01a1fdd2-cfd9-7dff-84e1-920d03f06613';
const line = { version: 50, line: 2, offered: 40, acknowledged: 30 };
const START = { since: 0, cursor: 0 };

describe('where a device stands', () => {
  it.each([
    [
      'by its own token',
      encodeSyncToken({ device: DEVICE, line: 2, since: 10, cursor: 20 }),
      { since: 10, cursor: 20 },
    ],
    ['at the start without one', undefined, START],
    [
      'at the start with one of an earlier line',
      encodeSyncToken({ device: DEVICE, line: 1, since: 10, cursor: 20 }),
      START,
    ],
    [
      'at the start with one beyond the line, as after a restored backup',
      encodeSyncToken({ device: DEVICE, line: 2, since: 10, cursor: 51 }),
      START,
    ],
    [
      'at the start with one of another device',
      encodeSyncToken({ device: 'other', line: 2, since: 10, cursor: 20 }),
      START,
    ],
  ])('%s', (_what, token, position) => expect(positionOf(token, DEVICE, line)).toEqual(position));
});

describe('a page of limited size', () => {
  const entries = [1, 2, 3, 4].map((n) => ({ n, items: ['x'.repeat(100)] }));

  it('ends before the entry that would not fit', () => {
    expect(thatFit(entries, 250).map(({ n }) => n)).toEqual([1, 2]);
    expect(thatFit(entries, 10_000)).toBe(entries);
  });

  it('always has one entry, or a sync would never get on', () => {
    expect(thatFit(entries, 10).map(({ n }) => n)).toEqual([1]);
    expect(thatFit([], 10)).toEqual([]);
  });
});
