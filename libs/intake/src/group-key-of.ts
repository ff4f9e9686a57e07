import { audiobookGroup, ebookGroupKey, formatOfName, groupKey, mediumOf, withoutEnding } from '@octavo/domain';

/** The key that files share which may be forms, or parts, of one book. */
export function groupKeyOf(path: string): string {
  const format = formatOfName(path);
  if (!format || mediumOf(format) === 'ebook') return ebookGroupKey(withoutEnding(path));
  return groupKey('audiobook', audiobookGroup(path) ?? path);
}
