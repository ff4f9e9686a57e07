import type { Contributor } from '../book.js';
import { peopleFrom, type PersonName } from '../contributors.js';
import { isArticle } from '../titles.js';
import { bracketGroups } from './bracket-groups.js';
import { notesSeveral, roleNoted } from './role-notes.js';
import { singleSpaced, trimmedEdges } from './text-edges.js';

/**
 * The people in the part of a name that holds them: "Leo Tolstoy, Louise Maude (translator)". A note in brackets
 * speaks of the person before it, one in the plural of all before it; whoever has none is an author.
 */
export function peopleIn(text: string): Contributor[] {
  const people: Contributor[] = [];
  let from = 0;
  for (const { inner, start, end } of bracketGroups(text)) {
    const role = roleNoted(inner);
    if (role === undefined) continue;
    const named = namesIn(text.slice(from, start));
    const first = notesSeveral(inner) ? 0 : named.length - 1;
    people.push(...named.map((name, at) => ({ ...name, role: at >= first ? role : ('author' as const) })));
    from = end;
  }
  return [...people, ...namesIn(text.slice(from)).map((name) => ({ ...name, role: 'author' as const }))];
}

/** The text without its notes on roles, and whether there were any. */
export function withoutRoleNotes(text: string): { text: string; hasNotes: boolean } {
  const notes = bracketGroups(text).filter(({ inner }) => roleNoted(inner) !== undefined);
  if (notes.length === 0) return { text, hasNotes: false };
  const kept = notes.map(({ start }, at) => text.slice(notes[at - 1]?.end ?? 0, start));
  return { text: singleSpaced([...kept, text.slice(notes.at(-1)?.end)].join('')), hasNotes: true };
}

/** The text outside of all brackets, whatever they hold: "Stephen King (Richard Bachman)" -> "Stephen King". */
export function withoutBrackets(text: string): string {
  const groups = bracketGroups(text);
  if (groups.length === 0) return text;
  const kept = groups.map(({ start }, at) => text.slice(groups[at - 1]?.end ?? 0, start));
  return singleSpaced([...kept, text.slice(groups.at(-1)?.end)].join(' '));
}

/** The names in a text without notes. */
export function namesIn(text: string): PersonName[] {
  const names = trimmedEdges(text.replace(/^ ?(?:and|und|et|y) /i, ''), ' ,;&+');
  return peopleFrom(names).map(turnedRound);
}

/** "García Márquez, Gabriel": two surnames before one given name, which only the names of files have so often. */
function turnedRound(person: PersonName): PersonName {
  const parts = person.name.split(', ');
  const [last = '', first = ''] = parts;
  const isInverted =
    parts.length === 2 && /^\p{Lu}[^ ]* \p{Lu}[^ ]*$/u.test(last) && /^\p{Lu}[\p{L}-]*\.?$/u.test(first);
  if (!isInverted || isArticle(first) || SUFFIX.test(first)) return person;
  return { name: `${first} ${last}`, sortName: `${last}, ${first}` };
}

const SUFFIX = /^(?:jr|sr|i{1,3}|iv|phd|md|esq|inc|ltd|llc|gmbh|co|fils)\.?$/i;
