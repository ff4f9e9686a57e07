import { constants, copyFile, link, rm } from 'node:fs/promises';
import { errnoOf } from './file-problems.js';
import { flush } from './flush.js';

const NO_LINKS = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK']);

/**
 * Gives a finished file its name, beside the one it was written under. A link fails with EEXIST where a name is taken; a
 * rename would replace what has it. Disks that know no links (FAT, exFAT, some shares) get a copy, which fails there as
 * well.
 */
export async function nameAnew(draft: string, path: string): Promise<void> {
  try {
    await link(draft, path);
  } catch (error) {
    if (!NO_LINKS.has(errnoOf(error) ?? '')) throw error;
    await copyWhole(draft, path);
  }
}

/** A copy that was broken off would look like a damaged book. */
async function copyWhole(draft: string, path: string): Promise<void> {
  await copyFile(draft, path, constants.COPYFILE_EXCL).catch(async (error: unknown) => {
    if (errnoOf(error) !== 'EEXIST') await rm(path, { force: true });
    throw error;
  });
  await flush(path);
}
