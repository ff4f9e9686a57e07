import { parseIsbn } from '@octavo/domain';
import { descriptionFrom } from '../description.js';
import type { HtmlPage } from '../html-page.js';
import { plainTextAt } from '../json-value.js';
import type { ProviderSettings } from '../metadata-provider.js';
import { coverFrom } from './cover.js';
import type { PageFacts } from './page-facts.js';
import { titleParts } from './title-series.js';

/** A value of the page's head: `property` as in "og:title". */
export function metaText(page: HtmlPage, property: string): string | undefined {
  return plainTextAt({ value: page(`meta[property="${property}"]`).first().attr('content') }, 'value');
}

/** What the page's head says of its book; nothing for a page that says it is about something else. */
export function factsOfMeta(page: HtmlPage, settings: ProviderSettings): PageFacts {
  const type = metaText(page, 'og:type');
  if (type !== undefined && !/book/i.test(type)) return {};
  const whole = metaText(page, 'og:title') ?? '';
  const { title, series } = titleParts(whole);
  const isbn = parseIsbn(metaText(page, 'books:isbn') ?? '');
  const description = descriptionFrom(page('meta[property="og:description"]').first().attr('content') ?? '', title);
  return {
    title: title === '' ? undefined : title,
    ...(whole !== title && { fullTitle: whole }),
    series,
    cover: coverFrom(metaText(page, 'og:image'), settings),
    identifiers: isbn === undefined ? [] : [{ scheme: 'isbn', value: isbn }],
    ...(description !== undefined && { description, partialDescription: true }),
  };
}
