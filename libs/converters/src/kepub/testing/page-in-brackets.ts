import type { KepubOptions } from '../kepub-options.js';
import { pagePlan } from '../page-plan.js';
import { convertPage } from '../page.js';

export const XHTML = 'xmlns="http://www.w3.org/1999/xhtml"';

/** A page of EPUB 3 with this body. */
export function pageOf(body: string, head = '<title>T</title>'): string {
  return `<html ${XHTML}><head>${head}</head><body>${body}</body></html>`;
}

/** Fails for a page that is left as it is. */
export function convertedText(source: string, options: Partial<KepubOptions> = {}, version = '3.0'): string {
  const result = convertPage(source, pagePlan({ version }, options));
  if (result.kind === 'skipped') throw new Error(result.reason);
  return result.text;
}

/** What the wrappers hold, with each span written as [paragraph.segment|content]. */
export function inBrackets(text: string): string {
  const inner = /<div id="book-inner">([\s\S]*)<\/div><\/div><\/body>/.exec(text)?.[1] ?? 'no wrappers';
  return inner.replace(/<span class="koboSpan" id="kobo\.([\d.]+)">([\s\S]*?)<\/span>/g, '[$1|$2]');
}

export function headIn(text: string): string {
  return /<head>([\s\S]*)<\/head>/.exec(text)?.[1] ?? 'no head';
}
