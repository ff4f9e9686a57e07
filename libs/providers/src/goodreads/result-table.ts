import type { SearchHit } from '../candidate.js';
import type { HtmlPage } from '../html-page.js';
import { numberAt } from '../json-value.js';
import type { ProviderSettings } from '../metadata-provider.js';
import { coverFrom } from './cover.js';
import { ratingOf } from './next-data.js';
import { each, textOf } from './page-texts.js';
import { hitOf, peopleNamed } from './result-entry.js';
import { titleParts } from './title-series.js';

/** Results as a table, a row for each book: the layout of many years. */
export function rowsIn(page: HtmlPage, settings: ProviderSettings): SearchHit[] {
  const rows = page('tr[itemtype="http://schema.org/Book"], tr[itemtype="https://schema.org/Book"]');
  return each(page, rows).flatMap((row) => {
    const link = row.find('a.bookTitle').first();
    const { title, series } = titleParts(textOf(link));
    const rating = textOf(row.find('.minirating'));
    const facts = {
      title,
      series,
      contributors: peopleNamed(page, row.find('a.authorName')),
      rating: ratingOf(
        numberAt(/(\d(?:\.\d+)?)\s+avg rating/.exec(rating)?.[1]),
        numberAt(/([\d,]+)\s+ratings?/.exec(rating)?.[1]?.replaceAll(',', '')),
      ),
      cover: coverFrom(row.find('img.bookCover').first().attr('src'), settings),
    };
    return hitOf(link.attr('href'), facts, /published\s+(\d{4})/.exec(textOf(row.find('.greyText.smallText')))?.[1]);
  });
}
