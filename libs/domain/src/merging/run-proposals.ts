import type { MetadataField, Statement } from '../book-metadata.js';
import type { FieldValue } from './field-values.js';
import { fieldOf, type FieldPart, type Origin } from './origins.js';
import { type MergeRules, rankOf } from './ranks.js';
import { statedParts } from './stated-parts.js';

/** What one source says in a run. */
export interface RunStatement extends Statement {
  /** Which of those that enrichment asks. */
  provider?: string;
  /** How sure it is that this is the book, from 0 to 1; decides between equal providers. */
  confidence?: number;
  /** Its place among statements of one source: 0 for the first file of a book. */
  order?: number;
  /** Fields that only fill what is empty: a description that was cut, or gaps that are to be completed. */
  gapsOnly?: readonly MetadataField[];
}

/** A value that a run offers for a part of a book. */
export interface Proposal {
  value: FieldValue;
  origin: Origin;
  rank: number;
  isGapFiller: boolean;
  /** Of the same statement, where it has one. */
  title?: string;
}

/**
 * What a run offers for each part, the most trusted first. The order of the statements is of no account: where nothing
 * else decides, the values do.
 */
export function runProposals(statements: readonly RunStatement[], rules: MergeRules): Map<FieldPart, Proposal[]> {
  const offered = new Map<FieldPart, (Proposal & { statement: RunStatement })[]>();
  for (const statement of statements) {
    const { source, provider, draft } = statement;
    const origin: Origin = { source, ...(provider !== undefined && { provider }) };
    const parts = statedParts(draft, source);
    const title = parts.get('title') as string | undefined;
    for (const [part, value] of parts) {
      const field = fieldOf(part);
      const isGapFiller = statement.gapsOnly?.includes(field) ?? false;
      const proposal = { value, origin, rank: rankOf(field, origin, rules), isGapFiller, title, statement };
      offered.set(part, [...(offered.get(part) ?? []), proposal]);
    }
  }
  for (const proposals of offered.values()) proposals.sort(byTrust);
  return offered;
}

function byTrust(a: Proposal & { statement: RunStatement }, b: Proposal & { statement: RunStatement }): number {
  return (
    Number(a.isGapFiller) - Number(b.isGapFiller) ||
    a.rank - b.rank ||
    (a.statement.order ?? 0) - (b.statement.order ?? 0) ||
    (b.statement.confidence ?? 0) - (a.statement.confidence ?? 0) ||
    compared(JSON.stringify([a.value, a.origin]), JSON.stringify([b.value, b.origin]))
  );
}

function compared(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
