import type { SeriesEntry } from '@octavo/domain';
import { agree } from '../agreement.js';
import { fieldText } from '../description-text.js';
import { MarkupEdits } from '../markup/markup-edits.js';
import { parseMarkup, type Markup } from '../markup/markup.js';
import type { Said, SaidField } from '../said.js';
import type { CoverPlan } from './cover.js';
import { declareCover } from './declare-cover.js';
import { addIdentifiers } from './identifiers.js';
import { PackageDraft } from './package-draft.js';
import { PackageElements } from './package-elements.js';
import { writePeople } from './people.js';
import { writeDescription, writeLanguage, writePageCount, writePublished, writePublisher } from './plain-fields.js';
import { nameFirstSeries, writeCollections } from './series.js';
import { writeSubjects } from './subjects.js';
import { writeTitles } from './titles.js';

export interface PackageChanges {
  fields: ReadonlySet<SaidField>;
  wanted: Said;
  before: Said;
  /** Series of `wanted` that are told elsewhere in the document and not to be written. */
  toldElsewhere: readonly SeriesEntry[];
  cover?: CoverPlan;
}

/** A package document that says what is wanted; the very same text where nothing is to be done. */
export function rewritePackage(markup: Markup, changes: PackageChanges): string {
  if (changes.fields.size === 0 && !changes.cover) return markup.text;
  const elements = withMetadata(markup);
  const { metadata } = elements;
  if (!metadata) return markup.text;
  const draft = new PackageDraft(elements, metadata);
  writeFields(draft, changes);
  if (changes.cover) declareCover(draft, changes.cover);
  const text = draft.edits.finish();
  return text === elements.markup.text ? markup.text : text;
}

/** The elements of a document that has a place for metadata. */
function withMetadata(markup: Markup): PackageElements {
  const elements = new PackageElements(markup);
  if (elements.metadata) return elements;
  const { root } = elements;
  const edits = new MarkupEdits(markup);
  const name = root.tag.name.replace(/[^:]*$/, 'metadata');
  const [first] = root.children;
  if (first) edits.insertBefore(first, `<${name}></${name}>`);
  else edits.append(root, `<${name}></${name}>`);
  return new PackageElements(parseMarkup(edits.finish()));
}

function writeFields(draft: PackageDraft, { fields, wanted, before, toldElsewhere }: PackageChanges): void {
  const due: Said = Object.fromEntries(Object.entries(wanted).filter(([field]) => fields.has(field as SaidField)));
  const { title, subtitle, sortTitle } = due;
  const known = new Set(before.identifiers?.map(({ scheme, value }) => `${scheme} ${value}`));
  const missing = due.identifiers?.filter(({ scheme, value }) => !known.has(`${scheme} ${value}`));
  if (missing) addIdentifiers(draft, missing);
  if (title ?? subtitle ?? sortTitle) writeTitles(draft, { title, subtitle, sortTitle }, wanted.title ?? before.title);
  if (due.contributors) writePeople(draft, due.contributors);
  if (due.series && !agree('series', due, before)) writeCollections(draft, due.series, toldElsewhere);
  if (due.series) nameFirstSeries(draft, due.series);
  if (due.description) writeDescription(draft, fieldText(due.description));
  if (due.publisher) writePublisher(draft, due.publisher);
  if (due.publishedDate) writePublished(draft, due.publishedDate);
  if (due.language) writeLanguage(draft, due.language);
  if (due.subjects) writeSubjects(draft, due.subjects);
  if (due.pageCount) writePageCount(draft, due.pageCount);
}
