import type { Role } from './book.js';
import { isArticle } from './titles.js';

/** Words for what a person did: MARC relator codes (id.loc.gov/vocabulary/relators) and plain English. */
const ROLE_WORDS = new Map<string, Role>([
  ['aut', 'author'],
  ['author', 'author'],
  ['aui', 'author'],
  ['cre', 'author'],
  ['creator', 'author'],
  ['edt', 'editor'],
  ['editor', 'editor'],
  ['trl', 'translator'],
  ['translator', 'translator'],
  ['ill', 'illustrator'],
  ['art', 'illustrator'],
  ['illustrator', 'illustrator'],
  ['artist', 'illustrator'],
  ['nrt', 'narrator'],
  ['narrator', 'narrator'],
  ['cov', 'coverArtist'],
  ['clr', 'colorist'],
  ['colorist', 'colorist'],
  ['colourist', 'colorist'],
  ['penciller', 'penciller'],
  ['inker', 'inker'],
  ['letterer', 'letterer'],
]);

/** "aut", "Author" or an address that ends in "/aut" -> 'author'. Words that are not known are 'other'. */
export function roleFrom(word: string): Role {
  const code = word.trim().toLowerCase().split(/[/#:]/).at(-1) ?? '';
  return ROLE_WORDS.get(code) ?? 'other';
}

export interface PersonName {
  /** As it is said: "Frank Herbert". */
  name: string;
  /** As it was written when that was the other way round: "Herbert, Frank". */
  sortName?: string;
}

const NOBODY =
  /^(?:unknown(?: author)?|unbekannt(?:er autor)?|inconnu|desconocido|various(?: authors)?|n\/?a|author|none|untitled)$/i;
const PARTICLES = new Set(
  'af al av bin d da de del della den der di dos du el ibn la le ten ter van von y zu zur'.split(' '),
);

/** True for the small words within a name, as they are written there: "van", "de la". */
export function isNameParticle(word: string): boolean {
  return PARTICLES.has(word);
}

/** True for a text that stands where a name would and names nobody: "Unknown", "Various Authors". */
export function isStandIn(text: string): boolean {
  return NOBODY.test(text.trim());
}

const SUFFIX = /^(?:jr|sr|[ivx]+|ph\.?d|m\.?d|esq|inc|ltd|llc|gmbh|co|p[èe]re|fils)\.?$/i;
/** In one field; a longer list is no list of authors. */
const MAX_PEOPLE = 50;
const WORDY_SEPARATOR = /\s+(?:and|with|und|et|y)\s+/i;

/**
 * The people in one name field, in order: "A Bee & C Dee", "Bee, A; Dee, C", "A Bee, C Dee". Stand-ins for nobody
 * ("Unknown") give none. A text that does not clearly hold several people stays one.
 */
export function peopleFrom(text: string): PersonName[] {
  const tidy = text
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .replace(/,?\s*\bet al\b\.?$/i, '');
  return tidy
    .split(/\s*;\s*|\s+[&+]\s+/)
    .flatMap(splitAtWords)
    .flatMap(splitAtCommas)
    .filter(({ name }) => name !== '' && !NOBODY.test(name))
    .slice(0, MAX_PEOPLE);
}

/** "José Ortega y Gasset" is one man: a word only parts people who each have two names. */
function splitAtWords(text: string): string[] {
  const parts = text.split(WORDY_SEPARATOR);
  return parts.length > 1 && parts.every(hasTwoWords) ? parts : [text];
}

function splitAtCommas(text: string): PersonName[] {
  const parts = text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  if (parts.length < 2 || parts.slice(1).some((part) => SUFFIX.test(part))) return [{ name: text.trim() }];
  if (parts.length === 2 && isInverted(parts)) return [turned(parts)];
  if (parts.every(hasTwoWords)) return parts.map((name) => ({ name }));
  if (parts.length >= 4 && parts.length % 2 === 0 && !parts.some(hasTwoWords)) return pairs(parts).map(turned);
  return [{ name: text.trim() }];
}

/** "Herbert, Frank", "de la Cruz, Melissa", "King Smith, D." but not "Preston Douglas, Child Lincoln". */
function isInverted([last = '', first = '']: string[]): boolean {
  if (isArticle(first)) return false;
  const startsWithParticle = PARTICLES.has(last.split(' ')[0]?.toLowerCase() ?? '');
  return !hasTwoWords(last) || startsWithParticle || /(?:^|[\s.])\p{Lu}\.?$/u.test(first);
}

function turned([last = '', first = '']: string[]): PersonName {
  return { name: `${first} ${last}`, sortName: `${last}, ${first}` };
}

function pairs(parts: string[]): string[][] {
  return parts.flatMap((part, index) => (index % 2 === 0 ? [[part, parts[index + 1] ?? '']] : []));
}

function hasTwoWords(text: string): boolean {
  return /\S\s+\S/.test(text);
}

/** The form lists of people sort by: "Ursula K. Le Guin" -> "Le Guin, Ursula K.", "Plato" -> "Plato". */
export function sortName(name: string): string {
  const words = name.trim().split(/\s+/);
  const tail = words.length > 2 && SUFFIX.test(words.at(-1) ?? '') ? words.splice(-1) : [];
  let start = words.length - 1;
  while (start > 1 && PARTICLES.has(words[start - 1]?.toLowerCase() ?? '')) start--;
  if (start <= 0 || name.includes(',')) return name.trim();
  return [`${words.slice(start).join(' ')},`, ...words.slice(0, start), ...tail].join(' ');
}
