import type { EmbeddedField, EmbedReport } from '@octavo/converters';

const WORDS: Partial<Record<EmbeddedField, string>> = {
  sortTitle: 'title for sorting',
  contributors: 'people',
  publishedDate: 'date',
  pageCount: 'number of pages',
};

const named = (fields: readonly EmbeddedField[]) => fields.map((field) => WORDS[field] ?? field).join(', ');

/** What a file says otherwise than before, in a sentence. */
export function wordsOfReport({ changed }: EmbedReport): string {
  return changed.length === 0 ? 'It says all of it already' : `Written: ${named(changed)}`;
}

/** What could not be written, for whoever looks at the file; null where nothing is missing. */
export function problemOfReport({ left }: EmbedReport): string | null {
  return left.length === 0 ? null : `Its format has no place for, or readers would not understand: ${named(left)}.`;
}
