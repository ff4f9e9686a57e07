import { type BookDraft, type Chapter, emptyDraft } from '../book.js';
import { nameOf } from '../paths.js';
import { foldText } from '../search-text.js';
import type { AudiobookPart } from './audiobook-part.js';
import { partName, withoutPart } from './part-name.js';
import { partOrder } from './part-order.js';

const MAX_WARNINGS = 50;

/**
 * One draft for all parts of a book, in any order: what the first part says, and where it says nothing the next that
 * does; the lengths added up; chapters in the time of the whole book. A part without chapters is one, called by its
 * file. Where the length of a part is unknown, so is the book's, and no chapter after that part has a place.
 */
export function audiobookFrom(parts: readonly AudiobookPart[]): BookDraft {
  const ordered = partOrder(parts);
  const drafts = ordered.map(({ draft }) => draft);
  const { durationSec, chapters, lost } = timeline(ordered);
  return {
    ...emptyDraft(),
    ...firstOfEach(drafts),
    title: commonTitle(drafts),
    durationSec,
    ...(chapters.length > 0 && { chapters }),
    warnings: [...lost, ...warningsOf(ordered)].slice(0, MAX_WARNINGS),
  };
}

function firstOfEach(drafts: readonly BookDraft[]): Partial<BookDraft> {
  const merged: Partial<BookDraft> = {};
  for (const draft of drafts.toReversed()) Object.assign(merged, said(draft));
  return merged;
}

/** Only of the book: a place among the parts is no property of the whole. */
function said({ track: _, chapters: __, durationSec: ___, warnings: ____, ...book }: BookDraft): Partial<BookDraft> {
  const known = Object.entries(book).filter(([, value]) =>
    Array.isArray(value) ? value.length > 0 : value !== undefined,
  );
  return Object.fromEntries(known);
}

/** Titles that differ only in the part they name ("Emma, Disc 2") are the book's without it. */
function commonTitle(drafts: readonly BookDraft[]): string | undefined {
  const titles = drafts.flatMap(({ title }) => title ?? []);
  const [first] = titles;
  return first === undefined || new Set(titles.map(foldText)).size === 1 ? first : withoutPart(first);
}

function timeline(parts: readonly AudiobookPart[]): { durationSec?: number; chapters: Chapter[]; lost: string[] } {
  const chapters: Chapter[] = [];
  let time = 0;
  for (const [at, { path, draft }] of parts.entries()) {
    const own = draft.chapters?.length ? draft.chapters : [{ title: fileTitle(path), startSec: 0 }];
    chapters.push(...own.map(({ title, startSec }) => ({ title, startSec: inMilliseconds(time + startSec) })));
    if (draft.durationSec === undefined) {
      const isLast = at === parts.length - 1;
      return { chapters, lost: isLast ? [] : [`How long "${path}" plays is unknown, so chapters end with it.`] };
    }
    time += draft.durationSec;
  }
  return { ...(time > 0 && { durationSec: inMilliseconds(time) }), chapters, lost: [] };
}

function inMilliseconds(seconds: number): number {
  return Math.round(seconds * 1000) / 1000;
}

/** "CD1/01 - Highbury.mp3" -> "Highbury"; "CD1/Emma 01.mp3" stays "Emma 01". */
function fileTitle(path: string): string {
  const { base, numbered } = partName(path);
  const name = nameOf(path);
  return numbered === 'front' && base !== '' ? base : name.replace(/\.[^.]+$/, '');
}

function warningsOf(parts: readonly AudiobookPart[]): string[] {
  return parts.flatMap(({ path, draft }) => draft.warnings.map((warning) => `${path}: ${warning}`));
}
