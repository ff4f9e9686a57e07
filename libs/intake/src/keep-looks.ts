import type { Library, Repositories } from '@octavo/database';
import { groupKeyOf } from './group-key-of.js';
import { type Keeping, type Kept, keepFile } from './keep-file.js';
import type { FileLook, Reading } from './looks.js';
import { newBookOf } from './new-book-of.js';

/**
 * Keeps files that were looked at, in one transaction; gives what became of each, in their order. Books nobody has seen
 * before are added together, which is what most files of a new library are; whatever meets something known is kept one
 * by one.
 */
export async function keepLooks(keeping: Keeping, looks: FileLook[]): Promise<Kept[]> {
  const { repositories, library } = keeping;
  await lockAll(repositories, looks);
  await repositories.covers.putAll(looks.flatMap(({ reading }) => reading?.cover ?? []));
  const fresh = new Set(await unheardOf(repositories, library, looks));
  const ids = await repositories.newBooks.addAll([...fresh].map((look) => newBookOf(library, look)));
  const kept = new Map<FileLook, Kept>(
    [...fresh].map((look, index) => [look, { outcome: 'added', bookId: ids[index]! }]),
  );
  for (const look of looks) {
    if (!kept.has(look)) kept.set(look, await keepFile(keeping, look));
  }
  return looks.map((look) => kept.get(look)!);
}

/** Two imports of the same bytes, or of two forms of one book, wait for each other. */
async function lockAll({ files }: Repositories, looks: FileLook[]): Promise<void> {
  const contents = looks.map(({ content }) => `${content.fingerprint}:${content.size}`);
  await files.lock([...contents, ...looks.map(({ listed }) => groupKeyOf(listed.path))]);
}

type Fresh = FileLook & { reading: Reading };

/** Looks whose bytes, place and group are all new, also among each other. */
async function unheardOf(repositories: Repositories, library: Library, looks: FileLook[]): Promise<Fresh[]> {
  const { files, places } = repositories;
  const candidates = looks.filter((look): look is Fresh => look.reading !== null);
  if (candidates.length === 0) return [];
  const paths = candidates.map(({ listed }) => listed.path);
  const taken = new Set((await places.at(library.id, paths)).map(({ path }) => path));
  const contents = await files.byContents(
    library.ownerId,
    candidates.map(({ content }) => content),
  );
  const seen = new Set([
    ...contents.map((file) => `${file.fingerprint}:${file.size}`),
    ...(await places.takenKeys(library.id, paths.map(groupKeyOf))),
  ]);
  return candidates.filter(({ listed, content }) => {
    const names = [`${content.fingerprint}:${content.size}`, groupKeyOf(listed.path)];
    if (taken.has(listed.path) || names.some((name) => seen.has(name))) return false;
    for (const name of names) seen.add(name);
    return true;
  });
}
