import { foldText, type SeriesEntry } from '@octavo/domain';
import { readOpfSidecar } from '@octavo/formats';
import { aligned } from '../aligned.js';
import { attributeOf, type MarkupElement } from '../markup/markup.js';
import { oneLine } from '../wanted.js';
import type { Refinement } from './new-field.js';
import type { PackageDraft } from './package-draft.js';
import type { PackageElements } from './package-elements.js';

const COLLECTION = 'belongs-to-collection';
const NAME_META = 'calibre:series';
const NUMBER_META = 'calibre:series_index';
const COLUMNS = 'calibre:user_metadata';

/** True where collections are understood: in EPUB 3 (§D.3.2), and in an EPUB 2 that has some all the same. */
export function hasCollections(elements: PackageElements): boolean {
  return elements.version === 3 || elements.properties(COLLECTION).length > 0;
}

/**
 * True when calibre's two metas name the first series. Most reading programs know no others, so they must agree even
 * where collections say everything already.
 */
export function namesFirstSeries(elements: PackageElements, [first]: readonly SeriesEntry[]): boolean {
  const said = (name: string) => oneLine(attributeOf(elements.named(name)[0] ?? elements.root, 'content') ?? '');
  const [name, number, wanted] = [said(NAME_META), said(NUMBER_META), first?.number ?? ''];
  return name === first?.name && (number === wanted || (wanted !== '' && Number(number) === Number(wanted)));
}

/** In calibre's two metas, for reading programs that know no others. */
export function nameFirstSeries(draft: PackageDraft, [first]: readonly SeriesEntry[]): void {
  if (!first) return;
  draft.setNamed(NAME_META, first.name);
  if (first.number !== undefined) draft.setNamed(NUMBER_META, first.number);
  else for (const meta of draft.elements.named(NUMBER_META)) draft.remove(meta);
}

/**
 * Collections for all, in order, where there may be any, but for those told of elsewhere. A collection that says one of
 * them stays, with all that refines it; sets are no series and stay.
 */
export function writeCollections(
  draft: PackageDraft,
  series: readonly SeriesEntry[],
  toldElsewhere: readonly SeriesEntry[],
): void {
  const { elements } = draft;
  if (!hasCollections(elements)) return;
  const wanted = series.filter((entry) => !toldElsewhere.includes(entry));
  const isSeries = (entry: MarkupElement) => (elements.refined(entry, 'collection-type') ?? 'series') === 'series';
  const all = elements.properties(COLLECTION).filter(isSeries);
  // One inside another is read last, whatever it is wanted to be.
  const simple = all.filter((entry) => attributeOf(entry, 'refines') === undefined);
  const says = (entry: MarkupElement, { name }: SeriesEntry) => oneLine(entry.text) === name;
  const { pairs } = aligned(simple, wanted, says);
  // New ones stand behind those there are, so only those before the first new one can stay.
  const firstNew = pairs.findIndex(({ element }) => element === undefined);
  const staying = new Set(pairs.slice(0, firstNew < 0 ? pairs.length : firstNew).map(({ element }) => element));
  for (const entry of all) if (!staying.has(entry)) draft.remove(entry);
  for (const { wanted: entry, element } of pairs) {
    if (!element || !staying.has(element)) addCollection(draft, entry);
    else if (entry.number !== undefined && entry.number !== elements.refined(element, 'group-position')) {
      draft.refine(element, { property: 'group-position', value: entry.number });
    }
  }
}

function addCollection(draft: PackageDraft, { name, number }: SeriesEntry): void {
  const refinements: Refinement[] = [{ property: 'collection-type', value: 'series' }];
  if (number !== undefined) refinements.push({ property: 'group-position', value: number });
  draft.addProperty(COLLECTION, name, { idBase: 'series', refinements });
}

/**
 * The series that only columns of a calibre user tell of. Such columns are never touched, so our reader goes on telling
 * of them behind all others.
 */
export function columnSeries({ entries, markup }: PackageElements, wanted: readonly SeriesEntry[]): SeriesEntry[] {
  const columns = entries.filter((entry) => {
    const name = attributeOf(entry, 'name') ?? attributeOf(entry, 'property') ?? '';
    return entry.name === 'meta' && name.trim().toLowerCase().startsWith(COLUMNS);
  });
  if (columns.length === 0) return [];
  const sources = columns.map(({ start, end }) => markup.text.slice(start.start, end.end));
  const alone = `<package><metadata>${sources.join('')}</metadata></package>`;
  const names = new Set(wanted.map(({ name }) => foldText(name)));
  return readOpfSidecar(Buffer.from(alone)).series.filter(({ name }) => !names.has(foldText(name)));
}
