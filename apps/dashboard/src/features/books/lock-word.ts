import type { BookFile } from '@octavo/contracts';

/** What keeps a book closed, in a word for its badge; undefined where nothing does. */
export function lockWord(files: readonly Pick<BookFile, 'drm'>[]): string | undefined {
  const locks = files.flatMap(({ drm }) => drm ?? []);
  if (locks.length === 0) return undefined;
  return locks.every((drm) => drm === 'password') ? 'Password' : 'DRM';
}
