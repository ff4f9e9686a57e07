import { attributeOf, type MarkupElement } from '../markup/markup.js';
import type { Said } from '../said.js';
import type { Refinement } from './new-field.js';
import type { Neighbour, PackageDraft } from './package-draft.js';
import type { PackageElements } from './package-elements.js';

const SORT_META = 'calibre:title_sort';
/** What an element is among the titles, whatever its text says. */
const OF_THE_PLACE = ['title-type', 'display-seq'];

export type TitleFields = Pick<Said, 'title' | 'subtitle' | 'sortTitle'>;

/**
 * The main title in the element that is it already, the subtitle in one of its own (EPUB 3.3 §5.5.3.3), the sort form as
 * file-as in EPUB 3 and as calibre's meta in EPUB 2, which has no other way. A sort form of another title is removed.
 * `fields` are those that are to change, `title` is what the book will be called in any case.
 */
export function writeTitles(draft: PackageDraft, fields: TitleFields, title: string | undefined): void {
  const { main, subtitle } = titleElements(draft.elements);
  // The only title there is, and called a subtitle: it can be both no longer.
  const isBoth = main !== undefined && main === subtitle && fields.subtitle !== undefined;
  if (main && !isBoth) changeMain(draft, main, fields);
  else addMain(draft, { ...fields, title }, main && { before: main });
  if (fields.subtitle === undefined) return;
  if (subtitle) draft.replaceText(subtitle, fields.subtitle, OF_THE_PLACE);
  else addSubtitle(draft, fields.subtitle, main);
}

function changeMain(draft: PackageDraft, main: MarkupElement, { title, sortTitle }: TitleFields): void {
  const lasting = sortTitle === undefined ? OF_THE_PLACE : [...OF_THE_PLACE, 'file-as'];
  if (title !== undefined) draft.replaceText(main, title, lasting);
  if (sortTitle !== undefined) writeSortForm(draft, main, sortTitle);
  else if (title !== undefined) for (const meta of draft.elements.named(SORT_META)) draft.remove(meta);
}

/** In every place a reader may look first. */
function writeSortForm(draft: PackageDraft, main: MarkupElement, value: string): void {
  const { elements } = draft;
  const isSaid = elements.refinements(main, 'file-as').length > 0 || attributeOf(main, 'file-as') !== undefined;
  if (draft.version === 3 || isSaid) draft.refine(main, { property: 'file-as', value });
  if (draft.version === 2 || elements.named(SORT_META).length > 0) draft.setNamed(SORT_META, value);
}

function addMain(draft: PackageDraft, { title, subtitle, sortTitle }: TitleFields, place?: Neighbour): void {
  if (title === undefined) return;
  const refinements: Refinement[] = [];
  if (subtitle !== undefined) refinements.push({ property: 'title-type', value: 'main' });
  if (sortTitle !== undefined) refinements.push({ property: 'file-as', value: sortTitle });
  draft.addField({ name: 'title', text: title, refinements: draft.version === 3 ? refinements : [] }, place);
  if (sortTitle !== undefined && draft.version === 2) draft.setNamed(SORT_META, sortTitle);
}

/** EPUB 2 has no types of titles: there readers, ours among them, go by the order and by the id. */
function addSubtitle(draft: PackageDraft, text: string, main: MarkupElement | undefined): void {
  if (draft.version === 3 && main && draft.elements.refined(main, 'title-type') !== 'main') {
    draft.refine(main, { property: 'title-type', value: 'main' });
  }
  const refinements = draft.version === 3 ? [{ property: 'title-type', value: 'subtitle' }] : [];
  const field = { name: 'title', text, idBase: 'subtitle', hasId: true, refinements };
  draft.addField(field, main && { after: main });
}

/** As our reader chooses them: by type, else the first that is not a subtitle. */
function titleElements(elements: PackageElements): { main?: MarkupElement; subtitle?: MarkupElement } {
  const titles = inDisplayOrder(
    elements,
    elements.fields('title').filter(({ text }) => text.trim() !== ''),
  );
  const [empty] = elements.fields('title');
  const typeOf = (title: MarkupElement) => elements.refined(title, 'title-type')?.toLowerCase();
  const typed = (...types: string[]) => titles.find((title) => types.includes(typeOf(title) ?? ''));
  const subtitle = typed('subtitle') ?? titles.find((title) => /subtitle/i.test(attributeOf(title, 'id') ?? ''));
  const untyped = titles.find((title) => title !== subtitle && typeOf(title) === undefined);
  return { main: typed('main') ?? untyped ?? typed('expanded', 'extended') ?? titles[0] ?? empty, subtitle };
}

/** EPUB 3.3 §D.3.4: by display-seq where every title has one. */
function inDisplayOrder(elements: PackageElements, titles: MarkupElement[]): MarkupElement[] {
  const places = new Map(titles.map((title) => [title, Number(elements.refined(title, 'display-seq') ?? NaN)]));
  if ([...places.values()].some(Number.isNaN)) return titles;
  return [...titles].sort((a, b) => (places.get(a) ?? 0) - (places.get(b) ?? 0));
}
