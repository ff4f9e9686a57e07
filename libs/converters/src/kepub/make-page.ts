import { convertPage } from './page.js';
import type { PagePlan } from './page-plan.js';
import { countOf } from './refuse-crowded.js';
import { utf8 } from './utf8.js';
import type { Packing } from '../archive/pack-ahead.js';

/** What became of a page, and what of it counts for the book. */
export interface MadePage {
  /** How many "<" it had. */
  tags: number;
  /** It had to be mended. */
  tolerant: boolean;
  /** Why it stays as it was. */
  skipped?: string;
  /** What of the plan was left out, and why. */
  remark?: string;
  /** What goes into the result: bytes still to be packed, or packed; of a skipped page neither. */
  bytes?: Uint8Array;
  packing?: Packing;
}

/** `spend` is told the page's tags before any work is done on them. Throws what convertPage throws, and what `spend` does. */
export function makePage(text: string, plan: PagePlan, spend?: (tags: number) => void): MadePage {
  const tags = countOf(text, '<');
  spend?.(tags);
  const result = convertPage(text, plan);
  if (result.kind === 'skipped') return { tags, tolerant: false, skipped: result.reason };
  return { tags, tolerant: result.tolerant, remark: result.remark, bytes: utf8(result.text) };
}
