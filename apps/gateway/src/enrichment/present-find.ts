import type { BookFind } from '@octavo/contracts';
import type { ProviderFind, WholeStoredBook } from '@octavo/database';
import { formatPartialDate, METADATA_FIELDS, type MetadataField, mergeBook, sameValue } from '@octavo/domain';
import type { Candidate } from '@octavo/providers';
import { statementOfCandidate } from '@octavo/providers';

/** A find as people see it, beside the book as it is. */
export function presentFind(find: ProviderFind, book: WholeStoredBook): BookFind {
  const candidate = find.candidate as unknown as Candidate;
  const { id, bookId, provider, score, reasons, standing, coverId } = find;
  const { title, url, contributors, form, published, cover } = candidate;
  return {
    ...{ id, bookId, provider, url, title, score, reasons, standing },
    authors: contributors.filter(({ role }) => role === 'author').map(({ name }) => name),
    form: form ?? null,
    published: published ? formatPartialDate(published) : null,
    hasCover: cover !== undefined || coverId !== null,
    coverUrl: coverId === null ? null : `/api/finds/${id}/cover?v=${coverId}`,
    at: find.at.toISOString(),
    differences: differencesOf(candidate, book),
  };
}

/** As though all of it were taken, locks aside. */
function differencesOf(candidate: Candidate, { metadata, origins }: WholeStoredBook): BookFind['differences'] {
  const statement = statementOfCandidate({ candidate, score: 1, byIdentifier: true });
  const merged = mergeBook({ metadata, origins }, [statement], { mode: 'refresh' }).metadata;
  const differs = (field: MetadataField) => !sameValue(field, metadata[field], merged[field]);
  return METADATA_FIELDS.filter(differs).map((field) => ({ field, before: metadata[field], after: merged[field] }));
}
