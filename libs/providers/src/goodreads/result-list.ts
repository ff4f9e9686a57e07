import type { SearchHit } from '../candidate.js';
import type { HtmlPage } from '../html-page.js';
import type { ProviderSettings } from '../metadata-provider.js';
import { distinctSeries } from '../series-position.js';
import { coverFrom } from './cover.js';
import { each, textOf } from './page-texts.js';
import { hitOf, peopleNamed } from './result-entry.js';
import { numberedName, titleParts } from './title-series.js';

/**
 * What took the server longer follows behind the page in hidden parts, and a mark stands where each belongs: "P:c" and
 * "S:c". A browser puts them in place; so do we.
 */
function putLatePartsInPlace(page: HtmlPage): void {
  const late = new Map(each(page, page('div[id^="S:"]')).map((part) => [part.attr('id')?.slice(2), part]));
  for (const mark of each(page, page('template[id^="P:"]'))) {
    const part = late.get(mark.attr('id')?.slice(2));
    if (part !== undefined) mark.replaceWith(part.contents());
  }
}

/** Results as the list of 2026, which is written twice, for narrow and for wide windows. */
export function itemsIn(page: HtmlPage, settings: ProviderSettings): SearchHit[] {
  putLatePartsInPlace(page);
  return each(page, page('[data-testid="book-item-title"]')).flatMap((heading) => {
    const link = heading.find('a[href*="/book/show/"]').first();
    const item = heading.closest('[data-testid="book-item-content"], .Book__details, .Book, li, div[id^="S:"]');
    const outer = heading.closest('li, [data-testid^="book-item-kca"]');
    const { title, series } = titleParts(textOf(link));
    const named = each(page, item.find('[data-testid="book-item-series"]')).flatMap((one) => seriesIn(textOf(one)));
    const facts = {
      title,
      series: named.length > 0 ? distinctSeries(named) : series,
      contributors: peopleNamed(page, item.find('[data-testid="book-item-contributors"] [data-testid="name"]')),
      cover: coverFrom(outer.find('img').first().attr('src'), settings),
    };
    const year = /\d{4}/.exec(textOf(item.find('[data-testid="book-item-publication-year"]')))?.[0];
    return hitOf(link.attr('href'), facts, year);
  });
}

/** "Harry Potter (Series #1)" or "Harry Potter #1". */
function seriesIn(text: string) {
  return numberedName(text.replace(/\s*\((?:Series|Book)\s*(#[^)]*)\)$/i, ' $1')) ?? [];
}
