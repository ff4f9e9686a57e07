import type { File, Library, Repositories } from '@octavo/database';
import {
  type AudiobookPart,
  emptyDraft,
  type Format,
  formatRank,
  isAnotherForm,
  mediumOf,
  partOrder,
  sameAudiobook,
} from '@octavo/domain';
import { groupKeyOf } from './book-of-look.js';
import type { FileLook, Reading } from './looks.js';

type Read = FileLook & { reading: Reading };

/** A file of a book, and where it lies. */
export interface BookForm {
  file: File;
  path: string;
}

/** The files of a book, each with a place of it. */
export async function formsOf({ files, places }: Repositories, bookId: string): Promise<BookForm[]> {
  const all = await files.ofBook(bookId);
  const paths = await places.pathsOf(all.map(({ id }) => id));
  return all.map((file) => ({ file, path: paths.get(file.id) ?? '' }));
}

/**
 * The book that a new file belongs to because of where it lies: an ebook of the same name in the same folder of which
 * it is another form, or an audiobook in the same folder of which it is a part. Undefined: it is a book of its own.
 */
export async function bookBeside(
  repositories: Repositories,
  library: Library,
  look: Read,
): Promise<string | undefined> {
  const { path } = look.listed;
  if (look.reading.findings.problem !== null) return undefined;
  const beside = await repositories.places.inGroup(library.id, groupKeyOf(path));
  const bookIds = new Set(beside.filter((place) => place.path !== path).map(({ file }) => file.bookId));
  for (const bookId of bookIds) {
    const forms = await formsOf(repositories, bookId);
    if (await belongs(repositories, look, { bookId, forms })) return bookId;
  }
  return undefined;
}

async function belongs(
  { books }: Repositories,
  look: Read,
  { bookId, forms }: { bookId: string; forms: BookForm[] },
): Promise<boolean> {
  const { format } = look.reading.findings;
  const { metadata, sources } = await books.metadataOf(bookId);
  // What only the names of files say is in their group key already.
  const title = sources.title === 'filepath' ? undefined : metadata.title;
  if (mediumOf(format) === 'audiobook') {
    const { series, identifiers } = metadata;
    const draft = { ...emptyDraft(), series, identifiers, ...(title === undefined ? {} : { title }) };
    return forms.every(({ path }) => sameAudiobook({ path, draft }, partOf(look)));
  }
  const own = look.reading.statements.find(({ source }) => source === 'file')?.draft.title;
  const newcomer = { format, ...(own === undefined ? {} : { title: own }) };
  const known = forms.map(({ file }) => ({
    format: file.format as Format,
    ...(title === undefined || file.problemCode !== null ? {} : { title }),
  }));
  return isAnotherForm(newcomer, known);
}

/** True when a file speaks for its book before all others: the format best for reading, the first part of a reading. */
export function speaksFirst(look: Read, others: BookForm[]): boolean {
  const { format } = look.reading.findings;
  if (mediumOf(format) === 'ebook')
    return others.every(({ file }) => formatRank(format) < formatRank(file.format as Format));
  const newcomer = partOf(look);
  const parts = others.map(({ file: { disc, track }, path }) => ({
    path,
    draft: { ...emptyDraft(), track: { ...(disc && { disc }), ...(track && { number: track }) } },
  }));
  return partOrder<AudiobookPart>([...parts, newcomer])[0] === newcomer;
}

function partOf({ listed, reading }: Read): AudiobookPart {
  const said = reading.statements.find(({ source }) => source === 'file')?.draft;
  return { path: listed.path, draft: { ...emptyDraft(), ...said } };
}
