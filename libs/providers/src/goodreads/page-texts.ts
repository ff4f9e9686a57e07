import type { Contributor } from '@octavo/domain';
import { cleanText } from '../clean-text.js';
import { descriptionFrom } from '../description.js';
import type { HtmlPage } from '../html-page.js';
import { countAt } from '../json-value.js';
import { contributor, distinctPeople } from '../people.js';

export type Selection = ReturnType<HtmlPage>;
/** No list on a page that says something of a book is longer. */
const MAX_FOUND = 100;

/** Each of the elements by itself, the first 100. */
export function each(page: HtmlPage, selection: Selection): Selection[] {
  return selection
    .slice(0, MAX_FOUND)
    .toArray()
    .map((element) => page(element));
}

/** What the first of the elements says, as one clean line; empty where there is none. */
export function textOf(selection: Selection): string {
  return cleanText(selection.first().text());
}

/** What each of the elements says that says something. */
export function texts(page: HtmlPage, selection: Selection): string[] {
  return each(page, selection)
    .map(textOf)
    .filter((text) => text !== '');
}

/** Names with their roles, which stand beside them in brackets and are missing for authors. */
export function peopleOf(page: HtmlPage, names: Selection, role: string): Contributor[] {
  const people = each(page, names).map((name) => {
    const word = textOf(name.parent().find(role)).replace(/\(Goodreads Author\)/i, '');
    return contributor(name.text(), word.trim() === '' ? undefined : word);
  });
  return distinctPeople(people);
}

/** What the elements hold, sanitised; undefined where that is nothing but the title. */
export function descriptionOf(selection: Selection, title: string): string | undefined {
  return descriptionFrom(selection.html() ?? '', title);
}

/** "592 pages, Paperback" -> 592 */
export function pagesIn(text: string): number | undefined {
  return countAt(/(\d{1,6})\s+pages/i.exec(text)?.[1]);
}

/** "592,104 ratings" -> 592104 */
export function countIn(text: string): number | undefined {
  return countAt(/\d[\d,.]*/.exec(text.slice(0, 50))?.[0].replace(/[,.]/g, ''));
}
