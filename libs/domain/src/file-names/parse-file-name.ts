import { bareIdentifier } from './bare-identifier.js';
import { bookNameOf } from './book-name.js';
import { contextOf, type KindedHints } from './context-of.js';
import { calibreTitle } from './calibre-layout.js';
import { authorsOf, type Candidate, titleKey } from './candidate.js';
import { withFolders } from './folders.js';
import { type Holds, withoutKnownEnding } from './known-endings.js';
import type { NameContext } from './name-context.js';
import { readWithPattern } from './pattern-reading.js';
import { peopleIn } from './people.js';
import { personScore } from './person-score.js';
import { readName } from './read-name.js';
import type { FileNameHints, FileNameParse, NameKind, Reading } from './reading.js';
import { isDisc, isShelf } from './shelf-names.js';
import { spelledOut } from './spell-out.js';
import { type PathParts, splitPath } from './split-path.js';

/** Folders further up than these say nothing of a book. */
const MAX_FOLDERS = 6;

/**
 * Reads the path of a file below the root of its library, "Frank Herbert/Dune/Dune - Frank Herbert.epub", or of a
 * folder that holds the pieces of an audiobook. It never throws and takes time linear in the path. There is always a
 * title, if need be the name itself, except for names that are nothing but an ISBN or ASIN.
 */
export function parseFileName(path: string, hints: FileNameHints = {}): FileNameParse {
  const parts = splitPath(path);
  const ending = withoutKnownEnding(parts.name);
  const identifier = bareIdentifier(ending.stem);
  if (identifier) return only({ contributors: [], series: [], identifiers: [identifier] });
  const stem = { ...parts, name: ending.stem };
  const known = { ...hints, kind: hints.kind ?? ending.kind ?? 'book' };
  return readByPattern(stem, known) ?? readPath(stem, known, ending.holds);
}

function only(reading: Reading): FileNameParse {
  return { reading, alternatives: [], ambiguous: false, confidence: 0.9 };
}

/** A pattern that says nothing of folders leaves them to be read as always. */
function readByPattern(parts: PathParts, hints: KindedHints): FileNameParse | undefined {
  const pattern = typeof hints.profile === 'object' ? hints.profile : undefined;
  const found = pattern && readWithPattern(pattern, parts.folders, parts.name);
  if (found === undefined) return undefined;
  const context = contextOf(pattern?.folders === 0 ? meaningfulFolders(parts.folders, hints.kind) : [], hints);
  return only(readingOf(withFolders(found, context), parts));
}

function readPath(parts: PathParts, hints: KindedHints, holds: Holds): FileNameParse {
  const inCalibre = calibreTitle(parts.name, parts.folders) !== undefined;
  const meaningful = meaningfulFolders(inCalibre ? parts.folders.slice(0, -1) : parts.folders, hints.kind);
  const named = bookNameOf(parts.name, meaningful, hints.kind, holds);
  const context = contextOf(inCalibre ? named.folders.slice(-1) : named.folders, hints);
  const layout = inCalibre ? 'calibre' : hints.profile === 'calibre' ? 'title-first' : 'free';
  const read = readName(spelledOut(named.name, hints.thisYear), context, layout);
  const candidates = read.candidates.map((candidate) => withFolders(candidate, context));
  const guessed = folderGuess(candidates[0], context);
  const readings = distinct([...candidates, ...guessed].map((candidate) => readingOf(candidate, parts)));
  const [reading = readingOf(NOTHING, parts), ...alternatives] = readings;
  const ambiguous = read.ambiguous && alternatives.length > 0;
  return { reading, alternatives, ambiguous, confidence: inCalibre ? 0.95 : read.confidence };
}

const NOTHING: Candidate = { title: '', contributors: [], series: [], identifiers: [] };

/** Those that do more than keep order, spelled out, outermost first. */
function meaningfulFolders(folders: readonly string[], kind: NameKind): string[] {
  return folders
    .slice(-MAX_FOLDERS)
    .map((folder) => spelledOut(folder))
    .filter((folder) => !isShelf(folder) && !(kind === 'audio' && isDisc(folder)));
}

/** One word above a book may be an author ("Homer") as well as a subject, so it is only offered. */
function folderGuess(candidate: Candidate | undefined, { folders, kind }: NameContext): Candidate[] {
  const [folder, ...others] = folders;
  if (candidate === undefined || folder === undefined || others.length > 0 || kind === 'comic') return [];
  const isTaken =
    authorsOf(candidate).length > 0 || candidate.series.length > 0 || titleKey(folder) === titleKey(candidate.title);
  if (isTaken || personScore(folder) === 0) return [];
  return [{ ...candidate, contributors: [...peopleIn(folder), ...candidate.contributors] }];
}

/** A title of nothing but what was taken out of it is the name itself, as it stands. */
function readingOf({ position: _, ...candidate }: Candidate, { name, folders }: PathParts): Reading {
  const title = [candidate.title, name, folders.at(-1)].find((text) => text !== undefined && text !== '') ?? 'Untitled';
  return inComposedLetters({ ...candidate, title });
}

function inComposedLetters<Value>(value: Value): Value {
  if (typeof value === 'string') return value.normalize('NFC') as Value;
  if (Array.isArray(value)) return value.map(inComposedLetters) as Value;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, inComposedLetters(part)])) as Value;
}

function distinct(readings: Reading[]): Reading[] {
  const seen = new Set<string>();
  return readings.filter((reading) => {
    const key = JSON.stringify(reading);
    return !seen.has(key) && seen.add(key);
  });
}
