import { constants } from 'node:fs';
import { chmod, copyFile, lstat, mkdir, mkdtemp, rename, rm, symlink } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { DomainError } from '@octavo/domain';
import { headOf } from './checksum.js';

/**
 * What input and output are called towards the program. It refuses some names of books and takes some for flags, and it
 * copies the book unchanged, and says all went well, when the output's name ends in anything but `.kepub.epub`.
 */
export const SOURCE_NAME = 'source.epub';
export const RESULT_NAME = 'result.kepub.epub';

const ZIP_BEGINNING = Buffer.from('PK\x03\x04', 'latin1');

/** Lets `work` have a private folder beside `output`, with the book in it under its plain name; it is gone afterwards. */
export async function inWorkFolder<Result>(
  input: string,
  output: string,
  work: (folder: string) => Promise<Result>,
): Promise<Result> {
  const beside = dirname(resolve(output));
  await mkdir(beside, { recursive: true });
  const folder = await mkdtemp(join(beside, '.kepubify-'));
  try {
    const source = join(folder, SOURCE_NAME);
    // Not every disk knows links.
    await symlink(resolve(input), source).catch(() => copyFile(input, source, constants.COPYFILE_FICLONE));
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** Puts the program's result in place, readable to others as our files are. Throws 'conversion.failed' when it is none. */
export async function keepResult(folder: string, output: string): Promise<void> {
  const result = join(folder, RESULT_NAME);
  const found = await lstat(result).catch(() => undefined);
  if (!found?.isFile())
    throw new DomainError('conversion.failed', 'kepubify said that all went well, but wrote no book.');
  if (!(await headOf(result, ZIP_BEGINNING.byteLength)).equals(ZIP_BEGINNING)) {
    throw new DomainError('conversion.failed', 'What kepubify wrote is not a book.');
  }
  await chmod(result, 0o644);
  await rename(result, resolve(output));
}
