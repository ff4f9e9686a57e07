import type { BookDraft } from '../book.js';
import type { MetadataSource } from '../book-metadata.js';
import { isStandIn } from '../contributors.js';
import { formatPartialDate } from '../partial-date.js';
import { type FieldValues, splitParts } from './field-parts.js';
import { isEmpty } from './field-values.js';

/** What a draft says, without what is empty or stands for nothing. A title may be such a word where a person gave it. */
export function statedParts(draft: Partial<BookDraft>, source: MetadataSource): FieldValues {
  const isNamed = (text: string) => text.trim() !== '' && (source === 'manual' || !isStandIn(text));
  const given = (text: string | undefined) => (text !== undefined && isNamed(text) ? text : null);
  const parts = splitParts({
    title: (source === 'filepath' ? draft.title : given(draft.title)) ?? '',
    subtitle: given(draft.subtitle),
    description: draft.description ?? null,
    publisher: given(draft.publisher),
    publishedDate: draft.published ? formatPartialDate(draft.published) : null,
    language: draft.language ?? null,
    subjects: (draft.subjects ?? []).filter((subject) => subject.trim() !== ''),
    pageCount: draft.pageCount !== undefined && draft.pageCount > 0 ? draft.pageCount : null,
    abridged: draft.abridged ?? null,
    contributors: (draft.contributors ?? []).filter(({ name }) => isNamed(name)),
    series: (draft.series ?? []).filter(({ name }) => name.trim() !== ''),
    identifiers: (draft.identifiers ?? []).filter(({ value }) => value.trim() !== ''),
  });
  return new Map([...parts].filter(([, value]) => !isEmpty(value)));
}
