import { fieldOf, labelledText, type DetailField } from '../labels/field-labels.js';
import { attempt, inside, standsIn, textOf, type Elements } from '../elements.js';
import type { PageLookup } from '../page-lookup.js';

/** One line of what a page tells of its product. */
export interface DetailRow {
  /** As it stands there, for what only the label tells: a binding, a place in a series. */
  label: string;
  field?: DetailField;
  value: string;
}

const MAX_ROWS = 300;
const MAX_OLD = 20;
/** Names of cards in the row above the description; the same in all shops. */
const CARDS: readonly [RegExp, DetailField][] = [
  [/-series(?:_and_number)?$/, 'series'],
  [/(?:fiona|ebook)_pages$/, 'pages'],
  [/-publisher$/, 'publisher'],
  [/-(?:publication|release)[-_]date$/, 'published'],
  [/-isbn1[03]$/, 'isbn'],
  [/(?:^|-)language$/, 'language'],
  [/-listening[-_]length$/, 'duration'],
  [/-narrator$/, 'narrator'],
  [/_details-author$/, 'author'],
  [/-version$/, 'version'],
  [/_details-format$|-program[-_]type$/, 'format'],
];
const CARD_ID = /^rpi-attribute-([a-z0-9_-]+)$/;
/** Lists and tables of details since 2011; no others, since pages compare their book with those of others. */
const CONTAINERS =
  /^(?:detail-?bullets|productdetails|product-details|proddetails|product_details|audibleproductdetails|detailstable|detail-bullets|productinformation|product-information|technicalspecifications|bookdetails|ebooks-?product-?details|aboutebookssection|audibledetails)/;
const ELSEWHERE = /carousel|compar|sims-|sponsored/i;

/** All that a page says in its details, the surest first: cards, then lists, then tables. */
export function detailRows(lookup: PageLookup): DetailRow[] {
  const containers = lookup.whereId(CONTAINERS);
  const items = () => [
    ...lookup.within(containers, 'li'),
    ...lookup
      .byClass('bucket')
      .slice(0, MAX_OLD)
      .flatMap((cell) => lookup.within(cell.filter('td'), 'li')),
  ];
  const sources = [
    () => cards(lookup),
    () => items().flatMap((item) => bullet(lookup, item)),
    () => lookup.within(containers, 'tr').flatMap(tableRow),
  ];
  return sources.flatMap((read) => attempt(read) ?? []).slice(0, MAX_ROWS);
}

/** What the rows say of a field, in their order. */
export function valuesOf(rows: readonly DetailRow[], field: DetailField): string[] {
  return rows.filter((row) => row.field === field && row.value !== '').map(({ value }) => value);
}

function cards(lookup: PageLookup): DetailRow[] {
  const found = [...lookup.each(lookup.whereId(CARD_ID)), ...lookup.byAttribute('data-rpi-attribute-name')];
  const rows = found.map((card): DetailRow => {
    const name = CARD_ID.exec(card.attr('id')?.toLowerCase() ?? '')?.[1] ?? card.attr('data-rpi-attribute-name') ?? '';
    const field = CARDS.find(([form]) => form.test(name.toLowerCase()))?.[1];
    const label = textOf(inside(card, '.rpi-attribute-label').first());
    return { label, field: field ?? fieldOf(label), value: textOf(inside(card, '.rpi-attribute-value').first()) };
  });
  return rows.filter(({ value }) => value !== '');
}

/** An entry of a list, whose label is bold, or the first of two parts, or only the beginning of one text. */
function bullet(lookup: PageLookup, item: Elements): DetailRow[] {
  if (standsIn(item, ELSEWHERE) || inside(item, 'li').length > 20) return [];
  const whole = textOf(item);
  const label = textOf(labelOf(lookup, item)).replace(/[\s:：]+$/, '');
  if (label !== '' && label.length < 100 && whole.startsWith(label)) {
    return [{ label, field: fieldOf(label), value: whole.slice(label.length).replace(/^[\s:：]+/, '') }];
  }
  const labelled = parted(whole);
  return labelled === undefined ? [] : [labelled];
}

function labelOf(lookup: PageLookup, item: Elements): Elements {
  const bold = inside(item, '.a-text-bold, b, strong').first();
  if (bold.length > 0) return bold;
  const parts = lookup.within(item, 'span').filter((span) => span.children('span').length === 0);
  return (parts.length === 2 ? parts[0] : undefined) ?? lookup.page([]);
}

function parted(whole: string): DetailRow | undefined {
  const colon = /^([^:：]{2,60})\s*[:：]\s*(.+)$/s.exec(whole.slice(0, 500));
  if (colon) return { label: (colon[1] ?? '').trim(), field: fieldOf(colon[1] ?? ''), value: colon[2] ?? '' };
  const labelled = labelledText(whole);
  return labelled && { label: '', ...labelled };
}

function tableRow(row: Elements): DetailRow[] {
  if (standsIn(row, ELSEWHERE)) return [];
  const cells = row.children('th, td');
  if (cells.length < 2) return [];
  const label = textOf(cells.first());
  if (label === '' || label.length > 100) return [];
  return [{ label, field: fieldOf(label), value: textOf(cells.eq(1)) }];
}
