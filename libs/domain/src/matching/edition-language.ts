import { knownLanguage } from '../languages.js';
import type { Found } from './sought-and-found.js';

/** "(Spanish Edition)", "(Edición en español)". Short words are countries: "(UK Edition)". */
const SAID = /\b(\p{L}{4,20}) edition\b|\b(?:edición|edition|édition|edizione) (?:en|in) (\p{L}{4,20})/iu;

/** The language of a find: the one its title is marked with, since that is the edition's, else the one it gives. */
export function languageOfFind({
  title,
  fullTitle = '',
  language,
}: Pick<Found, 'title' | 'fullTitle' | 'language'>): string | undefined {
  const [, before, behind] = SAID.exec(`${title.slice(0, 300)} ${fullTitle.slice(0, 300)}`) ?? [];
  const marked = knownLanguage(behind ?? before ?? '');
  return primary(marked) ?? primary(language);
}

/** "en-GB" and "en" are one. */
export function primary(language: string | undefined): string | undefined {
  return language?.split('-')[0]?.toLowerCase() || undefined;
}
