import { foldText, peopleFrom, type Contributor, type Role } from '@octavo/domain';
import { plainText } from '../../text/plain-text.js';
import type { ComicRecord } from '../record/comic-record.js';

const MAX_PEOPLE = 200;
const SUFFIX = /^(?:jr|sr|[ivx]+)\.?$/i;

/** Everybody who made the comic, each once per role, in the order of the record. */
export function peopleOf({ people }: ComicRecord): Contributor[] {
  const seen = new Set<string>();
  return people
    .slice(0, MAX_PEOPLE)
    .flatMap(({ role, text }) => namesIn(text).map((name) => ({ ...name, role })))
    .filter(({ name, role }) => isNew(seen, role, name))
    .slice(0, MAX_PEOPLE);
}

/** In these fields a comma always parts people, even those of one name ("Boichi, Riichiro Inagaki"). */
function namesIn(text: string): { name: string; sortName?: string }[] {
  const parts: string[] = [];
  for (const part of plainText(text).split(/\s*[,;]\s*/)) {
    if (SUFFIX.test(part) && parts.length > 0) parts.push(`${parts.pop()}, ${part}`);
    else parts.push(part);
  }
  return parts.flatMap(peopleFrom);
}

function isNew(seen: Set<string>, role: Role, name: string): boolean {
  const key = `${role} ${foldText(name)}`;
  return !seen.has(key) && seen.add(key) !== undefined;
}
