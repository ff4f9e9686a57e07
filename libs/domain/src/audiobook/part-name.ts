import { withoutEnding } from '../format-of-name.js';
import { nameOf } from '../paths.js';

/** What the name of a file says of its place among others. */
export interface PartName {
  /** The name without its number and what joins the two; "" where there is nothing else. */
  base: string;
  /** Where the number stands: behind a word for a part, at the end, in front, or alone. */
  numbered?: 'part' | 'end' | 'front' | 'alone';
}

const WORD = '(?:part|pt|cd|dis[ck]|teil|partie|parte|track|chapter|kapitel|file|section)';
const TOTAL = String.raw`(?:\s*(?:of|von|/)\s*\d{1,3})?`;
const ALONE = new RegExp(String.raw`^\s*\d{1,4}${TOTAL}\s*$`, 'i');
const PART = new RegExp(String.raw`(?:^|[\s_.,:;(\[-])${WORD}[\s_.#-]*\d{1,4}${TOTAL}[)\]]?$`, 'i');
const END = new RegExp(String.raw`[\s_.(\[-]\d{1,3}${TOTAL}[)\]]?$`, 'i');
const FRONT = /^\d{1,3}(?:\s*[-–._)]|\s)\s*/;
const JOINTS = /[\s_.,:;([-]+$/;
/** Names of disks are shorter. */
const MAX_NAME = 300;

/** "Emma, Part 2.mp3" -> "Emma" with a part; "Emma 02" -> "Emma" with an end; "02 - Highbury" -> "Highbury" with a front. */
export function partName(path: string): PartName {
  const name = withoutEnding(nameOf(path)).slice(0, MAX_NAME).trim();
  if (ALONE.test(name)) return { base: '', numbered: 'alone' };
  for (const [numbered, form] of [
    ['part', PART],
    ['end', END],
  ] as const) {
    const found = form.exec(name);
    if (found !== null) return { base: name.slice(0, found.index).replace(JOINTS, ''), numbered };
  }
  const front = FRONT.exec(name)?.[0];
  return front === undefined ? { base: name } : { base: name.slice(front.length), numbered: 'front' };
}

/** "Emma (Disc 2)" and "Emma, Part 2 of 3" -> "Emma"; a title that is only that stays. */
export function withoutPart(title: string): string {
  const found = PART.exec(title.slice(0, MAX_NAME));
  return (found === null ? '' : title.slice(0, found.index).replace(JOINTS, '')) || title;
}
