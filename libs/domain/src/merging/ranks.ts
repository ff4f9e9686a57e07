import type { MetadataField, MetadataSource } from '../book-metadata.js';
import { entriesOf, fieldOf, type Origin, type Origins } from './origins.js';

/** How a run is to be merged. */
export interface MergeRules {
  /** 'refresh' takes what the run says over what is kept, whoever said that; only locks hold. */
  mode: 'normal' | 'refresh';
  /** Fields in which enrichment counts more than what files say. */
  enrichmentOverrides?: readonly MetadataField[];
  /** Ids of providers, the most trusted first. Others come after them. */
  providerOrder?: readonly string[];
  /** True: subjects of several sources are joined instead of the better taken. */
  joinSubjects?: boolean;
}

/** Less is more trusted. Enrichment fills gaps and replaces what was guessed from names, never what files really hold. */
const RANKS: Record<MetadataSource, number> = {
  manual: 0,
  sidecar: 10,
  file: 20,
  audible: 25,
  enrichment: 30,
  filepath: 40,
};
const OVERRIDING = 15;
const UNKNOWN = 50;
const MAX_PROVIDERS = 500;

/** How far a source is trusted with a field: less is more. Providers differ by less than sources do. */
export function rankOf(field: MetadataField, origin: Origin | undefined, rules: MergeRules): number {
  if (origin === undefined) return UNKNOWN;
  if (origin.source !== 'enrichment') return RANKS[origin.source] ?? UNKNOWN;
  const base = rules.enrichmentOverrides?.includes(field) ? OVERRIDING : RANKS.enrichment;
  const place = (rules.providerOrder ?? []).slice(0, MAX_PROVIDERS).indexOf(origin.provider ?? '');
  return base + (place < 0 ? MAX_PROVIDERS : place) / 1_000;
}

/** The rank of a source where no setting lifts it. */
export function sourceRank(source: MetadataSource): number {
  return RANKS[source] ?? UNKNOWN;
}

/** Who is to be named for a field: the most trusted of those who said some part of it. */
export function originOfField(origins: Origins, field: MetadataField): Origin | undefined {
  const ofField = entriesOf(origins).filter(([part]) => fieldOf(part) === field);
  return ofField.map(([, origin]) => origin).sort((a, b) => sourceRank(a.source) - sourceRank(b.source))[0];
}
