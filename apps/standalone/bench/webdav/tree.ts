import { type ServedFolder, servedFolder } from '@octavo/testing';
import { link, mkdir, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

export const IN_A_FOLDER = 50;
const FOLDERS_OF_AN_AUTHOR = 10;
/** At rest: nothing waits for it to settle. */
export const LAST_YEAR = new Date(Date.now() - 365 * 86_400_000);

/** A tree on the disk that any user may read. */
export interface BigTree extends ServedFolder {
  files: number;
  /** Below it, escaped, with slashes at their ends; itself is ''. */
  folders: string[];
}

/**
 * Files of a few bytes with names of EPUBs, fifty to a folder and ten folders to an author. Those of the same place in
 * their folders are one file with many names, for the sake of speed: a server cannot tell.
 */
export async function bigTree(files: number): Promise<BigTree> {
  const served = await servedFolder({});
  const seeds = await writeSeeds();
  const folders = [''];
  for (let made = 0; made < files; made += IN_A_FOLDER) {
    const at = made / IN_A_FOLDER;
    const [author, series] = [Math.floor(at / FOLDERS_OF_AN_AUTHOR), at % FOLDERS_OF_AN_AUTHOR];
    const folder = `Author ${author}/Series ${series}`;
    await mkdir(join(served.path, folder), { recursive: true });
    const names = Array.from({ length: Math.min(IN_A_FOLDER, files - made) }, (_, n) => nameOf(author, series, n));
    await Promise.all(names.map((name, n) => link(join(seeds.path, `${n}`), join(served.path, folder, name))));
    if (series === 0) folders.push(`${encodeURI(`Author ${author}`)}/`);
    folders.push(`${encodeURI(folder)}/`);
  }
  await seeds.remove();
  return { ...served, files, folders };
}

/** Of the n-th file in a folder. */
export const nameOf = (author: number, series: number, n: number) =>
  `Author ${author} - Series ${series} ${String(n + 1).padStart(2, '0')} - Tale ${author}.${series}.${n} (1998).epub`;

async function writeSeeds(): Promise<ServedFolder> {
  const seeds = await servedFolder({});
  for (let n = 0; n < IN_A_FOLDER; n++) {
    await writeFile(join(seeds.path, `${n}`), 'x'.repeat(n + 1));
    await utimes(join(seeds.path, `${n}`), LAST_YEAR, LAST_YEAR);
  }
  return seeds;
}
