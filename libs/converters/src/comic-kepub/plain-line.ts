import { escapeText } from '../kepub/tag-source.js';

/** Longer than any title; devices show some eighty characters. */
const LONGEST = 300;
// Of the characters that are no white space, those XML 1.0 §2.2 forbids and those that show nothing.
const FORBIDDEN = /[\p{Cc}\p{Cs}\ufffe\uffff]/gu;

/** A text as one line that XML can hold: no control characters, single spaces, cut where it is longer than any title. */
export function plainLine(text: string): string {
  const line = text
    .slice(0, 4 * LONGEST)
    .replace(/\s+/g, ' ')
    .replace(FORBIDDEN, '')
    .trim();
  const characters = [...line];
  return characters.length > LONGEST ? `${characters.slice(0, LONGEST - 1).join('')}…` : line;
}

/** The same, as it may stand between tags and between double quotes. */
export function markupLine(text: string): string {
  return escapeText(plainLine(text)).replaceAll('"', '&quot;');
}
