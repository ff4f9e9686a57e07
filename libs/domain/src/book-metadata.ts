import type { BookDraft, Contributor, SeriesEntry } from './book.js';
import type { Identifier } from './identifiers.js';
import { formatPartialDate } from './partial-date.js';
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

/** Metadata with the source of each field it fills. */
export interface SourcedMetadata {
  metadata: BookMetadata;
  sources: FieldSources;
}

/**
 * What several sources say as one, the most trusted first: each field is taken from the first that has it. A subtitle
 * belongs to its title and comes from the same source. A book without a title is called after its file.
 */
export function metadataFrom(statements: readonly Statement[], path: string): SourcedMetadata {
  const sources: FieldSources = {};
  const first = <Field extends MetadataField>(
    field: Field,
    read: (draft: Partial<BookDraft>) => BookMetadata[Field],
  ) => {
    for (const { source, draft } of statements) {
      const value = read(draft);
      if (isNothing(value)) continue;
      sources[field] = source;
      return value;
    }
    return undefined;
  };
  const title = first('title', ({ title }) => title ?? '');
  const titled = statements.filter(({ source }) => source === (sources.title ?? 'filepath'));
  if (title === undefined) sources.title = 'filepath';
  const subtitle = titled.find(({ draft }) => draft.subtitle)?.draft.subtitle ?? null;
  if (subtitle !== null) sources.subtitle = sources.title!;
  const metadata: BookMetadata = {
    title: title ?? titleFromPath(path),
    subtitle,
    description: first('description', ({ description }) => description ?? null) ?? null,
    publisher: first('publisher', ({ publisher }) => publisher ?? null) ?? null,
    publishedDate: first('publishedDate', ({ published }) => (published ? formatPartialDate(published) : null)) ?? null,
    language: first('language', ({ language }) => language ?? null) ?? null,
    subjects: first('subjects', ({ subjects }) => subjects ?? []) ?? [],
    pageCount: first('pageCount', ({ pageCount }) => pageCount ?? null) ?? null,
    abridged: first('abridged', ({ abridged }) => abridged ?? null) ?? null,
    contributors: first('contributors', ({ contributors }) => contributors ?? []) ?? [],
    series: first('series', ({ series }) => series ?? []) ?? [],
    identifiers: first('identifiers', ({ identifiers }) => identifiers ?? []) ?? [],
  };
  return { metadata, sources };
}

const isNothing = (value: unknown) => value === null || value === '' || (Array.isArray(value) && value.length === 0);

/**
 * What two files of one book say, as one: the better source first, between equals `first`. What one does not say the
 * other may.
 */
export function joined(first: SourcedMetadata, second: SourcedMetadata): SourcedMetadata {
  const result: SourcedMetadata = { metadata: { ...first.metadata }, sources: { ...first.sources } };
  const trust = ({ sources }: SourcedMetadata, field: MetadataField) => {
    const source = sources[field];
    return source === undefined ? METADATA_SOURCES.length : METADATA_SOURCES.indexOf(source);
  };
  for (const field of Object.keys(first.metadata) as MetadataField[]) {
    const decider = field === 'subtitle' ? 'title' : field;
    if (trust(second, decider) >= trust(first, decider)) continue;
    Object.assign(result.metadata, { [field]: second.metadata[field] });
    delete result.sources[field];
    if (second.sources[field]) result.sources[field] = second.sources[field];
  }
  return result;
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
