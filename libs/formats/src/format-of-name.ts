import type { Format } from '@octavo/domain';

const BY_ENDING: readonly [ending: string, format: Format][] = [
  ['.kepub.epub', 'kepub'],
  ['.kepub', 'kepub'],
  ['.epub', 'epub'],
];

/** The format a file's name promises, by its ending; undefined for files that are no books. */
export function formatOfName(name: string): Format | undefined {
  const lower = name.toLowerCase();
  return BY_ENDING.find(([ending]) => lower.endsWith(ending))?.[1];
}
