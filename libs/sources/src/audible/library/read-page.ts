import { AudibleError } from '../audible-error.js';
import { readAsin } from './asin.js';
import { readPurchase } from './instants.js';
import { canonicalText, sha256 } from './items/index.js';
import { at, listAt, type Json } from './json-value.js';

/** One row as it came. */
export interface RawRow {
  raw: Json;
  /** What makes it the same row when it is met again: its ASIN, else a digest of its text. */
  mark: string;
  asin?: string;
  /** Milliseconds since 1970; undefined where it is not told, or as an epoch's start. */
  purchased?: number;
}

/** What one answer of the library tells. */
export interface LibraryPage {
  rows: RawRow[];
  /** Of all titles that answer the question. */
  total?: number;
  /** Opaque; belongs to the moment before the first page. */
  stateToken?: string;
  /** Opaque; more pages follow. */
  continuation?: string;
  /** Titles that went, where the server tells them apart from the rows. */
  removedAsins: string[];
}

const LONGEST_STATE_TOKEN = 500;
const LONGEST_CONTINUATION = 4000;
const REMOVED = ['removed_asins', 'deleted_asins', 'revoked_asins', 'removed_items', 'deleted_items', 'revoked_items'];

/**
 * Reads an answer: `{ items: [...] }` or the bare list. Throws AudibleError 'malformed_response' for anything else, which
 * is never an empty library.
 */
export function readPage(json: Json, headers: Readonly<Record<string, string>>): LibraryPage {
  const items = Array.isArray(json) ? (json as Json[]) : at(json, 'items');
  if (!Array.isArray(items)) throw new AudibleError('malformed_response');
  const total = readTotal(headerOf(headers, 'total-count'));
  const stateToken = tokenOf(headerOf(headers, 'state-token'), LONGEST_STATE_TOKEN);
  const continuation = tokenOf(headerOf(headers, 'continuation-token'), LONGEST_CONTINUATION);
  return {
    rows: (items as Json[]).map(rowOf),
    ...(total !== undefined && { total }),
    ...(stateToken !== undefined && { stateToken }),
    ...(continuation !== undefined && { continuation }),
    removedAsins: removedIn(json),
  };
}

function rowOf(raw: Json): RawRow {
  const asin = readAsin(at(raw, 'asin'));
  const purchased = readPurchase(at(raw, 'purchase_date'));
  return {
    raw,
    mark: asin ?? `?${sha256(canonicalText(raw))}`,
    ...(asin !== undefined && { asin }),
    ...(purchased !== undefined && { purchased }),
  };
}

function removedIn(json: Json): string[] {
  const told = REMOVED.flatMap((key) => listAt(json, key) ?? []);
  return [...new Set(told.flatMap((entry) => readAsin(entry) ?? readAsin(at(entry, 'asin')) ?? []))];
}

function headerOf(headers: Readonly<Record<string, string>>, name: string): string | undefined {
  return headers[name] ?? Object.entries(headers).find(([key]) => key.toLowerCase() === name)?.[1];
}

/** A whole number; where a header is there twice, the first. */
function readTotal(text: string | undefined): number | undefined {
  const first = text?.split(',')[0]?.trim() ?? '';
  return /^\d{1,9}$/.test(first) ? Number(first) : undefined;
}

/** "0" stands for none. A token that is too long to keep is none either. */
function tokenOf(text: string | undefined, longest: number): string | undefined {
  const token = text?.trim() ?? '';
  return token === '' || token === '0' || token.length > longest ? undefined : token;
}
