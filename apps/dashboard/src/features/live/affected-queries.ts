import type { LibraryEvent } from '@octavo/contracts';
import type { QueryKey } from '@tanstack/react-query';

/** How far the search for more about books is. */
const ASKING = ['metadata', 'enrichment'];

/** Books that are one work, and pairs that may be. */
const WORKS = ['works'];

/** Accounts at Audible, their stores, and what series lack. */
const AUDIBLE = ['audible'];

/** Watched folders, and libraries on servers. */
const LIBRARIES = [['libraries'], ['webdav']];

/** Which stored answers an announcement puts in doubt: keys as in the features' `*.queries.ts`. */
export function affectedQueries({ kind, id }: LibraryEvent): QueryKey[] {
  switch (kind) {
    case 'job':
      return [['jobs'], ASKING];
    case 'device':
      return [['devices']];
    case 'shelf':
      return [['shelves'], ['books'], ['devices']];
    case 'source':
      return [...LIBRARIES, AUDIBLE];
    case 'book':
      return [
        ...[['books', 'list'], id === null ? ['books', 'one'] : ['books', 'one', id], ...LIBRARIES, ['devices']],
        ...[ASKING, ['suggestions', 'list'], WORKS, [...AUDIBLE, 'series']],
      ];
  }
}
