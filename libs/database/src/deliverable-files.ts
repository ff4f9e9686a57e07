import type { DeliverableFile, Format } from '@octavo/domain';
import type { WholeBook } from './repositories/books.repository.js';

/** A book's files as it is decided on what devices get of it. */
export function deliverableFiles(book: WholeBook): DeliverableFile[] {
  return book.files.map((file) => ({
    id: file.id,
    format: file.format as Format,
    fingerprint: file.fingerprint,
    size: file.size,
    layout: file.layout === 'fixed' ? 'fixed' : 'reflowable',
    drm: file.drm,
    problem: file.problemDetail,
    missing: file.places.every(({ missingSince }) => missingSince !== null),
  }));
}
