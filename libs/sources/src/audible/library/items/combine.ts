import type { AudibleItem } from './audible-item.js';
import { kindOf } from './kind.js';

/**
 * A title as it is kept, and what an answer told of it, as one. What was not told stays; null and empty lists take away
 * only where they stand for "none" (see AudibleItem). A hollow answer changes nothing but whether the title is still
 * there. Combining twice changes nothing more.
 */
export function combine(kept: AudibleItem, told: AudibleItem): AudibleItem {
  if (told.hollow) return told.status === undefined ? kept : { ...kept, status: told.status };
  const stated = Object.entries(told).filter(([, value]) => value !== undefined);
  const both = { ...kept, ...(Object.fromEntries(stated) as unknown as AudibleItem) };
  // A title that was only named so far stays so until its own title is told.
  const hollow = kept.hollow && told.title === undefined;
  return { ...both, hollow, kind: kindOf(both.deliveryType, both.contentType) };
}
