import { MOST_ATTRIBUTES, MOST_REFERENCES, MOST_TOLERANT_TAGS, PageRefused, tooMuch } from './limits.js';

// A tag that is no longer than this cannot hold so many that it matters.
const LONG_TAG = 128 * 1024;
const TAG_NAME = /<[^\s/>]+/y;
const ATTRIBUTE = /\s+[^\s=]+\s*=\s*(?:"[^"<]*"|'[^'<]*')/y;

/**
 * Throws 'archive.bomb' for a page with more references than any has, or a well-formed start tag with more attributes.
 * Parsers hold each of them at many times its size, so this is asked before.
 */
export function refuseCrowded(page: string): void {
  if (page.length > MOST_REFERENCES && countOf(page, '&') > MOST_REFERENCES)
    throw tooMuch(`more than ${MOST_REFERENCES} references`);
  refuseCrowdedTags(page);
}

/** The same for a page that is to be mended, whose every "<" may become something. Throws PageRefused. */
export function refuseToMend(page: string): void {
  if (countOf(page, '<') > MOST_TOLERANT_TAGS)
    throw new PageRefused('it is not well-formed and too crowded to be mended');
}

/** How often a text that is not empty stands in a page, one behind the other. */
export function countOf(page: string, text: string): number {
  let count = 0;
  for (let at = page.indexOf(text); at >= 0; at = page.indexOf(text, at + text.length)) count += 1;
  return count;
}

/** Goes from "<" to "<" in long leaps, which only a long tag or text can break. */
function refuseCrowdedTags(page: string): void {
  for (let at = page.indexOf('<'); at >= 0;) {
    const last = page.lastIndexOf('<', at + LONG_TAG);
    if (last > at) {
      at = last;
      continue;
    }
    if (hasTooMany(page, at)) throw tooMuch(`a tag with more than ${MOST_ATTRIBUTES} attributes`);
    at = page.indexOf('<', at + 1);
  }
}

function hasTooMany(page: string, tag: number): boolean {
  TAG_NAME.lastIndex = tag;
  if (!TAG_NAME.test(page)) return false;
  ATTRIBUTE.lastIndex = TAG_NAME.lastIndex;
  let count = 0;
  while (count <= MOST_ATTRIBUTES && ATTRIBUTE.test(page)) count += 1;
  return count > MOST_ATTRIBUTES;
}
