import type { LibraryEvent } from '@octavo/contracts';
import type { QueryKey } from '@tanstack/react-query';

/** Which stored answers an announcement puts in doubt: keys as in the features' `*.queries.ts`. */
export function affectedQueries({ kind, id }: LibraryEvent): QueryKey[] {
  switch (kind) {
    case 'job':
      return [['jobs']];
    case 'device':
      return [['devices']];
    case 'shelf':
      return [['shelves'], ['books'], ['devices']];
    case 'source':
      return [['libraries']];
    case 'book':
      return [['books', 'list'], id === null ? ['books', 'one'] : ['books', 'one', id], ['libraries'], ['devices']];
  }
}
