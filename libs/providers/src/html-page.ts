import type * as Cheerio from 'cheerio/slim';
import { Parser } from 'htmlparser2';
import { createRequire } from 'node:module';

/** Above any page that a person could look at; below what would exhaust the stack or hours of those who search it. */
const MAX_DEPTH = 400;
const MAX_ELEMENTS = 80_000;
/** Pieces of text; a page of nothing but "<" is made of millions, each of which would be kept. */
const MAX_TEXTS = 1_000_000;
const CHUNK = 32_768;

export type HtmlPage = Cheerio.CheerioAPI;

const require = createRequire(import.meta.url);
/** Only once a page is to be read: most who know providers never read one. Loaded once by Node itself. */
const cheerio = () => require('cheerio/slim') as typeof Cheerio;

/**
 * A page to be asked with selectors. Broken markup is read as far as it goes; undefined for one that is nested or
 * crowded beyond reason, since looking at that would take longer than it is worth.
 */
export function htmlPage(text: string): HtmlPage | undefined {
  // Within one element: what is at the top is compared each with each at every question.
  return isReasonable(text) ? cheerio().load(`<octavo-page>${text}</octavo-page>`) : undefined;
}

/** In chunks, so that counting stops soon after there is too much. */
function isReasonable(text: string): boolean {
  let depth = 0;
  let deepest = 0;
  let elements = 0;
  let texts = 0;
  const parser = new Parser({
    onopentagname: () => {
      elements++;
      deepest = Math.max(deepest, ++depth);
    },
    onclosetag: () => {
      depth--;
    },
    ontext: () => {
      texts++;
    },
  });
  for (let at = 0; at < text.length; at += CHUNK) {
    parser.write(text.slice(at, at + CHUNK));
    if (deepest > MAX_DEPTH || elements > MAX_ELEMENTS || texts > MAX_TEXTS) return false;
  }
  parser.end();
  return true;
}
