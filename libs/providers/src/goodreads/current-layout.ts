import { parseDate } from '@octavo/domain';
import type { HtmlPage } from '../html-page.js';
import { numberAt } from '../json-value.js';
import type { ProviderSettings } from '../metadata-provider.js';
import { publishedForm } from '../published-form.js';
import { distinctSeries } from '../series-position.js';
import { coverFrom } from './cover.js';
import { genresFrom } from './genres.js';
import { ratingOf } from './next-data.js';
import type { PageFacts } from './page-facts.js';
import { countIn, descriptionOf, pagesIn, peopleOf, textOf, texts } from './page-texts.js';
import { numberedName } from './title-series.js';

/** What is to be seen on a page as Goodreads makes them since 2022. */
export function factsOfCurrentLayout(page: HtmlPage, settings: ProviderSettings): PageFacts {
  const title = textOf(page('[data-testid="bookTitle"]'));
  const lists = page('.ContributorLinksList').first();
  const names = lists.length > 0 ? lists.find('.ContributorLink__name') : page('.ContributorLink__name');
  const format = textOf(page('[data-testid="pagesFormat"]'));
  const publication = textOf(page('[data-testid="publicationInfo"]'));
  const date = parseDate(publication.replace(/^.*?published\s+|^expected publication\s+/i, ''));
  const isFirst = /first published/i.test(publication);
  return {
    title: title === '' ? undefined : title,
    series: distinctSeries(texts(page, page('h3 a[href*="/series/"]')).flatMap((text) => numberedName(text) ?? [])),
    contributors: peopleOf(page, names, '.ContributorLink__role'),
    description: descriptionOf(page('[data-testid="contentContainer"] .Formatted').first(), title),
    ...genresFrom(texts(page, page('[data-testid="genresList"] a'))),
    pageCount: pagesIn(format),
    form: publishedForm(format),
    ...(isFirst ? { firstPublished: date } : { published: date }),
    cover: coverFrom(page('.BookCover__image img, img.ResponsiveImage').first().attr('src'), settings),
    rating: ratingOf(
      numberAt(textOf(page('.RatingStatistics__rating'))),
      countIn(textOf(page('[data-testid="ratingsCount"]'))),
    ),
  };
}
