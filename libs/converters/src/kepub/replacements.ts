import type { Replacement } from './kepub-options.js';
import { LARGEST_PAGE } from './limits.js';
import { countOf } from './refuse-crowded.js';
import { scanXml } from './scan-xml.js';
import { NOBODY, NotWellFormed } from './xml-listener.js';
import { withoutIllegal } from './xml-characters.js';

// Of one text in one page; each place costs memory while they are put together.
const MOST_PLACES = 1_000_000;

export interface Replaced {
  page: string;
  /** Why the page is as it was. */
  leftOut?: string;
}

/**
 * A finished page with texts replaced one after another, as they are, without patterns; later ones work on what earlier
 * ones wrote. All or none of them: a page that would not be well-formed is blank on the device.
 */
export function withReplacements(page: string, replacements: readonly Replacement[]): Replaced {
  let result = page;
  for (const { find, replace } of replacements) {
    if (find === '') continue;
    const times = countOf(result, find);
    const grown = result.length + times * (replace.length - find.length);
    if (times > MOST_PLACES) return { page, leftOut: 'too many places would change' };
    if (grown > LARGEST_PAGE) return { page, leftOut: 'it would become too large with them' };
    // A string, in which "$$" is a dollar: a function would be called for each of millions.
    result = result.replaceAll(find, withoutIllegal(replace).replaceAll('$', '$$$$'));
  }
  if (result === page || isWellFormed(result)) return { page: result };
  return { page, leftOut: 'it would not be well-formed with them' };
}

function isWellFormed(page: string): boolean {
  try {
    scanXml(page, () => NOBODY);
    return true;
  } catch (error) {
    if (error instanceof NotWellFormed) return false;
    throw error;
  }
}
