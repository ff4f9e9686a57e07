import type { Role } from '../book.js';
import { roleFrom } from '../contributors.js';

/** How the work of a person is put in brackets behind a name, beside the words `roleFrom` knows. */
const NOTES = new Map<string, Role>([
  ['ed', 'editor'],
  ['eds', 'editor'],
  ['editors', 'editor'],
  ['hrsg', 'editor'],
  ['hg', 'editor'],
  ['herausgeber', 'editor'],
  ['tr', 'translator'],
  ['trans', 'translator'],
  ['transl', 'translator'],
  ['translators', 'translator'],
  ['übersetzer', 'translator'],
  ['traducteur', 'translator'],
  ['illus', 'illustrator'],
  ['illustrators', 'illustrator'],
  ['zeichner', 'illustrator'],
  ['reader', 'narrator'],
  ['narrators', 'narrator'],
  ['sprecher', 'narrator'],
  ['authors', 'author'],
  ['writer', 'author'],
]);

/** "(translator)", "Ed." -> what the person before it did; undefined for text that names no work. */
export function roleNoted(text: string): Role | undefined {
  if (text.length > 20) return undefined;
  const word = text.toLowerCase().replace('.', '').trim();
  const role = NOTES.get(word) ?? roleFrom(word);
  return role === 'other' ? undefined : role;
}

/** True for "(eds.)", which speaks of everybody before it. */
export function notesSeveral(text: string): boolean {
  return /s\.?$/i.test(text);
}
