import type { SeriesEntry } from '../book.js';
import { certain, type Arrangement, type Arrangements } from './arrangement.js';
import type { NameContext } from './name-context.js';
import { looksLikePerson } from './person-score.js';
import { labelledNumber, seriesNumber } from './series-number.js';
import type { Segment } from './split-segments.js';
import { hasLetterOrDigit, trimmedEdges } from './text-edges.js';

/** A comic is one of a series: "Batman 045" is an issue, "One Piece v01" a volume. */
interface Comic {
  /** Empty where the file names only its number. */
  name: string;
  number: string;
  isVolume: boolean;
}

/**
 * Comics by the number they carry: "Demon Slayer v01", "Batman 045 - Endgame", "Saga - Vol 1", "045" in a folder.
 * Undefined for one without a number, which is named like any book.
 */
export function arrangeComic(segments: readonly Segment[], context: NameContext): Arrangements | undefined {
  for (const [at, { text }] of segments.entries()) {
    const comic = comicNumber(text);
    if (comic === undefined) continue;
    const before = segments.slice(0, at).map((segment) => segment.text);
    const story = segments.slice(at + 1).map((segment) => segment.text);
    return arrange(comic, before, story.join(' - '), context);
  }
  return undefined;
}

function arrange(comic: Comic, before: string[], story: string, context: NameContext): Arrangements | undefined {
  const names = [...before, comic.name].filter((name) => name !== '');
  const [first = '', ...others] = names;
  if (names.length === 0)
    return context.folders.length === 0 ? undefined : certain(inFolder(comic, story, context), 0.7);
  const whole = way(comic, names.join(' - '), story);
  if (others.length === 0) return certain(whole, 0.8);
  const withAuthor = { ...way(comic, others.join(' - '), story), people: first };
  if (context.knowledge(first) === 'is') return certain(withAuthor, 0.9);
  if (!looksLikePerson(first)) return certain(whole, 0.6);
  return { ways: [whole, withAuthor], ambiguous: true, confidence: 0.4 };
}

function inFolder(comic: Comic, story: string, { folders }: NameContext): Arrangement {
  return { ...way(comic, folders.at(-1) ?? '', story), position: comic.number, series: undefined };
}

function way(comic: Comic, name: string, story: string): Arrangement {
  const title = comic.isVolume ? `${name}, Vol. ${comic.number}` : `${name} #${comic.number}`;
  const series: SeriesEntry = { name, number: comic.number };
  return { title: story === '' ? title : story, series };
}

const VOLUME = /^(?:v|vol|volume|tome|t|band|bd)\.?(\d.*)$/i;
const VOLUME_WORD = /^(?:v|vol|volume|tome|band|bd|book)\.?$/i;
const ISSUE = /^(?:#|no\.?|nr\.?|issue|c|ch|chap|chapter)(\d.*)$/i;
const ISSUE_WORD = /^(?:#|no\.?|nr\.?|issue|ch\.?|chapter)$/i;
const MAX_LENGTH = 200;

/** The number at the end of a text. A volume before an issue ("Batman v3 045") belongs to neither name nor number. */
function comicNumber(text: string): Comic | undefined {
  if (text.length > MAX_LENGTH) return undefined;
  const words = text.split(' ');
  const last = words.pop() ?? '';
  const label = words.at(-1) ?? '';
  const byWord = VOLUME_WORD.test(label) || ISSUE_WORD.test(label);
  const volume = VOLUME.exec(last)?.[1];
  const issue = ISSUE.exec(last)?.[1];
  const number = byWord ? labelledNumber(last) : seriesNumber(volume ?? issue ?? last);
  if (number === undefined || (!byWord && volume === undefined && issue === undefined && isNoIssue(last)))
    return undefined;
  if (byWord) words.pop();
  const before = VOLUME.exec(words.at(-1) ?? '')?.[1];
  const isVolume = VOLUME_WORD.test(label) || volume !== undefined;
  if (before !== undefined && !isVolume) words.pop();
  return { name: trimmedEdges(words.join(' '), ' ,;:-'), number, isVolume };
}

/** A number without a label has three digits or leading zeros at most: "Spider-Man 2099" is a name. */
function isNoIssue(word: string): boolean {
  return /^[1-9]\d{3}/.test(word) || !hasLetterOrDigit(word);
}
