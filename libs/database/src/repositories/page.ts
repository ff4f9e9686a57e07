/** A page of a list. */
export interface PageOf<Item> {
  items: Item[];
  total: number;
  next: string | null;
}

/** Where the next page starts, as an opaque text. */
export function writeCursor(position: (string | number)[]): string {
  return Buffer.from(JSON.stringify(position)).toString('base64url');
}

/** A cursor of ours, or undefined: a cursor that says nothing starts from the beginning. */
export function readCursor(cursor: string | undefined): (string | number)[] | undefined {
  if (!cursor) return undefined;
  try {
    const position: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return Array.isArray(position)
      ? position.filter((part) => typeof part === 'string' || typeof part === 'number')
      : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
