import type { KeptBook } from '@octavo/database';
import {
  audiobookGroup,
  ebookGroupKey,
  formatOfName,
  groupKey,
  mediumOf,
  metadataFrom,
  withoutEnding,
} from '@octavo/domain';
import type { FileLook, Reading } from './looks.js';

/** The book a file makes by itself. */
export function bookOf(look: FileLook & { reading: Reading }): KeptBook {
  const { findings, statements, sortTitle, cover } = look.reading;
  return {
    ...metadataFrom(statements, look.listed.path),
    ...(sortTitle === undefined ? {} : { sortTitle }),
    status: findings.problem === null ? 'READY' : 'PROBLEM',
    coverId: cover?.id ?? null,
  };
}

/** The key that files share which may be forms, or parts, of one book. */
export function groupKeyOf(path: string): string {
  const format = formatOfName(path);
  if (!format || mediumOf(format) === 'ebook') return ebookGroupKey(withoutEnding(path));
  return groupKey('audiobook', audiobookGroup(path) ?? path);
}
