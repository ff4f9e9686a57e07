import { createHash } from 'node:crypto';
import { isObject, type Json } from '../json-value.js';

/** Of a title: what a sync tells about, and what moves by listening and by the taste of others. */
export type ItemPart = 'lasting' | 'volatile';

const VOLATILE = new Set(['percent_complete', 'listening_status', 'is_finished', 'is_downloaded', 'rating']);
/** Lists whose order says something. All others come shuffled. */
const ORDERED = new Set(['authors', 'narrators', 'ladder']);
const MOST_DEPTH = 40;

/**
 * A row as one text that is the same for all ways of writing the same: keys sorted, null the same as nothing, lists
 * sorted where order means nothing.
 */
export function canonicalText(raw: Json): string {
  return written(raw, false, 0);
}

/**
 * A short text (hex) that changes with one part of a row, and with nothing else. Only digests of answers to the same
 * groups can be compared.
 */
export function digestOf(raw: Json, part: ItemPart): string {
  const members = isObject(raw)
    ? Object.entries(raw).filter(([key]) => VOLATILE.has(key) === (part === 'volatile'))
    : [];
  return sha256(canonicalText(Object.fromEntries(members)));
}

/** SHA-256 of a text, the first 32 hexadecimal digits. */
export function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex').slice(0, 32);
}

function written(value: Json, keepsOrder: boolean, depth: number): string {
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null);
  if (depth >= MOST_DEPTH) return '"…"';
  if (Array.isArray(value)) {
    const entries = (value as Json[]).map((entry) => written(entry, false, depth + 1));
    return `[${(keepsOrder ? entries : entries.sort()).join(',')}]`;
  }
  const members = Object.entries(value)
    .filter(([, member]) => member !== null && member !== undefined)
    .map(([key, member]) => `${JSON.stringify(key)}:${written(member, ORDERED.has(key), depth + 1)}`);
  return `{${members.sort().join(',')}}`;
}
