import type { CoverRow, FileCover } from '@octavo/database';
import type { BookDraft, MetadataSource } from '@octavo/domain';

const TOLD = [
  ...(['title', 'subtitle', 'contributors', 'series', 'description', 'publisher', 'published'] as const),
  ...(['language', 'identifiers', 'subjects', 'pageCount', 'abridged'] as const),
];

/** Of a draft what is told of the book, without what is of its file (pages, chapters) and without the cover's bytes. */
export function toldOf(draft: Partial<BookDraft>): Partial<BookDraft> {
  const said = TOLD.filter((field) => draft[field] !== undefined && !isEmptyList(draft[field]));
  return Object.fromEntries(said.map((field) => [field, draft[field]]));
}

const isEmptyList = (value: unknown) => Array.isArray(value) && value.length === 0;

export function coverSaid({ id, width, height }: CoverRow, source: MetadataSource): FileCover {
  return { id, source, width, height };
}
