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

function isInside(outer: string, inner: string): boolean {
  const path = relative(outer, inner);
  return path === '' || (!path.startsWith('..') && !isAbsolute(path));
}

const refuse = (detail: string) => new DomainError('library.not-a-folder', detail);
