import type { BookDetail, SOURCES } from '@octavo/contracts';
import type { Database } from '@octavo/database';
import { type MetadataSource, sourceRank } from '@octavo/domain';

export type ProvenanceRow = Awaited<ReturnType<Database['books']['provenance']>>[number];
type Provenance = BookDetail['provenance'];

/**
 * Where each field comes from, by field and by part ("contributors.narrator"). A field of which only parts are noted is told
 * by the most trusted of them, and is locked where all of them are.
 */
export function presentProvenance(rows: readonly ProvenanceRow[]): Provenance {
  const noted = Object.fromEntries(rows.map((row) => [row.field, presented(row)]));
  const inParts = Map.groupBy(
    rows.filter(({ field }) => field.includes('.')),
    ({ field }) => field.split('.', 1)[0]!,
  );
  const whole = [...inParts].map(([field, parts]) => [field, ofParts(parts)] as const);
  return { ...Object.fromEntries(whole), ...noted };
}

function ofParts(parts: readonly ProvenanceRow[]): Provenance[string] {
  const sorted = [...parts].sort((a, b) => rankOf(a) - rankOf(b));
  return { ...presented(sorted[0]!), locked: parts.every(({ locked }) => locked) };
}

const rankOf = ({ source }: ProvenanceRow) => sourceRank(source as MetadataSource);

function presented({ source, provider, at, locked }: ProvenanceRow): Provenance[string] {
  return { source: source as (typeof SOURCES)[number], provider, at: at.toISOString(), locked };
}
