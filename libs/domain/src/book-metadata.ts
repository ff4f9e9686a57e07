import type { BookDraft, Contributor, SeriesEntry } from './book.js';
import type { Identifier } from './identifiers.js';
import { foldText } from './search-text.js';
import { sortTitle } from './titles.js';

/** What a book says of itself, as kept. */
export interface BookMetadata {
  title: string;
  subtitle: string | null;
  description: string | null;
  publisher: string | null;
  publishedDate: string | null;
  language: string | null;
  subjects: string[];
  pageCount: number | null;
  abridged: boolean | null;
  contributors: Contributor[];
  series: SeriesEntry[];
  identifiers: Identifier[];
}
export type MetadataField = keyof BookMetadata;

/** Who said so; the order of trust is decided where sources are merged. */
export const METADATA_SOURCES = ['manual', 'sidecar', 'file', 'audible', 'enrichment', 'filepath'] as const;
export type MetadataSource = (typeof METADATA_SOURCES)[number];

export type FieldSources = Partial<Record<MetadataField, MetadataSource>>;

/** What one source says of a book; every part may be missing. */
export interface Statement {
  source: MetadataSource;
  draft: Partial<BookDraft>;
}

/** "a/b/The_Left%20Hand.kepub.epub" -> "The Left Hand": the plainest reading of a name, for want of anything better. */
export function titleFromPath(path: string): string {
  const name = path.split('/').at(-1) ?? path;
  const stem = name.replace(/(\.kepub)?\.[A-Za-z0-9]{1,5}$/i, '');
  const spaced = stem.replace(/_/g, ' ').replace(/%20/g, ' ').replace(/\s+/g, ' ').trim();
  return (spaced || name).normalize('NFC');
}

/** What lists sort by and search looks through; derived, so that it never disagrees with the metadata. */
export function keysOf(metadata: BookMetadata, givenSortTitle?: string) {
  const authors = metadata.contributors.filter(({ role }) => role === 'author');
  const first = authors[0] ?? metadata.contributors[0];
  const words = [
    metadata.title,
    metadata.subtitle ?? '',
    ...metadata.contributors.map(({ name }) => name),
    ...metadata.series.map(({ name }) => name),
    ...metadata.identifiers.map(({ value }) => value),
  ];
  return {
    sortTitle: foldText(givenSortTitle ?? sortTitle(metadata.title, metadata.language ?? undefined)),
    authorSort: first ? foldText(first.sortName ?? first.name) : '',
    searchText: foldText(words.join(' ')),
  };
}
