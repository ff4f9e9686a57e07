import { safeName } from './safe-name.js';

/** Something that is to have a name in a folder. */
export interface Nameable {
  /** A UUID of version 7: things that were made later sort later. */
  id: string;
  /** A title, or whatever it is called by. */
  title: string;
  /** ".epub"; empty for folders. */
  ending: string;
}

/** How many digits of an id tell two things of one name apart; more where that does not do. */
const DIGITS = [6, 12, 32];
const TOLD_APART = / \([0-9a-f]{6,32}\)$/;

/**
 * A name for each thing in one folder, in their order, no two of them alike, capitals or not. Of several that would be
 * called the same, the one that was made first is, and the others carry the end of their id: so whatever is added later
 * changes the name of nothing that is there.
 */
export function distinctNames(things: readonly Nameable[]): string[] {
  const names = new Array<string>(things.length);
  const taken = new Set<string>();
  const byAge = things.map((thing, at) => ({ ...thing, at })).sort((a, b) => (a.id < b.id ? -1 : Number(a.id > b.id)));
  for (const { at, ...thing } of byAge) {
    const name = candidates(thing).find((candidate) => !taken.has(foldName(candidate)));
    names[at] = name ?? numbered(thing, taken);
    taken.add(foldName(names[at]));
  }
  return names;
}

/** A title that looks as if an id was added gets its own all the same, so that it is never taken for another's. */
function candidates({ id, title, ending }: Nameable): string[] {
  const base = safeName(title);
  const marked = DIGITS.map((count) => `${base} (${lastDigits(id, count)})${ending}`);
  return TOLD_APART.test(base) ? marked : [`${base}${ending}`, ...marked];
}

/** For one thing that is in the folder twice. */
function numbered({ id, title, ending }: Nameable, taken: ReadonlySet<string>): string {
  for (let count = 2; ; count += 1) {
    const name = `${safeName(title)} (${lastDigits(id, 6)}-${count})${ending}`;
    if (!taken.has(foldName(name))) return name;
  }
}

/** The last ones are chance; the first ones are time. */
function lastDigits(id: string, count: number): string {
  return id.replaceAll('-', '').slice(-count);
}

/**
 * What a folder is looked for by: all whose names could be taken for one another have the same. From the title it is
 * called by. The database keeps these keys, so whoever changes what comes out here has a migration empty them.
 */
export function folderKey(title: string): string {
  return foldName(safeName(title));
}

/** The same from its name, whether or not its id was added to that. */
export function keyOfFolderNamed(name: string): string {
  return folderKey(name.replace(TOLD_APART, ''));
}

/** One spelling for all that differ in case: as strict as any file system that takes capitals for small letters. */
export function foldName(name: string): string {
  return name.toLowerCase().toUpperCase().toLowerCase().normalize('NFC');
}
