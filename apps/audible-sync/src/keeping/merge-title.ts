import {
  changesBetween,
  type MergedBook,
  mergeBook,
  type MetadataField,
  originOfField,
  type RunStatement,
  type StoredBook,
} from '@octavo/domain';
import type { AudibleItem } from '@octavo/sources';

/** What Audible may say that there is none of: everything else that is empty was only not told. */
const MAY_END: readonly ('subtitle' | 'series')[] = ['subtitle', 'series'];

/** A book together with what Audible says of it now. What only Audible said, and takes back, goes. Pure. */
export function mergeTitle(stored: StoredBook, statement: RunStatement, item: AudibleItem): MergedBook {
  const merged = mergeBook(stored, [statement], { mode: 'normal' });
  const ended = item.hollow ? [] : MAY_END.filter((field) => isEnded(item, field) && isAudibles(merged, field));
  if (ended.length === 0) return merged;
  const metadata = { ...merged.metadata };
  const origins = { ...merged.origins };
  for (const field of ended) {
    Object.assign(metadata, { [field]: field === 'series' ? [] : null });
    delete origins[field];
  }
  const after = { metadata, origins };
  return { ...after, changes: changesBetween(stored, after, (field) => saidBy(merged, stored, field)) };
}

const isEnded = (item: AudibleItem, field: 'subtitle' | 'series') =>
  field === 'series' ? item.series?.length === 0 : item.subtitle === null;

function isAudibles({ origins }: StoredBook, field: MetadataField): boolean {
  const origin = origins[field];
  return origin?.source === 'audible' && origin.locked !== true;
}

function saidBy(merged: StoredBook, stored: StoredBook, field: MetadataField) {
  return originOfField(merged.origins, field) ?? originOfField(stored.origins, field) ?? { source: 'audible' as const };
}
