import { formatPartialDate, type BookDraft, type BookMetadata } from '@octavo/domain';

type Known = { [Field in keyof BookMetadata]?: NonNullable<BookMetadata[Field]> };

/** What a file says of its book, or is to say. A field that is absent is not known, or not asked for. */
export interface Said extends Omit<Known, 'abridged'> {
  sortTitle?: string;
}

export type SaidField = keyof Said;

/** In the order they are written and reported. */
export const SAID_FIELDS = [
  'title',
  'subtitle',
  'sortTitle',
  'contributors',
  'series',
  'description',
  'publisher',
  'publishedDate',
  'language',
  'subjects',
  'pageCount',
  'identifiers',
] as const satisfies readonly SaidField[];

/** What our own reader found in a file, as far as metadata goes; fields it found nothing for are absent. */
export function saidOf(draft: BookDraft): Said {
  const { title, subtitle, sortTitle, contributors, series, description } = draft;
  const { publisher, published, language, subjects, pageCount, identifiers } = draft;
  const publishedDate = published && formatPartialDate(published);
  const names = { title, subtitle, sortTitle, contributors, series, description };
  return withoutNothing({ ...names, publisher, publishedDate, language, subjects, pageCount, identifiers });
}

/** The same without fields that are undefined, null, empty texts or empty lists. */
export function withoutNothing(said: { [Field in SaidField]?: Said[Field] | null }): Said {
  const known = Object.entries(said).filter(([, value]) => {
    if (Array.isArray(value)) return value.length > 0;
    return value !== undefined && value !== null && value !== '';
  });
  return Object.fromEntries(known);
}

/** The same without some fields. */
export function withoutFields(said: Said, fields: readonly SaidField[]): Said {
  return Object.fromEntries(Object.entries(said).filter(([field]) => !fields.includes(field as SaidField)));
}
