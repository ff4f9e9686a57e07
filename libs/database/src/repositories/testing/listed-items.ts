import { type ListedItem, ListedItems } from '../../listed-items.js';

/** Files of a listing on their way to the database. */
export function listedItems(scanId: string, items: readonly ListedItem[]): ListedItems {
  const listed = new ListedItems(scanId);
  for (const item of items) listed.add(item);
  return listed;
}
