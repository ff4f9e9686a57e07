import { bookFrom, withPathTitle } from '@octavo/domain';
import type { NewBook } from '../new-books.repository.js';
import type { Listed } from '../places.repository.js';

/** A book of everybody's, of one EPUB that was read, called by its path. */
export function aNewBook(libraryId: string, listed: Listed, fingerprint: string): NewBook {
  return {
    ...{ ownerId: null, libraryId, groupKey: `ebook:${listed.path}`, listed },
    kept: { ...bookFrom(withPathTitle([], listed.path)), status: 'READY', coverId: null },
    content: { ownerId: null, fingerprint, size: listed.size },
    findings: { format: 'epub', layout: 'reflowable', drm: null, problem: null, warnings: [] },
  };
}
