/** What lies at the end of a path of names in JSON: `field(item, 'Tag.Id')`; undefined where there is no such place. */
export function field(value: unknown, path: string): unknown {
  let found = value;
  for (const name of path.split('.')) {
    if (typeof found !== 'object' || found === null) return undefined;
    found = (found as Record<string, unknown>)[name];
  }
  return found;
}

/** The same as text, "" where it is none. */
export function text(value: unknown, path: string): string {
  const found = field(value, path);
  return typeof found === 'string' ? found : '';
}

/** The one key of a sync item. */
export const kindOf = (item: unknown): string =>
  typeof item === 'object' && item !== null ? (Object.keys(item)[0] ?? '') : '';

const contentOf = (item: unknown): unknown => field(item, kindOf(item));

export const entitlementOf = (item: unknown): unknown => field(contentOf(item), 'BookEntitlement');

/** Changed metadata come with the entitlement beside them, or bare. */
export function metadataOf(item: unknown): unknown {
  const content = contentOf(item);
  return field(content, 'BookMetadata') ?? (kindOf(item) === 'ChangedProductMetadata' ? content : undefined);
}

/** The book, reading state or collection an item is about. */
export function idOf(item: unknown): string {
  const content = contentOf(item);
  return (
    text(content, 'BookEntitlement.Id') ||
    text(metadataOf(item), 'EntitlementId') ||
    text(content, 'ReadingState.EntitlementId') ||
    text(content, 'Tag.Id')
  );
}

export const isRemoval = (item: unknown): boolean => field(entitlementOf(item), 'IsRemoved') === true;

export const isTag = (item: unknown): boolean => /Tag$/.test(kindOf(item));

/** Ids in the order of the items. */
export const idsOf = (items: readonly unknown[]): string[] => items.map(idOf);

export const about = (items: readonly unknown[], id: string): unknown[] => items.filter((item) => idOf(item) === id);

/** Items about books: collections may come with any sync. */
export const ofBooks = (items: readonly unknown[]): unknown[] => items.filter((item) => !isTag(item));

export const ofKind = (items: readonly unknown[], kind: string): unknown[] =>
  items.filter((item) => kindOf(item) === kind);

/** The books a device holds after these items, in the order they came. */
export function heldAfter(items: readonly unknown[], held: Iterable<string> = []): Set<string> {
  const books = new Set(held);
  for (const item of items) {
    if (isRemoval(item)) books.delete(idOf(item));
    else if (kindOf(item) === 'NewEntitlement') books.add(idOf(item));
  }
  return books;
}
