import { foldText, isStandIn, roleFrom, type Contributor, type Role } from '@octavo/domain';
import { cleanText } from './clean-text.js';

const MAX_PEOPLE = 50;
/** What stands behind a name in shops: "Ann Goldstein - translator". */
const DEED = /^(.{2,}?)\s+[-–—]\s+([\p{L} /]{4,30})$/u;
const DEEDS = new Map<string, Role>(
  Object.entries({
    author: 'author',
    translator: 'translator',
    translation: 'translator',
    ubersetzer: 'translator',
    traducteur: 'translator',
    traductrice: 'translator',
    traductor: 'translator',
    traductora: 'translator',
    traduttore: 'translator',
    editor: 'editor',
    herausgeber: 'editor',
    illustrator: 'illustrator',
    illustrations: 'illustrator',
    narrator: 'narrator',
    adapter: 'other',
    adaptation: 'other',
    adaptor: 'other',
    afterword: 'other',
    contributor: 'other',
    director: 'other',
    foreword: 'other',
    introduction: 'other',
    nachwort: 'other',
    postface: 'other',
    preface: 'other',
    prologue: 'other',
    vorwort: 'other',
  }),
);

/** A person and what they did, where a provider tells both; without a word for it, an author. */
export function contributor(name: string, word: string | undefined): Contributor {
  return { name: cleanText(name), role: word === undefined ? 'author' : roleOf(word) };
}

/** "Illustrator, Author" is by its first word; words that are not known are 'other'. */
function roleOf(words: string): Role {
  const parts = words.split(/[,;/&]/).map((word) =>
    word
      .replace(/^goodreads /i, '')
      .replace(/[()]/g, '')
      .trim(),
  );
  const known = parts.map(roleFrom).find((role) => role !== 'other');
  return known ?? (parts.every((word) => word === '') ? 'author' : 'other');
}

/** A name from a shop's list of one role, where some did something else: "Ann Goldstein - translator". */
export function shopContributor(name: string, role: Role): Contributor {
  const clean = cleanText(name);
  const [, bare, deed] = DEED.exec(clean) ?? [];
  const done = deed === undefined ? undefined : DEEDS.get(foldText(deed));
  return done === undefined ? { name: clean, role } : { name: bare ?? clean, role: done };
}

/** Each person once in each role, without those who stand for nobody. */
export function distinctPeople(people: readonly Contributor[]): Contributor[] {
  const known = new Map<string, Contributor>();
  for (const person of people) {
    if (person.name === '' || isStandIn(person.name)) continue;
    const key = `${person.role} ${foldText(person.name)}`;
    if (!known.has(key)) known.set(key, person);
  }
  return [...known.values()].slice(0, MAX_PEOPLE);
}
