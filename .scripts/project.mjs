import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Refusal } from './progress.mjs';

export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

/** A path below the project's folder. */
export const inProject = (path) => join(ROOT, path);

/** Ends the run with one line where something must be written and this user may not. */
export function refuseUnwritableProject() {
  for (const folder of [ROOT, inProject('node_modules'), inProject('dist')]) {
    if (existsSync(folder) && !mayWriteTo(folder)) {
      const { uid } = statSync(folder);
      const owner = uid === 0 ? 'root' : `user ${uid}`;
      throw new Refusal(
        `${folder} belongs to ${owner}: start as that user, or use a copy of the project that is yours`,
      );
    }
  }
}

function mayWriteTo(folder) {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
