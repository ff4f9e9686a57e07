import { peopleFrom, roleFrom, type Contributor, type Role } from '@octavo/domain';

/** What shops write behind a name, of which no role of ours is the word. */
const OTHER_WORK = new Set(['introduction', 'foreword', 'afterword', 'preface', 'contributor', 'adaptation']);
/** "Ann Bee - translator", "Ann Bee (Narrator)". */
const WITH_ROLE = /^(.+?)\s*(?:\s[-–]\s*|[([]\s*)([a-z]+)\s*[)\]]?$/i;

/** The people in one tag, each in the role behind the name, else in `role`. Slashes part people as semicolons do. */
export function creditsIn(text: string, role: Role): Contributor[] {
  return text
    .split(';')
    .flatMap(splitAtSlashes)
    .flatMap(splitAtCommas)
    .flatMap((part) => credit(part.trim(), role));
}

/** "AC/DC" is one name: a slash only parts names of two words. */
function splitAtSlashes(text: string): string[] {
  const parts = text.split('/');
  return parts.every((part) => /\S\s+\S/.test(part.trim())) ? parts : [text];
}

/** Only where a role shows that commas part people; otherwise they may part the halves of a name. */
function splitAtCommas(text: string): string[] {
  const parts = text.split(',');
  return parts.some((part) => withRole(part.trim()) !== undefined) ? parts : [text];
}

function credit(text: string, role: Role): Contributor[] {
  const own = withRole(text);
  return peopleFrom(own?.name ?? text).map((person) => ({ ...person, role: own?.role ?? role }));
}

function withRole(text: string): { name: string; role: Role } | undefined {
  const [, name, word] = WITH_ROLE.exec(text) ?? [];
  if (name === undefined || word === undefined) return undefined;
  const role = roleFrom(word);
  return role !== 'other' || OTHER_WORK.has(word.toLowerCase()) ? { name, role } : undefined;
}
