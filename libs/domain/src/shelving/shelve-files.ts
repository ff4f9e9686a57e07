import { partName } from '../audiobook/part-name.js';
import { partOrder } from '../audiobook/part-order.js';
import { emptyDraft, type Format, mediumOf } from '../book.js';
import { withoutEnding } from '../format-of-name.js';
import { nameOf } from '../paths.js';
import { distinctNames } from './distinct-names.js';
import { sortableNumber } from './series-number.js';

/** What must be known of a file to give it a place in a folder of books. */
export interface ShelvedFile {
  id: string;
  bookId: string;
  /** Of the book. */
  title: string;
  /** Of the book in the series whose folder it is, as printed; null elsewhere, or where nobody knows it. */
  number: string | null;
  format: Format;
  /** Where a copy of it lies, below its library. */
  path: string;
  disc: number | null;
  track: number | null;
}

/** What stands in a folder of books: a file, or the folder of an audiobook with its tracks. */
export type ShelfEntry<File extends ShelvedFile = ShelvedFile> =
  { kind: 'file'; name: string; file: File } | { kind: 'audiobook'; name: string; tracks: ShelvedTrack<File>[] };

export interface ShelvedTrack<File extends ShelvedFile = ShelvedFile> {
  name: string;
  file: File;
}

interface Unnamed<File extends ShelvedFile> {
  id: string;
  title: string;
  ending: string;
  entry: (name: string) => ShelfEntry<File>;
}

/**
 * The folder that holds these files, by name: each under its book's title, behind its number where it has one; an
 * audiobook of several files as a folder of its own.
 */
export function shelveFiles<File extends ShelvedFile>(files: readonly File[]): ShelfEntry<File>[] {
  const things = [...Map.groupBy(files, ({ bookId }) => bookId).values()].flatMap(thingsOf);
  const names = distinctNames(things);
  return things
    .map(({ entry }, at) => entry(names[at]!))
    .sort((a, b) => (a.name < b.name ? -1 : Number(a.name > b.name)));
}

function thingsOf<File extends ShelvedFile>(ofBook: File[]): Unnamed<File>[] {
  const isTrack = ({ format }: File) => mediumOf(format) === 'audiobook';
  const tracks = ofBook.filter(isTrack);
  const [first] = tracks;
  if (!first || tracks.length === 1) return ofBook.map(fileOf);
  return [folderOf(first, tracks), ...ofBook.filter((file) => !isTrack(file)).map(fileOf)];
}

function fileOf<File extends ShelvedFile>(file: File): Unnamed<File> {
  const entry = (name: string): ShelfEntry<File> => ({ kind: 'file', name, file });
  return { id: file.id, title: titleOn(file), ending: endingOf(file), entry };
}

function folderOf<File extends ShelvedFile>(first: File, tracks: File[]): Unnamed<File> {
  const entry = (name: string): ShelfEntry<File> => ({ kind: 'audiobook', name, tracks: tracksOf(tracks) });
  return { id: first.bookId, title: titleOn(first), ending: '', entry };
}

function titleOn({ title, number }: ShelvedFile): string {
  return number === null || number.trim() === '' ? title : `${sortableNumber(number)} - ${title}`;
}

/** As the file's own name has it, since that may say more than its format does: ".fb2.zip". */
function endingOf({ path, format }: ShelvedFile): string {
  const name = nameOf(path);
  return name.slice(withoutEnding(name).length).toLowerCase() || `.${format}`;
}

/** "01 - Highbury.mp3", in the order they are heard. */
function tracksOf<File extends ShelvedFile>(files: readonly File[]): ShelvedTrack<File>[] {
  const inOrder = partOrder(files.map((file) => ({ path: file.path, draft: draftOf(file), file })));
  const digits = Math.max(2, String(inOrder.length).length);
  const things = inOrder.map(({ file }, at) => {
    const place = String(at + 1).padStart(digits, '0');
    return { id: file.id, title: `${place} - ${partName(file.path).base || file.title}`, ending: endingOf(file) };
  });
  const names = distinctNames(things);
  return inOrder.map(({ file }, at) => ({ name: names[at]!, file }));
}

function draftOf({ disc, track }: ShelvedFile) {
  return { ...emptyDraft(), track: { ...(disc !== null && { disc }), ...(track !== null && { number: track }) } };
}
