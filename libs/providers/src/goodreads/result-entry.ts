import type { Contributor } from '@octavo/domain';
import type { SearchHit } from '../candidate.js';
import { hitFrom } from '../hits.js';
import type { HtmlPage } from '../html-page.js';
import { contributor, distinctPeople } from '../people.js';
import { bookIdIn, candidateFrom } from './book-page.js';
import type { PageFacts } from './page-facts.js';
import { each, type Selection } from './page-texts.js';

/** People of an entry, of whom only names are told. */
export function peopleNamed(page: HtmlPage, names: Selection): Contributor[] {
  return distinctPeople(each(page, names).map((name) => contributor(name.text(), undefined)));
}

/**
 * An entry of a page of results as a hit; none for one without an id in its address or without a title. The year is
 * good for choosing; whether it is the work's or the edition's the page does not say.
 */
export function hitOf(address: string | undefined, facts: PageFacts, year: string | undefined): SearchHit[] {
  const id = bookIdIn(address ?? '');
  if (id === undefined || facts.title === undefined || facts.title === '') return [];
  return [{ ...hitFrom(candidateFrom(id, facts)), ...(year !== undefined && { published: { year: Number(year) } }) }];
}
