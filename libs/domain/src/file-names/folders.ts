import type { Contributor, SeriesEntry } from '../book.js';
import { authorSide } from './author-side.js';
import { authorsOf, type Candidate, eachOnce, oneOfEach, titleKey } from './candidate.js';
import { namesAgree } from './known-people.js';
import type { NameContext } from './name-context.js';
import { peopleIn } from './people.js';
import { looksLikePerson, personScore } from './person-score.js';
import { readName } from './read-name.js';
import { numbered } from './series-phrase.js';
import { splitSegments } from './split-segments.js';

/**
 * What the folders around a file add to its name: "Author/Title", "Author/Series/Title", "Author/Series/01 - Title",
 * "Series/01 - Title". An author the name gives is kept unless the folder's is the same person.
 */
export function withFolders(candidate: Candidate, context: NameContext): Candidate {
  const named = withTitleFolder(candidate, context);
  const folders = named.folders.flatMap((folder) => partsOfFolder(folder, context));
  const last = folders.at(-1);
  const kept = last !== undefined && isTitleFolder(last, named.candidate) ? folders.slice(0, -1) : folders;
  return { ...withAuthorAndSeries(named.candidate, kept, context) };
}

/** A folder called like the book adds what its own name says: a narrator, a year, a number. */
function withTitleFolder(
  candidate: Candidate,
  context: NameContext,
): { candidate: Candidate; folders: readonly string[] } {
  const folder = context.folders.at(-1);
  if (folder === undefined) return { candidate, folders: [] };
  const folders = context.folders.slice(0, -1);
  const [said] = readName(folder, { ...context, folders }).candidates;
  if (said === undefined || !isSameTitle(said.title, candidate) || isSeriesBefore(said, candidate))
    return { candidate, folders: context.folders };
  const authors =
    authorsOf(candidate).length > 0 ? said.contributors.filter(({ role }) => role !== 'author') : said.contributors;
  const joined = {
    ...said,
    ...candidate,
    contributors: eachOnce([...candidate.contributors, ...authors]),
    series: oneOfEach([...candidate.series, ...said.series]),
    identifiers: [...candidate.identifiers, ...said.identifiers],
  };
  return { candidate: joined, folders };
}

/** In "Dune/01 - Dune" the folder is the series, whose first book has its name. */
function isSeriesBefore(said: Candidate, { position }: Candidate): boolean {
  return position !== undefined && said.position === undefined;
}

function isTitleFolder(folder: string, candidate: Candidate): boolean {
  return candidate.position === undefined && isSameTitle(folder, candidate);
}

function isSameTitle(text: string, { title, subtitle }: Candidate): boolean {
  const key = titleKey(text);
  return key === titleKey(title) || (subtitle !== undefined && key === titleKey(`${title} ${subtitle}`));
}

/** "Brandon Sanderson - Mistborn" is as good as two folders. */
function partsOfFolder(folder: string, context: NameContext): string[] {
  const { segments } = splitSegments(folder, context);
  const [first, second] = segments;
  if (first === undefined || second === undefined) return first === undefined ? [] : [first.text];
  if (segments.length > 2 || numbered(first.text) || numbered(second.text)) return [folder];
  const { author, ambiguous } = authorSide(first, second, { ...context, inFolders: () => false });
  if (ambiguous || author === 'neither') return [folder];
  return author === 'first' ? [first.text, second.text] : [second.text, first.text];
}

function withAuthorAndSeries(candidate: Candidate, folders: readonly string[], context: NameContext): Candidate {
  const at = authorFolder(candidate, folders, context);
  const authors = at < 0 ? [] : peopleIn(folders[at] ?? '');
  const names = seriesFolders(candidate, folders, at, context);
  const series = joinedSeries(candidate, names);
  return { ...candidate, series, contributors: joinedAuthors(candidate, authors) };
}

/** The folder that names the author, or -1. One word is enough of a name only where there is a series below it. */
function authorFolder(candidate: Candidate, folders: readonly string[], context: NameContext): number {
  if (context.kind === 'comic') return -1;
  const byKnowledge = folders.findIndex((folder) => context.knowledge(folder) === 'is');
  if (byKnowledge >= 0) return byKnowledge;
  const authors = authorsOf(candidate)
    .map(({ name }) => name)
    .join('; ');
  const agreeing = folders.findIndex((folder) => authors !== '' && namesAgree(folder, authors));
  if (agreeing >= 0) return agreeing;
  const byLook = folders.findIndex((folder) => looksLikePerson(folder));
  if (byLook >= 0) return byLook;
  return folders.length > 1 && personScore(folders[0] ?? '') > 0 ? 0 : -1;
}

/** Nearest first. Above the author nothing is a series, and without one only a folder whose books are numbered. */
function seriesFolders(
  candidate: Candidate,
  folders: readonly string[],
  author: number,
  { kind }: NameContext,
): string[] {
  if (author >= 0) return folders.slice(author + 1).reverse();
  const isNumbered = candidate.position !== undefined && candidate.series.length === 0;
  return isNumbered || (kind === 'comic' && candidate.series.length === 0) ? folders.slice(-1) : [];
}

function joinedSeries({ series, position }: Candidate, folders: readonly string[]): SeriesEntry[] {
  const fromFolders = folders
    .filter((name) => !series.some((known) => isWithin(titleKey(known.name), titleKey(name))))
    .map((name, at) => ({ name, ...(at === 0 && position && { number: position }) }));
  return oneOfEach([
    ...series.map((entry) => ({ ...entry, ...(!entry.number && position && { number: position }) })),
    ...fromFolders,
  ]);
}

const isWithin = (a: string, b: string) => ` ${a} `.includes(` ${b} `) || ` ${b} `.includes(` ${a} `);

/** The folder's way of writing a name counts where both give the same people; a name that gives more is kept. */
function joinedAuthors(candidate: Candidate, folder: readonly Contributor[]): Contributor[] {
  const own = authorsOf(candidate);
  const isAgreed = own.length === 1 && folder.length === 1 && namesAgree(own[0]?.name ?? '', folder[0]?.name ?? '');
  if (own.length > 0 && !isAgreed) return candidate.contributors;
  return eachOnce([...folder, ...candidate.contributors.filter((person) => person.role !== 'author')]);
}
