import type { LibraryEvent } from '@octavo/contracts';
import type { QueryKey } from '@tanstack/react-query';

/** How far the search for more about books is. */
const ASKING = ['metadata', 'enrichment'];

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
      return LIBRARIES;
    case 'book':
      return [
        ...[['books', 'list'], id === null ? ['books', 'one'] : ['books', 'one', id], ...LIBRARIES, ['devices']],
        ...[ASKING, ['suggestions', 'list']],
      ];
  }
}
