import { foldText } from '../search-text.js';
import type { Holds } from './known-endings.js';
import type { NameKind } from './reading.js';

/** The part of a path that names the book, and the folders above it that mean something, outermost first. */
export interface BookName {
  name: string;
  folders: string[];
}

const NO_NAME = /^(?:e?book|epub|index|contents?|file|document|text|audio|audiobook|untitled|scan)$/i;
const TRACK =
  /^(?:track|chapter|kapitel|part|teil|disc|disk|cd|side|file|audio|title)[ ._-]{0,3}\d{1,4}(?![\p{L}\d])/iu;
const ONLY_NUMBER = /^\d{1,3}(?:[ ._-]{1,3}\d{1,3})?$/;
const TRACK_NUMBER = /^(?:0\d{1,2}|\d{1,3}[ ._-]{0,2}[-._)])[ ._-]/;
const PIECE = /[ ._-](?:part|teil|cd|disc|disk|pt)[ ._-]{0,2}\d{1,3}(?: of \d{1,3})?$/i;

/**
 * "Author/Title/track01.mp3" is called "Title": a file that has no name of its own is a part of its folder. Audio in
 * formats that come in pieces belongs to the folder as soon as there is one for the book below that of the author.
 */
export function bookNameOf(stem: string, folders: readonly string[], kind: NameKind, holds: Holds): BookName {
  const folder = folders.at(-1);
  const isPart = kind === 'audio' ? isPieceOf : () => NO_NAME.test(stem) && kind === 'book';
  if (folder === undefined || holds === 'unknown' || !isPart(stem, folders, holds === 'piece'))
    return { name: stem, folders: [...folders] };
  return { name: folder, folders: folders.slice(0, -1) };
}

function isPieceOf(stem: string, folders: readonly string[], isTrack: boolean): boolean {
  if (NO_NAME.test(stem) || TRACK.test(stem) || ONLY_NUMBER.test(stem)) return true;
  if (folders.length >= 3 || (isTrack && folders.length >= 2)) return true;
  const isNamedAfter = foldText(stem).startsWith(foldText(folders.at(-1) ?? ''));
  return (isNamedAfter && (isTrack || PIECE.test(stem))) || (isTrack && TRACK_NUMBER.test(stem));
}
