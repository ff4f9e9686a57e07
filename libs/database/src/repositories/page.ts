import { z } from 'zod';

/** A page of a list. */
export interface PageOf<Item> {
  items: Item[];
  total: number;
  next: string | null;
}

/** Where a page ended: the id of its last row and, where the list is sorted by something else, that row's value. */
export interface Position {
  id: string;
  value: string;
}

const Cursor = z.tuple([z.uuid(), z.string(), z.string()]);

/** Where the next page of a list sorted by `sort` starts, as an opaque text. */
export function writeCursor(sort: string, { id, value }: Position): string {
  return Buffer.from(JSON.stringify([id, value, sort])).toString('base64url');
}

/** The position a cursor of ours names in a list sorted by `sort`; undefined for any other text, which starts anew. */
export function readCursor(cursor: string | undefined, sort: string): Position | undefined {
  const parsed = Cursor.safeParse(parseJson(Buffer.from(cursor ?? '', 'base64url').toString('utf8')));
  if (!parsed.success || parsed.data[2] !== sort) return undefined;
  const [id, value] = parsed.data;
  return { id, value };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // whatever is wrong with it, it is no cursor
  }
}
