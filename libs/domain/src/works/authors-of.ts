import { isStandIn, peopleFrom } from '../contributors.js';
import { bracketGroups } from '../file-names/bracket-groups.js';
import { cleanedName } from '../matching/name-parts.js';
import { nameLikeness } from '../matching/name-likeness.js';
import type { BookForm } from './book-form.js';

/** One author with every name the entry gives: "Robert Galbraith (J. K. Rowling)" has two. */
export type Author = readonly string[];

export interface Authors {
  /** In order; without narrators that are listed among them. */
  wrote: readonly Author[];
  /** Listed as authors of an audiobook, but they read it aloud; most often nothing more. */
  readAloud: readonly Author[];
}

const MAX_AUTHORS = 20;
const ROLE_NOTE = /\s+[-–(]\s*(?:editor|author|autor|autore|auteur|herausgeber|hrsg\.?|ed\.?)\)?$/i;
const OTHER_ROLE =
  /\s+[-–(]\s*(?:translat|übersetz|traduc|traduttore|foreword|vorwort|introduction|afterword|preface|illustrat|narrat|adapt|contributor)/i;
const DEGREE = /,?\s+(?:m\.?\s?d|ph\.?\s?d|d\.?\s?phil|esq)\.?$/i;
const ALSO = /\s+(?:writing as|write as|as|aka|a\.k\.a\.|alias|pseud(?:onym)?\.?(?: of)?)\s+/i;
/** Two names at this likeness are one person. */
const ONE_PERSON = 0.85;

/** Who wrote a book; its editors where nobody did. Stand-ins for nobody ("Unknown") are none. */
export function authorsOf({ contributors, medium }: BookForm): Authors {
  const named = (...roles: string[]) => contributors.filter(({ role }) => roles.includes(role)).map(({ name }) => name);
  const listed = named('author').length > 0 ? named('author') : named('editor', 'other');
  const all = listed.filter((name) => !OTHER_ROLE.test(name)).flatMap(authorsIn);
  const narrators = medium === 'audiobook' ? named('narrator').flatMap(authorsIn) : [];
  const isNarrator = (author: Author) =>
    narrators.some((narrator) => (samePerson(author, narrator) ?? 0) >= ONE_PERSON);
  const wrote = all.filter((author) => !isNarrator(author)).slice(0, MAX_AUTHORS);
  if (wrote.length === 0) return { wrote: all.slice(0, MAX_AUTHORS), readAloud: [] };
  return { wrote, readAloud: all.filter(isNarrator).slice(0, MAX_AUTHORS) };
}

function authorsIn(text: string): Author[] {
  return peopleFrom(text.replace(ROLE_NOTE, '').replace(DEGREE, ''))
    .map(({ name }) => namesIn(name))
    .filter((names) => names.length > 0);
}

function namesIn(name: string): string[] {
  const groups = bracketGroups(name).filter(({ start }) => start > 0);
  const plain = groups.reduceRight((rest, { start, end }) => rest.slice(0, start) + rest.slice(end), name);
  const all = [...plain.split(ALSO), ...groups.map(({ inner }) => inner.replace(/^(?:pseud\.?|aka|alias)\s+/i, ''))];
  return all.map((one) => one.trim()).filter((one) => /\p{L}/u.test(one) && !isStandIn(one));
}

/** How likely two authors are one person, by any of their names, from 0 to 1; undefined where nothing can be compared. */
export function samePerson(a: Author, b: Author): number | undefined {
  const all = a.flatMap((name) => b.map((other) => personLikeness(name, other)));
  const known = all.filter((likeness) => likeness !== undefined);
  return known.length === 0 ? undefined : Math.max(...known);
}

/** As the names themselves, but "Machado de Assis" is "Joaquim Maria Machado de Assis", and "Dostojewski" Dostoyevsky. */
function personLikeness(a: string, b: string): number | undefined {
  const likeness = nameLikeness(a, b);
  if (likeness === undefined || likeness > ONE_PERSON) return likeness;
  const [few = [], many = []] = [cleanedName(a).words, cleanedName(b).words].sort((x, y) => x.length - y.length);
  if (haveOtherFirstNames(few, many)) return Math.min(likeness, PERHAPS_ONE);
  if (few.length > 1 && few.every((word) => word.length > 1 && many.includes(word))) return ONE_PERSON;
  const [first, second] = [transcribed(few), transcribed(many)];
  if (first === few.join(' ') && second === many.join(' ')) return likeness;
  const most = haveOtherFirstNames(first.split(' '), second.split(' ')) ? PERHAPS_ONE : 1;
  return Math.max(likeness, Math.min(most, nameLikeness(first, second) ?? 0));
}

const PERHAPS_ONE = 0.7;
/** What makes a woman's name of a man's: "Paula", "Erica", "Josephine". */
const OF_A_WOMAN = /^(?:a|e|ie|ina|ine|ette)$/;
const SHORT_NAME = 5;

/** "Paul" and "Paula", "Joan" and "John" before one surname are two people more often than two spellings. */
function haveOtherFirstNames(a: readonly string[], b: readonly string[]): boolean {
  const [short = '', long = ''] = [a[0] ?? '', b[0] ?? ''].sort((x, y) => x.length - y.length);
  if (a.at(-1) !== b.at(-1) || a.length < 2 || b.length < 2 || short.length < 3) return false;
  if (long.startsWith(short)) return OF_A_WOMAN.test(long.slice(short.length));
  return short.length <= SHORT_NAME && short !== long && !b.includes(a[0] ?? '') && !a.includes(b[0] ?? '');
}

/** Sounds that are written in one way here and in another there; no name by itself. */
const TRANSCRIPTIONS: readonly [RegExp, string][] = [
  [/[jy]/g, 'i'],
  [/w/g, 'v'],
  [/ii/g, 'i'],
  [/ie/g, 'e'],
  [/([aou])e/g, '$1'],
];

function transcribed(words: readonly string[]): string {
  return TRANSCRIPTIONS.reduce((name, [written, one]) => name.replace(written, one), words.join(' '));
}
