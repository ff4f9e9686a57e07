import { parseDate, parseIsbn } from '@octavo/domain';
import type { HtmlPage } from '../html-page.js';
import { numberAt } from '../json-value.js';
import { languageNamed } from '../language.js';
import type { ProviderSettings } from '../metadata-provider.js';
import { publishedForm } from '../published-form.js';
import { coverFrom } from './cover.js';
import { genresFrom } from './genres.js';
import { ratingOf } from './next-data.js';
import type { PageFacts } from './page-facts.js';
import { countIn, descriptionOf, each, pagesIn, peopleOf, textOf, texts, type Selection } from './page-texts.js';
import { titleParts } from './title-series.js';

/** What is to be seen on a page as they were before. */
export function factsOfLegacyLayout(page: HtmlPage, settings: ProviderSettings): PageFacts {
  const { title, series } = titleParts(textOf(page('#bookTitle')));
  const named = textOf(page('#bookSeries'));
  const box = rowsOf(page, page('#bookDataBox'));
  const details = textOf(page('#details'));
  const published = /published\s+(.{4,40}?)(?:\s+by\s|\s*\(|$)/i.exec(details)?.[1];
  const first = /\(first published\s+([^)]{4,40})\)/i.exec(details)?.[1];
  const isbn = [box.get('isbn13'), box.get('isbn')].map(isbnIn).find(Boolean);
  return {
    title: title === '' ? undefined : title,
    series: named === '' ? series : titleParts(`x ${named}`).series,
    contributors: peopleOf(page, page('#bookAuthors .authorName'), '.greyText, .role'),
    description: descriptionOf(page('#description span').last(), title),
    ...genresFrom(texts(page, page('.bookPageGenreLink:not([rel])'))),
    pageCount: pagesIn(textOf(page('[itemprop=numberOfPages]'))),
    form: publishedForm(textOf(page('[itemprop=bookFormat]'))),
    published: parseDate(published ?? ''),
    firstPublished: parseDate(first ?? ''),
    language: languageNamed(box.get('edition language')),
    identifiers: isbn === undefined ? [] : [{ scheme: 'isbn', value: isbn }],
    cover: coverFrom(page('#coverImage').attr('src'), settings),
    rating: ratingOf(
      numberAt(textOf(page('[itemprop=ratingValue]'))),
      countIn(page('[itemprop=ratingCount]').attr('content') ?? ''),
    ),
  };
}

function isbnIn(text: string | undefined): string | undefined {
  const found = /97[89]\d{10}|\d{9}[\dXx]/.exec(text ?? '');
  return found ? parseIsbn(found[0]) : undefined;
}

/** The labels and values of the box of details, labels in lower case. */
function rowsOf(page: HtmlPage, box: Selection): Map<string, string> {
  const labels = each(page, box.find('.infoBoxRowTitle'));
  return new Map(labels.map((label) => [textOf(label).toLowerCase(), textOf(label.nextAll('.infoBoxRowItem'))]));
}
