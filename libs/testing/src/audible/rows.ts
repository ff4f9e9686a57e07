import type { AudibleTreat } from './audible-treat.js';
import { asObject } from './audible-reply.js';
import { fieldsOf, GROUPED_FIELDS, OWNERS_FIELDS, OWNERS_GROUPS } from './response-groups.js';
import { seeded, shuffled } from './seeded.js';

type Fields = Readonly<Record<string, unknown>>;

/** How titles are to be told. */
export interface RowView {
  groups: readonly string[];
  /** Which sizes of pictures; as the title has them where none is named. */
  imageSizes?: readonly string[];
  /** As the catalogue does: nothing about who owns it. */
  ownerless?: boolean;
}

/** What is told of titles that are hollow. */
const CORE = new Set(['asin', 'purchase_date', 'status', 'sku_lite']);

/**
 * Writes titles as JSON: what was asked for as they have it, and all else that a title can say as null. What is no
 * object stays as it is.
 */
export function rowWriter(view: RowView): (row: unknown) => string {
  const asked = fieldsOf(view.groups);
  const hidden = view.ownerless ? new Set([...OWNERS_FIELDS, ...fieldsOf([...OWNERS_GROUPS])]) : new Set<string>();
  const nothing = Object.fromEntries(
    [...GROUPED_FIELDS].filter((field) => !asked.has(field) && !hidden.has(field)).map((field) => [field, null]),
  );
  const rest = JSON.stringify(nothing).slice(1);
  return (row) => {
    const fields = asObject(row);
    if (!fields) return JSON.stringify(row);
    const told: Record<string, unknown> = {};
    for (const field of Object.keys(fields)) {
      if (hidden.has(field) || (GROUPED_FIELDS.has(field) && !asked.has(field))) continue;
      told[field] = field === 'product_images' ? inSizes(fields[field], view.imageSizes) : fields[field];
    }
    const written = JSON.stringify(told).slice(0, -1);
    return written === '{' ? `{${rest}` : rest === '}' ? `${written}}` : `${written},${rest}`;
  };
}

/** A page as a treatment makes of it: the first titles hollow, or lists in another order; `turn` makes it another. */
export function treatedRows(
  rows: readonly unknown[],
  { hollow, shuffleArrays }: AudibleTreat,
  turn: number,
): unknown[] {
  const random = seeded(turn);
  const most = hollow === true ? rows.length : (hollow ?? 0);
  return rows.map((row, at) => {
    const fields = asObject(row);
    if (!fields) return row;
    const left = at < most ? onlyCore(fields) : fields;
    return shuffleArrays ? withShuffledLists(left, random) : left;
  });
}

function onlyCore(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).map(([field, value]) => [field, CORE.has(field) ? value : null]));
}

function withShuffledLists(fields: Fields, random: () => number): Fields {
  const entries = Object.entries(fields);
  return Object.fromEntries(
    entries.map(([field, value]) => [field, Array.isArray(value) ? shuffled(value as unknown[], random) : value]),
  );
}

/** A picture can be had in any size: its address says which. */
function inSizes(images: unknown, sizes: readonly string[] | undefined): unknown {
  const [known] = Object.values(asObject(images) ?? {}).filter((one) => typeof one === 'string');
  if (sizes === undefined || known === undefined) return images;
  return Object.fromEntries(sizes.map((size) => [size, known.replace(/_SL\d+_/, `_SL${size}_`)]));
}
