import { escaped } from '../markup.js';
import type { Manners } from '../manners.js';

const filled = new Map<number, string>();

/** A page with what every page has; also the script of the fence, which means nothing by itself. */
export function goodreadsPage(title: string, head: string, body: string, { weight = 0 }: Manners): string {
  return `<!DOCTYPE html><html lang="en" class="desktop"><head><meta charset="utf-8"><title>${escaped(title)}</title>${head}
<script src="https://token.awswaf.invalid/challenge.js" defer></script></head><body><div id="__next"><header class="SiteHeader">Home My Books Browse Community</header>${body}
${filling(weight)}</div></body></html>`;
}

/** What others thought of it. */
function filling(kilobytes: number): string {
  const known = filled.get(kilobytes);
  if (known !== undefined) return known;
  let text = '';
  for (let at = 0; text.length < kilobytes * 1024; at += 1)
    text += `<article class="ReviewCard" aria-label="Review by Reader ${at}"><span class="ReviewerProfile__name"><a href="/user/show/${at}">Reader ${at}</a></span>
<section class="ReviewText"><span class="Formatted">I read it in ${at} days, of which the last was the best. ${'Then I began again. '.repeat(20)}</span></section></article>`;
  filled.set(kilobytes, text);
  return text;
}
