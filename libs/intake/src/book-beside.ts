import type { Library, Repositories } from '@octavo/database';
import { emptyDraft, type Format, isAnotherForm, mediumOf, originOf, sameAudiobook } from '@octavo/domain';
import { type BookForm, formsOf } from './forms-of-book.js';
import { groupKeyOf } from './group-key-of.js';
import type { FileLook, Reading } from './looks.js';

type Read = FileLook & { reading: Reading };

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
  { bookMetadata }: Repositories,
  look: Read,
  { bookId, forms }: { bookId: string; forms: BookForm[] },
): Promise<boolean> {
  const { format, says, disc, track } = look.reading.findings;
  const book = await bookMetadata.find(bookId);
  if (!book) return false;
  const { metadata, origins } = book;
  // What only the names of files say is in their group key already.
  const title = originOf(origins, 'title')?.source === 'filepath' ? undefined : metadata.title;
  const own = says.statements.find(({ source }) => source === 'file')?.draft;
  if (mediumOf(format) === 'audiobook') {
    const { series, identifiers } = metadata;
    const draft = { ...emptyDraft(), series, identifiers, ...(title === undefined ? {} : { title }) };
    const place = { ...(disc && { disc }), ...(track && { number: track }) };
    const newcomer = { path: look.listed.path, draft: { ...emptyDraft(), ...own, track: place } };
    return forms.every(({ path }) => sameAudiobook({ path, draft }, newcomer));
  }
  const newcomer = { format, ...(own?.title === undefined ? {} : { title: own.title }) };
  const known = forms.map(({ file }) => ({
    format: file.format as Format,
    ...(title === undefined || file.problemCode !== null ? {} : { title }),
  }));
  return isAnotherForm(newcomer, known);
}
