import type { SeriesEntry } from '../book.js';
import type { BookMetadata, MetadataField } from '../book-metadata.js';
import { foldText } from '../search-text.js';
import { changesBetween, type FieldChange } from './changes.js';
import { type FieldValues, joinParts, splitParts } from './field-parts.js';
import { type FieldValue, sameValue } from './field-values.js';
import { type KeptPart, keptPart, mergeField } from './merge-field.js';
import { fieldOf, type FieldPart, type Origin, type Origins, originOf, type StoredBook } from './origins.js';
import { type MergeRules, rankOf } from './ranks.js';
import { type Proposal, runProposals, type RunStatement } from './run-proposals.js';
import { withNumbers } from './series-numbers.js';
import { joinedSubjects } from './join-subjects.js';

/** A book after a run or an edit, and what that changed. */
export interface MergedBook extends StoredBook {
  /** What to note for history and undo; empty where nothing has to be written. */
  changes: FieldChange[];
}

/** A merge under way. */
interface Merging {
  stored: StoredBook;
  parts: FieldValues;
  origins: Origins;
  offers: Map<FieldPart, Proposal[]>;
  rules: MergeRules;
  /** Who was heard in a field, the most trusted last. */
  heard: Map<MetadataField, Origin>;
  /** Fields with a new value. */
  written: Set<MetadataField>;
}

/**
 * What is kept of a book together with what all sources of one run say. The run is first brought down to one value for each
 * part, so that in a refresh a file's name does not count more than the file only because it came later; then that value
 * meets what is kept, once. Pure; the order of `statements` is of no account, and a second merge of them changes nothing.
 */
export function mergeBook(stored: StoredBook, statements: readonly RunStatement[], rules: MergeRules): MergedBook {
  const merging: Merging = {
    ...{
      stored,
      rules,
      parts: splitParts(stored.metadata),
      origins: { ...stored.origins },
      heard: new Map(),
      written: new Set(),
    },
    offers: runProposals(statements, rules),
  };
  mergePart(merging, 'title', merging.offers.get('title') ?? []);
  for (const part of [...merging.offers.keys()].sort()) {
    const offers = merging.offers.get(part) ?? [];
    if (part === 'subtitle')
      mergePart(
        merging,
        part,
        offers.filter((offer) => belongsToTitle(merging, offer)),
      );
    else if (part === 'series') mergeSeries(merging, offers);
    else if (part !== 'title') mergePart(merging, part, offers);
  }
  return settled(merging);
}

/** A subtitle goes with its own title and would be nonsense under another. */
function belongsToTitle({ parts }: Merging, { title }: Proposal): boolean {
  return title === undefined || foldText(title) === foldText((parts.get('title') as string | undefined) ?? '');
}

function mergePart(merging: Merging, part: FieldPart, offers: readonly Proposal[]): void {
  const [best] = offers;
  if (best === undefined) return;
  const kept = keptPart(merging.stored.origins, part, merging.parts.get(part));
  const offer = part === 'subjects' && merging.rules.joinSubjects ? joinedSubjects(kept, offers, merging.rules) : best;
  const decision = mergeField(part, kept, offer, merging.rules);
  if (decision === 'keep') return;
  if (decision === 'write') write(merging, part, offer.value);
  if (merging.rules.mode === 'refresh') forgetEdit(merging, fieldOf(part));
  merging.origins[part] = { ...offer.origin };
  note(merging, part, offer.origin);
}

/** A refreshed field is no longer a person's as a whole: parts that have no value may be filled again. */
function forgetEdit({ origins, parts }: Merging, field: MetadataField): void {
  const origin = origins[field];
  if (origin?.source !== 'manual') return;
  for (const part of parts.keys()) if (part !== field && fieldOf(part) === field) origins[part] ??= { ...origin };
  delete origins[field];
}

/** An entry without a number never takes one away, and whoever is trusted less may still tell a number that is missing. */
function mergeSeries(merging: Merging, offers: readonly Proposal[]): void {
  const [best] = offers;
  if (best === undefined) return;
  const kept = keptPart(merging.stored.origins, 'series', merging.parts.get('series'));
  const known = knownSeries(kept, offers, merging.rules);
  mergePart(merging, 'series', [{ ...best, value: withNumbers(best.value as SeriesEntry[], known) }]);
  const isPersons = kept.origin?.source === 'manual' && merging.rules.mode === 'normal';
  if (kept.isLocked || isPersons || merging.parts.get('series') !== kept.value) return;
  const before = (kept.value ?? []) as SeriesEntry[];
  const completed = withNumbers(before, known);
  if (sameValue('series', before, completed)) return;
  write(merging, 'series', completed);
  note(merging, 'series', offerOfNumber(offers, before).origin);
}

/** All entries there are, those of the most trusted first; what is kept stands among them, and last in a refresh. */
function knownSeries(kept: KeptPart, offers: readonly Proposal[], rules: MergeRules): SeriesEntry[] {
  const rank = rules.mode === 'refresh' ? Infinity : rankOf('series', kept.origin, rules);
  const isBefore = (offer: Proposal) => !offer.isGapFiller && offer.rank <= rank;
  const values = [
    ...offers.filter(isBefore).map(({ value }) => value),
    kept.value ?? [],
    ...offers.filter((offer) => !isBefore(offer)).map(({ value }) => value),
  ];
  return values.flat() as SeriesEntry[];
}

/** Who told the number: the first whose entries add one. */
function offerOfNumber(offers: readonly Proposal[], before: readonly SeriesEntry[]): Proposal {
  const adds = ({ value }: Proposal) => !sameValue('series', [...before], withNumbers(before, value as SeriesEntry[]));
  return offers.find(adds) ?? offers[0]!;
}

function write({ parts, written }: Merging, part: FieldPart, value: FieldValue): void {
  parts.set(part, value);
  written.add(fieldOf(part));
}

function note({ heard, rules }: Merging, part: FieldPart, origin: Origin): void {
  const field = fieldOf(part);
  const known = heard.get(field);
  if (known === undefined || rankOf(field, origin, rules) < rankOf(field, known, rules)) heard.set(field, origin);
}

/** Fields without a new value stay as they were, to the order of their entries. */
function settled({ stored, parts, origins, heard, written }: Merging): MergedBook {
  const values = [...written].map((field) => [field, joinParts(parts, field)] as const);
  const metadata = { ...stored.metadata, ...(Object.fromEntries(values) as Partial<BookMetadata>) };
  const after: StoredBook = { metadata, origins };
  return { ...after, changes: changesBetween(stored, after, (field) => heard.get(field) ?? originOf(origins, field)) };
}
