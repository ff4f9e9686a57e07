import { type Entry, PageInMaking, type PageLimits } from './page-in-making.js';
import { advance, isSettled, type SyncPosition } from './position.js';

/** What stands next on a device's line. */
export interface Piece<Item> {
  entries: Entry<Item>[];
  /** More stands behind it in the same phase. */
  more: boolean;
  /** Up to where on the line it speaks. */
  reached: number;
}

/** A page of a device's line. */
export interface Page<Item> {
  items: Item[];
  /** Where the device stands once it has taken it in. */
  position: SyncPosition;
  more: boolean;
  /** How far it told of books and shelves; undefined when it came to neither. */
  reached: number | undefined;
}

/**
 * Makes the page that follows a position. `next` gives what stands after a position in its phase, as of one moment and
 * at most `room` rows of it; with no room it only says whether there is anything. On an assumption (see `hear`) a sync
 * does not end with a page that holds something: an ordinary device comes back once more, and thereby tells.
 */
export async function pageAfter<Item>(
  from: SyncPosition,
  next: (position: SyncPosition, room: number) => Promise<Piece<Item>>,
  { limits, assumed }: { limits: PageLimits; assumed: boolean },
): Promise<Page<Item>> {
  const page = new PageInMaking<Item>(limits);
  let position = from;
  let reached: number | undefined;
  for (;;) {
    const piece = await next(position, page.room);
    const taken = page.take(piece.entries);
    const cut = taken < piece.entries.length;
    const end = cut ? (piece.entries[taken - 1]?.at ?? position.at) : piece.reached;
    if (position.phase !== 'removals') reached = Math.max(reached ?? 0, end);
    const before = { ...position, at: end };
    position = advance(position, end, cut || piece.more);
    const ended = isSettled(position);
    if (ended && assumed && page.items.length > 0) return { items: page.items, position: before, more: true, reached };
    if (ended || cut || page.isLate || (piece.more && page.room === 0))
      return { items: page.items, position, more: !ended, reached };
  }
}
