import type { ComicFile } from './comic-archive.js';

const IMAGE = /\.(?:jpe?g|png|webp|gif|avif|bmp|jxl|jp2)$/i;

/** Files that systems leave behind: macOS's shadows of each file, hidden files, Windows's thumbnails. */
export function isLitter(name: string): boolean {
  return name.split('/').some((part) => part.startsWith('.') || /^(?:__MACOSX|Thumbs\.db)$/i.test(part));
}

/** The files that are something: no folders, no litter, not empty. */
export function contentOf<F extends ComicFile>(files: readonly F[]): F[] {
  return files.filter(({ name, size, directory }) => !directory && size > 0 && !isLitter(name));
}

/**
 * The pages of a comic in reading order: numbers count as numbers ("2.png" before "10.png"), case does not, and a folder
 * stays together.
 */
export function pagesIn<F extends ComicFile>(files: readonly F[]): F[] {
  return contentOf(files)
    .filter(({ name }) => IMAGE.test(name))
    .map((file) => ({ file, parts: [...file.name.replace(IMAGE, '').split('/'), file.name] }))
    .sort((a, b) => compareParts(a.parts, b.parts))
    .map(({ file }) => file);
}

const order = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

function compareParts(a: readonly string[], b: readonly string[]): number {
  for (let at = 0; at < Math.min(a.length, b.length); at++) {
    const [first = '', second = ''] = [a[at], b[at]];
    const difference = order.compare(first, second) || (first < second ? -1 : first > second ? 1 : 0);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}
