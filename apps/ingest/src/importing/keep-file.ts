import type { File, KeptBook, Library, Place, Repositories } from '@octavo/database';
import { joined } from '@octavo/domain';
import { bookBeside, formsOf, speaksFirst } from './book-beside.js';
import { bookOf, groupKeyOf } from './book-of-look.js';
import type { FileLook, Reading } from './looks.js';

/** What keeping a file came to. */
export interface Kept {
  outcome: 'added' | 'updated' | 'unchanged' | 'moved';
  bookId: string;
  /** What is said of the book changed, and its file did not. */
  retold?: boolean;
}

type Read = FileLook & { reading: Reading };

/**
 * Keeps one file that was looked at; call it inside a transaction that holds the locks of its content and group. The
 * same content is one file, wherever it lies. Other content at a known place is a new revision of the same book, unless
 * copies of the old content remain elsewhere: then those keep the book, and the changed file is one of its own. A file
 * beside another of the same name may be a form of the same book.
 */
export async function keepFile(repositories: Repositories, library: Library, look: FileLook): Promise<Kept> {
  const { files, places } = repositories;
  const here = await places.find(library.id, look.listed.path);
  const same = await files.byContent(look.content);
  if (same) return attach(repositories, library, { look, same, here });
  if (look.reading === null) throw new Error('a file whose bytes were known is not known any more');

  const old = here ? await files.find(here.fileId) : null;
  const read = { ...look, reading: look.reading };
  if (here && old && !(await hasOtherPlaces(repositories, old, here)))
    return revise(repositories, library, { look: read, old });
  // These bytes are elsewhere still, and the book with them; this place becomes that of the new bytes.
  if (here) await places.remove(here.id);
  const kept = await addForm(repositories, library, read);
  if (old) await repositories.books.refreshMissing([old.bookId]);
  return kept;
}

/** The content is known: this place is one more copy of it, or where it was moved to. */
async function attach(
  repositories: Repositories,
  library: Library,
  { look, same, here }: { look: FileLook; same: File; here: Place | null },
): Promise<Kept> {
  const { books, files, places } = repositories;
  const left = here && here.fileId !== same.id ? await files.find(here.fileId) : null;
  const gone = (await places.ofFile(same.id)).find(
    (place) => place.missingSince !== null && place.libraryId === library.id && place.path !== look.listed.path,
  );
  if (gone) await places.remove(gone.id);
  await places.put(library.id, look.listed, { fileId: same.id, groupKey: groupKeyOf(look.listed.path) });
  const before = look.reading && (await shownOf(repositories, same.bookId));
  if (look.reading && (same.problemCode !== null || look.reading.findings.problem === null)) {
    await files.revise(same.id, look.content, look.reading.findings);
    await rewrite(repositories, same, { ...look, reading: look.reading });
    if (same.problemCode !== null) await books.markStale(same.bookId);
  }
  const retold = before !== null && same.problemCode === null && before !== (await shownOf(repositories, same.bookId));
  await books.refreshMissing([same.bookId, ...(left ? [left.bookId] : [])]);
  if (left && isProvisional(left)) {
    await files.discard(left.id);
    await books.discard(left.bookId);
  }
  if (gone) return { outcome: 'moved', bookId: same.bookId, retold };
  const unchanged = here?.fileId === same.id && here.missingSince === null && !look.reading;
  return { outcome: unchanged ? 'unchanged' : 'updated', bookId: same.bookId, retold };
}

/** What devices are shown of a book beside its file: read again and found the same, it is no news to them. */
async function shownOf({ books }: Repositories, bookId: string): Promise<string> {
  return JSON.stringify([(await books.metadataOf(bookId)).metadata, await books.coverOf(bookId)]);
}

/** Other bytes at a known place. */
async function revise(
  repositories: Repositories,
  library: Library,
  { look, old }: { look: Read; old: File },
): Promise<Kept> {
  const { books, files, places } = repositories;
  await files.revise(old.id, look.content, look.reading.findings);
  await rewrite(repositories, old, look);
  await books.markStale(old.bookId);
  await places.put(library.id, look.listed, { fileId: old.id, groupKey: groupKeyOf(look.listed.path) });
  await books.refreshMissing([old.bookId]);
  return { outcome: 'updated', bookId: old.bookId };
}

/** Takes what a file says now into its book: alone, or beside what other files of the same book say. */
async function rewrite(repositories: Repositories, file: File, look: Read): Promise<void> {
  const others = (await formsOf(repositories, file.bookId)).filter((form) => form.file.id !== file.id);
  const book = bookOf(look);
  if (others.length === 0) return repositories.books.rewrite(file.bookId, book);
  await joinInto(repositories.books, file.bookId, { book, first: speaksFirst(look, others) });
}

/** A file nobody has: another form of a book beside it, or a book of its own. */
async function addForm(repositories: Repositories, library: Library, look: Read): Promise<Kept> {
  const { books, files, places, newBooks } = repositories;
  const groupKey = groupKeyOf(look.listed.path);
  const book = bookOf(look);
  const bookId = await bookBeside(repositories, library, look);
  if (bookId === undefined) {
    const { content, listed } = look;
    const { findings } = look.reading;
    const ids = { ownerId: library.ownerId, libraryId: library.id };
    const [added] = await newBooks.addAll([{ ...ids, groupKey, kept: book, content, findings, listed }]);
    return { outcome: 'added', bookId: added! };
  }
  const forms = await formsOf(repositories, bookId);
  const file = await files.add(bookId, look.content, look.reading.findings);
  await places.put(library.id, look.listed, { fileId: file.id, groupKey });
  await joinInto(books, bookId, { book, first: speaksFirst(look, forms) });
  await books.markStale(bookId);
  await books.refreshMissing([bookId]);
  return { outcome: 'updated', bookId };
}

async function joinInto(
  books: Repositories['books'],
  bookId: string,
  { book, first }: { book: KeptBook; first: boolean },
): Promise<void> {
  const before = await books.metadataOf(bookId);
  const both = first ? joined(book, before) : joined(before, book);
  const cover = first ? book.coverId : ((await books.coverOf(bookId)) ?? book.coverId);
  await books.rewrite(bookId, { ...both, status: 'READY', coverId: cover });
}

async function hasOtherPlaces({ places }: Repositories, file: File, here: Place): Promise<boolean> {
  return (await places.presentOf(file.id)).some(({ id }) => id !== here.id);
}

const isProvisional = ({ fingerprint, size }: File) => fingerprint.startsWith('path:') && size > 0n;
