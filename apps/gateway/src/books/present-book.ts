import type { Book, BookDetail, BookFile } from '@octavo/contracts';
import type { WholeBook } from '@octavo/database';
import { type Chapter, emptyDraft, type Format, formatRank, mediumOf, partOrder, type Role } from '@octavo/domain';
import { presentKepub } from './present-kepub.js';
import { presentProvenance, type ProvenanceRow } from './present-provenance.js';

type FileRow = WholeBook['files'][number];

/** A book as the API shows it. */
export function presentBook(book: WholeBook): Book {
  return {
    id: book.id,
    title: book.title,
    subtitle: book.subtitle,
    contributors: book.contributions.map(({ contributor, role }) => ({ name: contributor.name, role: role as Role })),
    series: book.series.map(({ series, number }) => ({ name: series.name, number })),
    language: book.language,
    publisher: book.publisher,
    publishedDate: book.publishedDate,
    description: book.description,
    identifiers: book.identifiers.map(({ scheme, value }) => ({ scheme, value })),
    subjects: book.subjects,
    coverUrl: book.coverId ? `/api/books/${book.id}/cover?v=${book.coverId}` : null,
    abridged: book.abridged,
    status: book.status,
    missing: book.missingSince !== null,
    files: inOrder(book.files).map((file) => presentFile(file, book)),
    addedAt: book.addedAt.toISOString(),
    updatedAt: book.updatedAt.toISOString(),
  };
}

export function presentDetail(book: WholeBook, provenance: ProvenanceRow[], shelfIds: string[]): BookDetail {
  return { ...presentBook(book), provenance: presentProvenance(provenance), shelfIds };
}

function presentFile(file: FileRow, book: WholeBook): BookFile {
  return {
    id: file.id,
    name: nameOf(file),
    format: file.format as Format,
    size: Number(file.size),
    missing: file.places.every(({ missingSince }) => missingSince !== null),
    drm: file.drm as BookFile['drm'],
    problem: file.problemCode ? { code: file.problemCode, detail: file.problemDetail ?? '' } : null,
    warnings: file.warnings,
    durationSec: file.durationSec,
    chapters: (file.chapters ?? []) as unknown as Chapter[],
    kepub: presentKepub(file, book),
    written: file.isWritten,
    writeProblem: file.writeProblem,
    places: file.places.map(({ library, path, missingSince }) => ({
      library: library.name,
      path,
      missing: missingSince !== null,
    })),
  };
}

/** The parts of an audiobook as they are heard, the forms of an ebook with the best for reading first. */
function inOrder(files: FileRow[]): FileRow[] {
  const parts = files.map((file) => {
    const track = { ...(file.disc && { disc: file.disc }), ...(file.track && { number: file.track }) };
    return { file, path: file.places[0]?.path ?? '', draft: { ...emptyDraft(), track } };
  });
  const heard = files.every(({ format }) => mediumOf(format as Format) === 'audiobook');
  if (heard) return partOrder(parts).map(({ file }) => file);
  return [...files].sort((a, b) => formatRank(a.format as Format) - formatRank(b.format as Format));
}

/** The name of a file's best place: one where it still is, else the last it was known at. */
export function nameOf({ places, format }: Pick<FileRow, 'places' | 'format'>): string {
  const place = places.find(({ missingSince }) => missingSince === null) ?? places[0];
  return place?.path.split('/').at(-1) ?? `book.${format}`;
}
