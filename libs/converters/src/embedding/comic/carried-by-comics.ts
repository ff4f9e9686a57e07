import { withoutNothing, type Said } from '../said.js';
import { addressOf } from './comic-addresses.js';
import { namedInComics } from './comic-roles.js';

const MOST_SERIES = 2;

/**
 * What of it ComicInfo.xml has a place for: no subtitle, no sort forms, two series, those identifiers that have an
 * address. The number of pages is what the pages of the comic, `there`, are.
 */
export function carriedByComics(said: Said, there: Said): Said {
  const { title, contributors, series, description, publisher, publishedDate } = said;
  const { language, subjects, pageCount, identifiers } = said;
  return withoutNothing({
    title,
    contributors: contributors && namedInComics(contributors),
    series: series?.slice(0, MOST_SERIES),
    description,
    publisher,
    publishedDate,
    language,
    subjects,
    pageCount: pageCount === there.pageCount ? pageCount : undefined,
    identifiers: identifiers?.filter((one) => one.scheme === 'isbn' || addressOf(one) !== undefined),
  });
}
