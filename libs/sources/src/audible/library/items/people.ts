import { isObject, type Json } from '../json-value.js';
import { lineOf } from './harmless.js';

export interface AudiblePerson {
  asin: string | null;
  name: string;
}

const MOST_PEOPLE = 500;

/**
 * Authors or narrators in their order, without entries that name nobody. Undefined where nothing usable was told: no
 * list, or one of which nobody is left. An empty list says that there are none.
 */
export function peopleOf(value: Json): AudiblePerson[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const people = (value as Json[]).slice(0, MOST_PEOPLE).flatMap((entry) => {
    const name = isObject(entry) ? nameOf(entry['name']) : undefined;
    if (!isObject(entry) || name === undefined) return [];
    return [{ asin: typeof entry['asin'] === 'string' ? (lineOf(entry['asin']) ?? null) : null, name }];
  });
  return people.length === 0 && value.length > 0 ? undefined : people;
}

function nameOf(value: Json): string | undefined {
  return typeof value === 'string' ? lineOf(value) : undefined;
}
