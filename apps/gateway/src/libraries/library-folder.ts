import { DomainError } from '@octavo/domain';
import { constants } from 'node:fs';
import { access, realpath, stat } from 'node:fs/promises';
import { isAbsolute, relative } from 'node:path';

/**
 * The real path of a folder that is to be a library. Throws 'library.not-a-folder' with what speaks against it: it is
 * no full path, not there, not readable, the root of the disk, or holds what Octavo keeps for itself.
 */
export async function libraryFolder(path: string, dataDir: string): Promise<string> {
  if (!isAbsolute(path)) throw refuse('Name the folder by its full path, from / on');
  const real = await realpath(path).catch(() => undefined);
  if (real === undefined) throw refuse(`${path} is not there, as this server sees it`);
  if (!(await stat(real)).isDirectory()) throw refuse(`${path} is not a folder`);
  if (real === '/') throw refuse('The whole disk is no library');
  const data = await realpath(dataDir).catch(() => dataDir);
  if (isInside(data, real) || isInside(real, data)) throw refuse('Octavo keeps its own files there');
  await access(real, constants.R_OK | constants.X_OK).catch(() => {
    throw refuse(`This server may not read ${path}`);
  });
  return real;
}

/** Throws 'library.read-only' where this server may not put files into a folder. */
export async function assertWritable(path: string): Promise<void> {
  await access(path, constants.W_OK | constants.X_OK).catch(() => {
    throw new DomainError('library.read-only', `This server may not write into ${path}. Is it mounted read-only?`);
  });
}

function isInside(outer: string, inner: string): boolean {
  const path = relative(outer, inner);
  return path === '' || (!path.startsWith('..') && !isAbsolute(path));
}

const refuse = (detail: string) => new DomainError('library.not-a-folder', detail);
