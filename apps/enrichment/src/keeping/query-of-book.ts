import type { WholeStoredBook } from '@octavo/database';
import { type FieldPart, isEmptyValue, type MetadataField, type Medium, originOf } from '@octavo/domain';
import type { BookQuery } from '@octavo/providers';
import type { WantedField } from '../finding/wanted-fields.js';

/**
 * What is known of a book, as it is asked for: without numbers that only providers gave it, which would prove what they
 * were taken on trust for.
 */
export function queryOf({ metadata, origins }: WholeStoredBook, medium: Medium): BookQuery {
  const { title, subtitle, contributors, series, language, publishedDate, pageCount } = metadata;
  const [first] = series;
  const isFound = (part: FieldPart) => originOf(origins, part)?.source === 'enrichment';
  return {
    title,
    ...(subtitle !== null && { subtitle }),
    authors: contributors.filter(({ role }) => role === 'author').map(({ name }) => name),
    ...(first && { series: first }),
    identifiers: metadata.identifiers.filter(({ scheme }) => !isFound(`identifiers.${scheme}`)),
    ...(language !== null && { language }),
    ...(publishedDate !== null && { year: Number(publishedDate.slice(0, 4)) }),
    ...(pageCount !== null && { pageCount }),
    medium,
  };
}

const WANTED: readonly MetadataField[] = ['description', 'series', 'subjects', 'publishedDate', 'publisher'];

/** What a book lacks that people look at: what nobody said, and what was only guessed from a file's name. */
export function wantedOf({ metadata, origins, cover }: WholeStoredBook, medium: Medium): WantedField[] {
  const isWanted = (field: MetadataField) =>
    isEmptyValue(metadata[field]) || originOf(origins, field)?.source === 'filepath';
  const hasNarrator = metadata.contributors.some(({ role }) => role === 'narrator');
  return [
    ...WANTED.filter(isWanted),
    ...(cover.id === null ? (['cover'] as const) : []),
    ...(medium === 'audiobook' && !hasNarrator ? (['narrators'] as const) : []),
  ];
}
