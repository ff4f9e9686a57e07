import { fieldWords } from '../books/provenance-words.js';

/** What came of taking a find into a book; nothing is known of it yet where only administrators may ask. */
export function takenWords(title: string, result: { changed: string[] } | { problem: string } | undefined): string {
  if (!result) return `It is being taken into “${title}”.`;
  if ('problem' in result) return `It could not be taken into “${title}”: ${result.problem}`;
  if (result.changed.length === 0) return `“${title}” is as it was: there was nothing to take.`;
  return `Taken into “${title}”: ${result.changed.map(fieldWords).join(', ')}. Its history can take it back.`;
}
