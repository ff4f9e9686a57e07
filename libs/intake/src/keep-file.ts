import type { File, Library, Place, Repositories } from '@octavo/database';
import { bookBeside } from './book-beside.js';
import { groupKeyOf } from './group-key-of.js';
import type { FileLook, Reading } from './looks.js';
import { newBookOf } from './new-book-of.js';
import { retellBook, type Retelling } from './retell-book.js';

/** What keeping a file came to. */
export interface Kept {
  outcome: 'added' | 'updated' | 'unchanged' | 'moved';
  bookId: string;
  /** What is said of the book changed, and its file did not. */
  retold?: boolean;
}

type Read = FileLook & { reading: Reading };

/** Where a file is kept, and how what it says is taken. */
export interface Keeping {
  repositories: Repositories;
  library: Library;
  how: Retelling;
}

/**
 * Keeps one file that was looked at; call it inside a transaction that holds the locks of its content and group. The
 * same content is one file, wherever it lies. Other content at a known place is a new revision of the same book, unless
 * copies of the old content remain elsewhere: then those keep the book, and the changed file is one of its own. A file
 * beside another of the same name may be a form of the same book.
 */
export async function keepFile(keeping: Keeping, look: FileLook): Promise<Kept> {
  const { repositories, library } = keeping;
  const { files, places } = repositories;
  const here = await places.find(library.id, look.listed.path);
  const same = await files.byContent(look.content);
  if (same) return attach(keeping, { look, same, here });
  if (look.reading === null) throw new Error('a file whose bytes were known is not known any more');

  const old = here ? await files.find(here.fileId) : null;
  const read = { ...look, reading: look.reading };
  if (here && old && !(await hasOtherPlaces(repositories, old, here))) return revise(keeping, { look: read, old });
  // These bytes are elsewhere still, and the book with them; this place becomes that of the new bytes.
  if (here) await places.remove(here.id);
  const kept = await addForm(keeping, read);
  if (old) await repositories.books.refreshMissing([old.bookId]);
  return kept;
}

/** The content is known: this place is one more copy of it, or where it was moved to. */
async function attach(
  { repositories, library, how }: Keeping,
  { look, same, here }: { look: FileLook; same: File; here: Place | null },
): Promise<Kept> {
  const { books, files, places } = repositories;
  const left = here && here.fileId !== same.id ? await files.find(here.fileId) : null;
  const gone = (await places.ofFile(same.id)).find(
    (place) => place.missingSince !== null && place.libraryId === library.id && place.path !== look.listed.path,
  );
  if (gone) await places.remove(gone.id);
  await places.put(library.id, look.listed, { fileId: same.id, groupKey: groupKeyOf(look.listed.path) });
  let retold = false;
  const isNews = look.isFirst === true || same.problemCode !== null || look.reading?.findings.problem === null;
  if (look.reading && isNews) {
    await files.revise(same.id, look.content, look.reading.findings);
    const isOther = await retellBook(repositories, same.bookId, how);
    // Devices fetch a file that can be read now, and are told of its book with that.
    retold = isOther && same.problemCode === null;
    if (same.problemCode !== null) await books.markStale(same.bookId);
  }
  await books.refreshMissing([same.bookId, ...(left ? [left.bookId] : [])]);
  if (left && isProvisional(left)) {
    await files.discard(left.id);
    await books.discard(left.bookId);
  }
  if (gone) return { outcome: 'moved', bookId: same.bookId, retold };
  const unchanged = here?.fileId === same.id && here.missingSince === null && !look.reading;
  return { outcome: unchanged ? 'unchanged' : 'updated', bookId: same.bookId, retold };
}

/** Other bytes at a known place. */
async function revise(
  { repositories, library, how }: Keeping,
  { look, old }: { look: Read; old: File },
): Promise<Kept> {
  const { books, files, places } = repositories;
  await files.revise(old.id, look.content, look.reading.findings);
  await retellBook(repositories, old.bookId, how);
  await books.markStale(old.bookId);
  await places.put(library.id, look.listed, { fileId: old.id, groupKey: groupKeyOf(look.listed.path) });
  await books.refreshMissing([old.bookId]);
  return { outcome: 'updated', bookId: old.bookId };
}

/** A file nobody has: another form of a book beside it, or a book of its own. */
async function addForm({ repositories, library, how }: Keeping, look: Read): Promise<Kept> {
  const { books, files, places, newBooks } = repositories;
  const bookId = await bookBeside(repositories, library, look);
  if (bookId === undefined) {
    const [added] = await newBooks.addAll([newBookOf(library, look)]);
    return { outcome: 'added', bookId: added! };
  }
  const file = await files.add(bookId, look.content, look.reading.findings);
  await places.put(library.id, look.listed, { fileId: file.id, groupKey: groupKeyOf(look.listed.path) });
  await retellBook(repositories, bookId, how);
  await books.markStale(bookId);
  await books.refreshMissing([bookId]);
  return { outcome: 'updated', bookId };
}

async function hasOtherPlaces({ places }: Repositories, file: File, here: Place): Promise<boolean> {
  return (await places.presentOf(file.id)).some(({ id }) => id !== here.id);
}

const isProvisional = ({ fingerprint, size }: File) => fingerprint.startsWith('path:') && size > 0n;
