import { readAsin } from '../asin.js';
import { isObject, listAt, type Json } from '../json-value.js';
import { lineOf } from './harmless.js';
import { countOf } from './numbers.js';
import { sequenceOf } from './series.js';

/** What another title is to this one. */
export interface AudibleRelation {
  asin: string;
  relation: 'parent' | 'child';
  /** "component", "episode", "season", "series", … */
  type: string | null;
  /** The volume as written; the place in a list is `sort`. */
  sequence: string | null;
  sortKey: number | null;
  sort: number | null;
  title: string | null;
  skuLite: string | null;
  deliveryType: string | null;
}

/** Relations in the order they are shown in, for a server gives them in a new one each time. Undefined where none are told. */
export function relationsOf(value: Json): AudibleRelation[] | undefined {
  const list = listAt({ value }, 'value');
  return list?.flatMap((entry) => relationOf(entry) ?? []).sort(inOrder);
}

function relationOf(entry: Json): AudibleRelation | undefined {
  const asin = isObject(entry) ? readAsin(entry['asin']) : undefined;
  const relation = isObject(entry) ? entry['relationship_to_product'] : undefined;
  if (!isObject(entry) || asin === undefined || (relation !== 'parent' && relation !== 'child')) return undefined;
  return {
    asin,
    relation,
    type: lineOf(entry['relationship_type']) ?? null,
    ...sequenceOf(entry['sequence']),
    sort: countOf(entry['sort']) ?? null,
    title: lineOf(entry['title']) ?? null,
    skuLite: lineOf(entry['sku_lite']) ?? null,
    deliveryType: lineOf(entry['content_delivery_type']) ?? null,
  };
}

function inOrder(a: AudibleRelation, b: AudibleRelation): number {
  return (
    compare(a.relation, b.relation) ||
    (a.sort ?? Infinity) - (b.sort ?? Infinity) ||
    (a.sortKey ?? Infinity) - (b.sortKey ?? Infinity) ||
    compare(a.asin, b.asin) ||
    compare(a.type ?? '', b.type ?? '')
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
