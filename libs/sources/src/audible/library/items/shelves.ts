import { isObject, listAt, type Json } from '../json-value.js';
import { lineOf } from './harmless.js';

export interface AudibleShelves {
  genres: string[];
  tags: string[];
}

const MOST_GENRES = 5;
const MOST_TAGS = 10;

/**
 * Of each ladder of shelves the top is a genre and what is below are tags; ladders of other roots are advertising.
 * Undefined where no ladders are told.
 */
export function shelvesOf(value: Json): AudibleShelves | undefined {
  const ladders = listAt({ value }, 'value')?.filter(isObject);
  if (!ladders) return undefined;
  const names = ladders
    .filter(({ root }) => (lineOf(root) ?? 'Genres') === 'Genres')
    .map((entry) =>
      (listAt(entry, 'ladder') ?? []).flatMap((step) => (isObject(step) ? (lineOf(step['name']) ?? []) : [])),
    );
  const genres = new Set(names.flatMap(([top]) => top ?? []));
  const tags = new Set(names.flatMap(([, ...below]) => below).filter((name) => !genres.has(name)));
  return { genres: [...genres].slice(0, MOST_GENRES), tags: [...tags].slice(0, MOST_TAGS) };
}
