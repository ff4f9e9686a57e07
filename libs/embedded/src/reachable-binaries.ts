import { existsSync } from 'node:fs';
import { chmod, cp } from 'node:fs/promises';
import { join } from 'node:path';
import { programsIn, type PostgresBinaries } from './find-binaries.js';
import { makeWhole } from './make-whole.js';
import { canReach, type Account } from './run-as.js';

/** The binaries as `account` can run them: where they are, or else a copy in `folder` (60 MB, once per version). */
export async function reachableBinaries(
  binaries: PostgresBinaries,
  account: Account,
  folder: string,
): Promise<PostgresBinaries> {
  if (account.kind !== 'user' || (await canReach(binaries.postgres, account))) return binaries;
  const root = join(folder, `binaries-${binaries.version}`);
  if (!existsSync(root)) {
    await makeWhole(root, async (draft) => {
      await cp(binaries.root, draft, { recursive: true, verbatimSymlinks: true });
      await chmod(draft, 0o755);
    });
  }
  return { ...programsIn(root), version: binaries.version };
}
