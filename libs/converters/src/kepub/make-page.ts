import { plainUtf8 } from '@octavo/formats';
import type { Packing } from '../archive/pack-ahead.js';
import { convertPage, convertPlainPage } from './page.js';
import type { PagePlan } from './page-plan.js';
import { pageText } from './page-text.js';
import { countOf } from './refuse-crowded.js';
import { utf8 } from './utf8.js';

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
export function makePage(source: Uint8Array, plan: PagePlan, spend?: (tags: number) => void): MadePage {
  const plain = plan.forBytes ? plainUtf8(source) : undefined;
  const text = plain ?? pageText(source);
  const tags = countOf(text, '<');
  spend?.(tags);
  const made = plain === undefined ? undefined : convertPlainPage(plain, plan);
  if (made !== undefined) return { tags, tolerant: false, bytes: Buffer.from(made, 'latin1') };
  const result = convertPage(plain === undefined ? text : pageText(source), plan);
  if (result.kind === 'skipped') return { tags, tolerant: false, skipped: result.reason };
  return { tags, tolerant: result.tolerant, remark: result.remark, bytes: utf8(result.text) };
}
