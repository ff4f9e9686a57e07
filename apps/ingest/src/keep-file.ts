import type { File, KeptBook, Library, Place, Repositories } from '@octavo/database';
import { metadataFrom } from '@octavo/domain';
import type { FileLook } from './look-at-file.js';

/** What keeping a file came to. */
export interface Kept {
  outcome: 'added' | 'updated' | 'unchanged';
  bookId: string;
}

/**
 * Keeps a file that was looked at; call it inside a transaction. The same content is one file, wherever it lies. Other
 * content at a known place is a new revision of the same book, unless copies of the old content remain elsewhere: then
 * those keep the book, and the changed file becomes a book of its own.
 */
export async function keepFile(repositories: Repositories, library: Library, look: FileLook): Promise<Kept> {
  const { books, files, places } = repositories;
  await files.lockContent(look.content);
  const here = await places.find(library.id, look.listed.path);
  const same = await files.byContent(look.content);
  if (same) return attach(repositories, library, look, same, here);

  const old = here ? await files.find(here.fileId) : null;
  if (here && old && !(await hasOtherPlaces(repositories, old, here))) {
    await files.revise(old.id, look.content, look.findings);
    await books.rewrite(old.bookId, bookFrom(look));
    await books.markStale(old.bookId);
    await places.put(library.id, look.listed, old.id);
    await books.refreshMissing(old.bookId);
    return { outcome: 'updated', bookId: old.bookId };
  }
  const bookId = await books.add(library.ownerId, bookFrom(look));
  const file = await files.add(bookId, look.content, look.findings);
  await places.put(library.id, look.listed, file.id);
  if (old) await books.refreshMissing(old.bookId);
  return { outcome: 'added', bookId };
}

/** The content is known: this place is one more copy of it, or where it was moved to. */
async function attach(
  { books, files, places }: Repositories,
  library: Library,
  look: FileLook,
  same: File,
  here: Place | null,
): Promise<Kept> {
  const moved = (await places.ofFile(same.id)).find(
    (place) => place.missingSince !== null && place.libraryId === library.id && place.path !== look.listed.path,
  );
  if (moved) await places.remove(moved.id);
  await places.put(library.id, look.listed, same.id);
  if (isReadable(look) && same.problemCode) {
    await files.revise(same.id, look.content, look.findings);
    await books.rewrite(same.bookId, bookFrom(look));
    await books.markStale(same.bookId);
  }
  await books.refreshMissing(same.bookId);
  const left = here && here.fileId !== same.id ? await files.find(here.fileId) : null;
  if (left) await books.refreshMissing(left.bookId);
  const unchanged = here?.fileId === same.id && here.missingSince === null;
  return { outcome: unchanged ? 'unchanged' : 'updated', bookId: same.bookId };
}

async function hasOtherPlaces({ places }: Repositories, file: File, here: Place): Promise<boolean> {
  return (await places.presentOf(file.id)).some(({ id }) => id !== here.id);
}

const isReadable = ({ findings }: FileLook) => findings.problem === null;

function bookFrom(look: FileLook): KeptBook {
  const { metadata, sources } = metadataFrom(look.draft, look.listed.path);
  return {
    metadata,
    sources,
    ...(look.draft.sortTitle === undefined ? {} : { sortTitle: look.draft.sortTitle }),
    status: isReadable(look) ? 'READY' : 'PROBLEM',
    coverId: look.coverId,
  };
}
