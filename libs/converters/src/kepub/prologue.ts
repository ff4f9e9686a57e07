import { LONGEST_PROLOGUE } from './limits.js';

/** [mandatory] Every page of the result begins with this and is UTF-8. */
export const DECLARATION = '<?xml version="1.0" encoding="utf-8"?>';

// As long as no other markup comes before it: byte order marks, stray text.
const BEFORE_DECLARATION = /^[^<]*(?=<\?xml\s)/;
// Comments are matched only to be left alone.
const DECLARATION_OR_COMMENT = /<!--[\s\S]*?-->|<\?xml\s[^>]*\?>/g;
const FIRST_ELEMENT = /<[A-Za-z]/;

/**
 * The page without byte order marks, and without the XML declarations before its first element. A second one, or one
 * behind anything at all, is an error (XML 1.0 §2.8) that leaves the page blank on the device; what it says of the
 * encoding is no longer true anyway. Text before it cannot belong to the book.
 */
export function withoutDeclaration(page: string): string {
  const start = page.replace(BEFORE_DECLARATION, '').replace(/^\uFEFF+/, '');
  const end = Math.min(Math.max(start.search(FIRST_ELEMENT), 0), LONGEST_PROLOGUE);
  const prologue = start
    .slice(0, end)
    .replace(DECLARATION_OR_COMMENT, (found) => (found.startsWith('<!') ? found : ''))
    .trimStart();
  // Nearly always only something in front went: what is cut off needs no copy, what is put together does.
  return start.endsWith(prologue, end) ? start.slice(end - prologue.length) : prologue + start.slice(end);
}
