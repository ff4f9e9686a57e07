import type { Library, NewBook } from '@octavo/database';
import { bookFrom, withPathTitle } from '@octavo/domain';
import { groupKeyOf } from './group-key-of.js';
import type { FileLook, Reading } from './looks.js';

/** The book a file makes by itself. */
export function newBookOf(library: Library, look: FileLook & { reading: Reading }): NewBook {
  const { listed, content, reading } = look;
  const { findings } = reading;
  const { statements, sortTitle, cover } = findings.says;
  return {
    ...{
      ownerId: library.ownerId,
      libraryId: library.id,
      groupKey: groupKeyOf(listed.path),
      content,
      findings,
      listed,
    },
    kept: {
      ...bookFrom(withPathTitle(statements, listed.path)),
      ...(sortTitle !== undefined && { sortTitle }),
      status: findings.problem === null ? 'READY' : 'PROBLEM',
      coverId: cover?.id ?? null,
      ...(cover && { coverOrigin: { source: cover.source } }),
    },
  };
}
