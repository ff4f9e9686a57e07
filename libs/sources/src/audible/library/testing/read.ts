import { itemContext, readItem, type AudibleItem, type ItemContext } from '../items/index.js';
import { RECOMMENDED_GROUPS } from '../query.js';

/** What is told of a sound title with these fields. */
export function readTold(fields: object, context: ItemContext = itemContext(RECOMMENDED_GROUPS)): AudibleItem {
  const reading = readItem({ asin: 'B000000001', title: 'Salt Roads', ...fields }, context);
  if (reading.kind !== 'item') throw new Error(reading.reason);
  return reading.item;
}
