import type { MetadataField, MetadataSource } from '../book-metadata.js';
import { type FieldValue, METADATA_FIELDS } from './field-values.js';
import { entriesOf, type Origin, type Origins, originOf, originsOfField, type StoredBook } from './origins.js';

/** One field that became another, with all that is needed to undo it. Plain data: it may be kept as JSON. */
export interface FieldChange {
  field: MetadataField;
  before: FieldValue;
  /** The same as `before` where only its source is another now. */
  after: FieldValue;
  /** Who is to be named for it: of several sources the most trusted. */
  source: MetadataSource;
  provider?: string;
  /** Undefined where nobody had said anything. */
  sourceBefore?: MetadataSource;
  /** Of the field and its parts. */
  originsBefore: Origins;
  originsAfter: Origins;
}

/** What became another from `before` to `after`; `nameOf` tells who is to be named for it. */
export function changesBetween(
  before: StoredBook,
  after: StoredBook,
  nameOf: (field: MetadataField) => Origin | undefined,
): FieldChange[] {
  return METADATA_FIELDS.flatMap((field) => {
    const [originsBefore, originsAfter] = [originsOfField(before.origins, field), originsOfField(after.origins, field)];
    const values = { before: before.metadata[field], after: after.metadata[field] };
    if (values.before === values.after && sameOrigins(originsBefore, originsAfter)) return [];
    const { source, provider }: Origin = nameOf(field) ?? { source: 'manual' };
    const sourceBefore = (originOf(before.origins, field) ?? entriesOf(originsBefore)[0]?.[1])?.source;
    const named = { source, ...(provider !== undefined && { provider }), ...(sourceBefore && { sourceBefore }) };
    return [{ field, ...values, ...named, originsBefore, originsAfter }];
  });
}

/** True for the same sources of the same parts; locks aside. */
export function sameOrigins(a: Origins, b: Origins): boolean {
  const keyOf = (origins: Origins) =>
    entriesOf(origins)
      .map(([part, { source, provider = '' }]) => `${part} ${source} ${provider}`)
      .sort()
      .join('\n');
  return keyOf(a) === keyOf(b);
}
