import type { PublishedForm } from '../../candidate.js';
import { formOf, isNoBook } from '../labels/forms.js';
import { inside, textOf } from '../elements.js';
import type { PageLookup } from '../page-lookup.js';
import { valuesOf, type DetailRow } from './detail-rows.js';
import { bindingLine } from './page-title.js';

/** What the choice of formats calls them in its ids, in every shop. */
const SWATCHES: readonly [RegExp, PublishedForm][] = [
  [/kindle/, 'kindle'],
  [/audio_?cd|mp3_?cd/, 'audio-cd'],
  [/audio/, 'audiobook'],
  [/mass_?market/, 'mass-market'],
  [/board_?book/, 'board-book'],
  [/hardcover|library_?binding/, 'hardcover'],
  [/paperback/, 'paperback'],
];

/** What kind of edition a page is of; `inTitle` is what the title's brackets said. */
export function formOfPage(lookup: PageLookup, rows: readonly DetailRow[], inTitle: PublishedForm | undefined) {
  const line = bindingLine(lookup).split(/\s[-–—]\s/)[0] ?? '';
  return chosenSwatch(lookup) ?? formOf(line) ?? inTitle ?? formOfRows(lookup, rows);
}

function chosenSwatch(lookup: PageLookup): PublishedForm | undefined {
  const chosen = inside(lookup.byId('tmmSwatches', 'tmmSwatchesList'), '.selected').first();
  const id = (chosen.attr('id') ?? '').toLowerCase();
  return SWATCHES.find(([name]) => id !== '' && name.test(id))?.[1] ?? formOf(textOf(chosen));
}

function formOfRows(lookup: PageLookup, rows: readonly DetailRow[]): PublishedForm | undefined {
  const said = valuesOf(rows, 'format')
    .map(formOf)
    .find((form) => form !== undefined);
  if (said !== undefined) return said;
  if (rows.some(({ field }) => field === 'duration') || lookup.byId('audibleProductDetails').length > 0)
    return 'audiobook';
  if (lookup.byId('ebooksProductTitle', 'ebooksTitle', 'rpi-attribute-book_details-ebook_pages').length > 0)
    return 'kindle';
  const bound = rows
    .filter(({ field, value }) => field === undefined && /^\d/.test(value))
    .map(({ label }) => formOf(label));
  return bound.find((form) => form !== undefined);
}

/** True where the page itself says that it sells something else: a calendar, a film. */
export function saysNoBook(lookup: PageLookup, rows: readonly DetailRow[]): boolean {
  const line = bindingLine(lookup).split(/\s[-–—]\s/)[0] ?? '';
  return isNoBook(line) || valuesOf(rows, 'format').some(isNoBook);
}
