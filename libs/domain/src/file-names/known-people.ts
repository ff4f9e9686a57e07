import { foldText } from '../search-text.js';
import type { Knowledge } from './name-context.js';
import { namesIn, withoutRoleNotes } from './people.js';

/** In characters: no list of people is longer. */
const MAX_LENGTH = 500;
/** In words: of a name, and of a text that is looked through for names. */
const LONGEST_NAME = 5;
const MAX_WORDS = 30;

/** One form for "J.R.R. Tolkien", "J. R. R. Tolkien" and "JRR Tolkien". */
export function nameKey(name: string): string {
  const spaced = foldText(name).replace(/\./g, '. ');
  return spaced
    .replace(/(?<![^ ])(\p{L})\.? +(?=\p{L}(?:\.| |$))/gu, '$1')
    .replace(/\./g, '')
    .replace(/ +/g, ' ')
    .trim();
}

/** True when the library knows the name in any way of writing its initials, or with the surname first. */
function isKnown(name: string, known: ReadonlySet<string>): boolean {
  // "JRR Tolkien": capitals that are no word may stand for initials.
  const spelled = name.replace(/^\p{Lu}{2,3}(?= )/u, (initials) => [...initials].join('. ') + '.');
  return (
    formsOf(name).some((form) => known.has(form)) ||
    (spelled !== name && formsOf(spelled).some((form) => known.has(form)))
  );
}

function formsOf(name: string): string[] {
  const folded = foldText(name);
  const space = folded.indexOf(' ');
  const turned = space < 0 ? folded : `${folded.slice(space + 1)} ${folded.slice(0, space)}`;
  const spaced = folded.replace(/\.(?=[^ ])/g, '. ');
  const tight = folded.replace(/(?<=(?:^|[ .])\p{L})\. (?=\p{L}\.)/gu, '.');
  return [folded, turned, spaced, tight, nameKey(name)];
}

/** What a library that knows these authors, given as folded names, knows of a text. */
export function knowledgeOf(known: ReadonlySet<string>): (text: string) => Knowledge {
  if (known.size === 0) return () => 'nothing';
  return (text) => {
    if (text.length > MAX_LENGTH) return 'nothing';
    const bare = withoutRoleNotes(text).text;
    if (namesIn(bare).some(({ name }) => isKnown(name, known))) return 'is';
    return holdsName(bare, known) ? 'holds' : 'nothing';
  };
}

/** Names of one word are too often words of titles to be looked for among others. */
function holdsName(text: string, known: ReadonlySet<string>): boolean {
  const words = text.split(' ', MAX_WORDS);
  for (let start = 0; start < words.length; start++) {
    for (let length = 2; length <= LONGEST_NAME && start + length <= words.length; length++)
      if (isKnown(words.slice(start, start + length).join(' '), known)) return true;
  }
  return false;
}

/** True when two texts name one person or more in common; "Tolkien" is also "J.R.R. Tolkien". */
export function namesAgree(a: string, b: string): boolean {
  if (a.length > MAX_LENGTH || b.length > MAX_LENGTH) return false;
  const [first, second] = [a, b].map((text) => namesIn(withoutRoleNotes(text).text).map(({ name }) => nameKey(name)));
  return (first ?? []).some((one) => (second ?? []).some((other) => one !== '' && sameName(one, other)));
}

function sameName(a: string, b: string): boolean {
  if (a === b) return true;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return !short.includes(' ') && short.length > 2 && long.split(' ').at(-1) === short;
}
