import type { Track } from '@octavo/domain';
import type { Tags } from '../tags.js';
import { TAG_NAMES } from './tag-names.js';

/** Where the file belongs among the parts of its book: "3/12" is the third. Never the number in a series. */
export function trackFrom(tags: Tags): Track | undefined {
  const disc = numberIn(tags.first(TAG_NAMES.disc));
  const number = numberIn(tags.first(TAG_NAMES.track));
  if (disc === undefined && number === undefined) return undefined;
  return { ...(disc !== undefined && { disc }), ...(number !== undefined && { number }) };
}

/** How many parts there are, where that is said. */
export function trackTotal(tags: Tags): number | undefined {
  return numberIn(tags.first(TAG_NAMES.track)?.split('/')[1]) ?? numberIn(tags.first(TAG_NAMES.trackTotal));
}

/** Zero is what taggers write for nothing. */
function numberIn(text: string | undefined): number | undefined {
  const digits = /^\s*(\d{1,5})(?!\d)/.exec(text ?? '')?.[1];
  const number = Number(digits ?? 0);
  return number > 0 ? number : undefined;
}
