import { foldText, type Contributor } from '@octavo/domain';
import { plainText } from '../../text/plain-text.js';
import type { Tags } from '../tags.js';
import { creditsIn } from './credits.js';
import { TAG_NAMES } from './tag-names.js';

const MAX_PEOPLE = 100;
const NOBODY = /^(?:various(?: artists?| authors?)?|unknown(?: artist)?|audio ?books?|v\.?a\.?)$/i;

/**
 * Authors from the album artist, else the artist; narrators from their own tag, else from the composer, where taggers
 * put them before there was one. Who narrates is no author if somebody else is: the artist often lists both.
 */
export function peopleIn(tags: Tags): Contributor[] {
  const named = [TAG_NAMES.albumArtist, TAG_NAMES.artist].map((names) => credits(tags, names, 'author'));
  const written = named.find((people) => people.length > 0) ?? [];
  const [own, composer] = [TAG_NAMES.narrator, TAG_NAMES.composer].map((names) => credits(tags, names, 'narrator'));
  const heard = own?.length ? own : (composer ?? []);
  return unique([...withoutNarrators(written, heard), ...heard]).slice(0, MAX_PEOPLE);
}

function credits(tags: Tags, names: readonly string[], role: Contributor['role']): Contributor[] {
  const texts = tags.all(names).map((text) => plainText(text));
  return texts.filter((text) => !NOBODY.test(text)).flatMap((text) => creditsIn(text, role));
}

function withoutNarrators(written: Contributor[], heard: Contributor[]): Contributor[] {
  const narrators = new Set([...written, ...heard].filter(({ role }) => role === 'narrator').map(keyOf));
  const others = written.filter((person) => person.role !== 'author' || !narrators.has(keyOf(person)));
  return others.some(({ role }) => role === 'author') ? others : written;
}

function keyOf({ name }: Contributor): string {
  return foldText(name);
}

function unique(people: Contributor[]): Contributor[] {
  const seen = new Set<string>();
  return people.filter((person) => {
    const key = `${person.role} ${keyOf(person)}`;
    return !seen.has(key) && seen.add(key);
  });
}
